public import YAML
internal import Rubric

extension LoopDiff {
  /// The differences as they are written to YAML and JSON.
  public var document: Document {
    .mapping([
      .init("fingerprints", .sides(.text(from.fingerprint), .text(to.fingerprint))),
      .init(
        "minutes",
        .mapping([
          .init("candidate", .sides(candidateMinutes.from, candidateMinutes.to)),
          .init("team", .sides(teamMinutes.from, teamMinutes.to)),
        ])),
      .init("conflict", .sides(.inline(from.competing), .inline(to.competing))),
      .init("ratings", .list(ratings.map(\.document))),
      .init("interviews", .list(interviews.map(\.document))),
      .init("tasks", .list(tasks.map(\.document))),
      .init("people", people.document),
      .init("rechoices", rechoices.document),
    ])
  }
}

extension Document {
  /// Both sides of something, on one line.
  fileprivate static func sides(_ from: Document, _ to: Document) -> Document {
    .mapping([.init("from", from), .init("to", to)], inline: true)
  }

  fileprivate static func sides(_ from: Int, _ to: Int) -> Document { sides(.integer(from), .integer(to)) }
}

extension InterviewLoop {
  /// The ids of the required demands that compete; none where all can be rated.
  fileprivate var competing: [String] { conflict?.demands.map(\.id) ?? [] }
}

extension LoopDiff.Rechoices {
  fileprivate var document: Document {
    .mapping(
      [
        .init("tasks", .integer(tasks)), .init("places", .integer(places)),
        .init("holders", .integer(holders)),
      ], inline: true)
  }
}

extension DemandChange {
  fileprivate var document: Document {
    func side(_ coverage: Coverage?) -> Document {
      guard let coverage else { return .null }
      return .mapping(
        [
          .init("competencies", .inline(coverage.demand.alternatives.map(\.id))),
          .init("importance", .text(coverage.demand.importance.rawValue)),
          .init("target", .integer(coverage.demand.target.rawValue)),
          .init("interviews", .list(coverage.interviews.map { .integer($0) }, inline: true)),
        ], inline: true)
    }
    return .mapping([
      .init("competency", .text(id)), .init("change", .text(kind.rawValue)), .init("along", .optional(along)),
      .init("from", side(from)), .init("to", side(to)),
    ])
  }
}

extension InterviewChange {
  fileprivate var document: Document {
    func side(_ interview: Interview?) -> Document {
      guard let interview else { return .null }
      return .mapping(
        [
          .init("number", .integer(interview.number)), .init("name", .text(interview.name)),
          .init("format", .optional(interview.format?.id)), .init("minutes", .integer(interview.minutes)),
          .init("exercise", .optional(interview.exercise?.id)),
          .init("held_by", .optional(interview.holder)),
        ], inline: true)
    }
    return .mapping([
      .init("change", .text(kind.rawValue)), .init("from", side(from)), .init("to", side(to)),
      .init("rates_anew", .inline(ratings.added)), .init("rates_no_more", .inline(ratings.removed)),
    ])
  }
}

extension TaskChange {
  fileprivate var document: Document {
    .mapping(
      [
        .init("id", .text(id)), .init("change", .text(kind.rawValue)),
        .init("exercise", .boolean(isExercise)), .init("rechoice", .boolean(isRechoice)),
        .init("shows", .inline(shows)),
      ], inline: true)
  }
}

extension PeopleChange {
  fileprivate var document: Document {
    let loads = loads.map { load -> Document in
      .mapping(
        [
          .init("name", .text(load.name)), .init("from", .integer(load.from)), .init("to", .integer(load.to)),
        ], inline: true)
    }
    return .mapping([
      .init("least", .sides(least.from, least.to)),
      .init("gaps_opened", .list(gapsOpened.map(\.document))),
      .init("gaps_closed", .list(gapsClosed.map(\.document))),
      .init("gaps_kept", .list(gapsKept.map(\.document))),
      .init("loads", .list(loads)),
    ])
  }
}
