/// The letters of a word while it is folded.
protocol WordLetters {
  subscript(_ offset: Int) -> UInt8 { get set }
}

extension UnsafeMutableBufferPointer<UInt8>: WordLetters {}

/// Up to eight bytes, the first one lowest.
struct ShortWord: WordLetters {
  var bytes: UInt64

  subscript(offset: Int) -> UInt8 {
    @inline(__always) get { UInt8(truncatingIfNeeded: bytes &>> UInt64(truncatingIfNeeded: 8 &* offset)) }
    @inline(__always) set {
      let place = UInt64(truncatingIfNeeded: 8 &* offset)
      bytes = bytes & ~(0xFF &<< place) | UInt64(newValue) &<< place
    }
  }
}

/// What is taken off the end of a word, and what is written in another way there.
struct WordEnding {
  private let isAcronym: Bool
  private let isFolded: Bool

  /// The ending of a word of some length, as its last two letters are written.
  @inline(__always)
  init(_ beforeLast: UInt8, _ last: UInt8, length: Int) {
    isAcronym = CharacterClass.isCapital(beforeLast)
    isFolded = length > 3 || (length == 3 && isAcronym && last == UInt8(ascii: "s"))
  }

  /// The length of a word of small ASCII letters once its ending is folded, in place.
  @inline(__always)
  func fold(_ word: inout some WordLetters, _ length: Int) -> Int {
    guard isFolded else { return length }
    let length = withoutPlural(&word, length)
    Self.makeAmerican(&word, length)
    return length > 3 && word[length - 1] == UInt8(ascii: "e") ? length - 1 : length
  }

  /// Drops the plural s: "queries" is "query" and "caches" is "cache". Words in -ss, -us and -is keep
  /// theirs, except acronyms ("APIs"). The last e goes too, so that "processes" meets "process".
  @inline(__always)
  private func withoutPlural(_ word: inout some WordLetters, _ length: Int) -> Int {
    guard word[length - 1] == UInt8(ascii: "s") else { return length }
    let before = word[length - 2]
    if before == UInt8(ascii: "s") || before == UInt8(ascii: "u") { return length }
    if before == UInt8(ascii: "i"), !isAcronym { return length }
    if before == UInt8(ascii: "e"), length > 4, word[length - 3] == UInt8(ascii: "i") {
      word[length - 3] = UInt8(ascii: "y")
      return length - 2
    }
    return length - 1
  }

  /// -ise, -ised, -ising, -iser, -isation with z.
  @inline(__always)
  private static func makeAmerican(_ word: inout some WordLetters, _ length: Int) {
    let count =
      switch word[length - 1] {
      case UInt8(ascii: "e"): 3
      case UInt8(ascii: "d"), UInt8(ascii: "r"): 4
      case UInt8(ascii: "g"): 5
      case UInt8(ascii: "n"): 7
      default: 0
      }
    let start = length - count
    guard count > 0, start >= 3, word[start] == UInt8(ascii: "i"), word[start + 1] == UInt8(ascii: "s"),
      isRest(word, start + 2, count)
    else { return }
    word[start + 1] = UInt8(ascii: "z")
  }

  /// Whether what stands between "is" and the last letter is that of an ending of so many letters.
  @inline(__always)
  private static func isRest(_ word: some WordLetters, _ start: Int, _ count: Int) -> Bool {
    switch count {
    case 4: word[start] == UInt8(ascii: "e")
    case 5: word[start] == UInt8(ascii: "i") && word[start + 1] == UInt8(ascii: "n")
    case 7:
      word[start] == UInt8(ascii: "a") && word[start + 1] == UInt8(ascii: "t")
        && word[start + 2] == UInt8(ascii: "i") && word[start + 3] == UInt8(ascii: "o")
    default: true
    }
  }
}
