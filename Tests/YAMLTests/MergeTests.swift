import Diagnostics
import TestSupport
import Testing

@testable import YAML

@Suite("Three-way merge")
struct MergeTests {
  private let merge = ThreeWayMerge(RandomLoop.rules)
  private let strict = ThreeWayMerge(MergeRules(isDerived: { $0 == "interviews/number" }))

  /// A base and two versions that random edits have made of it.
  private static func versions(_ seed: UInt64) -> (base: RandomLoop, ours: RandomLoop, theirs: RandomLoop) {
    var random = SeededGenerator(seed: seed)
    let base = RandomLoop(using: &random)
    var (ours, theirs) = (base, base)
    for _ in 0..<random.next() % 5 { ours.edit(using: &random) }
    for _ in 0..<random.next() % 5 { theirs.edit(using: &random) }
    return (base, ours, theirs)
  }

  @Test(
    "what only one side changed is as that side has it, to the order", arguments: 0..<400 as Range<UInt64>)
  func oneSide(seed: UInt64) throws {
    let (base, ours, _) = Self.versions(seed)
    let (before, after) = (try base.node, try ours.node)
    for outcome in [
      merge.merge(base: before, ours: before, theirs: after),
      merge.merge(base: before, ours: after, theirs: before),
      merge.merge(base: before, ours: after, theirs: after),
    ] {
      #expect(outcome.conflicts.isEmpty)
      #expect(strict.isSame(outcome.node, after))
    }
  }

  @Test("no edit of the side that is taken is lost", arguments: 0..<400 as Range<UInt64>)
  func keeps(seed: UInt64) throws {
    let versions = Self.versions(seed)
    let (base, ours, theirs) = (try versions.base.node, try versions.ours.node, try versions.theirs.node)
    for (side, edited) in [(MergeSide.ours, ours), (.theirs, theirs)] {
      let merged = ThreeWayMerge(RandomLoop.rules, taking: side)
        .merge(base: base, ours: ours, theirs: theirs).node.values()
      let (before, after) = (base.values(), edited.values())
      for path in Set(before.keys).union(after.keys) where before[path] != after[path] {
        #expect(merged[path] == after[path], "\(path)")
      }
    }
  }

  @Test("no edit of either side is lost without a conflict", arguments: 0..<400 as Range<UInt64>)
  func conflictOrBoth(seed: UInt64) throws {
    let versions = Self.versions(seed)
    let (base, ours, theirs) = (try versions.base.node, try versions.ours.node, try versions.theirs.node)
    let outcome = merge.merge(base: base, ours: ours, theirs: theirs)
    let other = merge.merge(base: base, ours: theirs, theirs: ours)
    #expect(outcome.conflicts.count == other.conflicts.count)
    guard outcome.conflicts.isEmpty else { return }
    let merged = outcome.node.values()
    #expect(merged == other.node.values(), "edits that do not meet commute")
    let before = base.values()
    for edited in [ours.values(), theirs.values()] {
      for path in Set(before.keys).union(edited.keys) where before[path] != edited[path] {
        #expect(merged[path] == edited[path], "\(path)")
      }
    }
  }

  @Test("random versions both meet and miss each other")
  func variety() throws {
    let conflicts = try (0..<400 as Range<UInt64>).map { seed in
      let versions = Self.versions(seed)
      return merge.merge(
        base: try versions.base.node, ours: try versions.ours.node, theirs: try versions.theirs.node
      ).conflicts.count
    }
    #expect(conflicts.count { $0 > 0 } > 40 && conflicts.count { $0 == 0 } > 40)
  }

  private static let base = """
    title: Engineer
    interviews:
    - format: coding
      name: Coding
      minutes: 75
      questions:
      - {id: go/one, ask: Why one?}
      - {id: go/two, ask: Why two?}
    - {format: talk, name: Talk, minutes: 30}

    """

