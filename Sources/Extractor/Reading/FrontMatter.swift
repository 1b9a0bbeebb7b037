/// The block of `key: value` lines between two lines of dashes at the head of a file, or of `key = value` lines between
/// two of plus signs.
enum FrontMatter {
  /// The facts of the block, and where the text behind it begins. Only keys at the margin count, and the name of
  /// what stands below one; the block need not be sound YAML, and seldom is.
  static func read(_ input: UnsafeBufferPointer<UInt8>) -> (facts: [Posting.Metadatum], end: Int) {
    let start = ByteOrderMark.length(in: input)
    var lines = LineReader(input, from: start)
    guard let first = lines.next(), let fence = Fence.allCases.first(where: { $0.is(first, of: input) })
    else {
      return ([], start)
    }
    let inside = lines.offset
    var facts: [Posting.Metadatum] = []
    // The key over lines that stand deeper: "employer:" over "  name: Orchardwick".
    var outer: String?
    while let line = lines.next() {
      if fence.is(line, of: input) {
        return (facts, isBare(input, inside, lines.offset) ? inside : lines.offset)
      }
      let depth = line.prefix { input[$0] == 0x20 }.count
      guard let found = fact(input, line.dropFirst(depth), fence) else { continue }
      if depth == 0 { outer = found.value.isEmpty ? found.key : nil }
      let name = depth > 0 && found.key == "name" ? outer : depth == 0 ? found.key : nil
      if let name, !found.value.isEmpty { facts.append(.init(key: name, value: found.value)) }
      if facts.count > 200 { break }
    }
    return ([], start)
  }

  /// Whether next to nothing follows the block: the posting stands in its keys, "requirements:" over a list.
  private static func isBare(_ input: UnsafeBufferPointer<UInt8>, _ inside: Int, _ end: Int) -> Bool {
    if input[end...].allSatisfy({ $0 <= 0x20 }) { return true }
    return end - inside > longKeys && input.count - end < (end - inside) / 2
  }

  /// More bytes than keys take that only name things.
  private static let longKeys = 1_000

  /// What the block stands between.
  private enum Fence: CaseIterable {
    case dashes, pluses

    private var sign: UInt8 { self == .dashes ? UInt8(ascii: "-") : UInt8(ascii: "+") }

    /// What stands behind a key.
    var separator: UInt8 { self == .dashes ? UInt8(ascii: ":") : UInt8(ascii: "=") }

    /// Whether a line is one.
    func `is`(_ line: Range<Int>, of input: UnsafeBufferPointer<UInt8>) -> Bool {
      var count = 0
      for byte in input[line] where byte != 0x0D && byte != 0x20 {
        guard byte == sign else { return false }
        count += 1
      }
      return count == 3
    }
  }

  private static func fact(
    _ input: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ fence: Fence
  ) -> Posting.Metadatum? {
    guard let first = line.first, CharacterClass.isLetter(input[first]) else { return nil }
    guard let sign = line.first(where: { input[$0] == fence.separator }) else { return nil }
    let key = String(decoding: input[line.lowerBound..<sign], as: UTF8.self).lowercased()
    let value = String(decoding: input[sign + 1..<line.upperBound], as: UTF8.self)
    return Posting.Metadatum(
      key: Trimming.trimmed(key, of: " \t"), value: Trimming.trimmed(value, of: " \t\r\"'"))
  }
}
