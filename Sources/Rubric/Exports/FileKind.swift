internal import Diagnostics
public import YAML

/// A kind of file that people write, with what its reader accepts.
public struct FileKind: Sendable {
  /// Its name, such as `interview-format`; its schema is `interview-format.schema.json`.
  public let name: String
  /// What the reader accepts.
  public let schema: Schema

  /// A kind of file.
  public init(_ name: String, _ schema: Schema) {
    self.name = name
    self.schema = schema
  }

  /// The kinds that this module reads.
  public static var rubrics: [FileKind] {
    [
      FileKind("competency", Competency.shape.schema()),
      FileKind("interview-format", InterviewFormat.shape.schema()),
      FileKind("exercise", Exercise.shape.schema()),
      FileKind("units", UnitFile.shape.schema()),
      FileKind("policy", LoopPolicy.shape.schema()),
      FileKind("policy-changes", LoopPolicy.shape(over: .unset).schema()),
      FileKind("panel", Panel.shape.schema()),
      FileKind("schedule", ScheduleRules.shape.schema()),
      FileKind("exchange", ExchangeTables.shape.schema()),
      FileKind("exchange-mapping", ExchangeMapping.shape.schema()),
      FileKind("stage-cues", StageCues.shape.schema()),
      FileKind("rule", FindingRule.shape.schema()),
      FileKind("role", RoleDefinition.shape.schema()),
      FileKind("loop", WrittenLoop.shape.schema()),
      FileKind("assessment", AssessmentPlan.shape.schema()),
      FileKind("scorecard", Scorecard.shape.schema()),
      FileKind("decision", DecisionRecord.shape.schema()),
      FileKind("seal", Seal.shape.schema()),
      FileKind("label", PostingLabel.shape.schema()),
      FileKind("evaluation", Evaluation.shape.schema()),
      FileKind("overrides", Overrides.shape.schema()),
      FileKind("library", LibraryEdition.shape.schema()),
      FileKind("key-texts", KeyTexts.shape.schema()),
      FileKind("manifest", RecordManifest.shape.schema()),
    ]
  }

  /// The JSON Schema of the kind, its keys described for people.
  public func jsonSchema(_ texts: KeyTexts) -> Document {
    JSONSchema.document(of: schema, title: "Rolewright: \(name)", text: texts.text(of:key:))
  }
}
