import Testing

@testable import Figures

@Suite("Draws")
struct DrawTests {
  @Test(
    "a seed gives the same draws on every machine",
    arguments: [
      ("", [0, 4, 5, 4, 5, 5, 0, 3], [336, 714, 353], 15_276_972_113_982_035_480),
      ("7", [2, 5, 5, 5, 0, 5, 4, 3], [657, 603, 239], 6_997_778_555_988_037_916),
      ("Grüße", [4, 4, 3, 5, 4, 3, 5, 0], [937, 63, 773], 14_969_529_498_137_686_563),
    ] as [(String, [Int], [Int], UInt64)])
  func pinned(seed: String, dice: [Int], large: [Int], next: UInt64) {
    var draws = SeededDraws(seed: seed)
    #expect((0..<8).map { _ in draws.below(6) } == dice)
    #expect((0..<3).map { _ in draws.below(1000) } == large)
    #expect(draws.next() == next)
  }

  @Test("each number is as likely as the others, and none is outside", arguments: [2, 3, 7, 10])
  func equal(count: Int) {
    var draws = SeededDraws(seed: "equal")
    var hits = Array(repeating: 0, count: count)
    for _ in 0..<(1000 * count) { hits[draws.below(count)] += 1 }
    #expect(hits.allSatisfy { (880...1120).contains($0) }, "\(hits)")
  }

  @Test("of a range that does not divide the generator's, no part is preferred")
  func unbiased() {
    // Bare remainders of 64 bits would fall into the lower half nine times in sixteen.
    var draws = SeededDraws(seed: "unbiased")
    let count = 3 << 61
    let low = (0..<9000).count { _ in draws.below(count) < count / 2 }
    #expect((4300...4700).contains(low))
  }

  @Test("there is nothing to choose from one or none", arguments: [1, 0, -1, Int.min])
  func none(count: Int) {
    var draws = SeededDraws(seed: "x")
    #expect(draws.below(count) == 0)
    #expect(draws.below(.max) >= 0)
  }

  @Test("steps from one number to another")
  func steps() throws {
    let steps = try Steps(
      from: SampleUnits.number("0.5"), to: SampleUnits.number("2"), by: SampleUnits.number("0.25"))
    #expect(steps.count == 7)
    #expect(
      try (0..<7).map { try steps.number($0).description } == [
        "0.5", "0.75", "1", "1.25", "1.5", "1.75", "2",
      ])
    #expect(["0.5", "1.25", "2"].allSatisfy { steps.contains(SampleUnits.number($0)) })
    #expect(!["0.25", "0.6", "2.25", "-1"].contains { steps.contains(SampleUnits.number($0)) })
    #expect(fault { () throws(FigureFault) in try steps.number(7) } == "there is no number 7 among 7")
    #expect(fault { () throws(FigureFault) in try steps.number(-1) } == "there is no number -1 among 7")
    #expect(try Steps(from: .one, to: .one, by: .one).count == 1)
  }

  @Test(
    "steps that lead nowhere",
    arguments: [
      ("1", "2", "0", "a step has to be greater than zero"),
      ("1", "2", "-1", "a step has to be greater than zero"),
      ("2", "1", "1", "from 2 there is no way up to 1"),
      ("1", "2", "0.3", "steps of 0.3 from 1 do not meet 2"),
      ("0", "1000000", "1", "steps of 1 from 0 to 1000000 are too many"),
      ("0", "99999999999999999999", "1", "steps of 1 from 0 to 99999999999999999999 are too many"),
    ])
  func noSteps(from: String, to: String, by: String, message: String) {
    let result = fault { () throws(FigureFault) in
      try Steps(from: SampleUnits.number(from), to: SampleUnits.number(to), by: SampleUnits.number(by))
    }
    #expect(result == message)
  }
}
