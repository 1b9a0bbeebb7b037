import ArgumentParser
import Catalog
import Diagnostics
import Extractor
import Rubric

/// Which rubrics and templates are used: the built-in ones, with a company's own laid over them.
struct LibraryOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Lay a folder of rubrics over the built-in ones, by id.", valueName: "dir"),
    completion: .directory)
  var rubrics: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Lay a folder of templates over the built-in ones, by name.", valueName: "dir"),
    completion: .directory)
  var templates: String?

  /// The library. A company's own files are checked whole before anything is done with them.
  func library() throws(InvalidInput) -> RubricLibrary {
    let library = try uncheckedLibrary()
    if let rubrics {
      let findings = library.check(exercises: library.ownExerciseIDs)
      if findings.contains(where: { $0.severity == .error }) {
        throw InvalidInput(findings.filter { $0.severity == .error || $0.source.name.hasPrefix(rubrics) })
      }
    }
    return library
  }

  /// The library as it is, faults included.
  func uncheckedLibrary() throws(InvalidInput) -> RubricLibrary {
    guard let rubrics else { return Self.builtInLibrary }
    let own = try InputFiles.files(below: rubrics, endingIn: [".yaml", ".yml"])
    guard !own.isEmpty else {
      let help = "expected competencies/<family>/<id>.yaml and the like"
      throw InvalidInput("empty-folder", "no YAML file in it", file: rubrics, help: help)
    }
    return Self.builtInLibrary.overlaid(by: own)
  }

  /// The library of a folder, for comparisons: laid over the built-in one, or by itself where it has all that a
  /// library needs; `built-in` is the built-in one. Faults are left for those who read the files.
  static func library(of folder: String) throws(InvalidInput) -> RubricLibrary {
    guard folder != "built-in" else { return builtInLibrary }
    let files = try InputFiles.files(below: folder, endingIn: [".yaml", ".yml"])
    guard !files.isEmpty else {
      let help = "expected competencies/<family>/<id>.yaml and the like, or the word built-in"
      throw InvalidInput("empty-folder", "no YAML file in it", file: folder, help: help)
    }
    let paths = Set(files.map(\.path))
    let isComplete = ["library.yaml", "policy.yaml", "units.yaml", "postings/en.yaml"].allSatisfy(
      paths.contains)
    return isComplete ? RubricLibrary(files) : builtInLibrary.overlaid(by: files)
  }

  /// Looks up rules of findings: a company's own where it can be read, else the built-in one.
  func ruleLookup() -> (String) -> FindingRule? {
    let libraries = [try? uncheckedLibrary(), Self.builtInLibrary].compactMap { $0 }
    return { id in libraries.lazy.compactMap { try? $0.rule(id) }.first }
  }

  /// Whether no template is a company's own: the built-in ones were checked before the binary was handed out.
  var hasOnlyBuiltInTemplates: Bool { templates == nil }

  /// The templates by name, such as `loop.md`.
  func templateSources() throws(InvalidInput) -> [(name: String, source: SourceText)] {
    try Self.templateSources(over: templates)
  }

  /// The built-in templates by name, with those of a folder laid over them.
  static func templateSources(
    over templates: String?
  ) throws(InvalidInput) -> [(name: String, source: SourceText)] {
    var sources = Self.builtIn("Templates/").map { (path: $0.path, source: $0.source) }
    if let templates { sources += try InputFiles.files(below: templates, endingIn: [".mustache"]) }
    return sources.map { (String(Substring($0.path.utf8.dropLast(".mustache".utf8.count))), $0.source) }
  }

  private static let snapshot = LibrarySnapshot { Catalog.snapshot($0).map { SnapshotBytes($0) } }

  private static let builtInLibrary = RubricLibrary(snapshot: snapshot) {
    builtIn("Rubrics/").map { file in LibraryFile(path: file.path) { file.source } }
  }

  /// What reads postings, for a policy or for that of the library. The library is asked for only where a company's
  /// own rubrics are laid over it.
  func extractor(
    policy: LoopPolicy? = nil, _ library: () throws(InvalidInput) -> RubricLibrary
  ) throws(InvalidInput) -> PostingExtractor {
    if rubrics == nil, let signals = Catalog.snapshot("signals"),
      let policy = policy ?? Self.snapshot.policy(),
      let extractor = PostingExtractor(
        snapshot: SnapshotBytes(signals), policy: policy,
        fields: { () throws(InvalidInput) in try Self.builtInFields.get() })
    {
      return extractor
    }
    let library = try library()
    let standard = try library.policy()
    return try PostingExtractor(
      library: library, language: try Self.language(of: library), policy: policy ?? standard,
      fields: { () throws(InvalidInput) in try Self.fields(of: library) })
  }

  /// Everything that is wrong with a library, its signals held to their examples included; of exercises, those
  /// of a company's own where a folder is named.
  func check(_ library: RubricLibrary) throws(InvalidInput) -> [Finding] {
    let findings = library.check(exercises: library.ownExerciseIDs)
    if findings.contains(where: { $0.severity == .error }) { return findings }
    _ = try Self.fields(of: library)
    return findings + library.checkForms(of: library.ownExerciseIDs ?? library.exerciseIDs)
      + (try SignalExamples.check(library, try Self.language(of: library)))
  }

  private static func language(of library: RubricLibrary) throws(InvalidInput) -> PostingLanguage {
    guard let english = library.source(ofPostingLanguage: "en") else {
      throw InvalidInput("missing-file", "the library has no such file", file: "Rubrics/postings/en.yaml")
    }
    return try PostingLanguage(from: english)
  }

  /// Read for the first posting in JSON, and kept for all others.
  private static let builtInFields = Result { () throws(InvalidInput) in try fields(of: builtInLibrary) }

  private static func fields(of library: RubricLibrary) throws(InvalidInput) -> PostingFields {
    guard let source = library.source(ofPostingLanguage: "ats") else { return PostingFields() }
    return try PostingFields(from: source)
  }

  private static func builtIn(_ folder: String) -> [BuiltIn] {
    Catalog.files.filter { $0.path.hasPrefix(folder) }.map { file in
      BuiltIn(path: String(file.path.dropFirst(folder.count)), file: file)
    }
  }

  /// A file of the binary, by its path below its folder.
  private struct BuiltIn {
    let path: String
    let file: Catalog.File

    var source: SourceText { SourceText(name: file.path, bytes: file.bytes) }
  }
}
