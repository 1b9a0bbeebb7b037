/// Output as documents show it: a line `...` stands for one or more lines left out.
enum Transcript {
  private static let gap = "..."

  /// Whether an output is what is shown of it. An empty line before the next command is not counted.
  static func matches(_ output: String, shown: [String]) -> Bool {
    let lines = trimmed(lines(of: output))
    let parts = trimmed(shown).split(separator: gap, omittingEmptySubsequences: false).map(Array.init)
    guard parts.count > 1 else { return parts.first ?? [] == lines }
    guard lines.count > parts.reduce(0, { $0 + $1.count }) else { return false }
    guard lines.starts(with: parts[0]), lines.reversed().starts(with: parts[parts.count - 1].reversed())
    else {
      return false
    }
    var rest = lines[parts[0].count..<lines.count - parts[parts.count - 1].count]
    for part in parts.dropFirst().dropLast() {
      guard let start = rest.dropFirst().indices.first(where: { rest[$0...].starts(with: part) }) else {
        return false
      }
      rest = rest[(start + part.count)...]
    }
    return !rest.isEmpty
  }

  /// An output with lines left out where they were before: as many lines are kept before the first gap
  /// and behind the last one; what stood between two gaps is found again by its first line.
  static func recorded(_ output: String, like shown: [String]) -> [String] {
    let lines = trimmed(lines(of: output))
    let blank = shown.last == "" ? [""] : []
    let parts = trimmed(shown).split(separator: gap, omittingEmptySubsequences: false).map(Array.init)
    guard let first = parts.first, let last = parts.last, parts.count > 1,
      lines.count > first.count + last.count
    else { return lines + blank }
    var kept = Array(lines.prefix(first.count))
    var rest = lines.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() {
      guard let start = rest.dropFirst().indices.first(where: { rest[$0] == part.first }) else { continue }
      let found = rest[start...].prefix(part.count)
      kept += [gap] + found
      rest = rest[(start + found.count)...]
    }
    return kept + [gap] + lines.suffix(last.count) + blank
  }

  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func trimmed(_ lines: [String]) -> [String] {
    var lines = lines
    while lines.last == "" { lines.removeLast() }
    return lines
  }
}
