import Diagnostics
import Rubric
import TestSupport

/// Two competencies, two formats and a policy in which nothing is wrong.
enum SmallLibrary {
  /// The files.
  static let files = [
    file("competencies/languages/go.yaml", go), file("competencies/languages/programming.yaml", programming),
    file("formats/coding.yaml", coding), file("formats/screen.yaml", screen), file("policy.yaml", policy),
  ]

  /// A file by its path below the library.
  static func file(_ path: String, _ text: String) -> (path: String, source: SourceText) {
    (path, SourceText(name: path, text: text))
  }

  /// The files with a stretch of one of them replaced.
  static func replacing(
    _ old: String, by new: String, in name: String
  ) -> [(path: String, source: SourceText)] {
    files.map { path, source in
      guard path.hasSuffix("\(name).yaml") else { return (path, source) }
      let text = String(decoding: source.bytes, as: UTF8.self)
      guard let range = text.firstRange(of: old) else { return (path, source) }
      return file(path, text.replacingCharacters(in: range, with: new))
    }
  }

  private static let go = """
    id: go
    name: Go
    family: languages
    definition: Writes Go.
    extends: programming
    signals:
      - technologies:
          Go: [Golang]
          Gin: []
        case: exact
      - terms: [goroutine]
    questions: []

    """

  private static let programming = """
    id: programming
    name: Programming
    family: languages
    definition: Writes programs.
    levels:
      1: {summary: One, anchors: [a]}
      2: {summary: Two, anchors: [b]}
      3: {summary: Three, anchors: [c]}
      4: {summary: Four, anchors: [d]}
      5: {summary: Five, anchors: [e]}
    signals:
      - terms: [programming, software development]
    questions:
      - id: programming/review
        kind: technical
        levels: 2-5
        minutes: 15
        ask: |
          Review this {language} code.
          return { x }
        slots:
          language: {default: Python, from: [Go]}
        probes: ['Why {language}?']
        strong: [s]
        weak: [w]
        also: [go]

    """

  private static let coding = """
    id: coding
    name: Coding
    purpose: Writes code.
    minutes: 60
    opening: 5
    closing: 10
    ratings: 3
    kinds: [work-sample, technical]
    rates:
      best: [programming, go]
      families: [languages]
    interviewer: An engineer.
    tell_candidate: [An hour.]

    """

  private static let screen = """
    id: screen
    name: Screen
    purpose: Settles facts.
    minutes: 30
    opening: 5
    closing: 5
    ratings: 0
    kinds: []
    rates: {}
    interviewer: A recruiter.
    tell_candidate: [Half an hour.]

    """

  private static let policy = """
    screens: [screen]
    formats: [coding]
    interviews: 4
    ratings_per_interview: 3
    minutes_per_rating: 15
    readings: 2
    debrief_minutes: 45
    preparation_minutes: 30
    targets: {intern: 1, junior: 2, mid: 3, unspecified: 3, senior: 4, lead: 4, staff: 4, manager: 4, director: 4, principal: 5}

    """
}

extension String {
  /// The first place of a text in this one.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    indices.first { self[$0...].hasPrefix(text) }.map { $0..<index($0, offsetBy: text.count) }
  }

  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}

/// The rubrics of the project, as they stand on disk.
enum OwnRubrics {
  /// The files, by their paths below `Rubrics/`.
  static func files() throws -> [(path: String, source: SourceText)] {
    try ProjectFiles.list("Rubrics", ending: ".yaml").map { path in
      (path, SourceText(name: "Rubrics/\(path)", bytes: try ProjectFiles.bytes("Rubrics/\(path)")))
    }
  }
}
