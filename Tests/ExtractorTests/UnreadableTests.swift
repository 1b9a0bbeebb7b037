import Diagnostics
import Extractor
import Rubric
import Testing

@Suite("Files that are no postings")
struct UnreadableTests {
  @Test("said word for word", arguments: files)
  func message(file: (bytes: [UInt8], text: String)) throws {
    let source = SourceText(name: "x.md", bytes: file.bytes)
    let error = #expect(throws: InvalidInput.self) { try PostingReader.read(source) }
    #expect(FindingPrinter().text(error?.findings ?? []) == file.text)
  }

  @Test("a file that is too large is refused before anything else is looked at")
  func tooLarge() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 3 << 20) + [0, 0xFF]
    let source = SourceText(name: "x.md", bytes: bytes)
    var findings: [Finding] = []
    // Not #expect(throws:), which would describe the error with all of its 3 million bytes.
    do throws(InvalidInput) { _ = try PostingReader.read(source) } catch { findings = error.findings }
    let shown = FindingPrinter().text(findings)
    #expect(shown == "x.md: error: larger than 2 MiB; no posting is that long [too-large]\n\n1 error\n")
  }

  @Test("a text that says nothing of the kind is a role without competencies, with a warning")
  func nothing() throws {
    let extraction = try OwnLibrary.extract("Dear diary, today it rained.")
    #expect(extraction.role.competencies.isEmpty && extraction.role.title == "Untitled role")
    let expected = """
      posting.md: warning: states no competency of the library [no-competency]
         = help: is this a posting for an infrastructure role, in English?

      1 warning

      """
    #expect(FindingPrinter().text(extraction.findings) == expected)
  }

  private static let empty = """
    x.md: error: nothing in it [empty-file]
       = help: expected a job posting

    1 error

    """

  private static let noText = """
    x.md: error: no text in it [empty-file]
       = help: expected a job posting

    1 error

    """

  private static let files: [(bytes: [UInt8], text: String)] = [
    ([], empty),
    (Array(" \t\r\n \n".utf8), empty),
    (Array("<p></p><div></div>".utf8), noText),
    (Array("---\n***\n".utf8), noText),
    ([0xEF, 0xBB, 0xBF], noText),
    (
      Array("a\nb c\0d".utf8),
      """
      x.md:2:4: error: a NUL byte: this is not a text file [binary-file]
        |
      2 | b c\u{FFFD}d
        |    ^
        = help: expected a posting as Markdown, plain text, HTML or JSON

      1 error

      """
    ),
    (
      Array("é\nü b".utf8) + [0x81, 0x41],
      """
      x.md:2:4: error: not UTF-8 text, nor Windows-1252 [encoding]
        |
      2 | ü b\u{FFFD}A
        |    ^
        = help: save the file as UTF-8

      1 error

      """
    ),
    (
      [0x50, 0x4B, 0x03, 0x04, 0x00, 0xFF],
      """
      x.md:1:5: error: a NUL byte: this is not a text file [binary-file]
        |
      1 | PK\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}
        |     ^
        = help: expected a posting as Markdown, plain text, HTML or JSON

      1 error

      """
    ),
    (
      Array("{\"title\": \"Engineer\",\n \"description\": \"We run Li".utf8),
      """
      x.md:2:17: error: expected a quotation mark that closes this text [json-syntax]
        |
      2 |  "description": "We run Li
        |                 ^
        = help: is the file whole?

      1 error

      """
    ),
    (
      Array("{\"a\": 1 \"b\": 2}".utf8),
      """
      x.md:1:9: error: expected "," or "}" [json-syntax]
        |
      1 | {"a": 1 "b": 2}
        |         ^
        = help: is the file whole?

      1 error

      """
    ),
    (
      Array("{\"a\": 1}".utf8),
      """
      x.md: error: no posting in this JSON [no-posting-text]
         = help: expected a posting of Greenhouse, Lever or Ashby, a JobPosting, or one long text

      1 error

      """
    ),
  ]

  @Test("JSON of several postings is refused")
  func several() {
    let text = "{\"jobs\": [{\"title\": \"A\", \"text\": \"a\"}, {\"title\": \"B\", \"text\": \"b\"}]}"
    let error = #expect(throws: InvalidInput.self) { try OwnLibrary.extract(text) }
    let expected = """
      posting.md:1:40: error: 2 postings in one file; one is read at a time [several-postings]
        |
      1 | \(text)
        |                                        ^
        = help: save the posting that you mean in a file of its own

      1 error

      """
    #expect(FindingPrinter().text(error?.findings ?? []) == expected)
  }
}
