/// A text as it was read, with the name people know it by. Cheap to copy.
public struct SourceText: Sendable {
  /// The path, or another name that a person recognises, such as `<standard input>`.
  public let name: String
  /// The content, byte by byte as it was read.
  public let bytes: [UInt8]

  /// The name without folders: `sre.md` of `postings/sre.md`.
  public var fileName: String { Self.fileName(of: name) }

  /// A path without its folders; one that is all slashes as it is.
  public static func fileName(of path: String) -> String {
    let (slash, bytes) = (UInt8(ascii: "/"), path.utf8)
    guard let last = bytes.lastIndex(where: { $0 != slash }) else { return path }
    let name = bytes[...last].lastIndex(of: slash).map { bytes.index(after: $0) } ?? path.startIndex
    return String(path[name...last])
  }

  /// A text with its name.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// A text with its name, from a string.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The whole text, read as UTF-8.
  public var text: String { text(in: 0..<bytes.count) }

  /// Whether some words stand in it, byte for byte. To search a `String` for them takes a hundred times longer.
  public func holds(_ words: String) -> Bool { bytes.withUnsafeBufferPointer { $0.holds(words) } }

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
  /// How many scalars begin before each stretch of `stretch` bytes, so that a place in a long line is
  /// not counted from its beginning; empty for texts of one stretch.
  private let scalars: [Int]
  private static let stretch = 16_384

  /// Finds the lines of a text. Takes time in proportion to its length.
  public init(_ source: SourceText) {
    self.source = source
    starts = source.bytes.withUnsafeBufferPointer { input in
      var starts = [0]
      starts.reserveCapacity(input.count / 32)
      input.forEachOffset(of: UInt8(ascii: "\n")) { starts.append($0 + 1) }
      return starts
    }
    scalars = Self.scalars(in: source.bytes)
  }

  private static func scalars(in bytes: [UInt8]) -> [Int] {
    guard bytes.count > stretch else { return [] }
    var sums = [0]
    for start in stride(from: 0, to: bytes.count - stretch + 1, by: stretch) {
      sums.append(sums[sums.count - 1] + count(start..<start + stretch, of: bytes))
    }
    return sums
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
    let line = line(at: offset)
    let start = starts[line - 1]
    let end = min(offset, source.bytes.count)
    return Place(line: line, column: scalars(in: start..<max(end, start)) + 1)
  }

  private func scalars(in range: Range<Int>) -> Int {
    guard range.count > Self.stretch else { return Self.count(range, of: source.bytes) }
    let stretches = (range.lowerBound / Self.stretch, range.upperBound / Self.stretch)
    let before = Self.count(stretches.0 * Self.stretch..<range.lowerBound, of: source.bytes)
    let behind = Self.count(stretches.1 * Self.stretch..<range.upperBound, of: source.bytes)
    return scalars[stretches.1] + behind - scalars[stretches.0] - before
  }

  /// The line of a byte offset, without its column.
  public func line(at offset: Int) -> Int { starts.partitioningIndex { $0 > offset } }

  /// The stretch between two byte offsets.
  public func range(_ offsets: Range<Int>) -> PlaceRange {
    PlaceRange(start: place(at: offsets.lowerBound), end: place(at: offsets.upperBound))
  }

  /// The byte offset of a place, held to the end of its line.
  public func offset(of place: Place) -> Int {
    var (offset, column) = (bytes(ofLine: place.line).lowerBound, 1)
    advance(&offset, &column, to: place)
    return offset
  }

  /// Moves from a column of a line to that of a place in it, or to the end of the line.
  private func advance(_ offset: inout Int, _ column: inout Int, to place: Place) {
    let end = bytes(ofLine: place.line).upperBound
    while offset < end, column < place.column {
      offset += 1
      while offset < end, isContinuation(source.bytes[offset]) { offset += 1 }
      column += 1
    }
  }

  private static func count(_ range: Range<Int>, of bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { $0.scalarCount(in: range) }
  }

  /// The byte offsets of places that come in their order, each held to the end of its line. No line is passed over
  /// twice, however many places it has.
  public func offsets(of places: [Place]) -> [Int] {
    var (line, offset, column) = (0, 0, 1)
    return places.map { place in
      if place.line != line || place.column < column {
        (line, offset, column) = (place.line, bytes(ofLine: place.line).lowerBound, 1)
      }
      advance(&offset, &column, to: place)
      return offset
    }
  }

  private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
