import Foundation
import Rubric
import Testing

@testable import Planner

@Suite("The kit of an interview around an exercise")
struct KitTests {
  private static let library = Result { try RealRubrics.library() }
  private static let ids = (try? library.get().exerciseIDs) ?? []

  /// The documents of a loop of one interview around an exercise, which rates what the exercise rates.
  private func documents(of id: String) throws -> (form: ExerciseForm, all: [RenderedDocument]) {
    let library = try Self.library.get()
    let form = try #require(try library.exercise(id)).form(seed: nil)
    var loop = try LoopFixture.loop()
    var interview = loop.interviews[3]
    let planned = PlannedExercise(
      id: id, kind: form.exercise.kind, title: form.title, minutes: form.exercise.minutes, seed: nil,
      rates: form.exercise.rates.map(\.id), links: [])
    interview.exercise = planned
    interview.minutes = 75
    interview.ratings = try form.exercise.rates.map { rating in
      let competency = try #require(try library.competency(rating.id))
      let demand = Demand(
        alternatives: [RoleCompetency(id: rating.id, importance: .required)], competencies: [competency],
        along: [])
      return PlannedRating(demand: demand, question: nil, shownBy: id, isFirstReading: true)
    }
    loop.interviews = [interview]
    loop.coverage = []
    let renderer = try DocumentRenderer(templates: try Repository.templates())
    return (form, try renderer.documents(of: loop, forms: [id: form], loopFile: ""))
  }

  @Test("an exercise stands whole in its kit, in both kinds, well-formed", arguments: ids)
  func whole(id: String) throws {
    let (form, documents) = try documents(of: id)
    let html = try #require(documents.first { $0.path == "kits/4-incident-drill.html" }).text
    let markdown = try #require(documents.first { $0.path == "kits/4-incident-drill.md" }).text
    for text in phrases(of: form.exercise) {
      #expect(markdown.contains(text) || markdown.contains(text.replacing("|", with: "\\|")), "\(text)")
      #expect(html.contains(htmlPhrase(text)), "\(text)")
    }
    for text in [form.exercise.key] + form.exercise.parts.map(\.text) {
      #expect(html.contains(htmlBlocks(text)), "\(text)")
    }
    let start = try #require(html.firstRange(of: "<main>")).upperBound
    let end = try #require(html.firstRange(of: "</main>")).lowerBound
    #expect(WellFormed.fault(of: WellFormed.kit, in: String(html[start..<end])) == nil)
    #expect(!html.contains("<p></p>"))
  }

  /// What a reader of a kit needs, a line each.
  private func phrases(of exercise: Exercise) -> [String] {
    var phrases = [exercise.lesson, exercise.equal]
    for step in exercise.plan {
      phrases += [step.title] + step.tasks + step.strong + step.meets + step.below
      for probe in step.probes { phrases += [probe.ask, probe.good] }
    }
    for card in exercise.cards { phrases += card.asked }
    for slip in exercise.slips { phrases += [slip.slip, slip.hint] }
    for rating in exercise.rates { phrases += rating.strong + rating.meets + rating.below }
    if let drill = exercise.drill {
      phrases += drill.checks.flatMap(\.asks) + drill.actions.map(\.does)
      phrases += drill.marks.map(\.says) + drill.hints.map(\.say)
    }
    for fault in exercise.workSample?.findings ?? [] {
      phrases += [fault.what, fault.consequence, fault.fix]
    }
    phrases += exercise.workSample?.sound.map(\.reason) ?? []
    return phrases + (exercise.coding?.cases.map(\.shows) ?? [])
  }

  /// The words, whatever lines they stand in.
  private func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

