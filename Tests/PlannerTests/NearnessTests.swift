@testable import Rubric
import Testing

@testable import Planner

@Suite("What a posting says of exercises") struct NearnessTests {
  /// What topics count in a posting with one sentence behind each competency, by their importance.
  private func worth(_ about: [String], title: String = "Engineer", _ asked: (Importance, String)...) -> Int {
    let competencies = asked.enumerated().map { line, asked in
      RoleCompetency(
        id: "c\(line)", importance: asked.0,
        evidence: [Evidence(line: line + 1, column: 1, section: "s", quote: asked.1)])
    }
    let role = RoleDefinition(title: title, competencies: competencies)
    return TopicNearness(PostingSentences(of: role), exercises: [], showing: []).worth(of: [about])[0]
  }

  @Test func aWishDecidesNothing() {
    #expect(worth(["consistent hashing"], (.required, "Consistent hashing at scale")) == 6)
    #expect(worth(["consistent hashing"], (.duty, "Consistent hashing at scale")) == 6)
    #expect(worth(["consistent hashing"], (.preferred, "Consistent hashing is a plus")) == 1)
    #expect(worth(["consistent hashing"], title: "Consistent hashing engineer") == 12)
  }

  @Test func aSentenceBehindMoreThanAWishCountsInFull() {
    let evidence = [Evidence(line: 1, column: 1, section: "s", quote: "Kafka and consistent hashing")]
    let role = RoleDefinition(
      title: "Engineer",
      competencies: [
        RoleCompetency(id: "wish", importance: .preferred, evidence: evidence),
        RoleCompetency(id: "duty", importance: .duty, evidence: evidence),
      ])
    let nearness = TopicNearness(PostingSentences(of: role), exercises: [], showing: [])
    #expect(nearness.worth(of: [["consistent hashing"]]) == [6])
  }

  /// What an exercise is linked to, and what it is worth, in a posting of two lines: Kafka for one competency and other
  /// things for the next.
  private func exercise(
    _ about: [String], unseen: [String] = [], shows place: Int, title: String = "Engineer",
    _ quotes: String...
  ) -> (links: [Nearness], worth: Int) {
    let competencies = quotes.enumerated().map { line, quote in
      RoleCompetency(
        id: "c\(line)", importance: .required,
        evidence: [Evidence(line: line + 1, column: 1, section: "s", quote: quote)])
    }
    let role = RoleDefinition(title: title, competencies: competencies)
    let outline = ExerciseOutline(
      id: "e", kind: .studyCase, title: "E", minutes: 30, rates: [], also: [], about: about, unseen: unseen)
    let shown = PostingSentences.Asked(place: place)
    let nearness = TopicNearness(PostingSentences(of: role), exercises: [outline], showing: [shown])
    return (nearness.links(of: 0, rating: shown), nearness.spoken()[0].reduce(0) { $0 + $1.worth })
  }

  @Test func aSharedWordIsNoLinkWhereTheExerciseShowsSomethingElse() {
    let own = exercise(["Kafka"], shows: 0, "Run Kafka", "Write services")
    #expect(own.links.map(\.words) == [["Kafka"]] && own.links[0].evidence.line == 1 && own.worth == 5)
    let other = exercise(["Kafka"], shows: 1, "Run Kafka", "Write services")
    #expect(other.links.isEmpty && other.worth == 3)
  }

  @Test func whatNoCompetencyCoversIsPractisedByAnExerciseMadeOfItAndComesBehindWhatIsRated() {
    func words(_ line: Int, _ quote: String) -> Evidence {
      Evidence(line: line, column: 1, section: "required", quote: quote)
    }
    let role = RoleDefinition(
      title: "Engineer",
      competencies: [
        RoleCompetency(id: "c", importance: .required, evidence: [words(2, "Design queues")])
      ],
      unmapped: [words(1, "You love excessive complexity to go"), words(3, "You like the sea")])
    let outline = ExerciseOutline(
      id: "e", kind: .studyCase, title: "E", minutes: 30, rates: [], also: [],
      about: ["excessive complexity", "design queues"], unseen: [])
    let shown = PostingSentences.Asked(place: 0)
    let nearness = TopicNearness(PostingSentences(of: role), exercises: [outline], showing: [shown])
    #expect(nearness.links(of: 0, rating: shown).map(\.evidence.line) == [2, 1])
  }

