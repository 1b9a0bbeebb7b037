public import Diagnostics
internal import YAML

/// The people who may hold the interviews of a loop, in the order in which their file names them.
public struct Panel: Sendable {
  /// The file.
  public var source: SourceText
  /// The people.
  public var interviewers: [Interviewer]

  /// More than this many are no panel; and a plan keeps sets of them in the bits of a word.
  public static let maximum = 40

  /// Reads a file, or throws all that is wrong with it: formats and competencies have to be in the library.
  public init(from source: SourceText, library: RubricLibrary) throws(InvalidInput) {
    let interviewers = try Self.shape.read(from: source)
    var findings = Findings(in: source)
    for interviewer in interviewers { interviewer.check(library, &findings) }
    try findings.all.throwIfErrors()
    self.source = source
    self.interviewers = interviewers
  }

  static let shape = Shape<[Interviewer]>.mapping("the panel") { fields in
    fields.required("interviewers", .list(of: Interviewer.shape, atLeast: 1))
  }
  .checked { interviewers, node, findings in
    if interviewers.count > maximum {
      findings.add(
        "too-many-interviewers", "expected at most \(maximum) people, found \(interviewers.count)",
        at: node.place(ofKey: "interviewers"))
    }
    var seen: Set<String> = []
    for interviewer in interviewers where !seen.insert(interviewer.name.value).inserted {
      findings.add(
        "duplicate-interviewer", "\"\(interviewer.name.value)\" is on the panel twice",
        at: interviewer.name.range, help: "make one entry of the two, or tell the names apart")
    }
  }
}

extension Interviewer {
  fileprivate func check(_ library: RubricLibrary, _ findings: inout Findings) {
    for format in (runs ?? []) + shadows where !library.formatIDs.contains(format.value) {
      findings.add(
        "unknown-format", "no interview format \"\(format.value)\" is in the library", at: format.range,
        help: Suggestion.help(for: format.value, in: library.formatIDs))
    }
    for id in rates?.competencies ?? [] where !library.competencyIDs.contains(id.value) {
      findings.add(
        "unknown-competency", "competency \"\(id.value)\" is not in the library", at: id.range,
        help: Suggestion.help(for: id.value, in: library.competencyIDs))
    }
    for format in shadows where (runs ?? []).contains(where: { $0.value == format.value }) {
      findings.add(
        "shadowed-format", "\"\(name.value)\" both runs and shadows \"\(format.value)\"", at: format.range,
        help: "remove it from one of the two")
    }
  }
}
