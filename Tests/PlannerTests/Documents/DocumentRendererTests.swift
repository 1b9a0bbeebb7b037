import Diagnostics
import Foundation
import Rubric
import TestSupport
import Testing

@testable import Planner

@Suite struct DocumentRendererTests {
  private static let golden = URL(filePath: ProjectFiles.root + "/Tests/Golden/harbourline")

  private func render(_ loop: InterviewLoop) throws -> [RenderedDocument] {
    try DocumentRenderer(templates: try Repository.templates()).documents(
      of: loop, forms: try LoopFixture.forms(of: loop), loopFile: "title: a loop\n")
  }

  private func text(_ path: String, of loop: InterviewLoop) throws -> String {
    try #require(try render(loop).first { $0.path == path }).text
  }

  /// `ROLEWRIGHT_RECORD=1 swift test` writes the folder anew.
  @Test func folderIsTheGoldenOne() throws {
    // Programs and their cases are copied; what they hold is KitTests' matter.
    let documents = try render(try LoopFixture.loop()).filter { $0.path.contains(/\.(md|html|yaml)$/) }
      .map { $0.path == "index.html" ? $0.withoutKits : $0.withoutStyle }
    if ProcessInfo.processInfo.environment["ROLEWRIGHT_RECORD"] == "1" { try record(documents) }
    let recorded = try FileManager.default.subpathsOfDirectory(atPath: Self.golden.path())
      .filter { $0.contains(".") }
    #expect(Set(recorded) == Set(documents.map(\.path)))
    for document in documents {
      let expected = try? String(contentsOf: Self.golden.appending(path: document.path), encoding: .utf8)
      #expect(document.text == expected, "\(document.path)")
    }
  }

  private func record(_ documents: [RenderedDocument]) throws {
    try? FileManager.default.removeItem(at: Self.golden)
    for document in documents {
      let url = Self.golden.appending(path: document.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(document.text.utf8).write(to: url)
    }
  }

  @Test func renderingTwiceGivesTheSame() throws {
    #expect(try render(try LoopFixture.loop()) == (try render(try LoopFixture.loop())))
  }

  @Test func pathsAreSafe() throws {
    let hostile = try render(try LoopFixture.loop(quote: HostileText.all))
    #expect(Set(hostile.map(\.path)).count == hostile.count)
    for document in hostile {
      #expect(
        document.path.wholeMatch(of: /([a-z0-9-]+\/){0,2}[a-z0-9-]+\.[a-z]+/) != nil, "\(document.path)")
    }
  }

  @Test func loopFileIsPassedOn() throws {
    #expect(try text("loop.yaml", of: try LoopFixture.loop()) == "title: a loop\n")
  }

  @Test func sameNumberTwiceIsRefused() throws {
    var loop = try LoopFixture.loop()
    loop.interviews[1].number = 1
    let error = #expect(throws: InvalidInput.self) { try render(loop) }
    #expect(error?.findings.map(\.rule) == ["duplicate-number"])
  }

  @Test func candidateLearnsNoQuestionAndNoLevel() throws {
    let loop = try LoopFixture.loop()
    for path in ["candidate.md", "candidate.html"] {
      let text = try text(path, of: loop).replacing(/(?s)<style>.*?<\/style>/, with: "")
      #expect(text.contains("Kubernetes; Linux and the shell; Networking"))
      for rating in loop.interviews.flatMap(\.ratings) {
        let ask = rating.question.map { Escaping.html.escaped($0.ask.prefix(40) + "") } ?? "Intermediate"
        #expect(!text.contains(ask), "\(path): \(ask)")
      }
      for exercise in loop.interviews.compactMap(\.exercise) {
        #expect(!text.contains(exercise.id) && !text.contains(exercise.title), "\(path): \(exercise.id)")
      }
      for word in ["Conflict", "kits/", "scorecard", "required", "Working knowledge"] {
        #expect(!text.contains(word), "\(path): \(word)")
      }
    }
  }

