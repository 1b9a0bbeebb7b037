import Rubric

/// Makes quotations of a posting whole, for people: where a quotation is a part of a longer one on its line, the longer
/// one stands in its place as long as it is not too long, and where words are missing at an end, three dots say so.
struct WholeQuotes {
  private let lines: [Int: [Evidence]]

  /// The quotations of a role.
  init(_ role: RoleDefinition) {
    let all = role.competencies.flatMap(\.evidence) + role.unmapped + role.open.map(\.evidence)
    lines = Dictionary(grouping: all, by: \.line)
  }

  /// The loop with whole quotations in its demands and its reasons. What the role says stays to the letter.
  static func mended(_ loop: InterviewLoop) -> InterviewLoop {
    let quotes = WholeQuotes(loop.role)
    var loop = loop
    for index in loop.coverage.indices { quotes.mend(&loop.coverage[index].demand) }
    for index in loop.interviews.indices { quotes.mend(&loop.interviews[index]) }
    return loop
  }

  private func mend(_ interview: inout Interview) {
    mend(&interview.exercise)
    for index in interview.ratings.indices {
      mend(&interview.ratings[index].demand)
      mend(&interview.ratings[index].question)
      for further in interview.ratings[index].further.indices {
        mend(&interview.ratings[index].further[further].nearness)
      }
    }
  }

  private func mend(_ demand: inout Demand) {
    for index in demand.alternatives.indices { mend(&demand.alternatives[index]) }
    for index in demand.along.indices { mend(&demand.along[index]) }
  }

  private func mend(_ competency: inout RoleCompetency) {
    for index in competency.evidence.indices {
      competency.evidence[index] = whole(competency.evidence[index])
    }
  }

  private func mend(_ question: inout PlannedQuestion?) {
    guard var mended = question else { return }
    mend(&mended.nearness)
    question = mended
  }

  private func mend(_ exercise: inout PlannedExercise?) {
    guard var mended = exercise else { return }
    mend(&mended.nearness)
    exercise = mended
  }

  private func mend(_ nearness: inout Nearness?) {
    guard var mended = nearness else { return }
    mended.evidence = whole(mended.evidence)
    nearness = mended
  }

  /// A quotation as people should read it.
  func whole(_ evidence: Evidence) -> Evidence {
    let others = (lines[evidence.line] ?? []).map { Span($0) }
    guard others.count > 1 else { return evidence }
    let own = Span(evidence)
    let around = others.filter { $0.start <= own.start && $0.end >= own.end && $0.length <= Self.longest }
    let widest = around.max { $0.length < $1.length } ?? own
    let isBegun = others.contains { other in
      other.start < widest.start && (other.end > widest.start || widest.isContinuing)
    }
    let isEnded = others.contains { other in
      other.end > widest.end
        && (other.start < widest.end || other.isContinuing && other.start <= widest.end + Self.gap)
    }
    var mended = widest.evidence
    mended.section = evidence.section
    if isBegun || isEnded { mended.text = (isBegun ? "… " : "") + mended.words + (isEnded ? " …" : "") }
    return mended
  }

  /// A longer sentence is not put in place of its part.
  private static let longest = 160
  /// At most so many characters stand between one part of a sentence and the next.
  private static let gap = 3

  /// Where a quotation stands in its line.
  private struct Span {
    let evidence: Evidence
    let start: Int
    let length: Int

    init(_ evidence: Evidence) {
      self.evidence = evidence
      start = evidence.column
      length = evidence.quote.unicodeScalars.count
    }

    var end: Int { start + length }

    /// Whether it begins with a small letter, as the middle of a sentence does.
    var isContinuing: Bool { evidence.words.unicodeScalars.first?.properties.isLowercase ?? false }
  }
}
