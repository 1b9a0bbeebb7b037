import Rubric
import Testing

@testable import Planner

/// Questions about products that a posting names.
@Suite("Questions about products") struct ProductQuestionTests {
  private static let words = [
    "Two years of Argo CD or Tekton", "Argo CD in production", "CD pipelines on Argo",
  ]

  /// What a demand whose lines say something can be shown by.
  private func pool(_ about: [String], lines: [String], technologies: [String] = []) throws -> QuestionPool {
    let library = try RealRubrics.library()
    var competency = try #require(try library.competency("ci-cd"))
    var question = Question(
      own: "ci-cd/half-synced", ask: "What is synced?", minutes: 10, level: .intermediate)
    question.about = about
    competency.questions = [
      question, Question(own: "ci-cd/any", ask: "Why?", minutes: 10, level: .intermediate),
    ]
    let evidence = lines.enumerated().map {
      Evidence(line: $0.offset + 1, column: 1, section: "required", quote: $0.element)
    }
    let wanted = RoleCompetency(
      id: "ci-cd", importance: .required, technologies: technologies, evidence: evidence)
    return QuestionPool(of: Demand(alternatives: [wanted], competencies: [competency], along: []))
  }

  @Test("are asked where a line names one of them, under any of its names, and count the lines")
  func named() throws {
    let pool = try pool(["ArgoCD", "Argo CD"], lines: Self.words)
    #expect(pool.questions.map(\.id) == ["ci-cd/half-synced", "ci-cd/any"])
    #expect(pool.products == ["ci-cd/half-synced": 16])
  }

  @Test("are asked where the role names a product that no line does")
  func technologies() throws {
    let pool = try pool(["Argo CD"], lines: ["Continuous delivery"], technologies: ["Argo CD"])
    #expect(pool.products == ["ci-cd/half-synced": 15])
  }

  @Test(
    "weigh by the lines that name them, of which the title is two, and the first that the posting names before others"
  )
  func weights() {
    let line = "Spinnaker, Argo CD or Flux"
    let wanted = RoleCompetency(
      id: "ci-cd", importance: .required, technologies: ["Spinnaker", "Argo CD", "Flux"],
      evidence: [Evidence(line: 1, column: 1, section: "required", quote: line)])
    func weights(_ title: String) -> [Int?] {
      let named = NamedProducts([wanted], title: Set(ScannedWords.hashes(of: title)))
      return [["Spinnaker"], ["ArgoCD", "Argo CD"], ["Flux", "Flux CD"], ["Jenkins"]].map(named.weight)
    }
    #expect(weights("Engineer") == [15, 14, 13, nil])
    #expect(weights("Flux Engineer") == [15, 14, 29, nil])
  }

  @Test("leave a line to others as far as an exercise is made of it")
  func made() {
    let lines = ["Argo CD in production", "Jenkins and Argo CD", "Jenkins, mostly"]
    let evidence = lines.enumerated().map {
      Evidence(line: $0.offset + 1, column: 1, section: "required", quote: $0.element)
    }
    let wanted = RoleCompetency(
      id: "ci-cd", importance: .required, technologies: ["Argo CD", "Jenkins"], evidence: evidence)
    func counts(_ links: [Nearness]) -> [Int] {
      var made = MadeWords()
      made.add(links)
      let named = NamedProducts([wanted], made: made)
      return [["Argo CD"], ["Jenkins"]].map(named.lines)
    }
    #expect(counts([]) == [2, 2])
    #expect(counts([Nearness(evidence: evidence[0], words: ["Argo CD"])]) == [1, 2])
    #expect(counts(evidence.prefix(2).map { Nearness(evidence: $0, words: ["Argo CD"]) }) == [0, 2])
  }

  @Test("are not chosen for what is a plus where a line that is no wish names something else")
  func wishes() {
    let evidence = ["Argo CD in production", "Jenkins is a plus", "Jenkins or Flux would be great"]
      .enumerated().map {
        Evidence(line: $0.offset + 1, column: 1, section: "required", quote: $0.element)
      }
    func weights(_ evidence: [Evidence], _ technologies: [String]) -> [Int?] {
      let wanted = RoleCompetency(
        id: "ci-cd", importance: .required, technologies: technologies, evidence: evidence)
      let named = NamedProducts([wanted], wishes: Set(evidence.dropFirst().map { SentencePlace($0) }))
      return [["Argo CD"], ["Jenkins"], ["Tekton"]].map(named.weight)
    }
    #expect(weights(evidence, ["Argo CD", "Jenkins"]) == [15, 0, nil])
    var other = evidence
    other[0].quote = "CI in production"
    #expect(weights(other, ["Jenkins"]) == [nil, 23, nil])
  }

  @Test("are asked about the core also where something else rates it")
  func core() throws {
    let line = Evidence(line: 1, column: 1, section: "required", quote: "Two years of Jenkins")
    let role = RoleDefinition(
      title: "Engineer", level: .mid,
      competencies: [
        RoleCompetency(
          id: "ci-cd", importance: .required, target: .intermediate, technologies: ["Jenkins"],
          evidence: [line])
      ]
    ).withWeights()
    let library = try RealRubrics.library()
    var loop = try LoopPlanner(library: library, policy: try library.policy()).plan(role)
    func products() -> [[String]] {
      loop.interviews.flatMap(\.ratings).flatMap(\.questions).map(\.question.about).filter { !$0.isEmpty }
    }
    for index in loop.interviews.indices {
      loop.interviews[index].exercise = nil
      for rating in loop.interviews[index].ratings.indices {
        loop.interviews[index].ratings[rating].further = []
        loop.interviews[index].ratings[rating].question?.question = Question(
          own: "ci-cd/any", ask: "Why?", minutes: 10, level: .intermediate)
      }
    }
    #expect(products().isEmpty)
    var questions = NamedProductQuestions(loop, core: loop.core, most: 3)
    questions.add(to: &loop.interviews)
    #expect(products().count == 1 && products().joined().contains("Jenkins"))
    questions.add(to: &loop.interviews)
    #expect(products().count == 1)
  }

  @Test("are asked nowhere else", arguments: [["Spinnaker"], ["Argo Workflows"], ["Argo CD Core"]])
  func strange(about: [String]) throws {
    let pool = try pool(about, lines: Self.words)
    #expect(pool.questions.map(\.id) == ["ci-cd/any"] && pool.products.isEmpty)
  }
}
