import TestSupport
import Testing

@testable import Planner

@Suite("The combined figure, and how much it depends on the weights")
struct CombinedFigureTests {
  /// a: levels 4, 3, 3, mean 10/3, target 3. b: levels 2, 4, mean 3, target 4. c: not observed. Shares 5/7 and 2/7.
  @Test("figures that were reckoned by hand")
  func byHand() throws {
    let combined = try #require(Debrief(of: try DebriefFixture.record()).combined)
    let all = combined.all
    #expect(all.parts.map(\.competency.id) == ["b", "a"])
    #expect(isNear(all.parts.map(\.share), [2 / 7, 5 / 7]))
    #expect(isNear(all.parts.map(\.level), [3, 10 / 3]))
    let (level, target): (Double, Double) = (68 / 21, 23 / 7)
    #expect(isNear([all.level, all.target, all.difference, all.observed], [level, target, -1 / 21, 0.7]))
    // 0.05 and less is no side to speak of.
    #expect(all.standing == .at && all.parts.allSatisfy { $0.turn == nil })
    // Only b lies below: at weights of 1.3 x 2 and 0.7 x 5, and the other way round.
    let (least, most): (Double, Double) = (2.6 * 3 + 3.5 * 10 / 3, 1.4 * 3 + 6.5 * 10 / 3)
    let levels = all.dependence.levels
    #expect(isNear([levels.lowerBound, levels.upperBound], [least / 6.1, most / 7.9]))
    let (worst, best): (Double, Double) = (-2.6 + 3.5 / 3, -1.4 + 6.5 / 3)
    let differences = all.dependence.differences
    #expect(isNear([differences.lowerBound, differences.upperBound], [worst / 6.1, best / 7.9]))
    // Sum of share x difference is -1/21, of sizes 11/21.
    #expect(isNear([all.dependence.tolerance], [1 / 11]))
    #expect(!all.dependence.isUnchanged)
    let required = try #require(combined.required)
    #expect(isNear([required.level, required.observed], [level, 1]))
    #expect(combined.before == nil)
  }

  /// Ben's 4 of b becomes 5: b has 2 and 5, mean 3.5. Combined (5 x 10/3 + 2 x 3.5) / 7 = 71/21, 2/21 above target.
  @Test("a changed rating counts, and the figure before it stays")
  func changed() throws {
    let record = try DebriefFixture.record(
      decision: DebriefFixture.decision([(2, "Ben", "b", "4", "5", "x")]))
    let combined = try #require(Debrief(of: record).combined)
    let before = try #require(combined.before)
    #expect(isNear([combined.all.level, before.level], [71 / 21, 68 / 21]))
    #expect(combined.all.standing == .above)
    // b is half a level below, a a third above: sides change where b has 2/5 of the weight, a 3/5.
    let turns = combined.all.parts.map { $0.turn }
    #expect(isNear(turns.compactMap { $0?.share }, [0.4, 0.6]))
    #expect(turns.map { $0?.isMore } == [true, false])
  }

