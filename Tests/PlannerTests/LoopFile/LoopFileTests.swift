import Diagnostics
import Rubric
import Testing
import YAML

@testable import Planner

/// Loops that are written, edited and read again.
@Suite("Edited loops")
struct LoopFileTests {
  private let planner: LoopPlanner
  private let planned: InterviewLoop
  private let text: String

  init() throws {
    let library = try RealRubrics.library()
    planner = LoopPlanner(library: library, policy: try library.policy())
    let ids = ["kubernetes", "linux", "networking", "observability", "on-call", "communication"]
    let competencies =
      ids.map {
        RoleCompetency(id: $0, importance: .required, technologies: $0 == "kubernetes" ? ["EKS"] : [])
      }
      + [
        RoleCompetency(id: "go", importance: .required, anyOf: "A"),
        RoleCompetency(id: "python", importance: .required, anyOf: "A"),
        RoleCompetency(id: "basketry", importance: .preferred),
      ]
    planned = try planner.plan(RoleDefinition(title: "Engineer", competencies: competencies).withWeights())
    text = YAMLWriter.text(planned.document)
  }

  private func read(_ text: String) throws(InvalidInput) -> (loop: InterviewLoop, findings: [String]) {
    let source = SourceText(name: "loop.yaml", text: text)
    let (loop, findings) = try planner.loop(from: try YAMLParser.parse(source), in: source, planned: planned)
    return (loop, findings.map(Self.line))
  }

  private static func line(_ finding: Finding) -> String {
    let place = finding.range?.start ?? .start
    return
      "\(place.line):\(place.column) \(finding.rule): \(finding.message)\(finding.help.map { " (\($0))" } ?? "")"
  }

  @Test("what is written reads back the same, and every key is known")
  func roundTrip() throws {
    let (loop, findings) = try read(text)
    #expect(findings.isEmpty)
    #expect(YAMLWriter.text(loop.document) == text)
    let json = try read(JSONWriter.text(planned.document)).loop
    #expect(YAMLWriter.text(json.document) == text)
  }

  @Test("an exercise that a person puts in is that of the library")
  func otherExercise() throws {
    let (loop, findings) = try read("interviews:\n- {format: coding, exercise: {id: rate-limits, form: b}}\n")
    #expect(findings.isEmpty)
    let exercise = try #require(loop.interviews.first?.exercise)
    #expect(exercise.rates == ["programming", "api-design"], "and not what it shows besides")
    #expect((exercise.kind, exercise.seed) == (.coding, "b"))
  }

