import Diagnostics
import Extractor
import FoundationEssentials

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  @preconcurrency import Darwin
#endif

/// Reads files, and says plainly why one cannot be read.
enum InputFiles {
  /// The largest file that is read at all: no role or rubric is longer than a posting may be.
  private static let maximumBytes = PostingReader.maximumBytes

  /// The file at a path; `-` is standard input.
  static func read(_ path: String) throws(InvalidInput) -> SourceText {
    if path == "-" {
      return SourceText(name: "<standard input>", bytes: try bytes(of: STDIN_FILENO, "<standard input>"))
    }
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure("no-such-file", path, "no such file") }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw failure("directory", path, "this is a directory", help: "name a file in it")
    }
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw failure("unreadable", path, "may not be read", help: "look at its permissions")
    }
    defer { close(descriptor) }
    return SourceText(name: path, bytes: try bytes(of: descriptor, path))
  }

  /// The files below a folder whose names end in one of some ways, by path below it, sorted.
  static func files(below folder: String, endingIn suffixes: [String]) throws(InvalidInput) -> [(
    path: String, source: SourceText
  )] {
    guard let walk = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
      throw failure("no-such-folder", folder, "no such folder")
    }
    var files: [(path: String, source: SourceText)] = []
    for path in walk.sorted() where suffixes.contains(where: path.hasSuffix) {
      let source = try read(folder.hasSuffix("/") ? folder + path : folder + "/" + path)
      files.append((path, source))
    }
    return files
  }

  private static func bytes(of descriptor: Int32, _ name: String) throws(InvalidInput) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { buffer in
        #if canImport(Glibc)
          Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          Musl.read(descriptor, buffer.baseAddress, buffer.count)
        #else
          Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      guard count >= 0 else { throw failure("unreadable", name, "reading failed") }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      guard bytes.count <= maximumBytes else {
        throw failure(
          "too-large", name, "larger than \(maximumBytes >> 20) MiB; no posting or role is that long")
      }
    }
  }

  private static func failure(_ rule: String, _ path: String, _ message: String, help: String? = nil)
    -> InvalidInput
  {
    InvalidInput(Finding(rule, message, in: SourceText(name: path, bytes: []), at: nil, help: help))
  }
}
