import Diagnostics
import Rubric
import TestSupport
import Testing

@testable import Extractor

@Suite("What holds for every posting")
struct LawTests {
  @Test("quotations are the words of the file, at their line and column", arguments: 0..<150)
  func quotations(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    guard let extraction = try Self.extract(RandomPosting.make(&random)) else { return }
    Quotations.check(extraction)
  }

  @Test("the same bytes give the same role", arguments: 0..<40)
  func same(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = RandomPosting.make(&random)
    #expect(try Self.extract(text)?.role == Self.extract(text)?.role)
  }

  @Test("another extractor of the same files gives the same role")
  func otherExtractor() throws {
    let library = try OwnLibrary.library()
    let other = try PostingExtractor(
      library: library, language: try OwnLibrary.english(), policy: try library.policy(),
      fields: OwnLibrary.fields)
    for seed in 0..<20 {
      var random = SeededGenerator(seed: UInt64(seed))
      let source = SourceText(name: "posting.md", text: RandomPosting.make(&random))
      guard let role = try? other.extract(from: source).role else { continue }
      #expect(try OwnLibrary.extractor().extract(from: source).role == role)
    }
  }

  @Test("what is found without asking for the role is what is found with it", arguments: 0..<60)
  func findings(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let source = SourceText(name: "posting.md", text: RandomPosting.make(&random))
    guard let extraction = try? OwnLibrary.extractor().extract(from: source) else { return }
    #expect(try OwnLibrary.extractor().findings(in: source) == extraction.findings)
    #expect(extraction.role.source?.sha256 == SHA256.hexadecimal(of: source.bytes))
  }

  @Test("line ends of Windows give the same demands", arguments: 0..<100)
  func lineEnds(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = RandomPosting.make(&random)
    let windows = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    guard let first = try Self.extract(text)?.role, let second = try Self.extract(windows)?.role else {
      return
    }
    #expect(Self.demands(first) == Self.demands(second))
    #expect(
      [first.title, first.company, first.location] == [second.title, second.company, second.location])
    #expect(first.pay == second.pay && first.minYears == second.minYears)
  }

  @Test("weights add up to one, and letters are given in the order of the role", arguments: 0..<60)
  func sound(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    guard let role = try Self.extract(RandomPosting.make(&random))?.role, !role.competencies.isEmpty else {
      return
    }
    #expect(abs(role.competencies.map(\.weight).reduce(0, +) - 1) < 0.01)
    #expect(Set(role.competencies.map(\.id)).count == role.competencies.count)
    var letters: [String] = []
    for letter in role.competencies.compactMap(\.anyOf) where !letters.contains(letter) {
      letters.append(letter)
    }
    #expect(letters == Array(["A", "B", "C", "D", "E", "F", "G", "H"].prefix(letters.count)))
  }

  @Test("the explanation shows every line of the file", arguments: 0..<40)
  func explained(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    guard let extraction = try Self.extract(RandomPosting.make(&random)) else { return }
    let lines = Explanation(extraction).text(columns: 80, style: .plain).split(separator: "\n")
    let numbers = lines.compactMap { Int($0.prefix { $0 != "|" }.filter { $0 != " " }) }
    #expect(numbers == Array(1...LineTable(extraction.posting.source).count))
  }

  @Test("a mapped text leads back to where it came from", arguments: 0..<100)
  func origins(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let source = (0..<200).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    var text = MappedText()
    var origins: [Range<Int>] = []
    source.withUnsafeBufferPointer { input in
      var offset = 0
      while offset < input.count {
        let next = min(input.count, offset + 1 + Int(random.next() % 9))
        switch random.next() % 3 {
        case 0:
          text.append(input, offset..<next)
          origins += (offset..<next).map { $0..<$0 + 1 }
        case 1:
          text.append([1, 2, 3], for: offset..<next)
          origins += Array(repeating: offset..<next, count: 3)
        default: break
        }
        offset = next
      }
    }
    #expect(text.bytes.count == origins.count)
    for _ in 0..<50 where !origins.isEmpty {
      let start = Int(random.next() % UInt64(origins.count))
      let end = start + 1 + Int(random.next() % UInt64(origins.count - start))
      let expected = origins[start].lowerBound..<origins[end - 1].upperBound
      #expect(text.origin(of: start..<end) == expected)
    }
    #expect(MappedText(identity: source).origin(of: 3..<9) == 3..<9)
  }

  /// What a text asks for; nil for a text without words.
  private static func extract(_ text: String) throws -> Extraction? {
    do { return try OwnLibrary.extract(text) } catch let error as InvalidInput {
      #expect(error.findings.map(\.rule) == ["empty-file"])
      return nil
    }
  }

  /// All of the demands but their columns and line ends.
  private static func demands(_ role: RoleDefinition) -> [RoleCompetency] {
    role.competencies.map { competency in
      var competency = competency
      competency.evidence = competency.evidence.map { evidence in
        Evidence(
          line: evidence.line, column: evidence.column, section: evidence.section,
          quote: evidence.words.split(separator: "\r\n").joined(separator: "\n"))
      }
      return competency
    }
  }
}

/// Holds evidence to the file it quotes.
enum Quotations {
  /// Every quotation of a role stands in the file, at its line and column.
  static func check(_ extraction: Extraction, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    let source = extraction.posting.source
    let starts = scalarStarts(of: source.bytes)
    for evidence in extraction.role.competencies.flatMap(\.evidence) + extraction.role.unmapped {
      let line = evidence.line <= starts.count ? starts[evidence.line - 1] : []
      let start = evidence.column <= line.count ? line[evidence.column - 1] : source.bytes.count
      let isThere = source.bytes[start...].starts(with: evidence.quote.utf8)
      let isSound = isThere && !evidence.quote.isEmpty && evidence.text != evidence.quote
      if !isSound { Issue.record("\(evidence)", sourceLocation: sourceLocation) }
    }
  }

  /// The offset of every scalar, by line.
  private static func scalarStarts(of bytes: [UInt8]) -> [[Int]] {
    var lines: [[Int]] = [[]]
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      lines[lines.count - 1].append(offset)
      if byte == UInt8(ascii: "\n") { lines.append([]) }
    }
    return lines
  }
}
