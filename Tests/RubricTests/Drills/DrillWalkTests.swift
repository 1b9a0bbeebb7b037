import Diagnostics
import TestSupport
import Testing
import YAML

@testable import Rubric

@Suite("Walking a drill")
struct DrillWalkTests {
  @Test("a sound drill has no faults, and a quickest way to a good end")
  func sound() throws {
    let walk = DrillWalk(try SampleDrill.drill())
    #expect(walk.faults == [])
    #expect(
      walk.goodPath?.map(\.deed) == [
        .check("changes"), .check("graphs"), .check("logs"), .action("roll-back"), .action("roll-back"),
      ])
    #expect(walk.goodPath?.map(\.end) == [1, 3, 6, 10, 14])
    #expect(walk.goodPath?.map(\.to) == ["failing", "failing", "failing", "limping", "recovered"])
  }

  @Test("each fault with its place", arguments: faults)
  func fault(fault: BrokenDrill) throws {
    let source = SampleDrill.source(fault.changes)
    let node = try YAMLParser.parse(source)
    var check = LibraryCheck(RubricLibrary([]))
    check.checkDrill(try Drill.shape.read(node, in: source), node: node, in: source)
    let output = FindingPrinter().text(check.findings.sorted())
    let path = "Tests/RubricTests/Golden/drill-check/\(fault.name).out"
    #expect(output == (try Golden.expected(path, recording: output)))
    #expect(output.contains("[\(fault.rule)]"))
  }

  @Test("every fault has its expected output, and none is left over")
  func complete() {
    let names = ProjectFiles.list("Tests/RubricTests/Golden/drill-check")
    #expect(names == Self.faults.map { "\($0.name).out" }.sorted())
  }

  @Test("names that stand for nothing hide what follows from them")
  func names() throws {
    let walk = DrillWalk(try SampleDrill.drill([("start: failing", "start: falling")]))
    #expect(walk.faults == [DrillFault(kind: .unknownState("falling"), path: [.key("start")])])
    #expect(walk.goodPath == nil)
  }

  @Test("a good end that needs a worsening is reached by waiting for it")
  func waiting() throws {
    let drill = try SampleDrill.drill([
      ("{from: [failing, limping], to: recovered", "{from: [limping], to: recovered"),
      ("needs: [release, evictions]", "needs: [release]"),
      ("minutes: 2\n    moves:", "minutes: 2\n    needs: [evictions]\n    moves:"),
    ])
    #expect(DrillWalk.goodPath(of: drill) == DrillWalk(drill).goodPath)
    let path = try #require(DrillWalk(drill).goodPath)
    #expect(path.map(\.deed) == [.check("changes"), .wait(3), .action("roll-back"), .action("roll-back")])
    #expect(path.last?.end == 12)
  }

  @Test("a large drill is walked whole")
  func large() throws {
    let drill = LargeDrill.drill(states: 8, checks: 16, actions: 10, facts: 10)
    let walk = DrillWalk(drill)
    #expect(walk.faults == [])
    #expect(walk.goodPath?.last?.to == "s7")
    #expect(walk.goodPath?.allSatisfy { $0.missing == [] } == true)
  }

  @Test("a drill that is too large is given up and not guessed about")
  func tooLarge() throws {
    var drill = LargeDrill.drill(states: 8, checks: 40, actions: 10, facts: 40)
    drill.actions[6].needs = drill.facts.map(\.id)
    drill.limit = 240
    let walk = DrillWalk(drill)
    #expect(walk.faults.map(\.kind) == [.tooManyPaths])
    #expect(walk.goodPath == nil)
    drill = LargeDrill.drill(states: 8, checks: 65, actions: 10, facts: 65)
    #expect(DrillWalk(drill).faults.map(\.kind) == [.tooManyPaths])
  }

  @Test("the walk finds what trying every path finds", arguments: 1...60)
  func exhaustive(seed: UInt64) throws {
    var random = RandomDrill(seed: seed)
    let drill = random.drill()
    let tried = try #require(EveryPath(drill))
    let walk = DrillWalk(drill)
    #expect(walk.goodPath?.last?.end == tried.bestGoodEnd)
    let unreachable = walk.faults.compactMap { fault -> String? in
      guard case .unreachableState(let id) = fault.kind else { return nil }
      return id
    }
    #expect(unreachable == drill.states.map(\.id).filter { !tried.states.contains($0) })
    let hasNone = walk.faults.contains { $0.kind == .noGoodEnd }
    #expect(hasNone == (tried.bestGoodEnd == nil))
  }

  @Test("random drills have good ends, and lack them")
  func variety() throws {
    let ends = try (1...60).map { seed -> Int? in
      var random = RandomDrill(seed: UInt64(seed))
      return try #require(EveryPath(random.drill())).bestGoodEnd
    }
    #expect(ends.count { $0 == nil } > 5 && Set(ends).count > 3)
  }
}

