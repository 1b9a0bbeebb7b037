import Rubric
import Testing

@testable import Planner

@Suite("Quotations made whole for people")
struct WholeQuotesTests {
  /// "Keep the ferries' clusters running, and patch them; write it down."
  private static let line = "Keep the ferries' clusters running, and patch them; write it down"

  private func evidence(_ quote: String, _ line: Int = 7, at column: Int? = nil) throws -> Evidence {
    let place = try #require(column ?? Self.column(of: quote))
    return Evidence(line: line, column: place, section: "duties", quote: quote)
  }

  private static func column(of quote: String) -> Int? {
    line.firstRange(of: quote).map { line[..<$0.lowerBound].unicodeScalars.count + 5 }
  }

  private func whole(_ quote: String, among others: [Evidence]) throws -> String {
    let own = try evidence(quote)
    let role = RoleDefinition(
      title: "Engineer",
      competencies: [RoleCompetency(id: "linux", importance: .duty, evidence: [own] + others)])
    return WholeQuotes(role).whole(own).words
  }

  @Test("a part gives way to the sentence that holds it")
  func part() throws {
    #expect(try whole("and patch them", among: [evidence(Self.line)]) == Self.line)
    #expect(try whole(Self.line, among: [evidence("and patch them")]) == Self.line)
  }

  @Test("three dots stand for what another quotation has and this one lacks")
  func dots() throws {
    let first = "Keep the ferries' clusters running"
    #expect(try whole("and patch them", among: [evidence(first)]) == "… and patch them")
    #expect(try whole(first, among: [evidence("and patch them")]) == first + " …")
    #expect(
      try whole("and patch them", among: [evidence(first), evidence("write it down")]) == "… and patch them …"
    )
  }

  @Test("other lines, and sentences that begin anew, change nothing")
  func others() throws {
    let first = "Keep the ferries' clusters running"
    #expect(try whole(first, among: []) == first)
    #expect(try whole(first, among: [evidence("and patch them", 8)]) == first)
    #expect(try whole(first, among: [evidence("Patch them", at: 45)]) == first)
  }

  @Test("a sentence that nobody would read is not put in place of its part")
  func long() throws {
    let long = Self.line + String(repeating: " and again", count: 20)
    #expect(
      try whole("and patch them", among: [evidence(long, at: 5)]) == "… and patch them …")
  }

  @Test("what the role says stays to the letter")
  func role() throws {
    let loop = try LoopFixture.loop()
    let mended = WholeQuotes.mended(loop)
    #expect(mended.role.competencies.flatMap(\.evidence) == loop.role.competencies.flatMap(\.evidence))
    #expect(mended.ledger.lines.map(\.evidence) == loop.ledger.lines.map(\.evidence))
  }
}
