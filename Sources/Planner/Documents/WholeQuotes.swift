import Rubric

/// Makes quotations of a posting whole, for people: where a quotation is a part of a longer one on its line, the longer
/// one stands in its place as long as it is not too long, and where words are missing at an end, three dots say so.
struct WholeQuotes {
  private let lines: [Int: [Span]]

  /// The quotations of a role.
  init(_ role: RoleDefinition) {
    let all = role.competencies.flatMap(\.evidence) + role.unmapped + role.open.map(\.evidence)
    lines = Dictionary(grouping: all.map { Span($0) }, by: \.evidence.line)
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
    if let links = interview.exercise?.links { interview.exercise?.links = links.map { whole($0) } }
    for index in interview.ratings.indices { mend(&interview.ratings[index]) }
  }

  private func mend(_ rating: inout PlannedRating) {
    mend(&rating.demand)
    if let near = rating.question?.nearness { rating.question?.nearness = whole(near) }
    for index in rating.further.indices {
      rating.further[index].nearness = rating.further[index].nearness.map { whole($0) }
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

  private func whole(_ nearness: Nearness) -> Nearness {
    var nearness = nearness
    nearness.evidence = whole(nearness.evidence)
    return nearness
  }

  /// A quotation as people should read it.
  func whole(_ evidence: Evidence) -> Evidence {
    let others = lines[evidence.line] ?? []
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
      // As many scalars as bytes begin one.
      length = evidence.quote.utf8.count { $0 & 0xC0 != 0x80 }
    }

    var end: Int { start + length }

    /// Whether it begins with a small letter, as the middle of a sentence does.
    var isContinuing: Bool { evidence.words.unicodeScalars.first?.properties.isLowercase ?? false }
  }
}
