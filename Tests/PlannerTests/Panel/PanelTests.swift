import Diagnostics
import Rubric
import Testing
import YAML

@testable import Planner

@Suite struct PanelTests {
  /// A loop of two interviews on the platform and a talk. Linux is rated twice.
  private func small() -> SmallLibrary {
    var small = SmallLibrary()
    small.competency("linux", questions: [.init(name: "one"), .init(name: "two")])
    small.competency("cloud")
    small.competency("communication", family: "people", questions: [.init(name: "case", kind: "behavioural")])
    small.format("deep-dive", families: "platform")
    small.format("design", families: "platform")
    small.format("talk", kinds: "behavioural", families: "people")
    small.policy(formats: "deep-dive, design, talk", interviews: 3)
    return small
  }

  private func loop(_ people: String) throws -> InterviewLoop {
    let library = small().library
    let wanted = role(required("linux", "cloud", "communication"))
    let loop = try LoopPlanner(library: library, policy: try library.policy()).plan(wanted)
    let source = SourceText(name: "panel.yaml", text: "interviewers:\n" + people)
    return loop.held(by: try Panel(from: source, library: library))
  }

  private func gaps(_ people: String) throws -> [PanelGap] {
    try #require(try loop(people).panel).gaps
  }

  @Test func twoPeopleWhoCanDoEverythingLeaveNoGap() throws {
    let loop = try loop("- {name: A}\n- {name: B}\n")
    let assignment = try #require(loop.panel)
    #expect(assignment.gaps == [])
    #expect(assignment.isProven)
    let linux = try #require(loop.coverage.first { $0.demand.id == "linux" })
    let holders = linux.interviews.map { number in loop.interviews[number - 1].holder }
    #expect(Set(holders) == ["A", "B"])
    #expect(assignment.people.map(\.minutes) == [120, 75])
    #expect(loop.requiredReadings == [2, 1, 1])
  }

