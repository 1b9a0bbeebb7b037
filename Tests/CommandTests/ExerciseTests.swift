import Foundation
import TestSupport
import Testing

@Suite("exercise")
struct ExerciseTests {
  private static let golden = "Tests/CommandTests/Golden/exercise"
  private static let own = ["--rubrics", "Examples/rubrics"]

  @Test("lists every exercise, in 80 columns and for programs")
  func list() throws {
    let text = try Rolewright.run(["exercise", "list"])
    #expect(text.status == 0 && text.errors.isEmpty)
    #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let json = try Rolewright.run(["exercise", "list", "--format", "json"])
    struct Row: Decodable {
      struct Rating: Decodable { var id: String }
      var id: String
      var minutes: Int
      var rates: [Rating]
    }
    let rows = try JSONDecoder().decode([Row].self, from: Data(json.output.utf8))
    let files = ProjectFiles.list("Rubrics/exercises", ending: ".yaml")
    #expect(rows.count == files.count)
    #expect(rows.allSatisfy { text.output.contains("  \($0.id) ") && !$0.rates.isEmpty && $0.minutes > 0 })
  }

  @Test(
    "shows an exercise of one's own",
    arguments: [
      ("page.txt", ["--form", "2027"]), ("page.md", ["--format", "markdown"]),
      ("handout.md", ["--format", "markdown", "--handout", "--form", "autumn round"]),
    ])
  func show(name: String, options: [String]) throws {
    let outcome = try Rolewright.run(["exercise", "show", "late-timetables"] + options + Self.own)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output == (try Golden.expected("\(Self.golden)/\(name)", recording: outcome.output)))
  }

  @Test("a seed gives the same bytes each time, and another one others")
  func seeds() throws {
    let command = ["exercise", "show", "late-timetables", "--form"]
    let outputs = try ["1", "1", "2", "Übung 3"].map { try Rolewright.run(command + [$0] + Self.own).output }
    #expect(outputs[0] == outputs[1])
    #expect(Set(outputs).count == 3)
  }

  @Test("as YAML an exercise is its file")
  func file() throws {
    let outcome = try Rolewright.run(["exercise", "show", "late-timetables", "-f", "yaml"] + Self.own)
    #expect(outcome.output == (try ProjectFiles.text("Examples/rubrics/exercises/case/late-timetables.yaml")))
  }

  @Test("a folder has a file for each thing, and none is written over")
  func files() throws {
    let folder = try TemporaryFolder()
    try folder.link("Examples")
    let command = ["exercise", "show", "late-timetables", "--files", "out"] + Self.own
    #expect(try Rolewright.run(command, in: folder.path).status == 0)
    #expect(try folder.text("out/candidate/season.md").hasPrefix("# Last season's timetables\n\nThree ferry"))
    #expect(try folder.text("out/interviewer.md").hasPrefix("# Timetables that come late\n"))
    try folder.write("mine", to: "out/interviewer.md")
    let again = try Rolewright.run(command, in: folder.path)
    #expect(
      again.status == 2 && again.errors.contains("out/interviewer.md: error: is there already [file-exists]"))
    #expect(try folder.text("out/interviewer.md") == "mine")
    #expect(try Rolewright.run(command + ["--force"], in: folder.path).status == 0)
  }

  @Test("an exercise that is not there is named, with the nearest name")
  func unknown() throws {
    for command in [["show", "late-timetable"], ["lint", "late-timetable"]] {
      let outcome = try Rolewright.run(["exercise"] + command + Self.own)
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(
        outcome.errors == """
          late-timetable: error: the library has no such exercise [unknown-exercise]
             = help: did you mean "late-timetables"?

          1 error

          """)
    }
  }

  @Test("lint finds nothing in sound exercises, and says where a broken one is wrong")
  func lint() throws {
    #expect(try Rolewright.run(["exercise", "lint"] + Self.own) == Rolewright.Outcome(status: 0))
    let folder = try TemporaryFolder()
    let text = try ProjectFiles.text("Examples/rubrics/exercises/case/late-timetables.yaml")
    let broken = text.replacing(
      "formula: files * weeks, unit: file", with: "formula: files * weeks, unit: week")
    try folder.write(broken, to: "own/exercises/case/late-timetables.yaml")
    let outcome = try Rolewright.run(["exercise", "lint", "--rubrics", "own"], in: folder.path)
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.errors == (try Golden.expected("\(Self.golden)/lint.err", recording: outcome.errors)))
  }

  @Test(
    "hostile seeds and files do no harm",
    arguments: ["", String(repeating: "x", count: 100_000), "\u{1B}[31m", "../../etc", "{=hours}"])
  func hostile(seed: String) throws {
    let outcome = try Rolewright.run(["exercise", "show", "late-timetables", "--form", seed] + Self.own)
    #expect(outcome.status == 0 && !outcome.output.contains("\u{1B}"))
  }
}
