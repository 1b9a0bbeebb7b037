import Catalog
import Diagnostics
import Extractor
import Rubric
import TestSupport
import Testing

/// What the binary carries is what the folders hold. When one of these fails, the build is stale: run
/// `swift package clean`.
@Suite("The catalogue")
struct CatalogTests {
  private func files(_ folder: String, _ ending: String) throws -> [(path: String, text: String)] {
    try ProjectFiles.list(folder, ending: ending).map {
      (folder + "/" + $0, try ProjectFiles.text(folder + "/" + $0))
    }
  }

  @Test("holds every rubric and template, and no other, as they are on disk")
  func embeddedFiles() throws {
    let onDisk = try files("Rubrics", ".yaml") + files("Templates", ".mustache")
    #expect(Catalog.files.map(\.path).sorted() == onDisk.map(\.path).sorted())
    for file in onDisk {
      let embedded = try #require(Catalog.files.first { $0.path == file.path })
      #expect(String(decoding: embedded.bytes, as: UTF8.self) == file.text, "\(file.path) is stale")
    }
  }

  @Test("holds the library as it reads now")
  func snapshot() throws {
    let library = RubricLibrary(
      try files("Rubrics", ".yaml").map { file in
        (String(file.path.dropFirst("Rubrics/".count)), SourceText(name: file.path, text: file.text))
      })
    let parts = try LibrarySnapshot.parts(of: library)
    #expect(parts.count > 50)
    for part in parts { #expect(Self.bytes(part.name) == part.bytes, "\(part.name) is stale") }
    let english = try #require(library.source(ofPostingLanguage: "en"))
    let signals = try PostingExtractor.snapshot(of: library, try PostingLanguage(from: english))
    #expect(Self.bytes("signals") == signals, "the signals are stale")
    #expect(Self.bytes("nothing") == nil)
  }

  @Test("reads a competency, a format and the policy from the snapshot as from their files")
  func snapshotReads() throws {
    let files = try files("Rubrics", ".yaml").map { file in
      LibraryFile(path: String(file.path.dropFirst("Rubrics/".count))) {
        SourceText(name: file.path, text: file.text)
      }
    }
    let (plain, quick) = (
      RubricLibrary { files }, RubricLibrary(snapshot: Self.snapshot) { files }
    )
    for id in plain.competencyIDs {
      var competency = try #require(try plain.competency(id))
      competency.signals = []
      #expect("\(competency)" == "\(try #require(try quick.competency(id)))", "\(id)")
      #expect(plain.digest(of: "competencies/\(id)") == quick.digest(of: "competencies/\(id)"))
    }
    #expect("\(try plain.stageCues())" == "\(try quick.stageCues())")
    #expect(try plain.stageCues().formats.contains { $0.format == nil })
    for id in plain.formatIDs {
      #expect("\(try #require(try plain.format(id)))" == "\(try #require(try quick.format(id)))", "\(id)")
      #expect(plain.digest(of: "formats/\(id)") == quick.digest(of: "formats/\(id)"))
    }
    let policies = (try plain.policy(), try quick.policy())
    #expect(policies.0.targets == policies.1.targets && policies.0.formats == policies.1.formats)
  }

  @Test("knows of every exercise what its file says, without reading it")
  func exerciseOutlines() throws {
    let plain = RubricLibrary(
      try files("Rubrics", ".yaml").map { file in
        (String(file.path.dropFirst("Rubrics/".count)), SourceText(name: file.path, text: file.text))
      })
    let quick = RubricLibrary(snapshot: Self.snapshot) { [] }
    let outlines = try quick.exerciseOutlines()
    #expect(outlines == (try plain.exerciseOutlines()))
    #expect(outlines.map(\.id) == plain.exerciseIDs && outlines.count > 60)
    for outline in outlines {
      let exercise = try #require(try plain.exercise(outline.id)).exercise
      #expect(outline.kind == exercise.kind && outline.title == exercise.title, "\(outline.id)")
      #expect(outline.minutes == exercise.minutes, "\(outline.id)")
      #expect(outline.rates.map(\.id) == exercise.rates.map(\.id), "\(outline.id)")
      #expect(outline.rates.map(\.levels) == exercise.rates.map(\.levels), "\(outline.id)")
      #expect(outline.also == exercise.also && outline.about == exercise.about, "\(outline.id)")
      let name = "exercises/\(outline.id)"
      #expect(quick.digest(of: name) != nil && quick.digest(of: name) == plain.digest(of: name), "\(name)")
    }
  }

  @Test("fills an exercise from the snapshot as from its file", arguments: [nil, "a", "b"])
  func exerciseForms(seed: String?) throws {
    let files = try files("Rubrics", ".yaml").map { file in
      LibraryFile(path: String(file.path.dropFirst("Rubrics/".count))) {
        SourceText(name: file.path, text: file.text)
      }
    }
    let quick = RubricLibrary(snapshot: Self.snapshot) { files }
    let plain = RubricLibrary { files }
    for id in plain.exerciseIDs {
      let forms = (
        try #require(try plain.exercise(id)).form(seed: seed),
        try #require(try quick.exercise(id)).form(seed: seed)
      )
      #expect(forms.0.fingerprint == forms.1.fingerprint && forms.0.figures == forms.1.figures, "\(id)")
      #expect(Self.texts(forms.0) == Self.texts(forms.1), "\(id)")
      #expect(Self.texts(forms.1).count > 10, "\(id)")
    }
    #expect(try plain.competencyNames() == quick.competencyNames())
  }

  /// Every text and number of a form, by way of all its properties.
  private static func texts(_ form: ExerciseForm) -> [String] {
    var texts: [String] = []
    func add(_ value: Any) {
      switch value {
      case let text as String: texts.append(text)
      case let number as Int: texts.append(String(number))
      case is PlaceRange: break
      default: for child in Mirror(reflecting: value).children { add(child.value) }
      }
    }
    add(form)
    return texts
  }

  @Test("reads a posting from the snapshot as from the files")
  func extractionFromSnapshot() throws {
    let library = RubricLibrary(
      Catalog.files.filter { $0.path.hasPrefix("Rubrics/") }.map { file in
        (String(file.path.dropFirst("Rubrics/".count)), SourceText(name: file.path, bytes: file.bytes))
      })
    let policy = try library.policy()
    let language = try PostingLanguage(from: try #require(library.source(ofPostingLanguage: "en")))
    let compiled = try PostingExtractor(
      library: library, language: language, policy: policy, fields: Self.fields)
    let signals = try #require(Self.bytes("signals"))
    let quick = try #require(Self.extractor(signals, policy))
    // An item of a part on the company is no duty, though it begins with a verb; one before any heading is.
    for heading in ["About us", "Seat one"] {
      let text = "# SRE\n\n## \(heading)\n\n- Run Kubernetes\n\n## Requirements\n\n- Go\n"
      let role = try compiled.extract(from: SourceText(name: "x.md", text: text)).role
      #expect(try role == quick.extract(from: SourceText(name: "x.md", text: text)).role, "\(heading)")
      #expect(role.competencies.count == (heading == "About us" ? 1 : 2), "\(heading)")
    }
    for name in ProjectFiles.list("Examples/postings") where !name.hasSuffix(".overrides.yaml") {
      let path = "Examples/postings/" + name
      let source = SourceText(name: path, text: try ProjectFiles.text(path))
      #expect(try compiled.extract(from: source).role == quick.extract(from: source).role, "\(path)")
    }
  }

  @Test("refuses a snapshot that another build has written")
  func otherBuild() throws {
    let signals = try #require(Self.bytes("signals"))
    let policy = try #require(Self.snapshot.policy())
    #expect(Self.extractor(Array(signals.dropFirst(3)), policy) == nil)
    #expect(Self.extractor([], policy) == nil)
  }

  private static let snapshot = LibrarySnapshot { Catalog.snapshot($0).map { SnapshotBytes($0) } }

  private static func bytes(_ name: String) -> [UInt8]? {
    Catalog.snapshot(name)?.withUTF8Buffer { Array($0) }
  }

  // Not in the conditions themselves: Swift 6.3 crashes on a typed throw inside a macro.
  private static func extractor(_ snapshot: [UInt8], _ policy: LoopPolicy) -> PostingExtractor? {
    PostingExtractor(snapshot: SnapshotBytes(snapshot), policy: policy, fields: fields)
  }

  @Sendable private static func fields() throws(InvalidInput) -> PostingFields { PostingFields() }
}
