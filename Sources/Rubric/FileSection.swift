internal import Diagnostics
internal import YAML

/// Reads one top-level key of a file without parsing the rest.
///
/// A block mapping at the left margin gives its keys away: each stands at the first column, and all
/// that belongs to it is indented or begins with `-`. A file written otherwise is read whole.
enum FileSection {
  /// The value of one key; by way of the whole file where the key cannot be found at the margin.
  static func read<Whole, Part>(
    _ key: String, _ shape: Shape<Part>, of whole: Shape<Whole>, _ part: (Whole) -> Part,
    from source: SourceText
  ) throws(InvalidInput) -> Part {
    guard let section = find(key, in: source.bytes) else { return part(try whole.read(from: source)) }
    let node = try YAMLParser.parse(source, section: section.bytes, firstLine: section.line)
    guard let value = node[key] else { return part(try whole.read(from: source)) }
    return try shape.read(value, in: source)
  }

  /// The lines from a key at the left margin up to the next one.
  static func find(_ key: String, in bytes: [UInt8]) -> (bytes: Range<Int>, line: Int)? {
    let wanted = Array((key + ":").utf8)
    var found: (start: Int, line: Int)?
    var line = 1
    var start = 0
    while start < bytes.count {
      if isKeyStart(bytes[start]) {
        if let found { return (found.start..<start, found.line) }
        if bytes[start...].starts(with: wanted) { found = (start, line) }
      }
      start = (bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count) + 1
      line += 1
    }
    return found.map { ($0.start..<bytes.count, $0.line) }
  }

  private static func isKeyStart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}