  @Test("what is said of the weights")
  func words() throws {
    let renderer = try DebriefRenderer(templates: try Repository.templates())
    func text(_ changes: [(Int, String, String, String, String, String)]) throws -> String {
      let record = try DebriefFixture.record(decision: DebriefFixture.decision(changes))
      return renderer.text(Debrief(of: record), as: .text).replacing("\u{A0}", with: " ")
    }
    #expect(try text([]).contains("The difference is less than a twentieth of a level"))
    // Sum of share x difference 2/21, of sizes 8/21: a quarter.
    let above = try text([(2, "Ben", "b", "4", "5", "x")])
    #expect(above.contains("It changes sides for some weights within 30 %; for none within 24 %."))
    #expect(above.contains("It changes sides if Competency b weighs more than 40 % (now 29 %)."))
    #expect(above.contains("It changes sides if Competency a weighs less than 60 % (now 71 %)."))
    // b has 2 and 1: 2.5 below; a a third above. Sums 5/21 - 15/21 and 20/21: a half.
    let below = try text([(2, "Ben", "b", "4", "1", "x")])
    #expect(
      below.contains("It stays on this side of the target for every weight within 30 %, and within 49 % too.")
    )
    let all = try text([(2, "Ben", "b", "4", "5", "x"), (2, "Ana", "b", "2", "5", "y")])
    #expect(all.contains("It is above the target whatever the weights: no competency pulls the other way."))
  }

  @Test("a single competency has no weight to depend on")
  func single() {
    let parts = [WeightedLevel(share: 1, level: 2, target: 3)]
    let dependence = WeightDependence(of: parts)
    #expect(dependence.levels == 2...2 && dependence.differences == -1 ... -1)
    #expect(dependence.tolerance == 1 && dependence.isUnchanged && dependence.turns == [nil])
  }

  @Test("no figure where nothing that weighs anything was observed", arguments: [["a": 0.0], ["d": 1]])
  func none(weights: [String: Double]) throws {
    let plan = DebriefFixture.plan(weights: weights)
    #expect(Debrief(of: try DebriefFixture.record(plan: plan)).combined == nil)
  }

  @Test("no figure while scorecards are missing or of different loops")
  func withheld() throws {
    let some = Array(DebriefFixture.cards.dropLast())
    #expect(Debrief(of: try DebriefFixture.record(cards: some)).combined == nil)
    let other = DebriefFixture.card(3, by: "Dan", fingerprint: "rw2-2", [("a", "5", "x")])
    let mixed = Debrief(of: try DebriefFixture.record(cards: DebriefFixture.cards + [("x.yaml", other)]))
    #expect(mixed.combined == nil && mixed.isMixed && mixed.isComplete)
  }

  // MARK: Against brute force

  private static let seeds = Array(UInt64(1)...200)

  /// Up to nine parts, with levels in thirds and halves, and weights from a hundredth to one.
  private static func parts(seed: UInt64) -> [WeightedLevel] {
    var random = SeededGenerator(seed: seed)
    let weights = (0..<(1 + Int(random.next() % 9))).map { _ in Double(1 + random.next() % 100) }
    let whole = weights.reduce(0, +)
    return weights.map { weight in
      let level = Double(6 + random.next() % 25) / 6
      return WeightedLevel(share: weight / whole, level: level, target: Double(1 + random.next() % 5))
    }
  }

  /// The weighted mean of values, each weight times its factor.
  private static func mean(
    _ parts: [WeightedLevel], _ factors: [Double], of value: (WeightedLevel) -> Double
  ) -> Double {
    let weights = zip(parts, factors).map { $0.share * $1 }
    return zip(parts, weights).reduce(0) { $0 + value($1.0) * $1.1 } / weights.reduce(0, +)
  }

  /// The factors of every corner of the box in which weights vary.
  private static func corners(_ count: Int, margin: Double) -> [[Double]] {
    (0..<(1 << count)).map { corner in
      (0..<count).map { corner >> $0 & 1 == 1 ? 1 + margin : 1 - margin }
    }
  }

  @Test("the interval is that of all corners, and no weights within leave it", arguments: seeds)
  func interval(seed: UInt64) {
    let parts = Self.parts(seed: seed)
    let dependence = WeightDependence(of: parts)
    for (range, value) in [
      (dependence.levels, { (part: WeightedLevel) in part.level }),
      (dependence.differences, { (part: WeightedLevel) in part.difference }),
    ] {
      let means = Self.corners(parts.count, margin: WeightDependence.margin).map {
        Self.mean(parts, $0, of: value)
      }
      #expect(isNear([means.min() ?? 0, means.max() ?? 0], [range.lowerBound, range.upperBound]))
      var random = SeededGenerator(seed: seed)
      for _ in 0..<50 {
        let factors = parts.map { _ in 0.7 + 0.6 * Double(random.next() % 10_001) / 10_000 }
        let mean = Self.mean(parts, factors, of: value)
        #expect(mean > range.lowerBound - 1e-9 && mean < range.upperBound + 1e-9)
      }
    }
  }

  @Test("within the tolerance no corner changes sides, and just beyond it one does", arguments: seeds)
  func tolerance(seed: UInt64) {
    let parts = Self.parts(seed: seed)
    let tolerance = WeightDependence(of: parts).tolerance
    let own = Self.mean(parts, parts.map { _ in 1 }, of: \.difference)
    guard abs(own) > 1e-6 else { return }
    func hasTurned(_ margin: Double) -> Bool {
      Self.corners(parts.count, margin: margin).contains {
        Self.mean(parts, $0, of: \.difference) * own <= 0
      }
    }
    #expect(!hasTurned(max(tolerance - 1e-6, 0)))
    if tolerance < 1 - 1e-6 { #expect(hasTurned(tolerance + 1e-6)) }
    if abs(tolerance - WeightDependence.margin) > 1e-6 {
      #expect(WeightDependence(of: parts).isUnchanged == !hasTurned(WeightDependence.margin))
    }
  }

  @Test("at its turning share a competency changes the side, and without one at none", arguments: seeds)
  func turns(seed: UInt64) {
    let parts = Self.parts(seed: seed)
    let own = Self.mean(parts, parts.map { _ in 1 }, of: \.difference)
    guard Standing(own) != .at, parts.count > 1 else { return }
    for (index, turn) in WeightDependence(of: parts).turns.enumerated() {
      /// The difference where the competency has a share, and the others keep their proportions.
      func difference(_ share: Double) -> Double {
        let rest = parts.indices.filter { $0 != index }.map { parts[$0] }
        let others = Self.mean(rest, rest.map { _ in 1 }, of: \.difference)
        return share * parts[index].difference + (1 - share) * others
      }
      #expect(abs(difference(parts[index].share) - own) < 1e-9)
      if let turn {
        let beyond = turn.share + (turn.isMore ? 1e-4 : -1e-4)
        let before = turn.share - (turn.isMore ? 1e-4 : -1e-4)
        #expect(difference(beyond) * own < 0 && difference(before) * own > 0)
        #expect(turn.isMore == (turn.share > parts[index].share))
      } else {
        #expect((1...99).allSatisfy { difference(Double($0) / 100) * own > -1e-9 })
      }
    }
  }

  @Test("the order of the parts changes nothing that is shown", arguments: seeds.prefix(50))
  func order(seed: UInt64) {
    let parts = Self.parts(seed: seed)
    let (there, back) = (WeightDependence(of: parts), WeightDependence(of: parts.reversed()))
    #expect(LevelFigures.level(there.levels.lowerBound) == LevelFigures.level(back.levels.lowerBound))
    #expect(
      isNear([there.tolerance, there.differences.upperBound], [back.tolerance, back.differences.upperBound]))
    #expect(there.turns.map { $0?.isMore } == back.turns.reversed().map { $0?.isMore })
  }

  @Test(
    "levels have one decimal, and halves go up, whatever a sum has lost",
    arguments: [
      (3.25, "3.3"), (3.35, "3.4"), (3.349999999999, "3.4"), (3.3499, "3.3"), (1.0, "1.0"), (4.96, "5.0"),
      (10 / 3, "3.3"),
    ] as [(Double, String)])
  func levels(level: Double, text: String) { #expect(LevelFigures.level(level) == text) }

  @Test(
    "differences show their sign, and none where they round to none",
    arguments: [
      (0.04, "0.0"), (-0.04, "0.0"), (0.05, "+0.1"), (-0.05, "\u{2212}0.1"), (-1.25, "\u{2212}1.3"),
    ] as [(Double, String)])
  func differences(difference: Double, text: String) {
    #expect(LevelFigures.difference(difference) == text)
    #expect((Standing(difference) == .at) == (text == "0.0"))
  }

  @Test("a share that would not be told from another gets a decimal")
  func shares() {
    #expect(LevelFigures.percent(0.216, besides: 0.14) == "22")
    #expect(LevelFigures.percent(0.143, besides: 0.139) == "14.3")
    #expect(LevelFigures.part(-0.005) == "\u{2212}0.01" && LevelFigures.position(3) == "50.0")
  }

  private func isNear(_ numbers: [Double], _ expected: [Double]) -> Bool {
    numbers.count == expected.count && zip(numbers, expected).allSatisfy { abs($0 - $1) < 1e-9 }
  }
}
