/// What a text says, as the set of its runs of five words: two texts that share most of them say the same,
/// whatever their marks.
struct Shingles {
  private var hashes: Set<UInt64> = []
  /// Whether any of the text has headings of its own.
  private(set) var hasHeadings = false

  /// How many words make a run.
  private static let length = 5

  /// Adds a text that was read into blocks.
  mutating func add(_ text: [UInt8], _ blocks: [Block]) {
    hashes.formUnion(Self.runs(of: text))
    hasHeadings = hasHeadings || blocks.contains { if case .heading = $0.kind { true } else { false } }
  }

  /// The share of a text that is among these.
  func share(of text: [UInt8]) -> Double {
    let runs = Self.runs(of: text)
    guard !runs.isEmpty else { return 0 }
    return Double(runs.count { hashes.contains($0) }) / Double(runs.count)
  }

  /// How many there are.
  var count: Int { hashes.count }

  /// The runs of a text; a text of fewer words is one.
  private static func runs(of text: [UInt8]) -> [UInt64] {
    let words = text.split { $0 <= 0x20 }.map { word in
      word.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
    guard words.count > length else { return words.isEmpty ? [] : [mixed(words[...])] }
    return (0...words.count - length).map { mixed(words[$0..<$0 + length]) }
  }

  private static func mixed(_ words: ArraySlice<UInt64>) -> UInt64 {
    words.reduce(17) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 }
  }
}
