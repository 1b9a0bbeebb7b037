import Diagnostics
import Planner
import Rubric
import YAML

/// What both a person and a new plan have changed, each in their own way.
struct MergeConflicts: Error {
  /// One finding for each, at its place in the edited file.
  let findings: [Finding]
}

extension LoopFolder {
  /// A merge of one of the folder's files, with the new version of it.
  func merge(
    _ edited: SourceText, from base: SourceText, with new: Document, by rules: MergeRules,
    taking side: MergeSide?
  ) throws -> Node {
    let fresh = SourceText(name: "the new \(edited.name)", text: YAMLWriter.text(new))
    let outcome = ThreeWayMerge(rules, taking: side ?? .ours).merge(
      base: try YAMLParser.parse(base), ours: try YAMLParser.parse(edited),
      theirs: try YAMLParser.parse(fresh))
    guard side == nil, !outcome.conflicts.isEmpty else { return outcome.node }
    throw MergeConflicts(findings: outcome.conflicts.map { Self.finding($0, in: edited) })
  }

  private static func finding(_ conflict: MergeConflict, in source: SourceText) -> Finding {
    Finding(
      "merge-conflict", conflict.message(ours: "the edited file", theirs: "the new plan"), in: source,
      at: conflict.place, note: conflict.note,
      help: "take over here what you want of the new plan, then say --take edited; or say --take new")
  }

  /// The role that is planned for: the new one with what a person has changed in that of the folder.
  func merged(_ new: RoleDefinition, taking side: MergeSide?) throws -> RoleDefinition {
    guard let role else { return new }
    let node = try merge(
      role, from: generatedRole, with: new.document, by: RoleDefinition.mergeRules, taking: side)
    return try RoleDefinition(merged: node, in: role)
  }

  /// The loop: the new one with what a person has changed in that of the folder.
  func merged(
    _ new: InterviewLoop, by planner: LoopPlanner, taking side: MergeSide?
  ) throws -> InterviewLoop {
    // What is wrong with the edited file is said first, by its own places.
    _ = try planner.loop(from: try YAMLParser.parse(loop), in: loop, planned: new)
    let node = try merge(
      loop, from: generatedLoop, with: new.document, by: InterviewLoop.mergeRules, taking: side)
    return try planner.loop(from: node, in: loop, planned: new).loop
  }
}
