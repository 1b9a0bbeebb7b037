/// Writes the words of a paragraph as HTML: code, strong, emphasis, and all else as it stands.
///
/// A mark of emphasis opens where a word follows it and closes where a word stands before it. Marks without a
/// partner are shown as they are. Each mark is looked at a bounded number of times, so that no text takes
/// longer than in proportion to its length.
struct MarkdownInline {
  private let bytes: MarkdownLine
  private var marks: [Mark] = []
  /// The marks that may still find a partner, the last one on top.
  private var open: [Int] = []
  /// How many marks of each kind are open.
  private var counts = [0, 0, 0, 0]

  /// Where something other than plain words stands.
  private struct Mark {
    var range: Range<Int>
    var kind: Kind
  }

  private enum Kind {
    /// Code between runs of so many backticks.
    case code(Int)
    /// A character behind a backslash.
    case literal
    /// A mark of emphasis that has found its partner, or not yet.
    case emphasis(index: Int, role: Role)
  }

  private enum Role { case unpaired, opens, closes }

  /// Appends words as HTML.
  static func append(_ bytes: MarkdownLine, to output: inout [UInt8]) {
    var inline = MarkdownInline(bytes: bytes)
    inline.scan()
    inline.write(to: &output)
  }

  private init(bytes: MarkdownLine) { self.bytes = bytes }

  private mutating func scan() {
    var runs: BacktickRuns?
    var index = bytes.startIndex
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        let isEscape = index + 1 < bytes.endIndex && Self.isPunctuation(bytes[index + 1])
        if isEscape { marks.append(Mark(range: index..<index + 2, kind: .literal)) }
        index += isEscape ? 2 : 1
      case UInt8(ascii: "`"):
        let count = bytes[index...].prefix { $0 == UInt8(ascii: "`") }.count
        let known = runs ?? BacktickRuns(bytes)
        runs = known
        let end = known.end(of: count, from: index + count)
        if let end { marks.append(Mark(range: index..<end, kind: .code(count))) }
        index = end ?? index + count
      case UInt8(ascii: "*"), UInt8(ascii: "_"):
        let mark = bytes[index]
        let count = bytes[index...].prefix { $0 == mark }.count
        if count <= 3 { take(index..<index + count, mark) }
        index += count
      default: index += 1
      }
    }
  }

  /// Notes a run of one to three marks. A run of three is strong emphasis: two marks in one.
  private mutating func take(_ run: Range<Int>, _ mark: UInt8) {
    let before = run.lowerBound > bytes.startIndex ? bytes[run.lowerBound - 1] : 0x20
    let after = run.upperBound < bytes.endIndex ? bytes[run.upperBound] : 0x20
    let isWordy = mark == UInt8(ascii: "_")
    let opens = !Self.isSpace(after) && !(Self.isPunctuation(after) && Self.isWord(before))
    let closes = !Self.isSpace(before) && !(Self.isPunctuation(before) && Self.isWord(after))
    let mayOpen = opens && !(isWordy && Self.isWord(before))
    let mayClose = closes && !(isWordy && Self.isWord(after))
    let kind = isWordy ? 2 : 0
    let split = run.count == 3 ? [2, 1] : [run.count]
    let willClose = mayClose && split.contains { counts[kind + $0 - 1] > 0 }
    var start = run.lowerBound
    for count in willClose ? split.reversed() : split {
      let range = start..<start + count
      start += count
      if willClose, close(kind + count - 1, range) { continue }
      add(kind + count - 1, range, isOpen: mayOpen && !willClose)
    }
  }

  private mutating func add(_ index: Int, _ range: Range<Int>, isOpen: Bool) {
    if isOpen {
      open.append(marks.count)
      counts[index] += 1
    }
    marks.append(Mark(range: range, kind: .emphasis(index: index, role: .unpaired)))
  }

  /// Pairs a mark with the last open one of its kind; those opened in between stay without a partner.
  private mutating func close(_ index: Int, _ range: Range<Int>) -> Bool {
    guard counts[index] > 0 else { return false }
    while let last = open.popLast(), case .emphasis(let other, _) = marks[last].kind {
      counts[other] -= 1
      guard other == index else { continue }
      marks[last].kind = .emphasis(index: index, role: .opens)
      break
    }
    marks.append(Mark(range: range, kind: .emphasis(index: index, role: .closes)))
    return true
  }

  private func write(to output: inout [UInt8]) {
    var start = bytes.startIndex
    for mark in marks {
      put(start..<mark.range.lowerBound, to: &output)
      start = mark.range.upperBound
      switch mark.kind {
      case .literal: put(mark.range.lowerBound + 1..<start, to: &output)
      case .code(let count):
        output += "<code>".utf8
        put(code(mark.range.lowerBound + count..<start - count), to: &output)
        output += "</code>".utf8
      case .emphasis(_, .unpaired): put(mark.range, to: &output)
      case .emphasis(let index, let role):
        output += (role == .opens ? "<" : "</").utf8
        output += (index.isMultiple(of: 2) ? "em>" : "strong>").utf8
      }
    }
    put(start..<bytes.endIndex, to: &output)
  }

  /// Code without one space at either side, where there is one at both.
  private func code(_ range: Range<Int>) -> Range<Int> {
    let inner = bytes[range]
    let isPadded = inner.first == 0x20 && inner.last == 0x20 && inner.contains { $0 != 0x20 }
    return isPadded ? range.lowerBound + 1..<range.upperBound - 1 : range
  }

  private func put(_ range: Range<Int>, to output: inout [UInt8]) {
    bytes[range].withUnsafeBufferPointer { HTMLEscaping.append($0, to: &output) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { ASCII.isSpace(byte) }

  /// Letters and digits; whatever is not ASCII counts as a letter.
  private static func isWord(_ byte: UInt8) -> Bool { ASCII.isWord(byte) || byte >= 0x80 }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !ASCII.isWord(byte)
  }
}

/// Finds where code between backticks ends, without looking at a run twice in vain.
private struct BacktickRuns {
  private let bytes: MarkdownLine
  /// Where the last run of each length ends; none of a length beyond the table counts.
  private var last = [Int](repeating: -1, count: 33)

  init(_ bytes: MarkdownLine) {
    self.bytes = bytes
    var index = bytes.startIndex
    while let (range, count) = Self.next(in: bytes, from: index) {
      if count < last.count { last[count] = range.upperBound }
      index = range.upperBound
    }
  }

  /// The end of the first run of a length from a place on.
  func end(of count: Int, from start: Int) -> Int? {
    guard count < last.count, last[count] > start else { return nil }
    var index = start
    while let (range, length) = Self.next(in: bytes, from: index) {
      if length == count { return range.upperBound }
      index = range.upperBound
    }
    return nil
  }

  private static func next(in bytes: MarkdownLine, from start: Int) -> (Range<Int>, Int)? {
    guard let first = bytes[start...].firstIndex(of: UInt8(ascii: "`")) else { return nil }
    let count = bytes[first...].prefix { $0 == UInt8(ascii: "`") }.count
    return (first..<first + count, count)
  }
}
