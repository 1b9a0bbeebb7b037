internal import YAML

/// What somebody is seen to do in one interview at, above and below the level that is asked for: what the interview's kit
/// says of its exercise, or of the answers to one of its questions.
///
/// They are of that interview alone. The anchors of a level say what it means everywhere, so that no single interview
/// shows all of them.
public struct AssessedSigns: Sendable, Equatable {
  /// The id of what is rated by them, as the interview rates it.
  public var competency: String
  /// The id of the exercise or the question in which they are seen.
  public var question: String
  /// Of several among which the candidate chooses the id of the one that they are about; nil for what holds for all.
  public var chosen: String?
  /// The target levels for which they are written; what stands in the middle is for the middle of these.
  public var levels: ClosedRange<ProficiencyLevel>
  /// What somebody above the middle of the levels is seen to do.
  public var strong: [String]
  /// Likewise in the middle.
  public var meets: [String]
  /// Likewise below.
  public var below: [String]

  /// The signs of a competency in one exercise or question.
  public init(
    competency: String, question: String, chosen: String? = nil, levels: ClosedRange<ProficiencyLevel>,
    strong: [String], meets: [String], below: [String]
  ) {
    self.competency = competency
    self.question = question
    self.chosen = chosen
    self.levels = levels
    self.strong = strong
    self.meets = meets
    self.below = below
  }
}

extension AssessedSigns {
  static let shape = Shape<AssessedSigns>.mapping("the signs of the assessment") { fields in
    let signs = Shape<[String]>.list(of: .text)
    return AssessedSigns(
      competency: fields.required("competency", .text), question: fields.required("question", .text),
      chosen: fields.optional("chosen", .identifier),
      levels: fields.required("levels", ProficiencyLevel.rangeShape),
      strong: fields.optional("strong", signs, default: []),
      meets: fields.optional("meets", signs, default: []),
      below: fields.optional("below", signs, default: []))
  }

  var document: Document {
    let choice: [Document.Pair] = chosen.map { [.init("chosen", .text($0))] } ?? []
    return .mapping(
      [.init("competency", .text(competency)), .init("question", .text(question))] + choice + [
        .init("levels", .text(levels.written)), .init("strong", .list(strong.map { .text($0) })),
        .init("meets", .list(meets.map { .text($0) })), .init("below", .list(below.map { .text($0) })),
      ])
  }
}
