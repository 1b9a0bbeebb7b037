public import Diagnostics

extension Archive {
  /// The files of an archive, in its order. Throws what is wrong with it: whatever this program does not write
  /// itself is refused.
  public static func entries(of archive: SourceText) throws(InvalidInput) -> [ArchiveEntry] {
    do throws(Fault) { return try entries(in: archive.bytes) } catch {
      throw InvalidInput(
        "broken-archive", error.message, file: archive.name,
        help: "expected an archive as \"rolewright scorecard bundle\" writes it")
    }
  }

  /// What is wrong with an archive, in words for the person who has it.
  struct Fault: Error {
    /// A sentence without a final stop.
    let message: String
  }

  private static func entries(in bytes: [UInt8]) throws(Fault) -> [ArchiveEntry] {
    guard bytes.count <= maximumBytes else {
      throw Fault(message: "is larger than \(maximumBytes >> 20) MiB")
    }
    var entries: [ArchiveEntry] = []
    var paths: Set<String> = []
    var offset = 0
    while true {
      guard bytes.count - offset >= blockSize else {
        throw Fault(message: "ends before its end: it was cut off at byte \(bytes.count)")
      }
      let header = bytes[offset..<offset + blockSize]
      if header.allSatisfy({ $0 == 0 }) { break }
      let entry = try entry(header, of: bytes, at: offset)
      guard paths.insert(entry.path).inserted else {
        throw Fault(message: "holds \"\(entry.path)\" twice")
      }
      entries.append(entry)
      guard entries.count <= maximumEntries else {
        throw Fault(message: "holds more than \(maximumEntries) files")
      }
      offset += blockSize + (entry.bytes.count + blockSize - 1) / blockSize * blockSize
    }
    guard bytes.count - offset >= 2 * blockSize, bytes[offset...].allSatisfy({ $0 == 0 }) else {
      throw Fault(message: "does not end as an archive does, at byte \(offset)")
    }
    return entries
  }

  /// A file with the header at an offset.
  private static func entry(
    _ header: ArraySlice<UInt8>, of bytes: [UInt8], at offset: Int
  ) throws(Fault) -> ArchiveEntry {
    let header = Array(header)
    let blank = header[..<148] + [UInt8](repeating: UInt8(ascii: " "), count: 8) + header[156...]
    guard number(header[148..<156]) == blank.reduce(0, { $0 + Int($1) }) else {
      throw Fault(message: "is damaged at byte \(offset): the checksum is another")
    }
    try requireOwnKind(header, at: offset)
    let path = try path(header, at: offset)
    guard let size = number(header[124..<136]) else {
      throw Fault(message: "gives \"\(path)\" no size that can be read")
    }
    let start = offset + blockSize
    guard size <= bytes.count - start else {
      throw Fault(message: "ends within \"\(path)\": it was cut off")
    }
    return ArchiveEntry(path: path, bytes: Array(bytes[start..<start + size]))
  }

  private static func requireOwnKind(_ header: [UInt8], at offset: Int) throws(Fault) {
    guard header[257..<265].elementsEqual(magic) else {
      throw Fault(message: "is another kind of archive than ustar, at byte \(offset)")
    }
    guard header[156] != UInt8(ascii: "0") else { return }
    let kinds: [Character: String] = [
      "1": "a hard link", "2": "a symbolic link", "3": "a device", "4": "a device", "5": "a folder",
      "6": "a pipe", "g": "a pax header", "x": "a pax header", "L": "a long name of GNU tar",
      "K": "a long link of GNU tar", "S": "a sparse file", "M": "a part of a file",
    ]
    let kind = kinds[Character(Unicode.Scalar(header[156]))] ?? "something unknown"
    throw Fault(message: "holds \(kind) at byte \(offset), where only files may be")
  }

  private static func path(_ header: [UInt8], at offset: Int) throws(Fault) -> String {
    let (name, prefix) = (text(header[..<100]), text(header[345..<500]))
    guard let path = String(validating: prefix.isEmpty ? name : prefix + "/".utf8 + name, as: UTF8.self)
    else {
      throw Fault(message: "holds a name at byte \(offset) that is no UTF-8")
    }
    if let fault = fault(inPath: path) { throw Fault(message: "holds \"\(path.shown)\", which \(fault)") }
    return path
  }

  /// A field up to the first zero.
  private static func text(_ field: ArraySlice<UInt8>) -> [UInt8] { Array(field.prefix { $0 != 0 }) }

  /// A number in octal digits, up to a space or a zero; nil for anything else, and for the longer numbers of GNU tar.
  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.prefix { $0 != 0 && $0 != UInt8(ascii: " ") }
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x37).contains($0) }),
      field[digits.endIndex...].allSatisfy({ $0 == 0 || $0 == UInt8(ascii: " ") })
    else { return nil }
    return digits.reduce(0) { $0 << 3 | Int($1 & 7) }
  }
}
