internal import Rubric

/// The posting's words for which each interview is held: those to which its exercise comes near, then those shown for what
/// it rates, such as no interview before it has first.
enum InterviewReasons {
  /// Gives each interview that rates its words.
  static func give(to interviews: inout [InterviewView], _ shown: ShownWords) {
    var told: Set<String> = []
    for index in interviews.indices {
      let words = candidates(interviews[index].interview, shown)
      let fresh = words.filter { !told.contains($0.quote) }
      let reasons = Array((fresh.isEmpty ? words : fresh).prefix(most))
      told.formUnion(reasons.map(\.quote))
      interviews[index].reasons = reasons
    }
  }

  private static func candidates(_ interview: Interview, _ shown: ShownWords) -> [EvidenceView] {
    var words: [EvidenceView] = []
    if let near = interview.exercise?.nearness?.evidence, near.line > 0 {
      words = EvidenceView.views(of: [near])
    }
    let rated = interview.ratings.filter(\.isFirstReading) + interview.ratings.filter { !$0.isFirstReading }
    for best in rated.compactMap({ shown[$0.demand] })
    where !words.contains(where: { $0.quote == best.quote }) {
      words.append(best)
    }
    return words
  }

  private static let most = 2
}
