import Rubric
import Testing

@testable import Extractor

@Suite("The employer's name in plain text, and a process told beside it")
struct CompanyTests {
  private func role(_ text: String) throws -> RoleDefinition {
    try OwnLibrary.extract(text + "\n\nYou run our clusters, and answer when they call.\n", name: "a.txt")
      .role
  }

  @Test(
    "the name",
    arguments: [
      ("Orchardwick\nPlatform Engineer\nGhent", "Orchardwick"),
      ("Company: Orchardwick\nRole: Platform Engineer", "Orchardwick"),
      ("Job title: Platform Engineer\nEmployer: Orchardwick", "Orchardwick"),
      ("Orchardwick - Platform Engineer - Remote", "Orchardwick"),
      ("Platform Engineer at Orchardwick", "Orchardwick"),
      ("Platform Engineer\n\nHere at Orchardwick we run ferries.", "Orchardwick"),
      ("Platform Engineer\n\nOrchardwick seeks a platform engineer.", "Orchardwick"),
      (
        "Platform Engineer\n\nThe servers of Orchardwick need care.\n\nWrite to jobs@orchardwick.example",
        "Orchardwick"
      ),
      ("Platform Engineer\nGhent, BE\n\nOur client needs help.", nil),
      ("# Platform Engineer\n\n### None", nil),
      ("Company: Confidential\nRole: Platform Engineer", nil),
    ])
  func name(text: String, expected: String?) throws { #expect(try role(text).company == expected) }

  @Test(
    "stages under what is said of applying",
    arguments: [
      (
        "Our assessment process may include the following:\n\n- A programming challenge\n- A review of your resume\n- An interview",
        2
      ),
      ("We do a video call first. Then we send you a small task. Then you visit us.", 2),
      ("Write to us first. Then we call you.", 0),
    ])
  func stages(text: String, expected: Int) throws {
    let role = try OwnLibrary.extract("# Engineer\n\n## Requirements\n\n- Go\n\n## How to apply\n\n\(text)\n")
      .role
    #expect(role.interviewProcess.count == expected)
  }

  @Test("rows of a table are stages by their first cell")
  func table() throws {
    let text = """
      # Engineer

      ## Recruitment Process

      | Step | What happens |
      |---|---|
      | Phone screen | You join us on a call. |
      | On-site interview | You meet the team. |
      """
    #expect(try OwnLibrary.extract(text).role.interviewProcess.map(\.name) == ["Phone screen", "On-site"])
  }
}
