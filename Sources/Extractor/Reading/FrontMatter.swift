/// The block of `key: value` lines between two lines of dashes at the head of a file.
enum FrontMatter {
  /// The facts of the block, and where the text behind it begins. Only keys at the margin count, and the name of
  /// what stands below one; the block need not be sound YAML, and seldom is.
  static func read(_ input: UnsafeBufferPointer<UInt8>) -> (facts: [Posting.Metadatum], end: Int) {
    let start = ByteOrderMark.length(in: input)
    var lines = LineReader(input, from: start)
    guard let first = lines.next(), isFence(input, first) else { return ([], start) }
    let inside = lines.offset
    var facts: [Posting.Metadatum] = []
    // The key over lines that stand deeper: "employer:" over "  name: Orchardwick".
    var outer: String?
    while let line = lines.next() {
      if isFence(input, line) { return (facts, isBare(input, inside, lines.offset) ? inside : lines.offset) }
      let depth = line.prefix { input[$0] == 0x20 }.count
      guard let found = fact(input, line.dropFirst(depth)) else { continue }
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

  private static func isFence(_ input: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    var dashes = 0
    for byte in input[line] where byte != 0x0D && byte != 0x20 {
      guard byte == UInt8(ascii: "-") else { return false }
      dashes += 1
    }
    return dashes == 3
  }

  private static func fact(_ input: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Posting.Metadatum? {
    guard let first = line.first, CharacterClass.isLetter(input[first]) else { return nil }
    guard let colon = line.first(where: { input[$0] == UInt8(ascii: ":") }) else { return nil }
    let key = String(decoding: input[line.lowerBound..<colon], as: UTF8.self).lowercased()
    let value = String(decoding: input[colon + 1..<line.upperBound], as: UTF8.self)
    let trimmed = Trimming.trimmed(value, of: " \t\r\"'")
    return Posting.Metadatum(key: key, value: trimmed)
  }
}
