/// The parts of a title between dashes and bars: "Platform Engineer – Berlin | Full-time".
enum TitleParts {
  /// The parts that hold anything, in order.
  static func parts(of title: String) -> [String] {
    guard title.utf8.contains(where: marks.contains) else { return [title] }
    let even = separators.reduce(Array(title.utf8)) { pieces(of: $0, between: $1).joined(by: dash) }
    return pieces(of: even, between: dash).filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
  }

  private static let dash = Array(" - ".utf8)

  /// What stands for a dash between spaces, in the order in which it is replaced.
  private static let separators = [" – ", " | ", "- ", "  - "].map { Array($0.utf8) }

  /// The bytes without which no separator is there.
  private static let marks = ByteSet("-–|".utf8)

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

extension [ArraySlice<UInt8>] {
  fileprivate func joined(by separator: [UInt8]) -> [UInt8] { Array<UInt8>(joined(separator: separator) as JoinedSequence<Self>) }
}
