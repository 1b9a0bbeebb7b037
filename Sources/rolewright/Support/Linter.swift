import Diagnostics
import Extractor
import Rubric
import YAML

/// Finds faults in role files, loops and postings, one file after the other.
struct Linter {
  let library: RubricLibrary
  private let options: LibraryOptions
  private let known: [String]
  private var extractor: PostingExtractor?

  init(_ library: RubricLibrary, _ options: LibraryOptions) {
    self.library = library
    self.options = options
    known = library.competencyIDs
  }

  /// The findings of one file, which may be of a candidate's or a loop's. Throws where it cannot be read at all; the
  /// faults of a role file are findings.
  mutating func findings(in source: SourceText, _ kind: RecordKind?) throws(InvalidInput) -> [Finding] {
    if source.isNamedYAML, let findings = findings(byNameOf: source) { return findings }
    if kind == .loop { return findings(inLoop: source) }
    guard RoleInput.isRole(source) else { return try madeExtractor().findings(in: source) }
    do {
      return try unknownCompetencies(of: try RoleDefinition(from: source), in: source)
    } catch {
      return error.findings
    }
  }

  /// The findings of a file whose name tells what it is; nil for others.
  private func findings(byNameOf source: SourceText) -> [Finding]? {
    if Self.isOverrides(source) { return findings(inOverrides: source) }
    if Self.isNamed("panel", source) {
      return faults { () throws(InvalidInput) in _ = try Panel(from: source, library: library) }
    }
    guard Self.isNamed("policy", source) else { return nil }
    return faults { () throws(InvalidInput) in
      _ = try library.policy().changed(by: source, library: library)
    }
  }

  /// Files of overrides are called after their posting: `posting.overrides.yaml`.
  private static func isOverrides(_ source: SourceText) -> Bool {
    source.name.hasSuffix(".overrides.yaml") || source.name.hasSuffix(".overrides.yml")
  }

  /// Panels and policies are called so, or after what they are for: `panel.yaml`, `sre.panel.yaml`.
  private static func isNamed(_ kind: String, _ source: SourceText) -> Bool {
    let name = source.fileName
    return ["yaml", "yml"].contains { name == "\(kind).\($0)" || name.hasSuffix(".\(kind).\($0)") }
  }

  /// What reading complains of.
  private func faults(_ read: () throws(InvalidInput) -> Void) -> [Finding] {
    do throws(InvalidInput) {
      try read()
      return []
    } catch {
      return error.findings
    }
  }

  /// Whether they fit a posting, only reading it can tell.
  private func findings(inOverrides source: SourceText) -> [Finding] {
    do throws(InvalidInput) {
      let overrides = try Overrides(from: source)
      let ids = overrides.denials.map(\.id) + overrides.statements.map(\.id)
      var findings = Findings(in: source)
      for id in ids where !known.contains(id.value) {
        findings.add(
          "unknown-competency", "competency \"\(id.value)\" is not in the library", at: id.range,
          help: Suggestion.help(for: id.value, in: known))
      }
      return findings.all
    } catch {
      return error.findings
    }
  }

  /// Compiled for the first posting, and used for all.
  private mutating func madeExtractor() throws(InvalidInput) -> PostingExtractor {
    if let extractor { return extractor }
    let made = try options.extractor { library }
    extractor = made
    return made
  }

  private func unknownCompetencies(of role: RoleDefinition, in source: SourceText) throws(InvalidInput)
    -> [Finding]
  {
    let ids = Set(known)
    let unknown = role.competencies.enumerated().filter { !ids.contains($0.element.id) }
    guard !unknown.isEmpty else { return [] }
    let listed = try YAMLParser.parse(source)["competencies"]
    var findings = Findings(in: source)
    for (index, competency) in unknown.prefix(Findings.maximum + 1) {
      findings.add(
        "unknown-competency", "competency \"\(competency.id)\" is not in the library", severity: .warning,
        at: listed?[index]?["id"]?.range,
        help: Suggestion.help(for: competency.id, in: known))
    }
    return findings.all
  }
}
