import Rubric
import Testing

@testable import Extractor

/// Heads of postings in which the title and the employer stand side by side, or below something else.
@Suite("Employers in titles, and titles in heads")
struct EmployerInTitleTests {
  private func role(_ text: String, _ name: String = "posting.md") throws -> RoleDefinition {
    try OwnLibrary.extract(text + "\n\n## Requirements\n\n- Terraform\n", name: name).role
  }

  @Test("the employer behind a comma, where a site or a mailbox is its own")
  func comma() throws {
    let owned = try role(
      "# Platform Engineer, Orchardwick\n\nYou run clusters.\n\n[us]: https://orchardwick.example/")
    #expect(owned.title == "Platform Engineer")
    #expect(owned.company == "Orchardwick")
    let team = try role("# Platform Engineer, Payments\n\nYou run clusters. The Payments team is small.")
    #expect(team.title == "Platform Engineer, Payments")
    #expect(team.company == nil)
  }

  @Test(
    "a house behind a dash",
    arguments: [
      ("Harbour Technologist - Ferries and Piers - Tidewater College Library", "Tidewater College Library"),
      (
        "Platform Engineer - Tidewater University Division of Libraries",
        "Tidewater University Division of Libraries"
      ),
      ("Platform Engineer - University of Tidewater", "University of Tidewater"),
      ("Platform Engineer - Tidewater Harbour Book System (THBS)", "Tidewater Harbour Book System (THBS)"),
    ])
  func house(title: String, company: String) throws {
    let role = try role(
      "---\ntitle: \"\(title)\"\n---\nThe Tidewater Harbour Book System (THBS) seeks help. Write to jobs@thbs.example."
    )
    #expect(role.title + " - " + company == title)
    #expect(role.company == company)
  }

  @Test("a team behind a dash that is no house")
  func noHouse() throws {
    for title in ["Platform Engineer - University Relations", "Platform Engineer - Shared Book Libraries"] {
      #expect(try role("---\ntitle: \"\(title)\"\n---\nWe sail.").title == title)
    }
  }

  @Test("the provider of a board is no employer")
  func provider() throws {
    let text = "# Platform Engineer\n\nYou run clusters: https://careers-tidewater.icims.com/jobs/1/job"
    #expect(try role(text).company == nil)
  }

  @Test("the employer before a colon with a space before it")
  func colon() throws {
    let text =
      "---\ntitle: \"Orchardwick : Staff TLM, Harbour Platform\"\nauthor:\n  name: ann\n---\nOrchardwick - Staff TLM, Harbour Platform - Full Time\n\nOrchardwick is building ferries."
    let role = try role(text)
    #expect(role.title == "Staff TLM, Harbour Platform")
    #expect(role.company == "Orchardwick")
    #expect(role.level == .staff)
  }

  @Test("the title in the last part of a first line, behind the employer, the place and the terms")
  func lastPart() throws {
    let role = try role(
      "---\ntitle: \"Orchardwick Capital : Port Harbour\"\n---\nOrchardwick Capital - Port Harbour - full-time - Systems Administrator\n\nWe sail."
    )
    #expect(role.title == "Systems Administrator")
    #expect(role.company == "Orchardwick Capital")
    let sentence = try self.role(
      "We sail - and we sail far - with an engineer or two on board of each ferry.")
    #expect(sentence.company == nil)
  }

  @Test("keys below the only key of front matter")
  func onlyKey() throws {
    let text =
      "---\nposition:\n  type: Full Time\n  title: Principal Tools Engineer\n  company: Orchard Ferries\n  location: Ghent\n---\n\n# About Engineering\n\nWe sail."
    let role = try role(text)
    #expect(role.title == "Principal Tools Engineer")
    #expect(role.company == "Orchard Ferries")
    let other = try self.role("---\nauthor:\n  name: Ann\ntitle: Platform Engineer\n---\n\nWe sail.")
    #expect(other.title == "Platform Engineer")
    #expect(other.company == nil)
    let list = try self.role("---\ntags:\n  - linux\n  - title: none\n---\n\n# Platform Engineer\n\nWe sail.")
    #expect(list.title == "Platform Engineer")
  }

  @Test("a heading that goes on with the one word of a key")
  func fullerHeading() throws {
    let text = "---\ntitle: DevOps\n---\n\n# DevOps/Platform Engineer\n\nWe sail."
    #expect(try role(text).title == "DevOps/Platform Engineer")
  }

  @Test("the employer behind \"About working at\"")
  func workingAt() throws {
    let text = "# Platform Engineer\n\nYou run clusters.\n\n## About Working at Orchard Ferries\n\nWe sail."
    #expect(try role(text).company == "Orchard Ferries")
  }

  @Test("the posting's own place behind a title")
  func place() throws {
    let text = "---\ntitle: Platform Engineer - Ghent\nlocation: Ghent, Belgium\n---\n\nWe sail."
    #expect(try role(text).title == "Platform Engineer")
    let other = "---\ntitle: Platform Engineer - Tools\nlocation: Ghent, Belgium\n---\n\nWe sail."
    #expect(try role(other).title == "Platform Engineer - Tools")
  }

  @Test("a heading of a page with a break in it")
  func brokenHeading() throws {
    let text =
      "<html><head><title>Orchardwick</title></head><body><h2>Senior Platform <br />\nEngineer — Ferries</h2><p>Job Level: Manager</p><p>We sail.</p><h3>Requirements</h3><ul><li>Terraform</li></ul></body></html>"
    let role = try OwnLibrary.extract(text, name: "posting.html").role
    #expect(role.title == "Senior Platform Engineer — Ferries")
    #expect(role.level == .senior)
  }

  @Test("the employer that is actively seeking")
  func activelySeeking() throws {
    let text = "---\ntitle: Engineers\n---\n\nOrchardwick is actively seeking experienced Platform Engineers."
    #expect(try role(text).company == "Orchardwick")
  }
}
