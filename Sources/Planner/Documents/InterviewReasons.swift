internal import Rubric

/// The posting's words for which each interview is held: those to which its exercise comes near, then those behind what
/// it rates. What one interview is held for is not said again of another, as long as there are other words.
enum InterviewReasons {
  /// Gives each interview that rates its words.
  static func give(to interviews: inout [InterviewView]) {
    var told: Set<String> = []
    for index in interviews.indices {
      let words = candidates(interviews[index].interview, besides: told)
      let fresh = words.filter { !told.contains($0.quote) }
      let reasons = Array((fresh.isEmpty ? words : fresh).prefix(most))
      told.formUnion(reasons.map(\.quote))
      interviews[index].reasons = reasons
    }
  }

  private static func candidates(_ interview: Interview, besides told: Set<String>) -> [EvidenceView] {
    var words: [EvidenceView] = []
    if let near = interview.exercise?.nearness?.evidence, near.line > 0 {
      words = EvidenceView.views(of: [near])
    }
    let rated = interview.ratings.filter(\.isFirstReading) + interview.ratings.filter { !$0.isFirstReading }
    for rating in rated {
      let known = told.union(words.map(\.quote))
      if let best = EvidenceView.best(of: rating.demand.evidence, besides: known),
        !words.contains(where: { $0.quote == best.quote })
      {
        words.append(best)
      }
    }
    return words
  }

  private static let most = 2
}
