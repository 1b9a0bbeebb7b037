import Rubric
import Testing

@testable import Extractor

/// The employer's name where no one place tells it, and several signs together do.
@Suite("The employer's name by all its signs together")
struct EmployerEvidenceTests {
  @Test(
    "by how often and how it is written",
    arguments: [
      // The name that is repeated and told of once goes before one that stands once where employers do.
      (
        "Orchardwick helps sailors. The ships of Orchardwick sail, and Orchardwick pays. Expenses are no matter.",
        "Orchardwick"
      ),
      ("We pay well. The OrchardWick compensation philosophy is fair.", "OrchardWick"),
      ("We sail for orchards. You look after the Orchardwick platform and its ships.", nil),
      ("You look after the Orchardwick platform. All of the Orchardwick fleet depends on it.", "Orchardwick"),
      ("Ships of eHarbour sail. At eHarbour, we sail.", "eHarbour"),
      ("Ships of d-Harbour sail. At d-Harbour, we sail.", "d-Harbour"),
      // Places are named as often.
      ("We sit in Ghent. The team in Ghent is small. Work in Ghent is fun, as all of Ghent knows.", nil),
    ])
  func written(text: String, expected: String?) throws { #expect(try OwnLibrary.company(text) == expected) }

  @Test(
    "by addresses of any kind",
    arguments: [
      (
        "We help on networks at Kubernetes Harbour ([kubernetesharbour.example](http://kubernetesharbour.example/)).",
        "Kubernetes Harbour"
      ),
      ("See https://github.com/OrchardWick/careers for all of it.", "OrchardWick"),
      ("See https://github.com/OrchardWick/ferries for all of it.", nil),
      (
        "Use Kubernetes. Keep [Kubernetes.example](https://kubernetes.example) fast, and Kubernetes too.",
        "Kubernetes"
      ),
      ("Use [Kubernetes](https://kubernetes.example), and keep Kubernetes fast.", nil),
      ("Send a letter to hr@ferrywick.example.", "Ferrywick"),
      ("Send a letter to ann@ferrywick.example.", nil),
    ])
  func addresses(text: String, expected: String?) throws { #expect(try OwnLibrary.company(text) == expected) }

  @Test(
    "with odd characters",
    arguments: [
      ("At harbour{d}, we sail.", "harbour{d}"), ("H(2) Ferries is a ferry line.", "H(2) Ferries"),
      ("At Gull by Orchardwick, we sail.", "Gull by Orchardwick"), ("The engineer(s) are to sail.", nil),
      ("Meet @ Orchardwick", "Orchardwick"),
    ])
  func odd(text: String, expected: String?) throws { #expect(try OwnLibrary.company(text) == expected) }

  @Test(
    "in full, and without its legal form",
    arguments: [
      (
        "The ships of the Orchard Ferry Agency sail. At OFA, we like it. OFA is hiring.",
        "Orchard Ferry Agency"
      ),
      ("Bank of America Ferry Lines is a ferry line.", "Bank of America Ferry Lines"),
      ("Garnet is hiring. You run the Garnet Health app, and Garnet pays.", "Garnet Health"),
      ("Orchardwick Inc., is a ferry line. Write to jobs@orchardwick.example.", "Orchardwick"),
      ("Orchard Ferries Inc. is hiring. At Orchard, we sail, and Orchard pays.", "Orchard Ferries"),
      ("The ships sail to all of the islands. Expenses are no hassle.", nil),
      ("You may work for ANY employer.", nil),
    ])
  func full(text: String, expected: String?) throws { #expect(try OwnLibrary.company(text) == expected) }

  @Test("a heading on the project names no employer")
  func project() throws {
    #expect(try OwnLibrary.company("**About Project**\n\nThe ships sail to islands.") == nil)
  }

  @Test("before the title, and apart from it by a colon")
  func colon() throws {
    let text =
      "---\ntitle: \"Centre for Ferries: Platform Engineer\"\n---\n\nThe Centre for Ferries sails. You run Terraform.\n"
    let role = try OwnLibrary.extract(text).role
    #expect(role.company == "Centre for Ferries")
    #expect(role.title == "Platform Engineer")
  }

  @Test("a house in the place of work")
  func house() throws {
    let text =
      "---\ntitle: Platform Engineer\nlocation: Department of Ferries, Harbour University, Ghent\n---\n\nYou run Terraform.\n"
    #expect(try OwnLibrary.extract(text).role.company == "Harbour University")
  }

  @Test(
    "the title",
    arguments: [
      (
        "We are looking for an experienced and eager Senior DevOps Engineer to join us.",
        "Senior DevOps Engineer"
      ),
      (
        "Our ships sail to all of the islands every day.\n\nAs a DevOps engineer, you will help the ships sail.",
        "DevOps engineer"
      ),
      (
        "---\ntitle: \"Platform Engineer—Orchardwick Ferries\"\n---\n\nAt Orchardwick, we sail.",
        "Platform Engineer"
      ),
    ])
  func title(text: String, expected: String) throws {
    let text = text + "\n\nYou run Terraform.\n"
    #expect(try OwnLibrary.extract(text, name: "a.md").role.title == expected)
  }

  @Test("lines of keys at the head of a file without fences are what the file says about itself")
  func head() throws {
    let text = """
      title: Platform Engineer - Storage
      date: 2026-04-01
      people: Anneke Zeeman, Joris Kaai
      template: vacancy
      description: A house in Ghent seeks somebody.

      ### The work

      You run Terraform.
      """
    let role = try OwnLibrary.extract(text).role
    #expect(role.title == "Platform Engineer - Storage")
    #expect(role.unmapped.isEmpty)
    let plain = "title: Platform Engineer\nplace: Ghent\nstart: soon\n\nYou run Terraform.\n"
    #expect(try OwnLibrary.extract(plain).posting.metadata.isEmpty)
  }
}
