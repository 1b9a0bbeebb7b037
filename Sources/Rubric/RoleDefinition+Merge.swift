public import Diagnostics
public import YAML

extension RoleDefinition {
  /// How roles are merged: competencies by id, stages by name, evidence by what it says.
  public static let mergeRules = MergeRules(
    lists: [
      "competencies": MergeRules.List("competency", by: "id"),
      "interview_process": MergeRules.List("stage", by: "name"),
      "ruled_out": MergeRules.List("entry", by: "id"),
    ], isDerived: { $0 == "source" })

  /// Reads a role from a merge of role files. Throws what is wrong with it, with places in the file that was
  /// merged into.
  public init(merged node: Node, in source: SourceText) throws(InvalidInput) {
    self = try Self.shape.read(node, in: source).withWeights()
  }
}
