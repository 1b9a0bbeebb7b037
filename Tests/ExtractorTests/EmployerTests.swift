import Rubric
import Testing

@testable import Extractor

/// The employer's name by several signs that agree: where it stands, what follows it, and who owns the addresses.
@Suite("The employer's name by its signs")
struct EmployerTests {
  @Test(
    "behind an article, where people are sought",
    arguments: [
      ("The Harbour Trust is looking for an engineer.", "Harbour Trust"),
      ("The Harbour Trust, a house of its own, is looking for an engineer.", "Harbour Trust"),
      ("The Department of Water is seeking an engineer.", "Department of Water"),
      ("The University of Ghent RCS provides computers.", "University of Ghent"),
      (
        "At the Tidewater Institute, we count fish.\n\n## About The Tidewater Institute for Global Fish\n\nWe count.",
        "Tidewater Institute for Global Fish"
      ),
      ("The Harbour Ferries Innovation Lab is looking for an engineer.", "Harbour Ferries Innovation Lab"),
      ("The Platform Team is looking for an engineer.", nil),
      ("What you do:\n\n1. Work with suppliers.\n2. Enrol users, and watch access to databases.", nil),
      ("The Acceptance Environment is the place to be. The Acceptance Environment is a mess.", nil),
      ("At the Ghent Office, you will sit. We meet at the Harbour Park in Ghent.", nil),
      ("We sail.\n\n## About The Opportunity At Hand\n\nIt is one.", nil),
    ])
  func article(text: String, expected: String?) throws { #expect(try OwnLibrary.company(text) == expected) }

  @Test(
    "beginning with a digit or a letter beyond A to Z",
    arguments: [
      ("9Lives is hiring. Life at 9Lives is good.", "9Lives"),
      ("3b8d is a ferry line. At 3b8d we sail.", "3b8d"),
      ("Östersjö is hiring.", "Östersjö"),
      ("2FA is a must here. 10x is a myth.", nil), ("24x7 is a long week, and 401k is a plan.", nil),
    ])
  func digits(text: String, expected: String?) throws { #expect(try OwnLibrary.company(text) == expected) }

  @Test(
    "by its addresses",
    arguments: [
      ("We sail. Apply: https://jobs.lever.co/orchardwick/12", "Orchardwick"),
      ("We sail. [Apply](https://boards.greenhouse.io/orchard-ferries/jobs/1)", "Orchard Ferries"),
      ("We at OrchardWick sail. https://orchardwick.recruitee.com/o/platform", "OrchardWick"),
      ("We sail. https://jobs.lever.co/orchardwick https://jobs.lever.co/tidewater", nil),
      ("We sail. https://boards.greenhouse.io/embed/job_app", nil),
      ("The ships of Orchardwick. More on https://careers.orchardwick.example.", "Orchardwick"),
      ("The ships of Orchardwick. More on https://www.orchardwick.example/careers", "Orchardwick"),
      ("The ships of Kubernetes. More on https://kubernetes.example/docs", nil),
      ("We sail. Write to sailor@gmail.com, from Gmail.", nil),
      ("We sail. Find us on LinkedIn: https://www.linkedin.com/jobs/view/1", nil),
      ("Tidewater is a sea. Orchardwick is a line. Write to jobs@orchardwick.example.", "Orchardwick"),
      (
        "Orchardwick.example is a ferry line. Orchardwick sails. jobs@orchardwick.example",
        "Orchardwick.example"
      ),
      ("Orchardwick is a ferry line; see Orchardwick.example. jobs@orchardwick.example", "Orchardwick"),
      ("Orchardwick is a line. Orchard-Wick! Write to jobs@orchardwick.co.uk", "Orchardwick"),
    ])
  func addresses(text: String, expected: String?) throws { #expect(try OwnLibrary.company(text) == expected) }

  @Test("a board's address in a field of JSON")
  func field() throws {
    let text = """
      {"text": "Platform Engineer", "categories": {"location": "Ghent"},
       "descriptionPlain": "You run our clusters on Kubernetes.",
       "hostedUrl": "https://jobs.lever.co/orchardwick/1"}
      """
    #expect(try OwnLibrary.extract(text, name: "posting.json").role.company == "Orchardwick")
  }

  @Test(
    "in headings and titles",
    arguments: [
      ("As an engineer at Orchardwick, you'll work on:\n\n- Ferries.", "Orchardwick"),
      ("# Platform Engineer\n\n## Join Orchardwick\n\nWe sail.", "Orchardwick"),
      ("# Platform Engineer\n\n## Life at Orchardwick\n\nAll of Orchardwick sails.", "Orchardwick"),
      ("# Platform Engineer\n\nWe sail.\n\n### Delivering at Pace\n\nIt is needed.", nil),
      ("# Platform Engineer - Orchardwick\n\nWe sail for Orchardwick.", "Orchardwick"),
      ("# Platform Engineer @ Orchardwick\n\nWe sail.", "Orchardwick"),
      ("# Platform Engineer - Storage\n\nYou look after Storage.", nil),
      ("# Orchardwick is hiring a Platform Engineer\n\nWe sail.", "Orchardwick"),
      ("ORCHARDWICK FERRY LINE\n\nJob title: Platform Engineer\n\nWe sail.", "Orchardwick Ferry Line"),
      ("# Platform Engineer\n\n**Agency:** Harbour Agency (HA)\n\nWe sail.", "Harbour Agency"),
      ("# Platform Engineer\n\nAbout Us Orchardwick is the oldest line. Duties You sail.", "Orchardwick"),
      (
        "# Platform Engineer\n\nWe sail.\n\n#### About Orchard\n\nThe Orchard Trust, a house, is hiring.",
        "Orchard Trust"
      ),
    ])
  func headings(text: String, expected: String?) throws {
    let text = text + "\n\nYou run our clusters.\n"
    #expect(try OwnLibrary.extract(text).role.company == expected)
  }

  @Test(
    "with a legal form, or with none",
    arguments: [
      ("Orchardwick, Inc. is a ferry line.", "Orchardwick, Inc"),
      ("Harbour Bros. Ferries Inc. seeks an engineer.", "Harbour Bros. Ferries Inc"),
      ("Plan the growth of GO-FERRY's lines. Move GO-FERRY services.", "GO-FERRY"),
      ("*Orchard Ferries (Pty) Ltd, Durban*", "Orchard Ferries (Pty) Ltd"),
      ("Excepted Service - Time-Limited Appointment", nil),
      ("We're Orchardwick, a ferry line.", "Orchardwick"), ("We are Agile, and sail.", nil),
      ("Founded in 1978, Orchard Ferries sails to islands.", "Orchard Ferries"),
      ("Read of life at Orchardwick in our log.", "Orchardwick"),
      ("See https://ferries.example for more.", nil),
    ])
  func forms(text: String, expected: String?) throws { #expect(try OwnLibrary.company(text) == expected) }
}
