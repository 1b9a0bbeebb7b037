internal import Diagnostics
public import YAML

extension FindingReport {
  /// A log of the Static Analysis Results Interchange Format 2.1.0 (OASIS 2023), with one run.
  ///
  /// `version` is that of the command. `rule` looks up what is said of a rule; one that is not found is
  /// named all the same.
  public func sarif(version: String, rule: (String) -> FindingRule?) -> Document {
    let ids = Set(findings.map(\.rule)).sorted()
    let rules = ids.map { id in descriptor(id, rule(id)) }
    let indices = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
    let driver = Document.mapping([
      .init("name", .text("rolewright")), .init("version", .text(version)), .init("rules", .list(rules)),
    ])
    let run = Document.mapping([
      .init("tool", .mapping([.init("driver", driver)])),
      .init("columnKind", .text("unicodeCodePoints")),
      .init("results", .list(findings.map { $0.sarif(ruleIndex: indices[$0.rule] ?? -1) })),
    ])
    return .mapping([
      .init("$schema", .text(Self.schema)), .init("version", .text("2.1.0")), .init("runs", .list([run])),
    ])
  }

  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  private func descriptor(_ id: String, _ rule: FindingRule?) -> Document {
    let texts = [
      ("shortDescription", rule?.meaning), ("fullDescription", rule?.reason), ("help", rule?.remedy),
    ]
    let worst = findings.filter { $0.rule == id }.map(\.severity).min()
    let level = rule?.severity?.severity ?? worst ?? .warning
    return .mapping(
      [.init("id", .text(id))]
        + texts.compactMap { key, text in text.map { .init(key, .sarifText($0)) } }
        + [.init("defaultConfiguration", .mapping([.init("level", .text(level.sarifLevel))]))])
  }
}

extension Finding {
  fileprivate func sarif(ruleIndex: Int) -> Document {
    .mapping([
      .init("ruleId", .text(rule)), .init("ruleIndex", .integer(ruleIndex)),
      .init("level", .text(severity.sarifLevel)), .init("message", .sarifText(lines)),
      .init("locations", .list([.mapping([.init("physicalLocation", sarifLocation)])])),
    ])
  }

  private var sarifLocation: Document {
    let uri = Document.text(PercentEncoding.uri(ofPath: source.name))
    let region = range.map { range in
      Document.Pair(
        "region",
        .mapping([
          .init("startLine", .integer(range.start.line)), .init("startColumn", .integer(range.start.column)),
          .init("endLine", .integer(range.end.line)), .init("endColumn", .integer(range.end.column)),
        ]))
    }
    return .mapping([.init("artifactLocation", .mapping([.init("uri", uri)]))] + (region.map { [$0] } ?? []))
  }
}

extension Document {
  /// A message that shows a text as it is: braces are doubled, since single ones stand for arguments
  /// (section 3.11.5), and nothing is a link (3.11.6).
  fileprivate static func sarifText(_ text: String) -> Document {
    let literal = text.putting("{{", for: "{").putting("}}", for: "}").putting("] (", for: "](")
    return .mapping([.init("text", .text(literal))])
  }
}

extension Severity {
  fileprivate var sarifLevel: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .hint: "note"
    }
  }
}