  private static let conflicts: [(ours: [String: String], theirs: [String: String], text: String)] = [
    (
      ["minutes: 75": "minutes: 60"], ["minutes: 75": "minutes: 90"],
      #"5:12 minutes of interview "Coding" is 60 in A and 90 in B; it was 75"#
    ),
    (
      ["Why one?": "Why?"], ["Why one?": "What?"],
      #"7:23 ask of question "go/one" of interview "Coding" is "Why?" in A and "What?" in B; it was "Why one?""#
    ),
    (
      ["  - {id: go/one, ask: Why one?}\n": ""], ["Why one?": "What?"],
      #"6:3 question "go/one" of interview "Coding" is removed in A and changed in B; "#
        + #"changed: ask from "Why one?" to "What?""#
    ),
    (
      ["minutes: 30": "minutes: 40"], ["- {format: talk, name: Talk, minutes: 30}\n": ""],
      #"9:4 interview "Talk" is changed in A and removed in B; changed: minutes from 30 to 40"#
    ),
    (
      ["title: Engineer\n": ""], ["Engineer": "Lead"],
      #"1:1 title is removed in A and changed in B; changed: from "Engineer" to "Lead""#
    ),
    (
      ["Why two?}\n": "Why two?}\n  - {id: go/new, ask: Mine?}\n"],
      ["Why two?}\n": "Why two?}\n  - {id: go/new, ask: Theirs?}\n"],
      #"9:23 ask of question "go/new" of interview "Coding" is "Mine?" in A and "Theirs?" in B; "#
    ),
  ]

  @Test("a conflict has its place in our file, and both values in words", arguments: conflicts)
  func conflict(ours: [String: String], theirs: [String: String], text: String) throws {
    func node(_ edits: [String: String]) throws -> Node {
      let text = edits.reduce(Self.base) { $0.replacing($1.key, with: $1.value) }
      #expect(text != Self.base)
      return try YAMLParser.parse(SourceText(name: "a.yaml", text: text))
    }
    let outcome = merge.merge(
      base: try node(["Engineer\n": "Engineer\n\n"]), ours: try node(ours), theirs: try node(theirs))
    let shown = outcome.conflicts.map { conflict in
      let place = conflict.place.start
      return
        "\(place.line):\(place.column) \(conflict.message(ours: "A", theirs: "B")); \(conflict.note ?? "")"
    }
    #expect(shown == [text])
  }

  @Test("a renamed interview is the same one, and what the other side changed in it is kept")
  func renamed() throws {
    func node(_ old: String, _ new: String) throws -> Node {
      try YAMLParser.parse(SourceText(name: "a", text: Self.base.replacing(old, with: new)))
    }
    let outcome = merge.merge(
      base: try node("Engineer", "Engineer"), ours: try node("name: Coding", "name: Pairing"),
      theirs: try node("Why two?", "How two?"))
    #expect(outcome.conflicts.isEmpty)
    let values = outcome.node.values()
    #expect(values["/interviews/coding/name"] == "Pairing")
    #expect(values["/interviews/coding/questions/go/two/ask"] == "How two?")
  }

  @Test("deep and wide files are merged, too")
  func hostile() throws {
    let deep = String(repeating: "[", count: 63) + "1" + String(repeating: "]", count: 63)
    let wide = "a: [" + (0..<20_000).map { String($0) }.joined(separator: ", ") + "]"
    for text in [deep, wide] {
      let base = try YAMLParser.parse(SourceText(name: "a", text: text))
      let ours = try YAMLParser.parse(SourceText(name: "a", text: text.replacing("1", with: "2")))
      let theirs = try YAMLParser.parse(SourceText(name: "a", text: text.replacing("1", with: "3")))
      #expect(merge.isSame(merge.merge(base: base, ours: base, theirs: theirs).node, theirs))
      #expect(!merge.isSame(merge.merge(base: base, ours: ours, theirs: theirs).node, base))
    }
  }
}
