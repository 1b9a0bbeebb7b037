internal import Rubric

/// The posting's words for which each interview is held: those to which its exercise comes near, then those behind what
/// it rates. Each stands once.
enum InterviewReasons {
  /// Gives each interview that rates its words, besides those that stand before the loop.
  static func give(to interviews: inout [InterviewView], besides before: [EvidenceView?] = []) {
    var told = Set(before.compactMap { $0?.quote })
    for index in interviews.indices {
      let words = candidates(interviews[index].interview)
      let fresh = words.filter { !told.contains($0.quote) }
      let reasons = Array(fresh.prefix(most))
      told.formUnion(reasons.map(\.quote))
      interviews[index].reasons = reasons
    }
  }

  private static func candidates(_ interview: Interview) -> [EvidenceView] {
    var words: [EvidenceView] = []
    if let near = interview.exercise?.nearness?.evidence, near.line > 0 {
      words = EvidenceView.views(of: [near])
    }
    let rated = interview.ratings.filter(\.isFirstReading) + interview.ratings.filter { !$0.isFirstReading }
    for rating in rated {
      // What comes after the best of its words says little of a demand.
      if let best = EvidenceView.best(of: rating.demand.evidence, besides: []),
        !words.contains(where: { $0.quote == best.quote })
      {
        words.append(best)
      }
    }
    return words
  }

  private static let most = 2
}