  @Test func aNameThatStandsInNoTextOfAnExerciseIsNoLink() {
    let unseen = exercise(["Kafka"], unseen: ["Kafka"], shows: 0, "Run Kafka")
    #expect(unseen.links.isEmpty && unseen.worth == 3)
    #expect(exercise(["Kafka"], unseen: ["Kafka"], shows: 1, "Run Kafka", "Write").worth == 1)
  }

  /// Whether an exercise is foreign to a posting of one line.
  private func isForeign(
    _ about: [String], unseen: [String] = [], isOfProducts: Bool = true, _ quote: String,
    title: String = "Engineer"
  ) -> Bool {
    let evidence = [Evidence(line: 1, column: 1, section: "s", quote: quote)]
    let role = RoleDefinition(
      title: title, competencies: [RoleCompetency(id: "c", importance: .required, evidence: evidence)])
    var outline = ExerciseOutline(
      id: "e", kind: .drill, title: "E", minutes: 30, rates: [], also: [], about: about, unseen: unseen)
    outline.products = isOfProducts ? Array(about.prefix(1)) : []
    let all = PostingSentences.Asked(place: 0)
    return TopicNearness(PostingSentences(of: role), exercises: [outline], showing: [all]).isForeign(0)
  }

  @Test func anExerciseOnProductsIsForeignWhereThePostingNamesNoneThatItSuits() {
    #expect(isForeign(["Azure", "cloud operations"], "Cloud operations on AWS"))
    #expect(!isForeign(["Azure", "AWS"], "Cloud operations on AWS"))
    #expect(!isForeign(["Azure", "AWS"], unseen: ["AWS"], "Cloud operations on AWS"))
    #expect(!isForeign(["Azure"], "Run it", title: "Azure Engineer"))
    #expect(!isForeign(["SLO", "alerts"], isOfProducts: false, "Cloud operations on AWS"))
  }

  @Test func aSessionIsHeldForWhatItsExerciseNamesAProductOf() throws {
    var small = SmallLibrary()
    for id in ["databases", "messaging", "linux"] { small.competency(id) }
    var competencies = required("databases", "messaging", "linux")
    competencies[1].technologies = ["RabbitMQ"]
    competencies[2].technologies = ["Debian"]
    let role = RoleDefinition(title: "Engineer", competencies: competencies)
    let demands = DemandBuilder(role, try small.library.competencies(competencies.map(\.id))).demands()
    func exercise(unseen: [String]) -> CoverageProblem.Exercise {
      var outline = ExerciseOutline(
        id: "e", kind: .drill, title: "E", minutes: 30,
        rates: competencies.map { .init(id: $0.id, levels: .awareness ... .expert) }, also: [],
        about: ["RabbitMQ", "queues"], unseen: unseen)
      outline.products = ["RabbitMQ"].filter { !unseen.contains($0) }
      return ExercisePool([outline], for: role, demands).exercises[0]
    }
    #expect(exercise(unseen: []).named == [1] && exercise(unseen: []).core == [1, 0])
    #expect(exercise(unseen: ["RabbitMQ"]).named == [] && exercise(unseen: ["RabbitMQ"]).core == [0])
  }

