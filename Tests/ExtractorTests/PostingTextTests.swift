import Diagnostics
import Extractor
import Rubric
import TestSupport
import Testing

@Suite("The text of a posting, with its evidence marked")
struct PostingTextTests {
  @Test("all evidence is marked, and the marked words are its own", arguments: GoldenTests.postings)
  func evidence(path: String) throws { Self.check(try GoldenTests.extract(path)) }

  @Test("so it is in postings of odd parts, with the line ends of Windows too", arguments: 0..<60)
  func random(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = RandomPosting.make(&random)
    for text in [
      text, text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"),
    ] {
      let source = SourceText(name: "posting.md", text: text)
      guard let extraction = try? OwnLibrary.extractor().extract(from: source) else { continue }
      Self.check(extraction)
    }
  }

  @Test("words of JSON that stand on one line, out of their order, are marked where they are shown")
  func oneLine() throws {
    let text = """
      {"responsibilities": "<p>You run Kubernetes.</p>", "title": "SRE", "description": \
      "<h2>Requirements</h2><ul><li>Go &amp; <b>Linux</b></li><li>You know Terraform.</li></ul>"}
      """
    let source = SourceText(name: "posting.json", text: text)
    let extraction = try OwnLibrary.extractor().extract(from: source)
    #expect(extraction.role.competencies.map(\.id).contains("infrastructure-as-code"))
    Self.check(extraction)
  }

  /// That all evidence is marked, and nothing but its words.
  private static func check(_ extraction: Extraction) {
    let evidence = Set(extraction.role.competencies.flatMap(\.evidence) + extraction.role.unmapped)
    var marked: [Evidence: String] = [:]
    for passage in extraction.text.passages {
      for mark in passage.marks {
        guard case .words(let evidence) = mark.part else { continue }
        marked[evidence, default: ""] += Self.words(of: mark, in: passage)
      }
    }
    #expect(Set(marked.keys) == evidence)
    for (evidence, words) in marked {
      // Where a star is never closed, the quotation takes in the words' marks, and so does what is marked.
      let words = Self.bare(words)
      #expect(words == Self.bare(evidence.words) || words == "**" + Self.bare(evidence.words))
    }
  }

  @Test("places are those of the file as it is", arguments: GoldenTests.postings)
  func places(path: String) throws {
    let extraction = try GoldenTests.extract(path)
    let lines = LineTable(extraction.posting.source)
    for passage in extraction.text.passages {
      for mark in passage.marks {
        guard case .words(let evidence) = mark.part else { continue }
        let range = lines.offset(of: mark.place.start)..<lines.offset(of: mark.place.end)
        #expect(extraction.posting.source.text(in: range) == evidence.quote)
      }
    }
  }

  @Test("facts are marked where their values are written")
  func facts() throws {
    let extraction = try OwnLibrary.extract(
      """
      # Senior Reliability Engineer
      ### Harbourline
      #### `GBP £56,000~£71,000`

      ## Requirements

      - In 2019 we had 4 teams. You bring 4+ years with Linux.
      """)
    let marks = extraction.text.passages.flatMap { passage in
      passage.marks.compactMap { mark -> String? in
        guard case .fact(let fact) = mark.part else { return nil }
        return "\(fact.rawValue) \(mark.place.start.line): \(Self.words(of: mark, in: passage))"
      }
    }
    #expect(
      Set(marks) == [
        "title 1: Senior Reliability Engineer", "company 2: Harbourline", "level 1: Senior",
        "min_years 7: 4+ years", "pay 3: 56,000~£71,000",
      ])
  }

  @Test("front matter stands before the text as it is, its facts marked", arguments: ["\n", "\r\n"])
  func frontMatter(end: String) throws {
    let lines = [
      "---", "title: Senior Reliability Engineer", "company: Harbourline", "salary: £56,000 to £71,000",
      "location: Utrecht", "url: https://harbourline.example/jobs", "---", "", "You run Kubernetes.", "",
    ]
    let text = try OwnLibrary.extract(lines.joined(separator: end)).text
    #expect(text.passages.map(\.text) == lines.dropLast(3) + ["You run Kubernetes."])
    #expect(text.passages.map(\.line) == [1, 2, 3, 4, 5, 6, 7, 9])
    #expect(text.passages.map(\.kind) == Array(repeating: .line, count: 7) + [.paragraph])
    let marks = text.passages.prefix(7).flatMap { passage in
      passage.marks.map {
        "\($0.place.start.line):\($0.place.start.column) \(Self.words(of: $0, in: passage))"
      }
    }
    #expect(
      marks == [
        "2:8 Senior Reliability Engineer", "2:8 Senior", "3:10 Harbourline", "4:10 56,000 to £71,000",
        "5:11 Utrecht",
      ])
  }

  @Test("blocks keep their kind, their line and their place in lists")
  func passages() throws {
    let text = try OwnLibrary.extract("# A\n\nThe first of\ntwo lines\n\n- d\n  - e\n- f\n").text
    #expect(text.passages.map(\.kind) == [.heading, .paragraph, .item, .item, .item])
    #expect(text.passages.map(\.line) == [1, 3, 6, 7, 8])
    #expect(text.passages.map(\.depth) == [0, 0, 0, 1, 0])
  }

  private static func words(of mark: SideText.Mark, in passage: SideText.Passage) -> String {
    String(decoding: Array(passage.text.utf8)[mark.range], as: UTF8.self)
  }

  /// A text without spaces, which differ between lines of a file and a paragraph.
  private static func bare(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }
}
