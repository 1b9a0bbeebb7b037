import Rubric
import Testing

@testable import Extractor

@Suite("Demands in running text")
struct RunningTextTests {
  private func importance(of id: String, in text: String) throws -> Importance? {
    try OwnLibrary.importance(of: id, in: "# Platform Engineer\n\n\(text)\n")
  }

  @Test("go on with what stands for the person")
  func pronoun() throws {
    let text =
      "The ideal candidate has run servers before. They know Linux well, and write Go. They will run our Kafka."
    #expect(try importance(of: "linux", in: text) == .required)
    #expect(try importance(of: "go", in: text) == .required)
    #expect(try importance(of: "messaging-streaming", in: text) == .duty)
    let team = "You will join a team of five. They know Linux well."
    #expect(try importance(of: "linux", in: team) != .required)
  }

  @Test("are none where somebody enjoys the work")
  func enjoyment() throws {
    let text =
      "This is no desk job, but a role for an engineer who enjoys helping others and running our Kubernetes."
    #expect(try importance(of: "kubernetes", in: text) == .duty)
    #expect(try importance(of: "kubernetes", in: "You should be excited to run our Kubernetes.") == .duty)
    #expect(try importance(of: "kubernetes", in: "We seek an engineer who has run Kubernetes.") == .required)
  }

  @Test("stand behind a question that heads them")
  func question() throws {
    let text =
      "What would you do here? You'd look after Kafka. \n\nWhat do you bring? Solid Linux. You write Go."
    #expect(try importance(of: "go", in: text) == .required)
    #expect(try importance(of: "linux", in: text) == .required)
    #expect(try importance(of: "messaging-streaming", in: text) == .duty)
    let apply =
      "You run Kafka.\n\nNot sure you meet all our qualifications? Please apply. Our clients love Linux."
    #expect(try importance(of: "messaging-streaming", in: apply) == .duty)
  }

  @Test("a wish is about all entries of a list with brackets")
  func brackets() throws {
    let text =
      "## Requirements\n\n- Knowledge of Ansible (or Puppet), containers (Docker) and Kafka is an advantage\n- Linux (RHEL), knowledge of Go is a plus"
    #expect(try importance(of: "infrastructure-as-code", in: text) == .preferred)
    #expect(try importance(of: "containers", in: text) == .preferred)
    #expect(try importance(of: "linux", in: text) == .required)
    #expect(try importance(of: "go", in: text) == .preferred)
  }

  @Test(
    "a heading of demands that wishes heads wishes",
    arguments: ["You'll have an edge if you", "Skills (nice to have)"])
  func heading(heading: String) throws {
    let text = "## Requirements\n\n- Linux\n\n## \(heading)\n\n- know Kafka"
    #expect(try importance(of: "messaging-streaming", in: text) == .preferred)
  }

  @Test("a semicolon parts choices")
  func semicolon() throws {
    let text =
      "# Engineer\n\n## Requirements\n\n- Knowledge of databases such as MySQL or Oracle; disaster recovery; Go or Rust\n"
    let role = try OwnLibrary.extract(text).role
    let letters = Dictionary(role.competencies.map { ($0.id, $0.anyOf) }) { first, _ in first }
    #expect(letters["reliability"] == .some(nil))
    #expect(letters["go"] == letters["rust"] && letters["go"] != .some(nil))
  }

  @Test("the title alone tells nothing of the work")
  func title() throws {
    let text =
      "# Site Reliability Engineer\n\nWe are looking for a Site Reliability Engineer to join us. You will write Go.\n"
    let role = try OwnLibrary.extract(text).role
    #expect(role.competencies.map(\.id) == ["go"])
    let told =
      "# Site Reliability Engineer\n\nAs a Site Reliability Engineer you own the reliability of our payments.\n"
    #expect(try OwnLibrary.importance(of: "reliability", in: told) == .duty)
  }

  @Test(
    "degrees with years on lines of their own are a choice",
    arguments: [
      "- BSc with 6+ years of experience\n- or MSc with 3+ years of experience\n- 2 years of Linux",
      "- BSc with 6+ years of experience, or\n- MSc with 3+ years of experience",
    ])
  func years(lines: String) throws {
    #expect(try OwnLibrary.extract("# Engineer\n\n## Requirements\n\n\(lines)\n").role.minYears == 3)
  }

  @Test("what stands for a degree may stand on the next line")
  func degree() throws {
    let text =
      "# Engineer\n\n## Requirements\n\n- Bachelor's degree in a related field OR\n- Completed a coding bootcamp\n"
    #expect(try OwnLibrary.extract(text).role.open.map(\.kind) == [.degreeOrEquivalent])
  }

  @Test("a process is told in one sentence")
  func process() throws {
    let text =
      "# Engineer\n\nYou run Kafka.\n\nWe'll have a short call, then a take-home exercise of about three hours, and then a chat with the team.\n"
    let stages = try OwnLibrary.extract(text).role.interviewProcess
    #expect(stages.map(\.minutes) == [nil, 180, nil])
  }
}
