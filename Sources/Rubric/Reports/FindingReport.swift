public import Diagnostics
public import YAML

/// Findings in the forms that other programs read. `docs/findings.md` describes each form.
///
/// Messages may hold words of the input; whoever shows them gets them fit for a terminal.
public struct FindingReport: Sendable {
  /// The findings, in the order in which they are shown.
  let findings: [Finding]

  /// A report of some findings.
  public init(_ findings: [Finding]) { self.findings = findings.sorted() }

  /// A list of objects for scripts. What there is nothing to say of is left out.
  public var json: Document { .list(findings.map(\.json)) }
}

extension Finding {
  fileprivate var json: Document {
    let place: [Document.Pair] =
      range.map { range in
        [
          .init("line", .integer(range.start.line)), .init("column", .integer(range.start.column)),
          .init("end_line", .integer(range.end.line)), .init("end_column", .integer(range.end.column)),
        ]
      } ?? []
    let words = [("message", message), ("note", note), ("help", help)].compactMap { key, text in
      text.map { Document.Pair(key, .text($0.shown)) }
    }
    return .mapping(
      [
        .init("rule", .text(rule)), .init("severity", .text(severity.rawValue)),
        .init("file", .text(source.name)),
      ] + place + words)
  }

  /// The message, and the note and the help below it.
  var lines: String {
    let further = [("note", note), ("help", help)].compactMap { key, text in
      text.map { "\(key): \($0.shown)" }
    }
    return ([message.shown] + further).joined(separator: "\n")
  }
}
