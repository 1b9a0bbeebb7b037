internal import Diagnostics

/// The sentences of a main question that are spoken: its first paragraph. What follows it, such as code
/// to review, is shown.
struct SpokenSentences {
  /// A sentence in its place.
  struct Sentence {
    let words: [Substring]
    let place: PlaceRange
  }

  /// The sentences that end in a question mark, in order.
  let questions: [Sentence]

  init(_ text: LibraryText, _ table: LineTable) {
    let source = text.source
    var (questions, start): ([Sentence], Int?) = ([], nil)
    let spoken = Self.firstParagraph(from: text.place, in: source, table)
    for offset in spoken {
      let byte = source.bytes[offset]
      if start == nil, byte > 0x20, !Self.isQuote(byte) { start = offset }
      guard let first = start, Self.ends(at: offset, spoken, source.bytes) else { continue }
      if byte == UInt8(ascii: "?") {
        let range = first..<offset + 1
        questions.append(
          Sentence(words: Self.words(source.text(in: range)), place: table.range(range)))
      }
      start = nil
    }
    self.questions = questions
  }

  private static func words(_ sentence: String) -> [Substring] {
    sentence.split { !$0.isLetter && $0 != "'" }
  }

  /// The bytes up to the first empty line, without the sign of a folded text.
  private static func firstParagraph(from place: PlaceRange, in source: SourceText, _ table: LineTable)
    -> Range<Int>
  {
    var (start, end) = (table.offset(of: place.start), table.offset(of: place.end))
    if source.bytes.indices.contains(start), isBlockSign(source.bytes[start]) {
      start = table.bytes(ofLine: place.start.line).upperBound
    }
    for line in place.start.line + 1..<max(place.end.line + 1, place.start.line + 2) {
      let bytes = table.bytes(ofLine: line)
      if bytes.lowerBound > start, source.bytes[bytes].allSatisfy({ $0 == 0x20 }) {
        end = min(end, bytes.lowerBound)
        break
      }
    }
    return start..<max(start, end)
  }

  private static func ends(at offset: Int, _ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard ".?!:".utf8.contains(bytes[offset]) else { return false }
    let next = offset + 1
    return next >= range.upperBound || bytes[next] <= 0x20 || isQuote(bytes[next])
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private static func isBlockSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: "|")
  }
}
