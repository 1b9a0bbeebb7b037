import CLibrary

/// Files on the disk, by the C library: a release has no Foundation (docs/decisions/0031-no-foundation.md).
enum DiskFile {
  /// All that is in a file.
  static func bytes(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw Failure("\(path): cannot be read") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    guard ferror(file) == 0 else { throw Failure("\(path): cannot be read") }
    return bytes
  }

  /// Writes a file whole or not at all.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let new = path + ".new"
    guard let file = fopen(new, "w") else { throw Failure("\(path): cannot be written") }
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count, rename(new, path) == 0 else {
      throw Failure("\(path): cannot be written")
    }
  }
}
