public import YAML

extension ScorecardComparability {
  /// What becomes of the ratings, as it is written to YAML and JSON.
  public var document: Document {
    .mapping([
      .init("candidates", .inline(candidates)),
      .init("of_other_loops", .inline(ofOtherLoops)),
      .init("rated", .integer(count)),
      .init("comparable", .integer(count(.comparable))),
      .init("other_questions", .integer(count(.otherTasks))),
      .init("not_comparable", .integer(count(.lost))),
      .init("ratings", .list(ratings.map(\.document))),
      .init("never_rated", .inline(neverRated.map(\.id))),
    ])
  }
}

extension KeptRating {
  fileprivate var document: Document {
    .mapping([
      .init("competency", .text(id)), .init("verdict", .text(verdict.rawValue)),
      .init("candidates", .inline(candidates)), .init("reasons", .list(reasons.map(\.document))),
    ])
  }
}

extension KeptRating.Reason {
  fileprivate var document: Document {
    let detail: [Document.Pair] =
      switch self {
      case .along(let name): [.init("with", .text(name))]
      case .notOffered(let name): [.init("chosen", .text(name))]
      case .anchors(let levels): [.init("levels", .list(levels.map { .integer($0) }, inline: true))]
      case .target(let from, let to): [.init("from", .integer(from)), .init("to", .integer(to))]
      default: []
      }
    return .mapping([.init("reason", .text(name))] + detail, inline: true)
  }

  private var name: String {
    switch self {
    case .otherLoop: "other-loop"
    case .notAsked: "not-asked"
    case .along: "rated-along"
    case .notRated: "not-rated"
    case .notOffered: "not-offered"
    case .anchors: "anchors"
    case .target: "target"
    case .reworded: "reworded-question"
    case .tasks: "other-questions"
    }
  }
}
