import Diagnostics
import Rubric
import Testing

@testable import Extractor

/// Postings whose headings say nothing, or which have none.
@Suite("What no heading says")
struct HeadlessTests {
  @Test("without a heading of demands or duties, all behind the first words about the person counts")
  func prose() throws {
    let text = """
      Tidewater builds weather buoys, and sells Kafka on the side.

      We are looking for an engineer in Aarhus.

      Terraform, and much of it, keeps the fleet together.

      - Kubernetes in three regions
      """
    #expect(try OwnLibrary.importance(of: "infrastructure-as-code", in: text) == .duty)
    #expect(try OwnLibrary.importance(of: "kubernetes", in: text) == .duty)
    #expect(try OwnLibrary.importance(of: "messaging-streaming", in: text) == nil)
  }

  @Test("beside a list of demands, a heading that says nothing leaves its entries, and sentences that ask")
  func entries() throws {
    let text = """
      # Platform Engineer

      ## Requirements

      - Go

      # The harbour

      - Kubernetes in three regions

      Proficient in Terraform.

      Tidewater sells Kafka on the side.
      """
    #expect(try OwnLibrary.importance(of: "kubernetes", in: text) == .duty)
    #expect(try OwnLibrary.importance(of: "infrastructure-as-code", in: text) == .required)
    #expect(try OwnLibrary.importance(of: "messaging-streaming", in: text) == nil)
  }

  @Test("a line below a heading that ends in its own phrase and a colon leads to a list")
  func leads() throws {
    let text = """
      # Platform Engineer

      ### About you

      You are calm, and know Go.

      **As the engineer of the night shift you will be responsible for:**

      - Kubernetes in three regions
      """
    #expect(try OwnLibrary.importance(of: "go", in: text) == .required)
    #expect(try OwnLibrary.importance(of: "kubernetes", in: text) == .duty)
  }

  @Test("a few tags below front matter leave Markdown what it is")
  func frontMatter() throws {
    let text = """
      ---
      title: Platform Engineer
      ---

      ## Requirements

      - Kubernetes
      - Go

      <div><p><a href="#">Apply</a></p></div>
      """
    let posting = try PostingReader.read(SourceText(name: "posting.md", text: text))
    #expect(posting.format == .markdown)
    #expect(try OwnLibrary.importance(of: "kubernetes", in: text) == .required)
  }
}
