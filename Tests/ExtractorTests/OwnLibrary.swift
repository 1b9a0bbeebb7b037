import Diagnostics
import Extractor
import Rubric
import TestSupport

/// The rubrics of the project, compiled for reading postings.
enum OwnLibrary {
  /// The extractor of the project's own rubrics and English.
  static func extractor() throws -> PostingExtractor { try compiled.get() }

  /// The library.
  static func library() throws -> RubricLibrary {
    RubricLibrary(
      try ProjectFiles.list("Rubrics", ending: ".yaml").map { path in
        (path, SourceText(name: "Rubrics/\(path)", bytes: try ProjectFiles.bytes("Rubrics/\(path)")))
      })
  }

  /// How postings in English speak.
  static func english() throws -> PostingLanguage {
    let bytes = try ProjectFiles.bytes("Rubrics/postings/en.yaml")
    return try PostingLanguage(from: SourceText(name: "Rubrics/postings/en.yaml", bytes: bytes))
  }

  /// What the keys of postings in JSON mean.
  @Sendable static func fields() throws(InvalidInput) -> PostingFields {
    guard let bytes = try? ProjectFiles.bytes("Rubrics/postings/ats.yaml") else { return PostingFields() }
    return try PostingFields(from: SourceText(name: "Rubrics/postings/ats.yaml", bytes: bytes))
  }

  /// What a posting gives.
  static func extract(_ text: String, name: String = "posting.md") throws -> Extraction {
    try extractor().extract(from: SourceText(name: name, text: text))
  }

  /// The employer of a posting for a platform engineer that says something of it.
  static func company(_ text: String) throws -> String? {
    let text = "# Platform Engineer\n\n\(text)\n\nYou run our clusters, and answer when they call.\n"
    return try extract(text).role.company
  }

  /// How strongly a posting asks for a competency; nil where it does not.
  static func importance(of id: String = "kubernetes", in text: String) throws -> Importance? {
    try extract(text).role.competencies.first { $0.id == id }?.importance
  }

  private static let compiled = Result {
    let library = try OwnLibrary.library()
    return try PostingExtractor(
      library: library, language: try english(), policy: try library.policy(), fields: fields)
  }
}