  private func htmlPhrase(_ text: String) -> String {
    var output: [UInt8] = []
    MarkdownHTML.append(phrase: text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func htmlBlocks(_ text: String) -> String {
    var output: [UInt8] = []
    MarkdownHTML.append(blocks: text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test(
    "a handout holds its part and nothing else",
    arguments: ["slow-checkout", "rate-limits", "terraform-plan"])
  func handouts(id: String) throws {
    let (form, documents) = try documents(of: id)
    let handouts = documents.filter { $0.path.hasPrefix("handouts/") && $0.path.hasSuffix(".md") }
    #expect(handouts.count == form.exercise.parts.count)
    for (handout, part) in zip(handouts, form.exercise.parts) {
      let expected = "# \(part.title)\n\n\(part.text)"
      #expect(words(handout.text) == words(expected))
    }
    for document in documents where document.path.hasPrefix("handouts/") {
      #expect(!document.path.contains(id) || id == "rate-limits", "\(document.path)")
      #expect(!document.text.contains(form.fingerprint) && !document.text.contains("Fingerprint"))
      for hidden in [form.exercise.lesson, form.exercise.slips[0].hint, form.exercise.rates[0].strong[0]] {
        #expect(!document.text.contains(hidden), "\(document.path)")
      }
    }
  }

  @Test("a coding exercise brings its starters, its cases and its reference")
  func files() throws {
    let (form, documents) = try documents(of: "rate-limits")
    let task = try #require(form.exercise.coding)
    let files = documents.filter { $0.path.hasPrefix("cases/") || $0.path.contains("/starter.") }
    #expect(files.count == task.starters.count + 2 * task.cases.count + 1)
    let first = files.first { $0.path.contains("/01-") && $0.path.hasSuffix(".in") }
    #expect(first?.text == task.cases[0].input)
  }

  @Test("the clock gives each step of the exercise its minutes, behind the opening")
  func clock() throws {
    let (form, documents) = try documents(of: "slow-checkout")
    let kit = try #require(documents.first { $0.path == "kits/4-incident-drill.md" }).text
    #expect(kit.contains("\n| 0 to 5 | Opening |  |\n| 5 to 10 | The system (hand out: "))
    #expect(
      kit.contains(
        "\n| 40 to 48 | Look back | \(form.exercise.plan[2].meets.prefix(2).joined(separator: " ")) |\n"))
    #expect(kit.contains("\n| 48 to 65 | Back to the answer of which you are least sure |  |\n"))
    #expect(kit.contains("\n### Minute 5 to 10: The system\n"))
    #expect(form.exercise.minutes == 43)
  }

  /// The documents of the loop whose exercise in writing code shows some competency of a role.
  private func documents(writing wanted: RoleCompetency?) throws -> [RenderedDocument] {
    var loop = try LoopFixture.loop()
    let exercise = try #require(loop.interviews[2].exercise)
    if let wanted {
      let competency = try #require(try Self.library.get().competency(wanted.id))
      let demand = Demand(alternatives: [wanted], competencies: [competency], along: [])
      loop.interviews[2].ratings[0] = PlannedRating(
        demand: demand, question: nil, shownBy: exercise.id, isFirstReading: true)
    }
    return try DocumentRenderer(templates: try Repository.templates())
      .documents(of: loop, forms: try LoopFixture.forms(of: loop), loopFile: "")
  }

  /// The languages of the starters in the folder.
  private func starters(_ documents: [RenderedDocument]) -> [String] {
    documents.map(\.path).filter { $0.contains("/starter.") }.compactMap { $0.split(separator: ".").last }
      .map(String.init).sorted()
  }

  /// The endings of all starters of an exercise.
  private static let allStarters = ["cpp", "cs", "go", "java", "py", "rb", "rs", "sh", "ts"]

  @Test(
    "loop, kit and candidate's page say the same of the language, and only starters that count lie ready",
    arguments: [
      (
        nil, [], "in Go or Python", " A starter that reads the input is ready in Python and Go",
        ["go", "py"]
      ),
      ("go", [], "in Go", " A starter that reads the input is ready in Go", ["go"]),
      ("cpp", ["C++", "GDB"], "in C++", " A starter that reads the input is ready in C++", ["cpp"]),
      ("cpp", [], "in C++ or C", " in C++ or C", Self.allStarters),
      ("ruby", ["Ruby"], "in Ruby", " A starter that reads the input is ready in Ruby", ["rb"]),
    ] as [(String?, [String], String, String, [String])])
  func language(
    id: String?, named: [String], language: String, starter: String, files: [String]
  ) throws {
    let documents = try documents(
      writing: id.map { RoleCompetency(id: $0, importance: .required, technologies: named) })
    func text(_ path: String) throws -> String { try #require(documents.first { $0.path == path }).text }
    let candidate = try text("candidate.md")
    let kit = try text("kits/3-coding.md")
    #expect(candidate.contains("- You write a small program, in steps, \(language)"))
    #expect(kit.contains("- [ ] The program is written \(language)"))
    #expect(try text("loop.md").contains("a program to write \(language) |"))
    for page in [candidate, kit, try text("candidate.html"), try text("kits/3-coding.html")] {
      #expect(page.contains(starter) && !page.contains("Any language"))
    }
    let isBare = files == Self.allStarters
    let all =
      "after those in Python, Go, Java, Ruby, Bash, TypeScript, C# and Rust, so that it does the same and no more."
    #expect(kit.contains(all) == isBare)
    #expect(candidate.contains(", tell us beforehand and we will send it with the task.") == isBare)
    #expect(starters(documents) == files)
  }

  @Test("where no language is rated, any counts the same, and all documents say so")
  func anyLanguage() throws {
    let documents = try documents(writing: RoleCompetency(id: "programming", importance: .required))
    func text(_ path: String) throws -> String { try #require(documents.first { $0.path == path }).text }
    #expect(try text("candidate.md").contains("in the language that you know best; none counts for more"))
    #expect(try text("kits/3-coding.md").contains("- [ ] Any language counts the same, since none is rated"))
    #expect(try text("loop.md").contains("a program to write |"))
    #expect(starters(documents) == Self.allStarters)
  }

  @Test(
    "a standing says where it lies from the target",
    arguments: [
      (
        "slow-checkout",
        ["Below the target (2 or lower)", "At the target (3)", "Above the target (4 or higher)"]
      ),
      (
        "hash-ring",
        [
          "Below the target (2 or lower)",
          "At the target, by most of this or by all of it with hints (3); above it, by all of it without (4)",
          "Above the target (5)",
        ]
      ),
    ])
  func standings(id: String, headings: [String]) throws {
    let kit = try #require(try documents(of: id).all.first { $0.path == "kits/4-incident-drill.md" }).text
    let rating = try #require(kit.components(separatedBy: "## Rate 1").last)
    let lines = rating.split(separator: "\n").filter { $0.contains(" the target") && $0.hasSuffix("):") }
    #expect(lines.prefix(3).map { String($0) } == headings.map { "\($0):" })
  }

  @Test("no list of what to see stands twice in a kit")
  func once() throws {
    let loop = try LoopFixture.loop()
    let documents = try DocumentRenderer(templates: try Repository.templates())
      .documents(of: loop, forms: try LoopFixture.forms(of: loop), loopFile: "")
    let kits = documents.filter { $0.path.hasPrefix("kits/") && $0.path.hasSuffix(".md") }
    // What programming has in common with its languages stands once for all.
    let shared = try #require(try Self.library.get().competency("programming")).redFlags
    let common = try #require(documents.first { $0.path == "interviewers.md" }).text
    for flag in shared { #expect(common.contains("\n- \(flag) (Go and Python)\n"), "\(flag)") }
    for (kit, interview) in zip(kits, loop.interviews) {
      for anchor in interview.ratings.flatMap(\.demand.competencies).flatMap(\.levels).flatMap(\.anchors) {
        #expect(kit.text.ranges(of: "\n- \(anchor.text)\n").count <= 1, "\(kit.path): \(anchor.text)")
      }
      for rating in interview.ratings {
        for flag in rating.demand.competencies.flatMap(\.redFlags) where !shared.contains(flag) {
          #expect(kit.text.contains(flag) == rating.isFirstReading, "\(kit.path): \(flag)")
        }
      }
      for flag in shared { #expect(!kit.text.contains(flag), "\(kit.path): \(flag)") }
    }
  }

  @Test("what was chosen for the posting's words says so, in the exercise and the question")
  func nearness() throws {
    let loop = try LoopFixture.loop()
    let documents = try DocumentRenderer(templates: try Repository.templates())
      .documents(of: loop, forms: try LoopFixture.forms(of: loop), loopFile: "")
    let words =
      "Chosen because the posting says \"Working knowledge of Kubernetes\" (line 27); in common: Kubernetes."
    for path in ["kits/2-technical-screen.md", "kits/3-coding.md"] {
      #expect(documents.first { $0.path == path }?.text.contains(words) == true, "\(path)")
    }
    let html = documents.first { $0.path == "kits/3-coding.html" }?.text ?? ""
    #expect(
      html.contains("<q class=\"words\">Working knowledge of Kubernetes</q> <span class=\"soft\">line 27;"))
  }
}
