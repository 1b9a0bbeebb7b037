import Rubric
import Testing

@testable import Extractor

/// What stands in front matter, and at the head of a posting.
@Suite("Front matter and the head of a posting")
struct FrontMatterTests {
  private func role(_ keys: String, _ body: String = "## Requirements\n\n- Go") throws -> RoleDefinition {
    try OwnLibrary.extract("---\ntitle: Platform Engineer\n\(keys)\n---\n\n\(body)\n").role
  }

  @Test("a file may end with the fence, without a line feed") func endsWithFence() throws {
    let text = "---\ntitle: Platform Engineer\ncompany: Orchardwick\n---"
    let role = try OwnLibrary.extract(text).role
    #expect(role.title == "Platform Engineer")
    #expect(role.company == "Orchardwick")
  }

  @Test(
    "pay",
    arguments: [
      ("salary: $90,000 - $130,000", Pay(currency: "USD", min: 90_000, max: 130_000, period: .year)),
      (
        "salary: \"55 000 - 70 000 PLN per month\"",
        Pay(currency: "PLN", min: 55_000, max: 70_000, period: .month)
      ),
      (
        "salary_min: '106,595'\nsalary_max: '138,572'",
        Pay(currency: "USD", min: 106_595, max: 138_572, period: .year)
      ),
      (
        "salary_min: 60000\nsalary_max: 70000\nsalary_currency: EUR",
        Pay(currency: "EUR", min: 60_000, max: 70_000, period: .year)
      ),
      ("salary: competitive", nil), ("salary_min: 60000", nil),
    ])
  func pay(keys: String, expected: Pay?) throws { #expect(try role(keys).pay == expected) }

  @Test(
    "remote work",
    arguments: [
      ("remote: true", true), ("remote: False", false), ("workplace: hybrid", false),
      ("workplace: Remote", true),
      ("location: Hybrid", false), ("location: Ghent", nil), ("workplace: a harbour", nil),
    ])
  func remote(keys: String, expected: Bool?) throws { #expect(try role(keys).remote == expected) }

  @Test(
    "the employer",
    arguments: [
      ("employer:\n  name: Tidewater\n  logo: tide.svg", "Tidewater"),
      ("companyName: Job openings at Tidewater", "Tidewater"), ("company: Tidewater", "Tidewater"),
      ("org: 'Tidewater'", "Tidewater"),
      ("company: Tidewater (a Harbour company)", "Tidewater"), ("organization: Tidewater", "Tidewater"),
    ])
  func company(keys: String, expected: String) throws { #expect(try role(keys).company == expected) }

  @Test("between lines of plus signs, with signs of equality")
  func pluses() throws {
    let text = """
      +++
      title = "Lead Platform Engineer: Ferries"
      organization = 'Orchardwick Ferries'
      location = "Remote, Ghent"
      salary = "$90,000 - $130,000"
      tags = ["a", "b"]
      [menu]
      weight = 2
      +++
      Orchardwick is hiring an engineer.
      """
    let role = try OwnLibrary.extract(text + "\n").role
    #expect(role.title == "Lead Platform Engineer: Ferries" && role.level == .lead)
    #expect(role.company == "Orchardwick Ferries" && role.remote == true && role.pay?.max == 130_000)
    #expect(try OwnLibrary.extract("+++\nWe sail = we run Kubernetes.\n").role.competencies.count == 1)
  }

  @Test("with a space before the colon")
  func spaced() throws {
    let text = "---\ntitle    : Senior Platform Engineer\ncompany : Orchardwick\n---\n\nYou run Kubernetes.\n"
    let role = try OwnLibrary.extract(text).role
    #expect(
      role.title == "Senior Platform Engineer" && role.company == "Orchardwick" && role.level == .senior)
  }

  @Test("of several keys for a title, the one that reads like a title")
  func titles() throws {
    let text = "---\ntitle: Come and sail\nposition: Platform Engineer\n---\n\nYou run Kubernetes.\n"
    #expect(try OwnLibrary.extract(text).role.title == "Platform Engineer")
  }

  @Test("level and years")
  func experience() throws {
    #expect(try role("seniority: Mid-level").level == .mid)
    #expect(try role("experience: 3+ years").minYears == 3)
    #expect(try role("experience: 3+ years", "## Requirements\n\n- 5 years of Go").minYears == 5)
  }

  @Test("a page may have front matter, and its title may be that of a page")
  func page() throws {
    let text = """
      ---
      title: Platform Engineer
      metaTitle: Platform Engineer - Tidewater Ferries Ltd
      ---
      <div><p>Tidewater Ferries sail to eleven islands.</p><p>You run our clusters.</p></div>
      """
    let role = try OwnLibrary.extract(text, name: "posting.html").role
    #expect(role.title == "Platform Engineer")
    #expect(role.company == "Tidewater Ferries")
  }

  @Test("a title that tells nothing gives way to a heading")
  func idleTitle() throws {
    let text = "---\ntitle: Come and sail\n---\n\n## Platform Engineer\n\n## Requirements\n\n- Go\n"
    #expect(try OwnLibrary.extract(text).role.title == "Platform Engineer")
  }

  @Test("a posting that stands in its keys")
  func keys() throws {
    let text = """
      ---
      title: "Platform Engineer"
      salary: "$90,000 - $130,000"
      description: |
        You will run our DNS.
      requirements:
        - "5+ years of Linux"
        - "Kubernetes"
      responsibilities:
        - "Write Terraform modules"
      benefits:
        - "A course in Rust"
      ---
      """
    let role = try OwnLibrary.extract(text + "\n").role
    let found = role.competencies.map { "\($0.id) \($0.importance.rawValue)" }.sorted()
    #expect(
      found == [
        "infrastructure-as-code duty", "kubernetes required", "linux required", "networking duty",
      ])
    #expect(role.minYears == 5 && role.pay?.max == 130_000 && role.title == "Platform Engineer")
    #expect(role.unmapped.isEmpty)
  }

  @Test(
    "a line behind the title that names a place, and one that names the employer",
    arguments: [
      ("### Portland, OR", nil, "Portland, OR"), ("### Remote", nil, "Remote"),
      ("### Tidewater", "Tidewater", nil), ("### Tidewater, Inc", "Tidewater, Inc", nil),
    ] as [(String, String?, String?)])
  func place(line: String, company: String?, place: String?) throws {
    let role = try OwnLibrary.extract("# Platform Engineer\n\(line)\n\n## Requirements\n\n- Go\n").role
    #expect(role.company == company && role.location == place)
  }

  @Test(
    "the employer with whose name the first paragraph begins",
    arguments: [
      ("Orchard Ferries sails to eleven islands of the west.", "Orchard Ferries"),
      ("Platform Engineers mends our ferries and the harbours of the west.", nil),
      ("Every Friday morning our harbour has a fair of its own.", nil),
    ] as [(String, String?)])
  func subject(line: String, expected: String?) throws {
    let text = "# Platform Engineer\n\n\(line)\n\n## Requirements\n\n- Go\n"
    #expect(try OwnLibrary.extract(text).role.company == expected)
  }

  @Test("a long line that ends in the middle of a sentence goes on, though the next begins with a capital")
  func wrapped() throws {
    let text = """
      # Platform Engineer

      You will look after the services that our harbours use, which are written in Go and
      Java with some care, and after Kubernetes.
      """
    let role = try OwnLibrary.extract(text + "\n").role
    #expect(role.competencies.map(\.id).sorted() == ["go", "jvm", "kubernetes"])
  }

  @Test("dashes that were escaped are entries of a list")
  func escaped() throws {
    let text = "# Platform Engineer\n\n_Required Experience:  \n\\- Linux  \n\\- Kubernetes_\n"
    let role = try OwnLibrary.extract(text).role
    #expect(role.competencies.map(\.id) == ["linux", "kubernetes"])
    #expect(role.competencies.flatMap(\.evidence).map(\.quote) == ["Linux", "Kubernetes"])
  }
}
