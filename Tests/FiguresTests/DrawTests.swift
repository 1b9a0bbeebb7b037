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
}
