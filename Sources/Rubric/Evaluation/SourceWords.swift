public import Diagnostics

/// The words of a text as they stand there, so that words quoted from it are found whatever the space
/// and the line ends between them.
public struct SourceWords: Sendable {
  /// The words, one space between each two.
  private var bytes: [UInt8] = []
  /// Where each word begins.
  private var starts: [(offset: Int, place: Place)] = []

  /// Finds the words of a text.
  public init(_ source: SourceText) {
    var place = Place.start
    var isInWord = false
    for scalar in source.text.unicodeScalars {
      if scalar.isBlank {
        isInWord = false
      } else {
        if !isInWord { begin(at: place) }
        isInWord = true
        bytes += UTF8.encode(scalar) ?? .init()
      }
      place = scalar == "\n" ? Place(line: place.line + 1, column: 1) : place.next
    }
  }

  private mutating func begin(at place: Place) {
    if !bytes.isEmpty { bytes.append(0x20) }
    starts.append((bytes.count, place))
  }

  /// Whether the file has the words. Where they are said to stand is looked at first.
  func contains(_ words: String, at place: Place) -> Bool {
    let wanted = Self.folded(words)
    if let offset = offset(of: place), bytes[offset...].starts(with: wanted) { return true }
    return offset(of: wanted) != nil
  }

  /// Where the words first stand; nil where the text does not have them.
  public func place(of words: String) -> Place? {
    let wanted = Self.folded(words)
    guard !wanted.isEmpty, let offset = offset(of: wanted) else { return nil }
    let word = starts.partitioningIndex { $0.offset > offset } - 1
    guard starts.indices.contains(word) else { return nil }
    var place = starts[word].place
    place.column += bytes[starts[word].offset..<offset].count { $0 & 0xC0 != 0x80 }
    return place
  }

  /// The offset of a place within or at the start of a word.
  private func offset(of place: Place) -> Int? {
    let word = starts.partitioningIndex { $0.place > place } - 1
    guard starts.indices.contains(word), starts[word].place.line == place.line else { return nil }
    var offset = starts[word].offset
    for _ in starts[word].place.column..<place.column {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset <= bytes.count ? offset : nil
  }

  /// Where some bytes stand, preferably not within a word: "Go" is not looked for in "Going". Reads the
  /// file once, whatever the bytes (Knuth, Morris and Pratt).
  private func offset(of wanted: [UInt8]) -> Int? {
    guard !wanted.isEmpty else { return 0 }
    let borders = Self.borders(of: wanted)
    var (first, matched): (Int?, Int) = (nil, 0)
    for (index, byte) in bytes.enumerated() {
      while matched > 0, byte != wanted[matched] { matched = borders[matched - 1] }
      if byte == wanted[matched] { matched += 1 }
      guard matched == wanted.count else { continue }
      let start = index + 1 - wanted.count
      if isEdge(start) && isEdge(index + 1) { return start }
      first = first ?? start
      matched = borders[matched - 1]
    }
    return first
  }

  /// For each beginning of some bytes, how many of its last ones are also its first.
  private static func borders(of wanted: [UInt8]) -> [Int] {
    var borders = [0]
    for byte in wanted.dropFirst() {
      var length = borders[borders.count - 1]
      while length > 0, byte != wanted[length] { length = borders[length - 1] }
      borders.append(byte == wanted[length] ? length + 1 : 0)
    }
    return borders
  }

  /// Whether a word of letters and digits does not go on at an offset.
  private func isEdge(_ offset: Int) -> Bool {
    guard offset > 0, offset < bytes.count else { return true }
    return !(Self.isOfWord(bytes[offset - 1]) && Self.isOfWord(bytes[offset]))
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }

  private static func folded(_ words: String) -> [UInt8] {
    Array(
      words.unicodeScalars.split(whereSeparator: \.isBlank).map { Array(String($0).utf8) }.joined(separator: [
        0x20
      ]))
  }
}

extension Place {
  fileprivate var next: Place { Place(line: line, column: column + 1) }
}
