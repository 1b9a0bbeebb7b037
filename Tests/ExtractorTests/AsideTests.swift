import Rubric
import Testing

@testable import Extractor

@Suite("What no competency covers")
struct AsideTests {
  private func unmapped(_ items: String) throws -> [String] {
    let text = "# Platform Engineer\n\n## Requirements\n\n- Go\n\(items)\n"
    return try OwnLibrary.extract(text).role.unmapped.map(\.quote)
  }

  @Test(
    "sentences that ask for nothing",
    arguments: [
      "- Kubernetes or Nomad. We use both and don't mind which one you bring.",
      "\nThe base salary for this position is settled when we have met you.",
      "\nWe encourage candidates to tell us what they hope to earn.",
      "\nIf you are applying from Ghent, your recruiter tells you more.",
      "- Mid to senior level",
    ])
  func asides(text: String) throws { #expect(try unmapped(text) == []) }

  @Test(
    "demands, though they hold the same words",
    arguments: [
      ("- Experience with salary systems", "Experience with salary systems"),
      ("- You have worked for a recruiter", "You have worked for a recruiter"),
      ("- Has taught junior sailors", "Has taught junior sailors"),
      ("\nYou must hold a boat licence.", "You must hold a boat licence"),
    ])
  func demands(text: String, expected: String) throws { #expect(try unmapped(text) == [expected]) }
}
