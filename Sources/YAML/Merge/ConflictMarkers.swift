/// Two versions of a text in one, with the marks that git and editors know around what differs.
///
/// A text with such marks is neither YAML nor JSON: nobody takes it for a file that can be used.
public struct ConflictMarkers: Sendable {
  /// The text with the marks.
  public let bytes: [UInt8]
  /// How many places are marked.
  public let count: Int
  /// The line of the marked text at which each line of the first version stands, both from 1.
  private let lines: [Int]

  /// Marks where two texts differ. The marks are of some width and bear the names of the sides.
  public init(_ ours: [UInt8], _ theirs: [UInt8], width: Int = 7, names: (ours: String, theirs: String)) {
    var numbered = NumberedLines()
    let (a, b) = (numbered.lines(of: Self.ended(ours)), numbered.lines(of: Self.ended(theirs)))
    var marked = MarkedLines(numbered: numbered, width: width, names: names)
    var (start, other) = (0, 0)
    for (index, match) in LineMatching.matches(a, in: b).enumerated() {
      guard let match else { continue }
      marked.add(a[start..<index], b[other..<match])
      marked.add(line: a[index])
      (start, other) = (index + 1, match + 1)
    }
    marked.add(a[start...], b[other...])
    (bytes, count, lines) = (marked.bytes, marked.count, marked.lines)
  }

  /// The line of the marked text at which a line of the first version stands, both from 1.
  public func line(of line: Int) -> Int { lines.indices.contains(line - 1) ? lines[line - 1] : line }

  private static func ended(_ bytes: [UInt8]) -> [UInt8] {
    bytes.isEmpty || bytes.last == UInt8(ascii: "\n") ? bytes : bytes + [UInt8(ascii: "\n")]
  }
}

/// A text with marks as it grows.
private struct MarkedLines {
  let numbered: NumberedLines
  let width: Int
  let names: (ours: String, theirs: String)
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0
  private(set) var lines: [Int] = []
  private var next = 1

  init(numbered: NumberedLines, width: Int, names: (ours: String, theirs: String)) {
    (self.numbered, self.width, self.names) = (numbered, width, names)
  }

  mutating func add(line: Int) {
    lines.append(next)
    append(numbered.texts[line])
  }

  mutating func add(_ ours: ArraySlice<Int>, _ theirs: ArraySlice<Int>) {
    guard !ours.isEmpty || !theirs.isEmpty else { return }
    count += 1
    append(mark("<", names.ours))
    for line in ours { add(line: line) }
    append(mark("=", ""))
    for line in theirs { append(numbered.texts[line]) }
    append(mark(">", names.theirs))
  }

  private mutating func append(_ line: ArraySlice<UInt8>) {
    bytes += line
    next += 1
  }

  private func mark(_ sign: Character, _ name: String) -> ArraySlice<UInt8> {
    let name = name.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
    let text = String(repeating: sign, count: width) + (name.isEmpty ? "" : " " + String(name)) + "\n"
    return Array(text.utf8)[...]
  }
}
