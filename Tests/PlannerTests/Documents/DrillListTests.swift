import Diagnostics
import Testing

@testable import Planner
@testable import Rubric

@Suite struct DrillListTests {
  private func lines(_ names: [[String]], taken: [DrillStep.Deed] = []) throws -> [String] {
    let drill = try drill(names)
    let deeds = drill.checks.map { (DrillDeedView(.check($0.id), in: drill), $0.asks) }
    return DrillRowView.rows(deeds, taken: taken).map(\.line)
  }

  @Test func namesStandInTwoColumnsDownTheFirst() throws {
    #expect(
      try lines([["one"], ["two"], ["three"]], taken: [.check("k1")]) == [
        "c1   one 12'                            c3   three 12'", "c2*  two 12'",
      ])
    #expect(try lines([]) == [])
  }

  @Test func theFirstNameThatFitsIsShown() throws {
    let long = String(repeating: "x", count: 30)
    #expect(try lines([[long, "short"], ["b"]]) == ["c1   short 12'                          c2   b 12'"])
  }

  @Test(arguments: ["x", "界", "e\u{301}", "👩‍👩‍👧"])
  func whereNoneFitsThereIsOneColumnThatFits80(letter: String) throws {
    let lines = try lines([[String(repeating: letter, count: 200)], ["b"]])
    #expect(lines.count == 2 && lines[0].hasSuffix("… 12'"))
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 78 })
  }

  @Test func secondsAreShownAsMinutes() {
    #expect([0, 9, 60, 754, 3_600].map(DrillClock.text) == ["0:00", "0:09", "1:00", "12:34", "60:00"])
  }

  /// A drill with checks of some names.
  private func drill(_ names: [[String]]) throws -> Drill {
    let checks = names.enumerated().map { number, names in
      Drill.Check(
        id: "k\(number)", asks: names, minutes: 12, needs: [], shows: "S", tells: [], readings: [])
    }
    return Drill(
      limit: 20, start: "s", states: [], facts: [], checks: checks, actions: [], marks: [], hints: [],
      outOfTime: "O")
  }
}