  @Test func candidateLearnsThePostingsProductsThatComeUp() throws {
    var loop = try LoopFixture.loop()
    let place = try #require(loop.interviews.firstIndex { $0.exercise != nil })
    loop.interviews[place].exercise?.products = ["Pulsar", "Kafka", "Flink"]
    loop.role.competencies[0].technologies = ["Kafka", "Pulsar", "NATS"]
    for path in ["candidate.md", "candidate.html"] {
      #expect(
        try text(path, of: loop).contains("By name, this comes up: Kafka and Pulsar."), "\(path)")
    }
  }

  @Test func loopWithNothingAmissHasNoSectionsAboutIt() throws {
    var loop = try LoopFixture.loop()
    loop.conflict = nil
    loop.role.unmapped = []
    loop.role.minYears = 3
    loop.interviews.removeLast()
    loop.coverage.removeAll { $0.omission != nil || $0.demand.alternatives.count > 1 }
    let kept = loop.coverage.flatMap(\.demand.alternatives).map(\.id)
    loop.role.competencies.removeAll { !kept.contains($0.id) }
    for index in loop.role.competencies.indices { loop.role.competencies[index].technologies = [] }
    for path in ["loop.md", "index.html", "debrief.md"] {
      let text = try text(path, of: loop)
      for heading in ["Not all that is required", "Not assessed"] {
        #expect(!text.contains(heading), "\(path): \(heading)")
      }
    }
  }

  @Test func whatThePostingLeavesOpenIsNamed() throws {
    var loop = try LoopFixture.loop()
    loop.role.pay = nil
    loop.role.location = nil
    loop.role.remote = nil
    loop.role.level = .unspecified
    let text = try text("loop.md", of: loop)
    for point in [
      "- **Pay.** ", "- **Place.** ", "- **Level.** ", "- **Alternatives.** One of each is enough, and the",
      "- **A stage that is no interview.** Reference check. ", "- **AI assistants in interviews.** ",
    ] {
      #expect(text.contains(point), "\(point)")
    }
    #expect(!text.contains("Level: unspecified"))
  }

  @Test func choiceIsAssessedAsChosen() throws {
    let text = try text("kits/3-coding.md", of: try LoopFixture.loop(hasExercises: false))
    // There is one question, on Go: nobody is offered a choice that is not asked about.
    #expect(text.contains("## Rate 1: Go\n") && text.contains("The posting takes Python too."))
    #expect(text.contains("Rated along with it: programming."))
    #expect(!text.contains("### Levels: Python\n") && !text.contains("Ask which the candidate chooses"))
  }

  @Test func codeOfAQuestionKeepsItsLines() throws {
    let loop = try LoopFixture.loop(hasExercises: false)
    let markdown = try text("kits/3-coding.md", of: loop)
    #expect(
      markdown.contains(
        "\n    func FetchAll(ctx context.Context, urls []string) (map[string][]byte, error) {\n"))
    #expect(markdown.contains("\n            wg.Add(1)\n"))
    #expect(try text("kits/3-coding.html", of: loop).contains("\n                errs &lt;- err\n"))
  }

  @Test func competencyWithoutOwnQuestionPointsAtTheOther() throws {
    let text = try text("kits/6-behavioural.md", of: try LoopFixture.loop())
    #expect(text.contains("rate it from the answers to the question on Communication and writing."))
  }

  @Test func noDocumentSaysWhomToHire() throws {
    for document in try render(try LoopFixture.loop()) {
      #expect(
        document.text.firstMatch(of: /(?i)\b(no[- ]hire|hire (?:the|this) candidate|recommend hiring)\b/)
          == nil)
    }
  }

  @Test func remediesAreToldInWords() throws {
    let templates = try TemplateLibrary(
      try Repository.templates(), root: LoopView.self, documents: ["loop.md", "index.html"])
    var conflict = try #require(try LoopFixture.loop().conflict)
    conflict.remedies = []
    let view = ConflictView(conflict, remedies: RemedyView.views(of: [CoverageRemedy].sample))
    for ending in ["md", "html"] {
      let all = templates.render(view, with: "fit.\(ending)")
      #expect(all.contains("3 of the things that are required compete for 2 places:"))
      for line in Self.remedyLines { #expect(all.contains(line)) }
      // The front page has what is not rated, and the cheapest change that rates more.
      let front = templates.render(view, with: "conflict.\(ending)")
      #expect(front.contains("This loop does not rate "))
      #expect(front.contains("The cheapest way to rate more of it: \(Self.remedyLines[0])"))
      #expect(!front.contains(Self.remedyLines[2]) && front.contains("Other ways stand in "))
    }
    conflict.places = 0
    let bare = templates.render(ConflictView(conflict), with: "conflict.md")
    #expect(bare.contains("has a question that fits ") && !bare.contains("cheapest"))
  }

  @Test func whatNoInterviewRatesIsNamedOnTheFrontPage() throws {
    let text = try text("loop.md", of: try LoopFixture.loop())
    #expect(
      text.contains("**Not all that is required fits in.** This loop does not rate Continuous integration"))
    let ledger = try self.text("ledger.md", of: try LoopFixture.loop())
    #expect(ledger.contains("\n## What does not fit in\n"))
  }

  /// What is said of each remedy of the sample, in its order.
  private static let remedyLines = [
    """
    Allow up to 4 ratings in one interview. It costs no time. Each rating has 15 min instead of 20 where an \
    interview rates that many. Rated once instead of twice then: Linux.
    """,
    "Make preferred instead of required, and leave unrated: CI/CD and Linux. It costs no time.",
    "Write a question for Linux that fits the level asked for. It costs no time. Not rated then: Databases.",
    """
    Allow 4 h for the interviews after the screens. It costs 30 min of the candidate's time and 1 h 45 min of \
    the team's.
    """,
    """
    Make the stage "Pairing" 60 min long instead of 45. It would rate CI/CD too. It costs 15 min of the \
    candidate's time and 15 min of the team's.
    """,
    """
    Hold one more interview, Technical deep dive, of 60 min. It would rate CI/CD. It costs 1 h of the \
    candidate's time and 2 h 15 min of the team's.
    """,
  ]
}
