internal import Diagnostics
internal import Rubric

/// Cuts the words out of a posting that show a claim.
///
/// A class, because it keeps what it has cut: a sentence states three competencies on the average, and is quoted
/// for each.
final class QuoteCutter {
  private let marked: MarkedPosting
  private let lines: LineTable
  /// The last evidence that was cut at each first word, by number, and all that was cut. Nothing that is called while
  /// they are looked at changes them.
  @exclusivity(unchecked) private var cut: [Int32]
  @exclusivity(unchecked) private var kept: [(words: Range<Int>, evidence: Evidence)] = []

  /// A sentence up to this many bytes is quoted whole.
  private let longest = 160
  /// A clause is widened until it has this many.
  private let shortest = 40

  init(_ marked: MarkedPosting) {
    self.marked = marked
    lines = LineTable(marked.posting.source)
    cut = Array(repeating: -1, count: marked.words.count)
    kept.reserveCapacity(64)
  }

  /// The words of the file around a claim, or the whole sentence where no claim is given.
  func evidence(_ sentence: Sentence, around claim: Range<Int>? = nil) -> Evidence {
    let words = claim.map { clause(around: $0, in: sentence.words) } ?? sentence.words
    if !words.isEmpty, cut[words.lowerBound] >= 0, kept[Int(cut[words.lowerBound])].words == words {
      var evidence = kept[Int(cut[words.lowerBound])].evidence
      evidence.section = marked.index.language.zones[sentence.zone].name
      return evidence
    }
    let evidence = evidence(sentence, of: words)
    if !words.isEmpty {
      cut[words.lowerBound] = Int32(truncatingIfNeeded: kept.count)
      kept.append((words, evidence))
    }
    return evidence
  }

  private func evidence(_ sentence: Sentence, of words: Range<Int>) -> Evidence {
    let shown = withBrackets(marked.bytes(of: words))
    let origin = withMarks(marked.posting.origin(of: shown))
    let place = lines.place(at: origin.lowerBound)
    let quote = marked.posting.source.text(in: origin)
    // Most are alike byte for byte. Texts are alike too where only the way differs in which an accent is written.
    let isExact = marked.posting.text.bytes.withUnsafeBufferPointer { text in
      marked.posting.source.bytes.withUnsafeBufferPointer { text.holds($0, origin, at: shown) }
    }
    let text = isExact ? quote : marked.string(shown)
    return Evidence(
      line: place.line, column: place.column, section: marked.index.language.zones[sentence.zone].name,
      quote: quote,
      text: isExact || text == quote ? nil : text)
  }

  /// Takes in the bracket or the quotation mark that closes one opened inside, or opens one closed
  /// inside; with the full stop of "etc.)".
  private func withBrackets(_ range: Range<Int>) -> Range<Int> {
    let bytes = marked.posting.text.bytes
    let depths = bytes.withUnsafeBufferPointer { BracketDepths($0, in: range) }
    if depths.areEven { return range }
    var (start, end) = (range.lowerBound, range.upperBound)
    for (open, close, depth) in depths.pairs where depth != 0 {
      if depth > 0 {
        for tail in [close, "." + close] where bytes[end...].starts(with: tail.utf8) {
          end += tail.utf8.count
        }
      } else if start >= open.utf8.count,
        bytes[(start - open.utf8.count)..<start].elementsEqual(open.utf8)
      {
        start -= open.utf8.count
      }
    }
    return start..<end
  }

  /// Takes in the stars before bold words whose closing stars are quoted.
  private func withMarks(_ origin: Range<Int>) -> Range<Int> {
    let bytes = marked.posting.source.bytes
    let start = origin.lowerBound - 2
    let star = UInt8(ascii: "*")
    guard start >= 0, bytes[start] == star, bytes[start + 1] == star,
      bytes[origin].count(of: "**") % 2 == 1
    else { return origin }
    return start..<origin.upperBound
  }

  private func clause(around claim: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
    if length(sentence) <= longest { return sentence }
    var start = claim.lowerBound
    var end = claim.upperBound
    while length(start..<end) < shortest || !isEdge(start) || !isEdge(end) {
      let canGrowLeft = start > sentence.lowerBound && (!isEdge(start) || length(start..<end) < shortest)
      let canGrowRight = end < sentence.upperBound && (!isEdge(end) || length(start..<end) < shortest)
      guard canGrowLeft || canGrowRight, length(start..<end) < longest else { break }
      if canGrowLeft { start -= 1 }
      if canGrowRight { end += 1 }
    }
    return start..<end
  }

  /// Whether something stronger than a space stands before a word.
  private func isEdge(_ word: Int) -> Bool { word >= marked.words.count || marked.words.gaps[word] >= .comma }

  private func length(_ words: Range<Int>) -> Int { marked.bytes(of: words).count }
}

/// How many brackets and quotation marks of a text are opened and not closed in it; below zero where more are closed.
private struct BracketDepths {
  private var round = 0
  private var square = 0
  private var quotation = 0

  /// The depths of a stretch of a text.
  init(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    var start = range.lowerBound
    while let offset = Self.firstMark(of: text, in: start..<range.upperBound) {
      add(text, offset, range.upperBound)
      start = offset + 1
    }
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int, _ end: Int) {
    switch text[offset] {
    case UInt8(ascii: "("): round += 1
    case UInt8(ascii: ")"): round -= 1
    case UInt8(ascii: "["): square += 1
    case UInt8(ascii: "]"): square -= 1
    case 0xE2 where offset + 2 < end && text[offset + 1] == 0x80:
      if text[offset + 2] == 0x9C { quotation += 1 }
      if text[offset + 2] == 0x9D { quotation -= 1 }
    default: break
    }
  }

  /// The first bracket or byte of what is no ASCII; a Y or an underscore too. Eight bytes are looked at together.
  private static func firstMark(of text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    return text.firstOffset(in: range) { bytes in
      let round = (bytes ^ (ones &* 0x28)) & (ones &* 0xFE)
      let square = (bytes ^ (ones &* 0x59)) & (ones &* 0xF9)
      let found = ((round &- ones) & ~round) | ((square &- ones) & ~square) | bytes
      return found & (ones &* 0x80)
    }
  }

  /// Whether all that is opened is closed.
  var areEven: Bool { round == 0 && square == 0 && quotation == 0 }

  /// What opens and what closes, with its depth.
  var pairs: [(open: String, close: String, depth: Int)] {
    [("(", ")", round), ("[", "]", square), ("“", "”", quotation)]
  }
}

extension ArraySlice<UInt8> {
  /// How often a short text stands in these bytes.
  fileprivate func count(of text: String) -> Int {
    let text = Array(text.utf8)
    var count = 0
    var offset = startIndex
    while offset < endIndex {
      let isHere = self[offset] == text[0] && self[offset...].starts(with: text)
      count += isHere ? 1 : 0
      offset += isHere ? text.count : 1
    }
    return count
  }
}
