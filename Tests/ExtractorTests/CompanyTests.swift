import Rubric
import Testing

@testable import Extractor

@Suite("The employer's name in plain text, and a process told beside it")
struct CompanyTests {
  private func role(_ text: String) throws -> RoleDefinition {
    try OwnLibrary.extract(text + "\n\nYou run our clusters, and answer when they call.\n", name: "a.txt")
      .role
  }

  @Test("what schema.org calls work from anywhere is no place, and the hiring manager is no title")
  func keywords() throws {
    let role = try role("# Untitled\n\nLocation: TELECOMMUTE\n\nAsk the hiring manager about the ferries.")
    #expect(role.location == nil)
    #expect(!role.title.contains("manager"))
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
      ("# Platform Engineer\n\nAt Orchardwick, you run ferries.", "Orchardwick"),
      ("# Platform Engineer\n\nThe day begins early. We, at Orchardwick, like it.", "Orchardwick"),
      ("# Platform Engineer\n\nThe harbour is old. Orchardwick is hiring.", "Orchardwick"),
      ("# Platform Engineer\n\nOrchardwick, who run ferries, is looking for an engineer.", "Orchardwick"),
      ("# Platform Engineer\n\nWith two harbours, Orchardwick is a ferry line.", "Orchardwick"),
      ("# Platform Engineer\n\nYou keep to the Orchardwick mission.", "Orchardwick"),
      (
        "# Platform Engineer\n\nOrchard Ferries Ghent (OFG) sails.\n\n## About OFG\n\nWe sail.",
        "Orchard Ferries Ghent"
      ),
      (
        "# Platform Engineer\n\nOFG (Orchard Ferries Ghent) is a ferry line. OFG sails.\n\n## About OFG\n\nWe sail.",
        "OFG"
      ),
      ("# Platform Engineer\n\ntern is a ferry line. Now tern is the oldest one.", "tern"),
      ("# Platform Engineer\n\nKubernetes is a plus. Docker is a must.", nil),
      ("# Platform Engineer\n\nHelp builds trust, and help is a joy.", nil),
      ("# Platform Engineer\n\n## Overview\n\nAn overview of the harbour.", nil),
      ("Full-time | Ghent | Remote\n\nPlatform Engineer\n\nThe ferries need care.", nil),
      ("Job openings\nCompany name: Careers at Orchardwick", "Orchardwick"),
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

  @Test("the steps of applying are stages where several are told")
  func applying() throws {
    let text =
      "# Engineer\n\n## How to apply\n\n1. Send your CV\n2. A call with us\n3. An interview\n4. Offer\n"
    #expect(try OwnLibrary.extract(text).role.interviewProcess.map(\.name) == ["Call with us", "Interview"])
  }

  @Test("headings below that of the process are stages, and the text tells their length")
  func headings() throws {
    let text = """
      # Engineer

      ## Interview process

      ### 1. Phone screen (30 minutes)

      We talk about the harbour.

      ### 2. Technical interview

      Two engineers ask for an hour.

      ### 3. Offer

      We write it.
      """
    let stages = try OwnLibrary.extract(text).role.interviewProcess
    #expect(stages.map(\.name) == ["Phone screen", "Technical interview"])
    #expect(stages.map(\.minutes) == [30, 60])
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