  @Test func onePersonIsNamedAndReadsOnce() throws {
    let loop = try loop("- {name: A}\n")
    #expect(
      loop.panel?.gaps == [
        .onlyOneRates(person: "A", demands: ["The linux", "The cloud", "The communication"])
      ])
    #expect(loop.requiredReadings == [1, 1, 1])
  }

  @Test func whoShadowsSitsInAndDoesNotHold() throws {
    let people = """
      - {name: A, runs: [deep-dive, design]}
      - {name: B, runs: [design], shadows: [deep-dive, talk]}
      - {name: C, runs: [], shadows: [deep-dive], limits: {interviews: 0}}

      """
    let loop = try loop(people)
    #expect(loop.interviews.map(\.holder) == ["A", "B", nil])
    #expect(loop.interviews.map(\.shadow) == ["B", nil, nil])
    let assignment = try #require(loop.panel)
    #expect(assignment.gaps == [.nobodyRuns(interview: 3, name: "The talk", learners: ["B"])])
    #expect(assignment.people.map(\.shadows) == [[], [1], []])
  }

  @Test func limitsAreKeptAndNamed() throws {
    let loop = try loop("- {name: A, limits: {interviews: 1}}\n- {name: B, limits: {minutes: 59}}\n")
    let unheld = try #require(loop.interviews.first { $0.holder == nil })
    #expect(
      loop.panel?.gaps == [
        .limitsReached(interview: unheld.number, name: unheld.name, people: ["A", "B"])
      ])
  }

  @Test func whatNobodyCanRateIsNamedWithWhoComesNear() throws {
    let people = """
      - {name: A, rates: {families: [platform], up_to: 2}}
      - {name: B, rates: {competencies: [communication]}}

      """
    #expect(
      try gaps(people) == [
        .nobodyRates([
          .init(demand: "The linux", target: 3, people: ["A"]),
          .init(demand: "The cloud", target: 3, people: ["A"]),
        ]),
        .onlyOneRates(person: "B", demands: ["The communication"]),
      ])
  }

  @Test func whoCouldRateAndHoldsSomethingElseIsNamed() throws {
    let people = """
      - {name: A, rates: {families: [platform]}, runs: [talk]}
      - {name: B, rates: {families: [people]}, runs: [deep-dive, design]}

      """
    #expect(
      try gaps(people) == [
        .heldByOthers([
          .init(demand: "The linux", target: 3, people: ["A"]),
          .init(demand: "The cloud", target: 3, people: ["A"]),
          .init(demand: "The communication", target: 3, people: ["B"]),
        ]),
        .onlyOneRates(person: "A", demands: ["The linux", "The cloud"]),
        .onlyOneRates(person: "B", demands: ["The communication"]),
      ])
  }

  @Test func aSecondReadingByTheSamePersonIsNamed() throws {
    let people = """
      - {name: A, runs: [deep-dive, design]}
      - {name: B, runs: [talk]}

      """
    #expect(try gaps(people) == [.oneReading(["The linux"])])
  }

  @Test func alternativesAreRatedByWhoeverKnowsAllOfThem() throws {
    let library = small().library
    var alternatives = required("linux", "cloud")
    for index in alternatives.indices { alternatives[index].anyOf = "a" }
    let loop = try LoopPlanner(library: library, policy: try library.policy()).plan(role(alternatives))
    let people =
      "interviewers:\n- {name: A, rates: {competencies: [linux]}}\n- {name: B, rates: {families: [platform]}}\n"
    let panel = try Panel(from: SourceText(name: "panel.yaml", text: people), library: library)
    #expect(
      loop.held(by: panel).panel?.gaps.first
        == .onlyOneRates(person: "B", demands: ["The linux or The cloud"]))
  }

  @Test(
    arguments: [
      (["utc+1 9:00-17:00", "utc-5 9:00-17:00"], 14 * 60, 120),
      (["utc+9 9:00-17:00", "utc-5 9:00-17:00"], 0, 0),
      (["utc-8 16:00-24:00", "utc+2 1:00-5:00"], 0, 180),
      (["utc-3 18:00-24:00", "utc+0 0:00-2:00"], 0, 120),
      (["utc 9:00-12:00", "utc 11:30-14:00"], 690, 30),
    ])
  func theDebriefIsWhenAllWhoRateAreAtWork(hours: [String], start: Int, length: Int) throws {
    let people = zip(["A", "B"], hours).map { "- {name: \($0), hours: \"\($1)\"}\n" }.joined()
    let assignment = try #require(try loop(people).panel)
    #expect(assignment.debrief == .init(start: start, length: length))
    #expect(assignment.gaps == (length < 45 ? [.noCommonHours(minutes: length)] : []))
  }

  @Test func theDocumentNamesHoldersLearnersAndGaps() throws {
    let loop = try loop(
      "- {name: A, runs: [deep-dive, design]}\n- {name: \"- x: y\", runs: [], shadows: [talk, design]}\n")
    let node = try YAMLParser.parse(SourceText(name: "loop.yaml", text: YAMLWriter.text(loop.document)))
    func text(_ node: Node?) -> String? {
      if case .scalar(let text, _)? = node?.content { text } else { nil }
    }
    #expect(text(node["interviews"]?[0]?["held_by"]) == "A")
    #expect(text(node["interviews"]?[1]?["shadow"]) == "- x: y")
    #expect(text(node["panel"]?["people"]?[1]?["name"]) == "- x: y")
    #expect(text(node["panel"]?["gaps"]?[0]?["nobody_runs"]?["interview"]) == "3")
  }

  @Test func namesStayTextInEveryDocument() throws {
    let library = try RealRubrics.library()
    let name = HostileText.all.replacing("\u{0000}", with: "")
    let source = Document.mapping([
      .init("interviewers", .list([.mapping([.init("name", .text(name)), .init("role", .text(name))])]))
    ])
    let panel = try Panel(
      from: SourceText(name: "panel.yaml", text: YAMLWriter.text(source)), library: library)
    let loop = try LoopFixture.loop().held(by: panel)
    let renderer = try DocumentRenderer(templates: try Repository.templates())
    var count = 0
    for document in try renderer.documents(of: loop, loopFile: "") {
      let isHTML = document.path.hasSuffix(".html")
      guard isHTML || document.path.hasSuffix(".md") else { continue }
      let shown = (isHTML ? Escaping.html : Escaping.markdown).escaped(PlainText.cleaned(name))
      if document.text.contains(shown) { count += 1 }
      #expect(!document.text.contains(name), "\(document.path)")
      #expect(!isHTML || !document.text.contains("<script>alert"), "\(document.path)")
    }
    #expect(count > 10)
  }
}
