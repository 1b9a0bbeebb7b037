import Testing

@testable import Extractor

@Suite("The parts of a title")
struct TitlePartsTests {
  @Test(
    "stand between dashes and bars",
    arguments: [
      ("Platform Engineer", ["Platform Engineer"]),
      ("Platform Engineer - EMEA", ["Platform Engineer", "EMEA"]),
      ("Platform Engineer – Kyōto | Full-time", ["Platform Engineer", "Kyōto", "Full-time"]),
      ("Platform Engineer- EMEA", ["Platform Engineer", "EMEA"]),
      ("Platform Engineer  - EMEA", ["Platform Engineer ", "EMEA"]),
      ("On-call Engineer", ["On-call Engineer"]),
      (" - ", []),
      ("", [""]),
    ])
  func parts(title: String, expected: [String]) {
    #expect(TitleParts.parts(of: title) == expected)
  }
}