  @Test("names, minutes, order and words are kept as they are written")
  func edited() throws {
    let name = try #require(planned.interviews.last?.name)
    let ask = try #require(planned.interviews.last?.ratings.first?.question?.ask)
    let edited = text.replacing("name: \(name)", with: "name: Ours\n  minutes: 50").replacing(
      ask, with: "Why?")
    let minutes = "  minutes: \(planned.interviews.last?.minutes ?? 0)\n"
    let place = try #require(edited.ranges(of: minutes).last)
    let (loop, _) = try read(String(edited[..<place.lowerBound] + edited[place.upperBound...]))
    let last = try #require(loop.interviews.last)
    #expect((last.name, last.minutes) == ("Ours", 50))
    #expect(last.format?.id == planned.interviews.last?.format?.id)
    #expect(last.ratings.first?.question?.ask == "Why?")
    #expect(
      last.ratings.first?.question?.question.probes
        == planned.interviews.last?.ratings.first?.question?.question.probes)
    #expect(loop.optimality.isEdited && !loop.optimality.isProven)
    #expect(loop.candidateMinutes != planned.candidateMinutes)
    let again = try read(YAMLWriter.text(loop.document)).loop
    #expect(YAMLWriter.text(again.document) == YAMLWriter.text(loop.document))
  }

  @Test("what is no longer rated is left out by hand, and the rest is numbered and counted anew")
  func removed() throws {
    var loop = planned
    let all = loop.interviews.flatMap(\.ratings).filter { $0.demand.id == "linux" }
    #expect(!all.isEmpty)
    for index in loop.interviews.indices {
      loop.interviews[index].ratings.removeAll { $0.demand.id == "linux" }
    }
    loop.interviews.swapAt(0, 1)
    let (read, _) = try read(YAMLWriter.text(loop.document))
    #expect(read.interviews.map(\.number) == Array(1...read.interviews.count))
    #expect(read.interviews[0].name == planned.interviews[1].name)
    let linux = try #require(read.coverage.first { $0.demand.id == "linux" })
    #expect(linux.interviews.isEmpty && linux.omission == .removedByHand)
    #expect(read.coverage.first { $0.demand.id == "basketry" }?.omission == .notInLibrary)
    #expect(read.optimality.required.rated == planned.optimality.required.rated - 1)
    #expect(read.optimality.required.all == planned.optimality.required.all)
    for coverage in read.coverage where coverage.omission == nil {
      let raters = read.interviews.filter { $0.ratings.contains { $0.demand.id == coverage.demand.id } }
      #expect(raters.map(\.number) == coverage.interviews)
    }
  }

  private static let ownQuestions = """
    interviews:
    - format: technical-screen
      ratings:
      - competencies: [cost-efficiency]
        importance: preferred
        target: 4
        questions:
        - ask: What did your last cluster cost?
          minutes: 12
          probes: [Per request?]
          strong: [Knows the bill.]
        - id: cost-efficiency/ours
          ask: And what would you drop?
      - competencies: [python, go]
        questions:
        - {id: kubernetes/node-arithmetic, ask: How many nodes?}
    - name: Lunch with the team
      minutes: 60

    """

  @Test("questions and interviews of a person's own are kept as they are written")
  func own() throws {
    let (loop, findings) = try read(Self.ownQuestions)
    #expect(findings.isEmpty)
    let (screen, lunch) = (loop.interviews[0], loop.interviews[1])
    #expect((screen.name, screen.minutes) == ("Technical screen", 60))
    #expect((lunch.name, lunch.minutes, lunch.isHeld) == ("Lunch with the team", 60, false))
    let cost = screen.ratings[0]
    #expect((cost.demand.importance, cost.demand.target) == (.preferred, .advanced))
    #expect(cost.questions.map(\.question.id) == ["cost-efficiency/own-1-1", "cost-efficiency/ours"])
    #expect(cost.questions.map(\.minutes) == [12, 10])
    #expect(cost.question?.question.probes.map(\.text) == ["Per request?"])
    #expect(screen.ratings[1].demand.id == "go|python", "the group of the role, in whatever order")
    let known = try #require(screen.ratings[1].question)
    #expect(known.ask == "How many nodes?" && known.minutes == 15 && !known.question.strong.isEmpty)
    #expect(loop.coverage.last?.demand.id == "cost-efficiency" && loop.coverage.last?.interviews == [1])
    let written = YAMLWriter.text(loop.document)
    #expect(written.contains("      probes:\n      - Per request?\n      strong:\n      - Knows the bill.\n"))
    #expect(YAMLWriter.text(try read(written).loop.document) == written)
  }

  private static let wrong: [(text: String, findings: [String])] = [
    (
      "interviews:\n- {format: codign}\n",
      ["2:12 unknown-format: \"codign\" is no interview format of the library (did you mean \"coding\"?)"]
    ),
    (
      "interviews:\n- ratings: [{competencies: [linux], questions: [{ask: Why?, minuts: 5}]}]\n  name: A\n",
      [
        "2:61 unknown-key: unknown key \"minuts\" of the question of the loop; expected one of \"id\", \"minutes\", "
          + "\"ask\", \"probes\", \"strong\", \"meets\", \"weak\", \"near\" (did you mean \"minutes\"?)"
      ]
    ),
    (
      "interviews:\n- {format: coding, ratings: [{competencies: [linx], questions: [{ask: Why?}]}]}\n",
      ["2:46 unknown-competency: \"linx\" is no competency of the library (did you mean \"linux\"?)"]
    ),
    (
      "interviews:\n- {format: coding, exercise: {id: rate-limit}}\n",
      ["2:35 unknown-exercise: \"rate-limit\" is no exercise of the library (did you mean \"rate-limits\"?)"]
    ),
    (
      "interviews:\n" + String(repeating: "- {name: A}\n", count: 9000),
      ["2:1 too-many-interviews: the loop has 9000 interviews; expected at most 48"]
    ),
    (
      "interviews:\n- name: A\n  ratings:\n" + String(repeating: "  - {competencies: [linux]}\n", count: 49),
      ["2:3 too-many-ratings: the interview has 49 ratings; expected at most 48"]
    ),
    ("interviews:\n- {minutes: 5}\n", ["2:4 missing-key: the interview has neither \"name\" nor \"format\""]),
  ]

  @Test("what is wrong is said with its place", arguments: wrong)
  func faults(text: String, findings: [String]) throws {
    let error = #expect(throws: InvalidInput.self) { try read(text) }
    #expect(error?.findings.map(Self.line) == findings)
  }

  private static let doubtful: [(text: String, findings: [String])] = [
    (
      "{format: coding, ratings: [{competencies: [linux], shown_by: a/b}]}",
      [
        "2:64 unasked-rating: nothing that interview \"Coding\" asks shows Linux and the shell "
          + "(write a question, or take the rating out)"
      ]
    ),
    (
      "{format: coding, ratings: [{competencies: [linux], questions: [{id: linux/works-by-hnd, ask: Why?}]}]}",
      [
        "2:66 unknown-question: the library has no question \"linux/works-by-hnd\"; it is asked as it is written "
          + "(did you mean \"linux/works-by-hand\"?)"
      ]
    ),
    (
      "{format: coding, minutes: 30, ratings: [{competencies: [linux], questions: [{ask: Why?, minutes: 40}]}]}",
      [
        "2:3 overfull-interview: the questions of interview \"Coding\" take 40 min, and it has 15 min for them "
          + "(lengthen the interview, or take a question out)"
      ]
    ),
  ]

  @Test("what is doubtful is said, and kept", arguments: doubtful)
  func doubts(text: String, findings: [String]) throws {
    #expect(try read("interviews:\n- \(text)\n").findings == findings)
  }
}
