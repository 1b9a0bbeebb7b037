/// How much a finding matters.
public enum Severity: String, Sendable, Comparable, CaseIterable {
  /// The input cannot be used.
  case error
  /// The input can be used, and something in it is probably wrong.
  case warning
  /// Worth knowing; nothing is wrong.
  case hint

  /// Errors before warnings before hints.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .hint: 2
    }
  }
}

/// One thing found in an input: what, where, and what would be right.
public struct Finding: Sendable {
  /// The stable name of the rule, such as `unknown-key`.
  public var rule: String
  /// How much it matters.
  public var severity: Severity
  /// What is wrong and what was expected, in one sentence without a final stop.
  public var message: String
  /// The text that the finding is about.
  public var source: SourceText
  /// The words it is about; nil when it concerns the file as a whole.
  public var range: PlaceRange?
  /// A fact that explains the finding.
  public var note: String?
  /// What to do about it.
  public var help: String?

  /// A finding about a stretch of a text, or about the text as a whole.
  public init(
    _ rule: String, _ message: String, severity: Severity = .error, in source: SourceText,
    at range: PlaceRange?,
    note: String? = nil, help: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.source = source
    self.range = range
    self.note = note
    self.help = help
  }
}

extension Finding: Comparable {
  /// By file, place, severity, rule, message: the order in which findings are shown.
  public static func < (a: Finding, b: Finding) -> Bool {
    if a.source.name != b.source.name { return a.source.name < b.source.name }
    let places = (a.range?.start ?? .start, b.range?.start ?? .start)
    if places.0 != places.1 { return places.0 < places.1 }
    if a.severity != b.severity { return a.severity < b.severity }
    return (a.rule, a.message) < (b.rule, b.message)
  }

  /// Alike when everything that is shown of them is alike.
  public static func == (a: Finding, b: Finding) -> Bool {
    a.source.name == b.source.name && a.range == b.range && a.severity == b.severity
      && (a.rule, a.message, a.note, a.help) == (b.rule, b.message, b.note, b.help)
  }
}

/// Findings of which at least one is an error: the input cannot be used.
public struct InvalidInput: Error {
  /// All that was found, sorted.
  public let findings: [Finding]

  /// Findings to be shown together.
  public init(_ findings: [Finding]) {
    self.findings = findings.sorted()
  }

  /// A single error.
  public init(_ finding: Finding) {
    self.init([finding])
  }

  /// A single error about a file as a whole, by the file's name.
  public init(_ rule: String, _ message: String, file name: String, help: String? = nil) {
    self.init(Finding(rule, message, in: SourceText(name: name, bytes: []), at: nil, help: help))
  }
}

extension [Finding] {
  /// Throws all findings when one of them is an error.
  public func throwIfErrors() throws(InvalidInput) {
    if contains(where: { $0.severity == .error }) { throw InvalidInput(self) }
  }
}
