import Diagnostics
import Testing
import YAML

@testable import Rubric

@Suite("The rubric library")
struct RubricLibraryTests {
  @Test("a company's file replaces the built-in one of its id, whatever folder it stands in")
  func overlay() throws {
    let files = SmallLibrary.replacing("name: Programming", by: "name: Ours", in: "programming")
    let own = (path: "competencies/our-own/programming.yaml", source: files[1].source)
    let library = RubricLibrary(SmallLibrary.files).overlaid(by: [own])
    #expect(library.competencyIDs == ["go", "programming"])
    #expect(try library.competency("programming")?.name == "Ours")
    #expect(library.formatIDs == ["coding", "screen"])
  }

  @Test("an overlay of another kind replaces nothing")
  func kinds() throws {
    let format = SmallLibrary.file("formats/go.yaml", "id: go\n")
    let library = RubricLibrary(SmallLibrary.files).overlaid(by: [format])
    #expect(try library.competency("go")?.name == "Go")
    #expect(library.formatIDs == ["coding", "go", "screen"])
  }

  @Test("what a competency leaves out is its parent's")
  func inheritance() throws {
    let files = SmallLibrary.replacing(
      "questions: []",
      by:
        "questions:\n  - {id: go/a, kind: drill, levels: 3, minutes: 5, ask: A, strong: [s], weak: [w]}\nred_flags: [r]",
      in: "go")
    let library = RubricLibrary(files)
    let go = try #require(try library.competency("go"))
    #expect(go.levels.map(\.summary) == ["One", "Two", "Three", "Four", "Five"])
    #expect(go.questions.map(\.id) == ["go/a", "programming/review"])
    #expect(go.redFlags == ["r"])
    #expect(go.signals.flatMap(\.terms) == ["goroutine"])
    #expect(try library.competency("rust") == nil)
  }

  @Test("an unknown parent and a circle are errors, not crashes")
  func badParents() {
    let unknown = RubricLibrary(
      SmallLibrary.replacing("extends: programming", by: "extends: programing", in: "go"))
    #expect(rules { try unknown.competency("go") } == ["unknown-competency"])
    let circle = RubricLibrary(
      SmallLibrary.replacing("levels:\n", by: "extends: go\nlevels:\n", in: "programming"))
    #expect(rules { try circle.competency("go") } == ["circular-extends"])
    #expect(rules { try circle.competency("programming") } == ["circular-extends"])
  }

  @Test("a library without a policy says so")
  func missingPolicy() {
    #expect(rules { try RubricLibrary([]).policy() } == ["missing-file"])
  }

  @Test("signals are the same read by themselves and with the whole file")
  func sections() throws {
    let files = try OwnRubrics.files().filter { $0.path.hasPrefix("competencies/") }
    #expect(files.count > 10)
    for (path, source) in files {
      let part = try FileSection.read("signals", Signal.list, of: Competency.shape, \.signals, from: source)
      guard let whole = try? Competency.shape.read(from: source) else { continue }
      #expect("\(part)" == "\(whole.signals)", "\(path)")
      #expect(!part.isEmpty, "\(path)")
    }
  }

  @Test("a file that is not written in blocks is read whole")
  func flowFile() throws {
    let text =
      "{\"id\": \"x\", \"name\": \"X\", \"family\": \"people\", \"definition\": \"D\", \"extends\": \"go\", \"signals\": [{\"terms\": [\"t\"]}]}"
    let library = RubricLibrary([SmallLibrary.file("competencies/x.yaml", text)])
    #expect(try library.signals().map { $0.signals.flatMap(\.terms) } == [["t"]])
  }

  private func rules<Value>(_ read: () throws -> Value) -> [String] {
    let error = #expect(throws: InvalidInput.self) { _ = try read() }
    return error?.findings.map(\.rule) ?? []
  }
}

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "the vectors of FIPS 180-4",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ])
  func vectors(text: String, digest: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8)) == digest)
    #expect(SHA256.hexadecimal(of: text) == digest)
  }

  @Test("parts of any length give the digest of the whole", arguments: [1, 7, 55, 56, 63, 64, 65, 119, 128])
  func parts(length: Int) {
    let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var digest = SHA256()
    for start in stride(from: 0, to: bytes.count, by: length) {
      digest.update(Array(bytes[start..<min(start + length, bytes.count)]))
    }
    #expect(digest.finish() == SHA256.hexadecimal(of: bytes))
  }
}
