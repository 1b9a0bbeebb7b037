import Diagnostics
import Rubric
import TestSupport
import Testing

@Suite("Checking a library")
struct LibraryCheckTests {
  @Test("a sound library gives no findings")
  func sound() {
    #expect(text(SmallLibrary.files) == "")
  }

  @Test("every rule with a file that breaks it", arguments: cases)
  func rule(example: BrokenLibrary) throws {
    let output = text(example.files)
    let path = "Tests/RubricTests/Golden/library-check/\(example.name).out"
    #expect(output == (try Golden.expected(path, recording: output)))
    #expect(output != "")
  }

  @Test("all faults of all files are shown together")
  func several() {
    var files = SmallLibrary.files
    files[0] = SmallLibrary.file(files[0].path, "id: go\nname: [x]\n")
    files[1] = SmallLibrary.file(files[1].path, "id: \"\n")
    files[4] = SmallLibrary.file("policy.yaml", "screens: 1\n")
    let sources = Set(RubricLibrary(files).check().map(\.source.name))
    #expect(sources == [files[0].path, files[1].path, "policy.yaml"])
    #expect(RubricLibrary(files).check().count > 10)
  }

  @Test("a circle is noted in every file of it, and not in files that lead into it")
  func circle() {
    let files = [("a", "b"), ("b", "c"), ("c", "b")].map { id, parent in
      SmallLibrary.file(
        "competencies/\(id).yaml",
        "id: \(id)\nname: A\nfamily: people\ndefinition: D\nextends: \(parent)\nsignals: []\n")
    }
    let circles = RubricLibrary(files).check().filter { $0.rule == "circular-extends" }
    #expect(circles.map(\.message) == ["b, c, b", "c, b, c"].map { "competencies extend each other: \($0)" })
    #expect(circles.map { $0.range?.start } == [Place(line: 5, column: 10), Place(line: 5, column: 10)])
  }

  @Test("questions may name technologies of the competencies that inherit them")
  func inheritedTechnologies() {
    let files = SmallLibrary.replacing("from: [Go]", by: "from: [Go, Gin]", in: "programming")
    #expect(text(files) == "")
  }

  @Test(
    "braces of code are no slots",
    arguments: ["packets{0}", "v{n}", "${home}", "{{name}}", "{ x }", "{}", "{A}", "{a b}", "a}b{c"])
  func codeBraces(code: String) {
    #expect(text(SmallLibrary.replacing("return { x }", by: code, in: "programming")) == "")
  }

  private func text(_ files: [(path: String, source: SourceText)]) -> String {
    FindingPrinter().text(RubricLibrary(files).check())
  }
}

/// A library with one fault.
struct BrokenLibrary: CustomTestStringConvertible {
  let name: String
  let files: [(path: String, source: SourceText)]

  var testDescription: String { name }

  /// The small library with one stretch of a file replaced.
  init(_ name: String, in file: String, _ old: String, _ new: String) {
    self.init(name, files: SmallLibrary.replacing(old, by: new, in: file))
  }

  /// A library of other files.
  init(_ name: String, files: [(path: String, source: SourceText)]) {
    self.name = name
    self.files = files
  }
}
