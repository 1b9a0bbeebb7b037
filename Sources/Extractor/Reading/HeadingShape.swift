/// Tells headings that are not marked as such: bold lines, lines in capitals, lines that end in a
/// colon.
enum HeadingShape {
  /// The level that such a heading gets; nil when the text is none. `isBold` says that the whole text
  /// is set in bold.
  static func level(of text: ArraySlice<UInt8>, isBold: Bool) -> Int? {
    guard (2...80).contains(text.count), let last = text.last else { return nil }
    let hasColon = last == UInt8(ascii: ":")
    if isBold, !endsSentence(last), !holdsLabel(text) { return 4 }
    if text.count <= 60, isCapitals(text) { return 3 }
    if hasColon, text.count <= 64, !text.dropLast().contains(UInt8(ascii: ".")) { return 5 }
    return nil
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
  }

  /// `Location: Remote` is a label with its value and heads nothing.
  private static func holdsLabel(_ text: ArraySlice<UInt8>) -> Bool {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return text[(colon + 1)...].contains { $0 > 0x20 }
  }

  private static func isCapitals(_ text: ArraySlice<UInt8>) -> Bool {
    var letters = 0
    for byte in text {
      if CharacterClass.isSmall(byte) { return false }
      if CharacterClass.isCapital(byte) { letters += 1 }
    }
    return letters >= 4
  }
}
