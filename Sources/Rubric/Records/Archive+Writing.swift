extension Archive {
  /// The archive of some files, sorted by path. Paths are sound (`fault(inPath:)`) and distinct.
  public static func bytes(of entries: [ArchiveEntry]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entries.reduce(2 * blockSize) { $0 + $1.bytes.count + 2 * blockSize })
    for entry in entries.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      bytes += header(of: entry)
      bytes += entry.bytes
      bytes += zeros(upTo: entry.bytes.count)
    }
    return bytes + [UInt8](repeating: 0, count: 2 * blockSize)
  }

  /// Zeros that fill up the last block of so many bytes.
  private static func zeros(upTo count: Int) -> [UInt8] {
    [UInt8](repeating: 0, count: (blockSize - count % blockSize) % blockSize)
  }

  private static func header(of entry: ArchiveEntry) -> [UInt8] {
    let path = Array(entry.path.utf8)
    let slash = path.firstIndex(of: UInt8(ascii: "/")) ?? 0
    // A path of more than 100 bytes stands in two fields, parted at a slash.
    let (name, prefix) = path.count <= 100 ? (path, []) : (Array(path[(slash + 1)...]), Array(path[..<slash]))
    let mode = octal(0o644, digits: 7)
    let none = octal(0, digits: 7)
    var header = field(name, 100) + mode + none + none
    header += octal(entry.bytes.count, digits: 11) + octal(0, digits: 11)
    let checksum = header.count
    header += [UInt8](repeating: UInt8(ascii: " "), count: 8) + [UInt8(ascii: "0")]
    header += field([], 100) + magic + field([], 32) + field([], 32) + none + none
    header += field(prefix, 155) + field([], 12)
    let sum = header.reduce(0) { $0 + Int($1) }
    header.replaceSubrange(checksum..<checksum + 8, with: octal(sum, digits: 6) + [UInt8(ascii: " ")])
    return header
  }

  /// A text, filled up with zeros.
  private static func field(_ text: [UInt8], _ size: Int) -> [UInt8] {
    text + [UInt8](repeating: 0, count: size - text.count)
  }

  /// A number in octal digits, with a zero behind it.
  private static func octal(_ number: Int, digits: Int) -> [UInt8] {
    let text = String(number, radix: 8)
    return Array((String(repeating: "0", count: digits - text.count) + text).utf8) + [0]
  }
}