  @Test func aForeignExerciseIsWorthARequiredDemandLess() throws {
    var small = SmallLibrary()
    small.competency("cloud")
    let role = RoleDefinition(title: "Engineer", competencies: required("cloud"))
    let demands = DemandBuilder(role, try small.library.competencies(["cloud"])).demands()
    let outline = ExerciseOutline(
      id: "e", kind: .drill, title: "E", minutes: 30,
      rates: [.init(id: "cloud", levels: .awareness ... .expert)], also: [], about: [])
    let fit = ExerciseFit(outline, demands, DemandNames(demands))
    let weights = demands.map { DemandWeight($0, Heaviness(role)) }
    #expect(fit.worth(weights, isForeign: false) >= 6)
    #expect(fit.worth(weights, isForeign: true) == max(1, fit.worth(weights, isForeign: false) - 6))
  }

  @Test func anExerciseIsOfProductsThatItsTextsNameOften() throws {
    let outlines = try RealRubrics.library().exerciseOutlines()
    func isOfProducts(_ id: String) -> Bool? { outlines.first { $0.id == id }.map { !$0.products.isEmpty } }
    #expect(isOfProducts("pods-that-do-not-start") == true)
    #expect(isOfProducts("hash-ring") == false)
  }

  @Test func aNameOnWhichThePostingComesBackIsWhatTheRoleIsAbout() {
    #expect(exercise(["Kafka"], shows: 0, "Run Kafka", "Read from Kafka").worth == 8 + 3)
    #expect(exercise(["Kafka"], shows: 0, title: "Kafka Engineer", "Run it").worth == 16)
  }

  @Test func aTitleIsALinkByANameAndWhereNoSentenceIs() {
    let title = exercise(["Kafka", "streaming platform"], shows: 0, title: "Kafka Engineer", "Run it")
    #expect(title.links.map(\.evidence.line) == [0])
    #expect(exercise(["release engineer"], shows: 0, title: "Release Engineer", "Run it").links.isEmpty)
    let sentence = exercise(["Kafka"], shows: 0, title: "Kafka Engineer", "Run Kafka")
    #expect(sentence.links.map(\.evidence.line) == [1])
  }

  @Test func aNameIsNotThePartOfAnother() {
    #expect(exercise(["Kubernetes"], shows: 0, "Code on the Kubernetes API").links.isEmpty)
    #expect(exercise(["Kubernetes"], shows: 0, "Kubernetes, Helm").links.map(\.words) == [["Kubernetes"]])
    #expect(exercise(["Kubernetes API"], shows: 0, "Code on the Kubernetes API").links.count == 1)
  }

  @Test func aPlainWordIsNoLink() {
    #expect(exercise(["queues"], shows: 0, "Design queues").links.isEmpty)
    #expect(exercise(["design queues"], shows: 0, "Design queues").links.count == 1)
  }

  @Test func aSentenceCountsOnceInALoop() {
    let one = CoverageProblem.Exercise(
      minutes: 45, shows: [0], base: 7,
      mentions: [.init(sentence: 3, worth: 6), .init(sentence: 5, worth: 2)])
    let other = CoverageProblem.Exercise(
      minutes: 45, shows: [1], base: 4, mentions: [.init(sentence: 3, worth: 5)])
    #expect(one.worth(beside: []) == 15)
    #expect(one.worth(beside: [other]) == 9)
    #expect(other.worth(beside: [one]) == 4)
  }

  @Test func exercisesAreOnOneSubjectThatShareThreeFifthsOfTheTopicsOfOne() {
    let shared = SharedTopics([
      ["Kafka", "consumer lag", "backlog", "partitions", "offsets"],
      ["kafka", "Consumer lag", "backlog", "retention", "schemas", "brokers"],
      ["Kafka", "consumer lag", "rebalancing", "retention", "quorum"], [], ["Terraform", "terraform"],
    ])
    #expect(shared.areOneSubject(1, 0))
    #expect(!shared.areOneSubject(2, 0))
    #expect(shared.areOneSubject(2, 1))
    #expect(!shared.areOneSubject(3, 0) && !shared.areOneSubject(4, 3))
  }
}
