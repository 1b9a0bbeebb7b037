/// The parts of a title between dashes and bars: "Platform Engineer – Berlin | Full-time".
enum TitleParts {
  /// The parts that hold anything, in order.
  static func parts(of title: String) -> [String] {
    guard [" – ", " | ", "- "].contains(where: { Trimming.holds($0, title) }) else { return [title] }
    let even = separators.reduce(Array(title.utf8)) { text, separator in
      Array(pieces(of: text, between: separator).joined(separator: dash))
    }
    return pieces(of: even, between: dash).filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
  }

  private static let dash = Array(" - ".utf8)

  /// What stands for a dash between spaces, in the order in which it is replaced.
  private static let separators = [" – ", " | ", "- ", "  - "].map { Array($0.utf8) }

  private static func pieces(of text: [UInt8], between separator: [UInt8]) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var (start, offset) = (0, 0)
    while offset + separator.count <= text.count {
      guard text[offset] == separator[0], text[offset...].starts(with: separator) else {
        offset += 1
        continue
      }
      pieces.append(text[start..<offset])
      offset += separator.count
      start = offset
    }
    return pieces + [text[start...]]
  }
}
