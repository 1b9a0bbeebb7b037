/// The lines of a text, each with its line end, as numbers that are equal where lines are.
struct NumberedLines {
  /// The lines of all texts, by number.
  private(set) var texts: [ArraySlice<UInt8>] = []
  private var numbers: [ArraySlice<UInt8>: Int] = [:]

  /// The numbers of the lines of a text.
  mutating func lines(of bytes: [UInt8]) -> [Int] {
    var lines: [Int] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      lines.append(number(of: bytes[start..<end]))
      start = end
    }
    return lines
  }

  private mutating func number(of line: ArraySlice<UInt8>) -> Int {
    if let known = numbers[line] { return known }
    numbers[line] = texts.count
    texts.append(line)
    return texts.count - 1
  }

  /// The text of some lines.
  func bytes(of lines: some Sequence<Int>) -> [UInt8] { lines.flatMap { texts[$0] } }
}

/// Which lines of one text are the same ones in another, in order (Myers 1986).
enum LineMatching {
  /// How many lines may differ before nothing more is matched: the time grows with the square of them.
  private static let most = 4_000

  /// For each line of one text the index of the same one in the other; nil where it has none.
  static func matches(_ a: [Int], in b: [Int]) -> [Int?] {
    var head = 0
    while head < a.count, head < b.count, a[head] == b[head] { head += 1 }
    var tail = 0
    while tail < a.count - head, tail < b.count - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] {
      tail += 1
    }
    let (first, second) = (Array(a[head..<a.count - tail]), Array(b[head..<b.count - tail]))
    let middle = first.count + second.count > most ? first.map { _ in nil } : common(first, second)
    return (0..<head).map { $0 } + middle.map { $0.map { $0 + head } }
      + (0..<tail).map { b.count - tail + $0 }
  }

  private static func common(_ a: [Int], _ b: [Int]) -> [Int?] {
    var (removed, inserted) = (Set<Int>(), Set<Int>())
    for change in b.difference(from: a) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var kept = b.indices.filter { !inserted.contains($0) }.makeIterator()
    return a.indices.map { removed.contains($0) ? nil : kept.next() }
  }
}

/// Merges three versions of a text by lines, as `diff3` does.
///
/// It does not know what the lines mean: whoever takes the result holds it to a merge by meaning.
public struct LineMerge {
  /// The merged text. Where both sides changed the same lines, those of the side that is taken.
  public let bytes: [UInt8]
  /// Whether both sides changed some lines in different ways.
  public let hasConflicts: Bool

  /// Merges texts. What both added at one place is joined, ours first, or counts as changed in different ways.
  public init(
    base: [UInt8], ours: [UInt8], theirs: [UInt8], taking side: MergeSide, joining isJoining: Bool = true
  ) {
    var numbered = NumberedLines()
    let sides = (numbered.lines(of: base), numbered.lines(of: ours), numbered.lines(of: theirs))
    var walk = LineWalk(base: sides.0, ours: sides.1, theirs: sides.2, side: side, isJoining: isJoining)
    walk.run()
    bytes = numbered.bytes(of: walk.merged)
    hasConflicts = walk.hasConflicts
  }
}

/// One merge on its way down the lines.
private struct LineWalk {
  let base: [Int]
  let ours: [Int]
  let theirs: [Int]
  let side: MergeSide
  let isJoining: Bool
  private(set) var merged: [Int] = []
  private(set) var hasConflicts = false

  init(base: [Int], ours: [Int], theirs: [Int], side: MergeSide, isJoining: Bool) {
    (self.base, self.ours, self.theirs) = (base, ours, theirs)
    (self.side, self.isJoining) = (side, isJoining)
  }

  mutating func run() {
    let (inOurs, inTheirs) = (
      LineMatching.matches(base, in: ours), LineMatching.matches(base, in: theirs)
    )
    var (a, b, start) = (0, 0, 0)
    for index in base.indices {
      guard let here = inOurs[index], let there = inTheirs[index] else { continue }
      resolve(base[start..<index], ours[a..<here], theirs[b..<there])
      merged.append(base[index])
      (a, b, start) = (here + 1, there + 1, index + 1)
    }
    resolve(base[start...], ours[a...], theirs[b...])
  }

  private mutating func resolve(_ before: ArraySlice<Int>, _ a: ArraySlice<Int>, _ b: ArraySlice<Int>) {
    if a == b || Array(b) == Array(before) {
      merged += a
    } else if Array(a) == Array(before) {
      merged += b
    } else if before.count > 1, before.count == a.count, a.count == b.count {
      for (line, (mine, other)) in zip(before, zip(a, b)) { resolve([line], [mine], [other]) }
    } else if before.isEmpty, isJoining {
      // Both have added something: that both belong there is for the meaning to say.
      merged += a + b
    } else {
      hasConflicts = true
      merged += side == .ours ? a : b
    }
  }
}
