import Rubric

extension LibraryCheckTests {
  /// One library for each rule; what is said of it stands in `Golden/library-check/<name>.out`.
  static let cases: [BrokenLibrary] = [
    BrokenLibrary("id-differs", in: "screen", "id: screen", "id: scren"),
    BrokenLibrary(
      "family-folder", files: SmallLibrary.files.map { ($0.path.replacingLanguages(), $0.source) }),
    BrokenLibrary("unknown-competency-extends", in: "go", "extends: programming", "extends: programing"),
    BrokenLibrary("unknown-competency-also", in: "programming", "also: [go]", "also: [go, programing]"),
    BrokenLibrary(
      "unknown-competency-best", in: "coding", "best: [programming, go]", "best: [programming, og]"),
    BrokenLibrary("missing-key-levels", in: "go", "extends: programming\n", ""),
    BrokenLibrary("duplicate-term", in: "go", "goroutine]", "goroutine, GOLANG, Goroutine]"),
    BrokenLibrary("duplicate-term-exact", in: "go", "[Golang]", "[Golang, golang, Golang]"),
    BrokenLibrary("question-id", in: "programming", "id: programming/review", "id: review"),
    BrokenLibrary(
      "duplicate-question", in: "go", "questions: []",
      """
      questions:
        - {id: go/a, kind: drill, levels: 3, minutes: 5, ask: A, strong: [s], weak: [w]}
        - {id: go/a, kind: drill, levels: 3, minutes: 5, ask: B, strong: [s], weak: [w]}
      """),
    BrokenLibrary("unknown-slot", in: "programming", "Why {language}?", "Why {languge} or {x}?"),
    BrokenLibrary(
      "unused-slot", in: "programming", "slots:\n", "slots:\n      spare: {default: x, from: [go]}\n"),
    BrokenLibrary(
      "unknown-thread", in: "programming", "    minutes: 15\n    ask: |",
      "    minutes: 15\n    thread: parcels\n    ask: |"),
    BrokenLibrary(
      "products-in-thread", in: "programming", "    minutes: 15\n    ask: |",
      "    minutes: 15\n    thread: parcels\n    about: [Bazel, Buck]\n    ask: |"),
    BrokenLibrary("unknown-technology", in: "programming", "from: [Go]", "from: [GoLan, Gni]"),
    BrokenLibrary("uncovered-level", in: "programming", "levels: 2-5", "levels: 3-4"),
    BrokenLibrary("unknown-format", in: "policy", "formats: [coding]", "formats: [codin]"),
    BrokenLibrary("missing-file", files: SmallLibrary.files.dropLast()),
    BrokenLibrary(
      "unknown-file", files: SmallLibrary.files + [SmallLibrary.file("competences/x.yaml", "a: 1\n")]),
    BrokenLibrary(
      "not-even-yaml", files: SmallLibrary.files + [SmallLibrary.file("postings/en.yaml", "a: [\n")]),
  ]
}

extension String {
  fileprivate func replacingLanguages() -> String {
    hasPrefix("competencies/languages/go") ? "competencies/platform/go.yaml" : self
  }
}
