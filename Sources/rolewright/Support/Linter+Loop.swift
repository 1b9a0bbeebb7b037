import Diagnostics
import Planner
import Rubric
import YAML

extension Linter {
  /// A loop is read as `plan` reads it, for the role beside it. Without a role, what it names is looked up in the
  /// library.
  func findings(inLoop source: SourceText) -> [Finding] {
    do throws(InvalidInput) {
      let node = try YAMLParser.parse(source)
      let loop = try WrittenLoop.shape.read(node, in: source)
      guard let role = try role(beside: source) else { return unknownNames(in: loop, of: source) }
      let planner = LoopPlanner(library: library, policy: try library.policy())
      return try planner.loop(from: node, in: source, planned: try planner.plan(role)).findings
    } catch {
      return error.findings
    }
  }

  /// The role of the folder; nil where there is none, and where it has faults: those are its own.
  private func role(beside source: SourceText) throws(InvalidInput) -> RoleDefinition? {
    let path = LoopFolder.folder(of: source.name) + "/role.yaml"
    guard InputFiles.isFile(path) else { return nil }
    let ids = Set(library.competencyIDs)
    guard let role = try? RoleDefinition(from: try InputFiles.read(path)),
      role.competencies.allSatisfy({ ids.contains($0.id) })
    else { return nil }
    return role
  }

  private func unknownNames(in loop: WrittenLoop, of source: SourceText) -> [Finding] {
    var findings = Findings(in: source)
    let (competencies, formats) = (library.competencyIDs, library.formatIDs)
    for interview in loop.interviews.map(\.value) {
      if let format = interview.format, !formats.contains(format.value) {
        findings.add(
          "unknown-format", "\"\(format.value)\" is no interview format of the library", at: format.range,
          help: Suggestion.help(for: format.value, in: formats))
      }
      for id in interview.ratings.flatMap(\.value.competencies) where !competencies.contains(id.value) {
        findings.add(
          "unknown-competency", "competency \"\(id.value)\" is not in the library", at: id.range,
          help: Suggestion.help(for: id.value, in: competencies))
      }
    }
    return findings.all
  }
}
