public import Diagnostics
public import YAML

/// What a person decided after a debrief, and why: the file `decision.yaml` in a candidate's folder.
///
/// Rolewright never fills in a decision. It gives the blank form, checks that what is recorded is whole, and keeps
/// it with the scorecards.
public struct DecisionRecord: Sendable {
  /// The fingerprint of the loop.
  public var fingerprint: Placed<String>
  /// The label of the candidate.
  public var candidate: Placed<String>
  /// What was decided, in the words of whoever decided; empty while nobody has.
  public var decision: Placed<String>
  /// Why, from the evidence; empty while nobody has written it.
  public var reason: Placed<String>
  /// Who decided.
  public var decidedBy: Placed<String>
  /// The day of the decision, such as `2027-03-12`.
  public var date: Placed<String>
  /// The day until which the record is to be kept, such as `2031-03-12`; empty while nobody has said.
  public var retainUntil: Placed<String>
  /// The ratings that the debrief has changed. Scorecards stay as they are.
  public var changes: [RatingChange]

  /// A record of a decision.
  public init(
    fingerprint: Placed<String>, candidate: Placed<String>, decision: Placed<String>,
    reason: Placed<String>, decidedBy: Placed<String>, date: Placed<String>,
    retainUntil: Placed<String>, changes: [RatingChange]
  ) {
    self.fingerprint = fingerprint
    self.candidate = candidate
    self.decision = decision
    self.reason = reason
    self.decidedBy = decidedBy
    self.date = date
    self.retainUntil = retainUntil
    self.changes = changes
  }

  /// Whether anything is recorded.
  public var isBlank: Bool {
    changes.isEmpty && [decision, reason, decidedBy, date, retainUntil].allSatisfy(\.value.isEmpty)
  }
}

/// A rating that an interviewer has changed in the debrief, with the original and the reason.
public struct RatingChange: Sendable {
  /// The number of the interview.
  public var interview: Placed<Int>
  /// Whose rating it is; empty where the interview has one scorecard.
  public var interviewer: Placed<String>
  /// The id of the competency, as the scorecard writes it.
  public var competency: Placed<String>
  /// The rating of the scorecard.
  public var from: Placed<Rating>
  /// The rating after the debrief.
  public var to: Placed<Rating>
  /// Why.
  public var reason: Placed<String>

  /// A changed rating.
  public init(
    interview: Placed<Int>, interviewer: Placed<String>, competency: Placed<String>,
    from: Placed<Rating>, to: Placed<Rating>, reason: Placed<String>
  ) {
    self.interview = interview
    self.interviewer = interviewer
    self.competency = competency
    self.from = from
    self.to = to
    self.reason = reason
  }
}

extension DecisionRecord {
  /// Reads the record of a decision, or throws all that is wrong with it.
  public init(from source: SourceText) throws(InvalidInput) {
    self = try Self.shape.read(from: source)
  }

  /// What a file of a decision holds.
  public static let shape = Shape<DecisionRecord>.mapping("the decision") { fields in
    DecisionRecord(
      fingerprint: fields.required("fingerprint", Shape<String>.text.placed),
      candidate: fields.written("candidate"), decision: fields.written("decision"),
      reason: fields.written("reason"), decidedBy: fields.written("decided_by"),
      date: fields.written("date"), retainUntil: fields.written("retain_until"),
      changes: fields.optional(
        "changes", .list(of: RatingChange.shape, upTo: 96), default: []))
  }

  /// The record as it is written to YAML and JSON.
  public var document: Document {
    .mapping([
      .init("fingerprint", .text(fingerprint.value)), .init("candidate", .text(candidate.value)),
      .init("decision", .text(decision.value)), .init("reason", .text(reason.value)),
      .init("decided_by", .text(decidedBy.value)), .init("date", .text(date.value)),
      .init("retain_until", .text(retainUntil.value)),
      .init("changes", .list(changes.map(\.document))),
    ])
  }
}

extension RatingChange {
  static let shape = Shape<RatingChange>.mapping("the changed rating") { fields in
    RatingChange(
      interview: fields.required("interview", Shape<Int>.integer(1...999).placed),
      interviewer: fields.written("interviewer"),
      competency: fields.required("competency", Shape<String>.text.placed),
      from: fields.required("from", Rating.shape.placed), to: fields.required("to", Rating.shape.placed),
      reason: fields.required("reason", Shape<String>.text.placed))
  }

  var document: Document {
    .mapping([
      .init("interview", .integer(interview.value)), .init("interviewer", .text(interviewer.value)),
      .init("competency", .text(competency.value)), .init("from", from.value.document),
      .init("to", to.value.document), .init("reason", .text(reason.value)),
    ])
  }
}
