import Rubric
import Testing

@testable import Extractor

/// What a line before a list, or a heading in the words of a sentence, makes of what follows it.
@Suite("Lists and the lines that lead to them")
struct HeadedListTests {
  /// How strongly a posting asks for containers, of which the parts below speak.
  private func asked(_ text: String) throws -> Importance? {
    try OwnLibrary.importance(of: "containers", in: "# Platform Engineer\n\n\(text)\n")
  }

  @Test(
    "demand",
    arguments: [
      "## Your tasks\n\n- Run our ferries' ledger\n\nWe are searching for someone:\n\n- Fluent in Docker",
      "## Your tasks\n\n- Run it\n\nTo be successful in this role, you will recognise yourself in the following:\n\n- Docker",
      "## Your tasks\n\n- Run it\n\n### Your mindset and experience\n\n- Docker",
      "## Required Tools & Technologies\n\n- Docker",
      "Your tools\n\nWe're looking for someone with deep expertise and a sense of direction in:\n\nContainers: Docker\n\nClouds: AWS",
      "## Tasks\n\n- Programming experience in Docker.",
    ])
  func required(text: String) throws {
    #expect(try asked(text) == .required)
  }

  @Test(
    "wish",
    arguments: [
      "## Requirements\n\n- Go\n- Familiarity with one or more of the following a plus:\n- Docker and the like\n- AWS",
      "## Requirements\n\n- Go\n\nAn exceptional candidate for this role would be able to show some of the following:\n\n- Docker",
      "## Requirements\n\n- Go\n\n### Any of the following would be additionally beneficial:\n\n- Docker",
      "## Requirements\n\n- Go\n\n## Your Differentiators\n\n- Docker",
      "## Requirements\n\n- Knowledge of packaging is a plus (Docker, rpm)",
      "## Requirements\n\n- Knowledge of packaging is a plus, such as with Docker",
    ])
  func preferred(text: String) throws {
    #expect(try asked(text) == .preferred)
  }

  @Test(
    "tell the work",
    arguments: [
      "## What do we expect you to do?\n\n- Run Docker\n\n## Requirements\n\n- Go",
      "## You might thrive if you:\n\n- Know Go\n\nSome of the technologies you'll be working with include Docker and Go.",
      "## About the Infrastructure Team\n\nWe run Docker on a thousand ships.\n\n## Requirements\n\n- Go",
      "We look for somebody who has sailed:\n\n- Go\n\nYour responsibilites will include:\n\n- Run Docker",
      "## Tasks\n\n- Give your fellow engineers Docker\n\n## Requirements\n\n- Go",
      "## Tasks\n\n- Automate chores that are essential to operating Docker\n\n## Requirements\n\n- Go",
    ])
  func duty(text: String) throws {
    #expect(try asked(text) == .duty)
  }

  @Test(
    "ask for nothing",
    arguments: [
      "## Requirements\n\n- Go\n\nHowever, you are NOT expected to:\n\n- Be an expert in Docker",
      "## Requirements\n\n- Go\n\n### What Orchardwick Offers\n\n- Days off for Docker",
    ])
  func nothing(text: String) throws {
    #expect(try asked(text) == nil)
  }

  @Test("a demand ends what an entry of the same list has led to")
  func end() throws {
    let text = """
      ## Requirements

      - Preferred experience includes one or more of the following:
      - Docker
      - Kafka
      - Expertise in Kubernetes
      """
    #expect(try asked(text) == .preferred)
    #expect(try OwnLibrary.importance(of: "kubernetes", in: "# Platform Engineer\n\n\(text)\n") == .required)
  }

  @Test("the title of a quality engineer heads no qualities")
  func title() throws {
    let text = "# Quality Engineer\n\nYou work with Docker.\n\n## Qualifications\n\n- Go\n"
    #expect(try OwnLibrary.importance(of: "containers", in: text) == .duty)
  }

  @Test("a choice may be led to by what it is a choice of, and joined by nothing")
  func choice() throws {
    let text =
      "# Engineer\n\n## Requirements\n\n- Experience in one of the following languages: Ruby, Rust, Go\n"
    let role = try OwnLibrary.extract(text).role
    let groups = ["ruby", "rust", "go"].map { id in role.competencies.first { $0.id == id }?.anyOf }
    #expect(groups == [groups[0], groups[0], groups[0]] && groups[0] != nil)
  }

  @Test("of what a term joins with 'and', each part states its own")
  func joined() throws {
    let text = "# Engineer\n\n## Requirements\n\n- Experience with security and compliance\n"
    #expect(try OwnLibrary.importance(of: "security", in: text) == .required)
    #expect(try OwnLibrary.importance(of: "governance", in: text) == .required)
  }

  @Test(
    "the years stand in a heading, in the line over a list, or before others that are a part of them",
    arguments: [
      ("### Experience: 3+ Years\n\n- Docker", 3),
      ("7+ years of experience in the following areas:\n\n- Docker", 7),
      ("## Requirements\n\n- 12+ years in ports, ships or piers with 8+ years in management", 12),
      ("## Requirements\n\n- 12+ years in ports, or 8+ years with a degree", 8),
    ])
  func years(text: String, least: Int) throws {
    #expect(try OwnLibrary.extract("# Engineer\n\n\(text)\n").role.minYears == least)
  }

  @Test("a short description stands before a long text")
  func short() throws {
    let long =
      "<h2>Requirements</h2><ul><li>Docker, for years and in many places, on ships and ashore</li></ul>"
    let posting = "{\"title\": \"Engineer\", \"description\": \"Build things.\", \"content\": \"\(long)\"}"
    let role = try OwnLibrary.extract(posting, name: "posting.json").role
    #expect(role.competencies.first { $0.id == "containers" }?.importance == .required)
  }
}
