import Rubric
import Statistics
import TestSupport
import Testing
import YAML

@testable import Planner

@Suite("The profile of a rater")
struct RaterProfileTests {
  private typealias Fixture = ComparisonFixture

  @Test("lays a rater's levels beside the mean of the others, on what both rated")
  func figures() throws {
    let cards: [Fixture.Card] = [
      (2, "Ana", ["a": "5", "b": "4"]), (3, "Ben", ["a": "3", "go": "not_observed"]),
      (4, "Cleo", ["b": "2", "c": "1", "go": "3"]), (4, "Dan", ["b": "3", "c": "2", "go": "3"]),
    ]
    let comparison = try Fixture.comparison([("C-1", try Fixture.record("C-1", cards))])
    let ana = try #require(RaterProfile(of: "ANA ", in: comparison))
    #expect(ana.name == "Ana" && ana.count == 2 && ana.levels == [0, 0, 0, 1, 1] && ana.levelsUsed == 2)
    // a: 5 beside 3; b: 4 beside 2 and 3.
    #expect(ana.difference?.count == 2 && ana.difference?.mean == 1.75)
    #expect(ana.own?.mean == 4.5 && ana.others?.mean == 2.75)
    #expect(ana.severity == .untold)
    let ben = try #require(RaterProfile(of: "Ben", in: comparison))
    #expect(ben.count == 1 && ben.notObserved == 1 && ben.difference?.mean == -2)
    #expect(ben.difference?.standardError == nil)
    let cleo = try #require(RaterProfile(of: "Cleo", in: comparison))
    // b: 2 beside 4 and 3; c: 1 beside 2; go: 3 beside 3.
    #expect(abs((cleo.difference?.mean ?? 0) + 2.5 / 3) < 1e-12)
  }

  @Test("tells a difference from ten shared ones on, and where it is beyond twice its error")
  func severity() throws {
    func profile(_ candidates: Int, _ pair: (Int) -> (Int, Int)) throws -> RaterProfile {
      let records = try (0..<candidates).map { index in
        let (own, other) = pair(index)
        let cards: [Fixture.Card] = [
          (2, "Ana", ["a": "\(own)", "b": "\(own)"]), (3, "Ben", ["a": "\(other)"]),
          (4, "Cleo", ["b": "\(other)"]),
        ]
        return ("C-\(index)", try Fixture.record("C-\(index)", cards))
      }
      return try #require(RaterProfile(of: "Ana", in: try Fixture.comparison(records)))
    }
    #expect(try profile(5) { $0 == 0 ? (3, 3) : (2, 3) }.severity == .stricter)
    #expect(try profile(4) { $0 == 0 ? (3, 3) : (2, 3) }.severity == .untold)
    #expect(try profile(5) { $0 == 0 ? (4, 4) : (4, 3) }.severity == .milder)
    #expect(try profile(6) { $0.isMultiple(of: 2) ? (2, 4) : (4, 2) }.severity == .untold)
  }

  @Test(
    "names nobody else, no candidate and no competency", arguments: PageFormat.allCases)
  func alone(format: PageFormat) throws {
    let comparison = try Fixture.four()
    let profile = try #require(RaterProfile(of: "Ana", in: comparison))
    let text =
      try ComparisonRenderer(templates: try Repository.templates()).text(profile, as: format)
      + JSONWriter.text(profile.document) + profile.table.joined().joined(separator: " ")
    #expect(text.contains("Ana"))
    for name in ["Ben", "Cleo", "C-1", "C-2", "Competency"] { #expect(!text.contains(name), "\(name)") }
  }

  @Test("is there for those alone who rated", arguments: ["", " ", "An", "nobody"])
  func unknown(name: String) throws {
    #expect(RaterProfile(of: name, in: try Fixture.four()) == nil)
  }

  @Test("of whom nobody else rated the same says so")
  func single() throws {
    let comparison = try Fixture.comparison([
      ("C-1", try Fixture.record("C-1", [(2, "Ana", ["a": "5", "b": "4"])]))
    ])
    let profile = try #require(RaterProfile(of: "Ana", in: comparison))
    #expect(profile.difference == nil && profile.severity == .untold)
    let text = try ComparisonRenderer(templates: try Repository.templates()).text(profile, as: .text)
    #expect(text.contains("Nobody else rated"))
  }
}
