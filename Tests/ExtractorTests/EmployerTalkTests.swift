import Rubric
import Testing

@testable import Extractor

@Suite("What an employer tells of itself among demands")
struct EmployerTalkTests {
  private func role(_ rest: String) throws -> RoleDefinition {
    try OwnLibrary.extract("# Platform Engineer\n\n## Requirements\n\n- Kubernetes\n- Linux\n\n\(rest)\n")
      .role
  }

  private func importance(of id: String, in role: RoleDefinition) -> Importance? {
    role.competencies.first { $0.id == id }?.importance
  }

  @Test(
    "asks for nothing",
    arguments: [
      "We're a tribe of highly driven people with a clear focus.",
      "We believe that people who share their knowledge make better teams.",
      "Quillmere Ferries offers a place where people take ownership.",
      "At our company, highly driven people share their knowledge.",
    ])
  func talk(text: String) throws {
    let role = try role(text)
    #expect(importance(of: "ownership", in: role) == nil)
    #expect(importance(of: "mentorship", in: role) == nil)
    #expect(role.unmapped.isEmpty)
  }

  @Test("asks for nothing in what follows it either")
  func rest() throws {
    let talk = "Quillmere Ferries offers a warm welcome."
    let role = try role("\(talk) Sailing energizes everybody. We'll give you freedom to thrive.")
    #expect(role.unmapped.isEmpty)
  }

  @Test(
    "is told from what it demands",
    arguments: [
      "We are looking for people who know Kafka.", "We need you to be familiar with Kafka.",
      "Quillmere Ferries values its crew, and knowledge of Kafka is required.",
    ])
  func demand(text: String) throws {
    #expect(try importance(of: "messaging-streaming", in: role(text)) == .required)
  }

  @Test("is no entry of a list")
  func entry() throws {
    #expect(try importance(of: "messaging-streaming", in: role("- We are fluent in Kafka")) == .required)
  }

  @Test("on how to apply leaves no demand open")
  func applying() throws {
    for text in ["To apply, send your resume to us.", "Drop us a line about automation."] {
      let role = try role(text)
      #expect(role.unmapped.isEmpty)
      #expect(importance(of: "automation", in: role) == nil)
    }
  }
}

@Suite("Lists told by their entries")
struct ToldListsTests {
  private func role(_ list: String) throws -> RoleDefinition {
    let text = "# Platform Engineer\n\n## Requirements\n\n- Kubernetes\n- Linux\n\n## Fair winds\n\n\(list)\n"
    return try OwnLibrary.extract(text).role
  }

  @Test("are benefits where most name perks")
  func perks() throws {
    let role = try role(
      """
      - Medical and dental insurance
      - Business travel accident insurance
      - Unlimited PTO
      - Room to learn Kafka and to take ownership
      """)
    #expect(role.competencies.map(\.id).sorted() == ["kubernetes", "linux"])
    #expect(role.unmapped.isEmpty)
    #expect(role.open.isEmpty)
  }

  @Test("leave travel to be settled where no perk is told of it")
  func travel() throws {
    let text = "# Engineer\n\n## Requirements\n\n- Go\n\n## Benefits\n\n- Occasional travel to the harbours\n"
    #expect(try OwnLibrary.extract(text).role.open.map(\.kind) == [.travel])
  }

  @Test("are demands where one entry names a perk")
  func demands() throws {
    let role = try role("- Kafka\n- Experience with pension plan systems and Postgres\n- Go\n")
    #expect(role.competencies.contains { $0.id == "messaging-streaming" && $0.importance == .required })
    #expect(role.competencies.contains { $0.id == "databases" && $0.importance == .required })
  }

  @Test("are the steps of hiring where all are stages")
  func steps() throws {
    let role = try role(
      "- Interview with a talent partner\n- Technical interview with two engineers (60 minutes)\n- Final interview\n- Job offer\n"
    )
    #expect(
      role.interviewProcess.map(\.name) == [
        "Interview with a talent partner", "Technical interview with two engineers", "Final interview",
      ])
    #expect(role.interviewProcess.map(\.minutes) == [nil, 60, nil])
    #expect(role.unmapped.isEmpty)
  }
}
