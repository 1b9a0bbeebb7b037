/// The words of a text: where each stands, the digest of its folded form, and what stands before it.
struct Words {
  /// Digests of the folded words.
  var hashes: [UInt64] = []
  /// The byte at which each word begins.
  var starts: [Int32] = []
  /// The byte behind each word.
  var ends: [Int32] = []
  /// What stands between the word before and this one.
  var gaps: [Gap] = []

  var count: Int { hashes.count }

  /// What separates two words, the strongest of all that stands between them.
  enum Gap: UInt8, Comparable {
    /// Spaces, hyphens, slashes and the like: the words may belong to one term.
    case soft
    /// A slash.
    case slash
    /// A comma.
    case comma
    /// Brackets, colons, semicolons, quotation marks, dashes between spaces.
    case hard
    /// The end of a sentence.
    case sentence
    /// The end of a block.
    case block

    static func < (a: Gap, b: Gap) -> Bool { a.rawValue < b.rawValue }
  }

  /// The bytes of a word in its text.
  func range(_ index: Int) -> Range<Int> { Int(starts[index])..<Int(ends[index]) }

  /// The bytes from the first to the last of some words.
  func range(_ words: Range<Int>) -> Range<Int> {
    Int(starts[words.lowerBound])..<Int(ends[words.upperBound - 1])
  }
}

/// Cuts text into words and folds them: small letters, plural s, -ise as -ize.
///
/// Signals and postings go through the same scanner, so that a term matches whatever folds alike.
/// Letters are ASCII and the scripts of UTF-8 beyond it; `C++`, `C#` and `.NET` are words.
enum WordScanner {
  /// The words of a text.
  static func words(of bytes: [UInt8]) -> Words {
    bytes.withUnsafeBufferPointer { scan($0) }
  }

  /// The words of a phrase.
  static func words(of phrase: String) -> Words { words(of: Array(phrase.utf8)) }

  private static func scan(_ input: UnsafeBufferPointer<UInt8>) -> Words {
    // No two words are closer than that one of them takes two bytes, or what stands between them one.
    let room = input.count / 2 + 1
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: room) { hashes in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * room) { offsets in
        withUnsafeTemporaryAllocation(of: Words.Gap.self, capacity: room) { gaps in
          let count = scan(input, upTo: room) { word, hash, range, gap in
            hashes.initializeElement(at: word, to: hash)
            offsets.initializeElement(at: word, to: Int32(truncatingIfNeeded: range.lowerBound))
            offsets.initializeElement(at: room &+ word, to: Int32(truncatingIfNeeded: range.upperBound))
            gaps.initializeElement(at: word, to: gap)
          }
          return Words(
            hashes: Array(UnsafeBufferPointer(rebasing: hashes[..<count])),
            starts: Array(UnsafeBufferPointer(rebasing: offsets[..<count])),
            ends: Array(UnsafeBufferPointer(rebasing: offsets[room..<room + count])),
            gaps: Array(UnsafeBufferPointer(rebasing: gaps[..<count])))
        }
      }
    }
  }

  /// Calls with each word: its number, its digest, its bytes and what stands before it. Gives how many there are.
  @inline(__always)
  private static func scan(
    _ input: UnsafeBufferPointer<UInt8>, upTo most: Int,
    _ found: (Int, UInt64, Range<Int>, Words.Gap) -> Void
  ) -> Int {
    withUnsafeTemporaryAllocation(byteCount: WordBits.room(for: input.count), alignment: 8) { place in
      scan(input, WordBits(input, into: place), upTo: most, found)
    }
  }

  @inline(__always)
  private static func scan(
    _ input: UnsafeBufferPointer<UInt8>, _ bits: WordBits, upTo most: Int,
    _ found: (Int, UInt64, Range<Int>, Words.Gap) -> Void
  ) -> Int {
    var number = 0
    var gap = Words.Gap.block
    var offset = 0
    while offset < input.count, number < most {
      let count = bits.count(at: offset)
      var word: (length: Int, hash: UInt64) = (0, 0)
      if count > 0, WordFold.isPlain(input, offset, count) {
        word = (count, WordFold.hash(ofPlain: input, offset, count))
      } else if count > 0 || mayBegin(input[offset]) {
        word = otherWord(input, offset)
      }
      if word.length == 0 {
        let (kind, width) = separator(input, offset)
        if kind > gap { gap = kind }
        offset &+= width
        // A space stands behind most marks, and separates no more.
        if offset < input.count, input[offset] == 0x20 { offset &+= 1 }
        continue
      }
      let end = offset &+ word.length
      found(number, word.hash, offset..<end, gap)
      number &+= 1
      gap = .soft
      // One space stands behind most words.
      offset = end < input.count && input[end] == 0x20 ? end &+ 1 : end
    }
    return number
  }

  /// Any word at an offset, and its digest; length 0 where none begins. A call of its own, so that the loop over all
  /// words stays small: most are plain.
  @inline(never)
  private static func otherWord(
    _ input: UnsafeBufferPointer<UInt8>, _ offset: Int
  ) -> (length: Int, hash: UInt64) {
    let length = wordLength(input, offset)
    return (length, length == 0 ? 0 : WordFold.hash(input, offset, offset + length))
  }

  /// Whether a word may begin with a byte that is no ASCII letter or digit: `.NET` does with a dot.
  @inline(__always)
  private static func mayBegin(_ byte: UInt8) -> Bool { byte >= 0x80 || byte == UInt8(ascii: ".") }

  /// The bytes of the word at an offset; 0 where none begins.
  private static func wordLength(_ input: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var offset = start
    let count = input.count
    if input[start] == UInt8(ascii: ".") { return dotNetLength(input, start) }
    while offset < count {
      offset += CharacterClass.countOfASCIIWord(input, offset)
      guard offset < count else { break }
      let byte = input[offset]
      if CharacterClass.isASCIIWord(byte) {
        offset += 1
      } else if byte >= 0x80 {
        let width = CharacterClass.letterWidth(input, offset)
        if width == 0 { break }
        offset += width
      } else {
        break
      }
    }
    if offset == start + 1, offset < count { offset += suffixLength(input, start, offset) }
    return offset - start
  }

  /// `++` or `#` behind a single letter.
  private static func suffixLength(_ input: UnsafeBufferPointer<UInt8>, _ start: Int, _ offset: Int) -> Int {
    guard CharacterClass.isLetter(input[start]) else { return 0 }
    if input[offset] == UInt8(ascii: "#") { return 1 }
    let plus = UInt8(ascii: "+")
    return input[offset] == plus && offset + 1 < input.count && input[offset + 1] == plus ? 2 : 0
  }

  /// `.NET` is a word when nothing stands before its dot.
  private static func dotNetLength(_ input: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    guard start + 3 < input.count, start == 0 || !CharacterClass.isASCIIWord(input[start - 1]) else {
      return 0
    }
    let isNet =
      input[start + 1] | 0x20 == UInt8(ascii: "n") && input[start + 2] | 0x20 == UInt8(ascii: "e")
      && input[start + 3] | 0x20 == UInt8(ascii: "t")
    guard isNet, start + 4 == input.count || !CharacterClass.isASCIIWord(input[start + 4]) else { return 0 }
    return 4
  }

  private static func separator(_ input: UnsafeBufferPointer<UInt8>, _ offset: Int) -> (Words.Gap, Int) {
    switch input[offset] {
    case UInt8(ascii: "\n"): return (.block, 1)
    case UInt8(ascii: ","): return (.comma, 1)
    case UInt8(ascii: "/"), UInt8(ascii: "|"): return (.slash, 1)
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "\""),
      UInt8(ascii: "["), UInt8(ascii: "]"):
      return (.hard, 1)
    case UInt8(ascii: "."): return (SentenceEnd.isFullStop(input, offset) ? .sentence : .soft, 1)
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      let isEnd = offset + 1 >= input.count || input[offset + 1] <= 0x20
      return (isEnd ? .sentence : .soft, 1)
    case UInt8(ascii: "-"): return (isDash(input, offset) ? .hard : .soft, 1)
    case 0x80...: return CharacterClass.symbol(input, offset)
    default: return (.soft, 1)
    }
  }

  /// A hyphen between spaces is a dash.
  private static func isDash(_ input: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    offset > 0 && offset + 1 < input.count && input[offset - 1] == 0x20 && input[offset + 1] == 0x20
  }
}

