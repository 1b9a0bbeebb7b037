/// Cuts a stretch of a YAML file into words.
///
/// The bytes of the file are read, and not the value that they stand for, so that a finding points at the very
/// words. What quoted texts escape is undone: `"two\nkids"` are two words, and `don''t` is one.
struct TextWords {
  /// A word in its place.
  struct Word {
    /// Its bytes in the file.
    var range: Range<Int>
    /// The word in small letters.
    var text: String
    /// Whether nothing but space, a hyphen or a brace parts it from the word before.
    var isJoined: Bool
    /// The number of its sentence, from 0.
    var sentence: Int
  }

  /// A character of a text, with the bytes that stand for it.
  struct Unit {
    /// The character.
    var scalar: Unicode.Scalar
    /// Its bytes in the file.
    var range: Range<Int>
  }

  /// The words, in order.
  private(set) var words: [Word] = []

  private var letters: [Unit] = []
  private var isJoined = false
  private var sentence = 0
  private var isStopped = false
  private var lineEnds = 0

  /// The words of some bytes of a file.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    var units = TextUnits(bytes, in: range)
    while let unit = units.next() { take(unit) }
    close()
  }

  private mutating func take(_ unit: Unit) {
    let scalar = unit.scalar
    if scalar.value > 0x7F, scalar.properties.generalCategory == .format { return }
    if Self.isLetter(scalar) {
      begin(with: scalar)
      letters.append(unit)
      return
    }
    close()
    isJoined = isJoined && Self.isGlue(scalar)
    if scalar == "\n" { lineEnds += 1 }
    switch scalar {
    case ".", "!", "?": isStopped = true
    case " ", "\n", "\t", "\r", "\u{A0}":
      if isStopped { nextSentence() }
    case "-", "*", "\u{2022}":
      if lineEnds > 0 { nextSentence() }
    default: isStopped = isStopped && ")\"'\u{201D}\u{2019}".unicodeScalars.contains(scalar)
    }
  }

  /// A line that begins anew begins a sentence; one that was only broken goes on with a small letter.
  private mutating func begin(with scalar: Unicode.Scalar) {
    guard letters.isEmpty else { return }
    if lineEnds > 1 { nextSentence() }
    if lineEnds == 1, scalar.properties.isUppercase { sentence += 1 }
    (lineEnds, isStopped) = (0, false)
  }

  private mutating func nextSentence() {
    sentence += 1
    (isStopped, isJoined, lineEnds) = (false, false, 0)
  }

  /// Ends the word that is being read. Apostrophes count within a word alone.
  private mutating func close() {
    defer { letters.removeAll(keepingCapacity: true) }
    while letters.first?.scalar == "'" { letters.removeFirst() }
    while letters.last?.scalar == "'" { letters.removeLast() }
    guard let first = letters.first, let last = letters.last else { return }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: letters.map(\.scalar))
    words.append(
      Word(
        range: first.range.lowerBound..<last.range.upperBound, text: String(text).lowercased(),
        isJoined: isJoined, sentence: sentence))
    isJoined = true
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "'": return true
    case ..."\u{7F}": return false
    default:
      let properties = scalar.properties
      return properties.isAlphabetic || properties.numericType != nil
        || properties.generalCategory == .nonspacingMark
    }
  }

  private static func isGlue(_ scalar: Unicode.Scalar) -> Bool {
    " \n\r\t-{}\u{A0}\u{2010}\u{2011}".unicodeScalars.contains(scalar)
  }
}
