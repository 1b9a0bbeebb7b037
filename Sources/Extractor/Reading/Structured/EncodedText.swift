/// Texts that were encoded before they were put into JSON: HTML as character references (Greenhouse
/// does it, once or twice), and line ends as a backslash and an n.
enum EncodedText {
  /// The text as it was before, mapped to what the given one is mapped to.
  static func decoded(_ text: MappedText) -> MappedText {
    var text = text
    if let lines = replacing(text, where: holdsWrittenLineEnds, lineEnd) { text = lines.over(text) }
    for _ in 0..<mostTimes {
      guard let next = replacing(text, where: holdsEncodedTags, reference) else { break }
      text = next.over(text)
    }
    return text
  }

  /// A short text without references: "R&amp;D" as "R&D".
  static func plain(_ text: MappedText) -> String {
    String(decoding: (replacing(text, where: { _ in true }, reference) ?? text).bytes, as: UTF8.self)
  }

  /// Three times are more than anybody has seen.
  private static let mostTimes = 3

  private typealias Input = UnsafeBufferPointer<UInt8>
  private typealias Piece = (bytes: [UInt8], length: Int)

  private static func replacing(
    _ text: MappedText, where isEncoded: (Input) -> Bool, _ piece: (Input, Int) -> Piece?
  ) -> MappedText? {
    text.bytes.withUnsafeBufferPointer { input in
      guard isEncoded(input) else { return nil }
      var output = MappedText()
      var (kept, offset) = (0, 0)
      while offset < input.count {
        let byte = input[offset]
        guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\\"), let piece = piece(input, offset) else {
          offset += 1
          continue
        }
        output.append(input, kept..<offset)
        output.append(piece.bytes, for: offset..<offset + piece.length)
        offset += piece.length
        kept = offset
      }
      output.append(input, kept..<input.count)
      return output
    }
  }

  private static func reference(_ input: Input, at offset: Int) -> Piece? {
    input[offset] == UInt8(ascii: "&") ? CharacterReference.decode(input, at: offset, end: input.count) : nil
  }

  private static func lineEnd(_ input: Input, at offset: Int) -> Piece? {
    isWrittenLineEnd(input, offset) ? ([UInt8(ascii: "\n")], 2) : nil
  }

  private static func isWrittenLineEnd(_ input: Input, _ offset: Int) -> Bool {
    input[offset] == UInt8(ascii: "\\") && offset + 1 < input.count && input[offset + 1] == UInt8(ascii: "n")
  }

  /// Several of them, and no real line end.
  private static func holdsWrittenLineEnds(_ input: Input) -> Bool {
    guard !input.contains(UInt8(ascii: "\n")) else { return false }
    return input.indices.lazy.filter { isWrittenLineEnd(input, $0) }.prefix(3).reduce(0) { sum, _ in sum + 1 }
      == 3
  }

  /// `&lt;p`, `&lt;/` or `&amp;lt;`, and no tag.
  private static func holdsEncodedTags(_ input: Input) -> Bool {
    var offset = 0
    while let sign = input[offset...].firstIndex(where: { "<&".utf8.contains($0) }) {
      if input[sign] == UInt8(ascii: "<"), HTMLTag(input, at: sign) != nil { return false }
      let isEncoded = ["&lt;", "&amp;lt;"].contains { mark in
        let next = sign + mark.utf8.count
        return input[sign...].starts(with: mark.utf8) && next < input.count
          && (CharacterClass.isLetter(input[next]) || input[next] == UInt8(ascii: "/"))
      }
      if isEncoded { return true }
      offset = sign + 1
    }
    return false
  }
}