/// Tells whether a full stop ends a sentence.
enum SentenceEnd {
  static func isFullStop(_ input: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    guard offset + 1 < input.count else { return true }
    let next = input[offset + 1]
    guard next <= 0x20 || next == UInt8(ascii: ")") || next == UInt8(ascii: "\"") else { return false }
    return !isAbbreviation(input, offset)
  }

  /// `e.g.`, `i.e.`, `U.S.`, `B.Sc.` and `etc.` before a small letter, `vs.`, `Inc.`, `approx.`, `Sr.`, `Bros.`
  private static func isAbbreviation(_ input: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    var start = offset
    while start > 0, CharacterClass.isLetter(input[start - 1]) { start -= 1 }
    let length = offset - start
    guard (2...6).contains(length) else { return length == 1 }
    if length <= 4, start > 0, input[start - 1] == UInt8(ascii: "."),
      let next = next(input, offset + 1), CharacterClass.isSmall(next)
    {
      return true
    }
    let word = packed(input[start..<offset])
    if alwaysShort.contains(word) { return true }
    return shortBeforeSmall.contains(word) && startsSmall(input, offset + 1)
  }

  private static let alwaysShort = [
    "vs", "approx", "resp", "incl", "eg", "ie", "sr", "jr", "mr", "mrs", "ms", "dr", "bros",
  ].map { packed($0.utf8) }
  private static let shortBeforeSmall = ["etc", "inc", "min", "max", "yrs", "no"].map { packed($0.utf8) }

  /// Up to eight letters, made small, as one number.
  private static func packed(_ letters: some Sequence<UInt8>) -> UInt64 {
    letters.reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
  }

  /// The first byte behind spaces.
  private static func next(_ input: UnsafeBufferPointer<UInt8>, _ from: Int) -> UInt8? {
    input[from...].first { $0 > 0x20 }
  }

  private static func startsSmall(_ input: UnsafeBufferPointer<UInt8>, _ from: Int) -> Bool {
    guard let next = next(input, from) else { return false }
    return CharacterClass.isSmall(next) || CharacterClass.isDigit(next) || ",;)".utf8.contains(next)
  }
}
