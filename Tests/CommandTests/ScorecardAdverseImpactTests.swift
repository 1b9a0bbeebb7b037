import TestSupport
import Testing

@Suite("rolewright scorecard adverse-impact")
struct ScorecardAdverseImpactTests {
  private static let golden = "Tests/CommandTests/Golden/compare"

  private static func run(_ groups: [String], _ arguments: [String] = []) throws -> Rolewright.Outcome {
    try Rolewright.run(["scorecard", "adverse-impact"] + groups.flatMap { ["--group", $0] } + arguments)
  }

  /// Questions and Answers on the Uniform Guidelines, 44 FR 11996 (1979): 60, 45, 48 and 51 %.
  @Test(
    "the published example, in every format",
    arguments: [
      ("text", "txt"), ("markdown", "md"), ("html", "html"), ("json", "json"), ("csv", "csv"),
    ])
  func published(format: String, ending: String) throws {
    let outcome = try Self.run(["w:60/100", "x:45/100", "y:48/100", "z: team:51/100"], ["-f", format])
    #expect(outcome.status == 1 && outcome.errors.isEmpty)
    let path = "\(Self.golden)/adverse-impact.\(ending)"
    #expect(outcome.output == (try Golden.expected(path, recording: outcome.output)))
  }

  @Test("80 columns, and no space at the end of a line")
  func width() throws {
    let lines = try ProjectFiles.text("\(Self.golden)/adverse-impact.txt").split(separator: "\n")
    #expect(lines.filter { $0.count > 80 || $0.last == " " } == [])
  }

  @Test(
    "ends with 1 where a rate is below four fifths of the highest, and with 0 otherwise",
    arguments: [
      (["a:4/10", "b:5/10"], 0), (["a:39/100", "b:50/100"], 1), (["a:0/5", "b:0/7"], 0),
      (["a:1000000/1000000", "b:800000/1000000"], 0), (["a:1000000/1000000", "b:799999/1000000"], 1),
    ])
  func status(groups: [String], status: Int) throws {
    #expect(try Self.run(groups).status == status)
  }

  @Test(
    "bad usage ends with 64 and says what is expected",
    arguments: [
      ([], "Give from 2 to 50 groups, such as --group women:12/40."),
      (["a:1/2"], "Give from 2 to 50 groups, such as --group women:12/40."),
      (["a:1/2", "a:1/3"], "The group \"a\" is there twice; add its counts up."),
      (
        ["a:1-2", "b:1/2"],
        "expected a name, how many passed and how many there were, such as women:12/40."
      ),
      ([":1/2", "b:1/2"], "expected a name, how many passed"),
      (["a:3/2", "b:1/2"], "expected a total from 1 to 1000000 and no more who passed than there were."),
      (["a:0/0", "b:1/2"], "expected a total from 1 to 1000000"),
      (["a:1/1000001", "b:1/2"], "expected a total from 1 to 1000000"),
      (["a:1/99999999999999999999", "b:1/2"], "expected a name, how many passed"),
      (["a:-1/2", "b:1/2"], "expected a total from 1 to 1000000"),
    ] as [([String], String)])
  func usage(groups: [String], words: String) throws {
    let outcome = try Self.run(groups)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(words))
  }
}