/// A drill with one fault.
struct BrokenDrill: CustomTestStringConvertible {
  let rule: String
  let suffix: String
  let changes: [(old: String, new: String)]

  /// The name of its golden file.
  var name: String { suffix.isEmpty ? rule : "\(rule)-\(suffix)" }
  var testDescription: String { name }

  init(_ rule: String, _ suffix: String = "", _ changes: (old: String, new: String)...) {
    (self.rule, self.suffix, self.changes) = (rule, suffix, changes)
  }
}

extension DrillWalkTests {
  /// One drill for each fault; what is said of it stands in `Golden/drill-check/<name>.out`.
  static let faults: [BrokenDrill] = [
    BrokenDrill("duplicate-id", "state", ("{id: limping", "{id: down")),
    BrokenDrill("duplicate-id", "fact", ("{id: evictions", "{id: memory")),
    BrokenDrill("duplicate-id", "check", ("{id: logs", "{id: graphs")),
    BrokenDrill("duplicate-id", "action", ("id: restart", "id: empty")),
    BrokenDrill("unknown-state", "start", ("start: failing", "start: faling")),
    BrokenDrill("unknown-state", "worsens", ("to: down, says: The", "to: dwon, says: The")),
    BrokenDrill("unknown-state", "reading", ("{states: [limping]", "{states: [limping, limp]")),
    BrokenDrill("unknown-state", "from", ("{from: [failing, limping]", "{from: [failing, limpin]")),
    BrokenDrill("unknown-state", "to", ("to: lost", "to: nowhere")),
    BrokenDrill("unknown-fact", "needs", ("needs: [memory], shows", "needs: [memori], shows")),
    BrokenDrill("unknown-fact", "tells", ("tells: [release]", "tells: [relase]")),
    BrokenDrill("unknown-fact", "reading", ("is half full.}", "is half full., tells: [half]}")),
    BrokenDrill("unknown-fact", "action", ("needs: [release, evictions]", "needs: [release, eviction]")),
    BrokenDrill("unknown-fact", "missing", ("missing: release", "missing: releases")),
    BrokenDrill(
      "repeated-state", "move", ("{from: [down], to: limping", "{from: [down, failing], to: limping")),
    BrokenDrill("repeated-state", "reading", ("{states: [limping]", "{states: [limping, limping]")),
    BrokenDrill(
      "unreachable-state", "",
      ("{id: limping, sees", "{id: alone, sees: Nobody is here., end: fair}\n  - {id: limping, sees")),
    BrokenDrill(
      "unreachable-state", "too-late",
      ("  - {id: lost", "  - {id: worse, sees: Nothing works., end: fair}\n  - {id: lost"),
      ("{id: limping, sees", "{id: limping, worsens: {after: 19, to: worse, says: It falls.}, sees")),
    BrokenDrill("dead-end", "", ("{from: [failing, limping]", "{from: [failing]")),
    BrokenDrill("no-good-end", "", ("end: good", "end: fair")),
    BrokenDrill("no-good-end", "too-late", ("limit: 20", "limit: 13")),
    BrokenDrill(
      "unmet-need", "circle", ("tells: [memory]", "tells: []"),
      ("tells: [evictions]", "tells: [evictions, memory]")),
    BrokenDrill(
      "unused-fact", "untold",
      ("  - {id: evictions", "  - {id: nobody, what: Nobody knows.}\n  - {id: evictions"),
      ("missing: evictions", "missing: nobody")),
    BrokenDrill(
      "unused-fact", "unneeded", ("needs: [memory], shows", "needs: [], shows"), ("    needs: [memory]\n", "")
    ),
    BrokenDrill(
      "idle-move", "from-an-end",
      (
        "- {from: [down], to: limping",
        "- {from: [lost], to: down, says: Up.}\n      - {from: [down], to: limping"
      )),
    BrokenDrill(
      "idle-move", "too-slow",
      ("minutes: 2\n    moves: [{from: [failing]", "minutes: 8\n    moves: [{from: [failing]")),
    BrokenDrill("beyond-limit", "mark", ("{at: 3,", "{at: 20,")),
    BrokenDrill("beyond-limit", "hint", ("{at: 6,", "{at: 200,")),
    BrokenDrill(
      "beyond-limit", "worsening",
      ("{id: limping, sees", "{id: limping, worsens: {after: 15, to: down, says: It falls.}, sees")),
    BrokenDrill(
      "worsening-end", "",
      ("sees: Logins work., end", "sees: Logins work., worsens: {after: 3, to: down, says: It falls.}, end")),
  ]
}
