/// A text as it was read, with the name people know it by. Cheap to copy.
public struct SourceText: Sendable {
  /// The path, or another name that a person recognises, such as `<standard input>`.
  public let name: String
  /// The content, byte by byte as it was read.
  public let bytes: [UInt8]

  /// A text with its name.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// A text with its name, from a string.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The stretch between two byte offsets, read as UTF-8.
  public func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

/// Where the lines of a text begin; turns byte offsets into places and back.
///
/// Lines end at LF; a CR before it belongs to the line end.
public struct LineTable: Sendable {
  private let source: SourceText
  private let starts: [Int]
  /// How many bytes before each multiple of `stride` do not begin a scalar: columns of very long lines
  /// are counted from there.
  private let continuations: [Int]
  private static let stride = 4_096

  /// Finds the lines of a text. Takes time in proportion to its length.
  public init(_ source: SourceText) {
    self.source = source
    var starts = [0]
    var continuations: [Int] = []
    var count = 0
    for (offset, byte) in source.bytes.enumerated() {
      if offset % Self.stride == 0 { continuations.append(count) }
      if byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
      if byte & 0xC0 == 0x80 { count += 1 }
    }
    self.starts = starts
    self.continuations = continuations
  }

  /// How many lines the text has; a text that ends in a line end has an empty last line.
  public var count: Int { starts.count }

  /// The bytes of a line, counted from 1, without its line end. Empty for a line that is not there.
  public func bytes(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return 0..<0 }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] - 1 : source.bytes.count
    if end > start, source.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The text of a line, counted from 1, without its line end.
  public func text(ofLine line: Int) -> String {
    source.text(in: bytes(ofLine: line))
  }

  /// The place of a byte offset.
  public func place(at offset: Int) -> Place {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let end = max(min(offset, source.bytes.count), starts[low])
    return Place(line: low + 1, column: scalars(in: starts[low]..<end) + 1)
  }

  /// How many scalars begin in a stretch of bytes. Takes no time in proportion to a long one.
  private func scalars(in range: Range<Int>) -> Int {
    guard range.count > 2 * Self.stride else { return source.bytes[range].count { !isContinuation($0) } }
    return range.count - continuations(before: range.upperBound) + continuations(before: range.lowerBound)
  }

  private func continuations(before offset: Int) -> Int {
    let block = min(offset / Self.stride, continuations.count - 1)
    return continuations[block] + source.bytes[block * Self.stride..<offset].count { isContinuation($0) }
  }

  /// The stretch between two byte offsets.
  public func range(_ offsets: Range<Int>) -> PlaceRange {
    PlaceRange(start: place(at: offsets.lowerBound), end: place(at: offsets.upperBound))
  }

  /// The byte offset of a place, held to the end of its line.
  public func offset(of place: Place) -> Int {
    let line = bytes(ofLine: place.line)
    var column = 1
    var offset = line.lowerBound
    while offset < line.upperBound, column < place.column {
      offset += 1
      while offset < line.upperBound, isContinuation(source.bytes[offset]) { offset += 1 }
      column += 1
    }
    return offset
  }

  private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
