internal import Diagnostics
internal import Rubric
internal import YAML

/// Makes a loop of a written one, with what was planned for the same role at hand.
///
/// What a person may write is kept as it is written: names, minutes, order, what is rated, the words of questions.
/// All else comes from the plan where it holds the same interview, rating or question, and from the library
/// where it does not.
struct LoopRebuilder {
  let planned: InterviewLoop
  let library: RubricLibrary
  private(set) var findings: Findings
  private var formats: [String: InterviewFormat] = [:]
  private var ratings: RatingRebuilder
  private var left: [Interview]

  /// Rebuilds loops of the role for which a loop was planned. Findings are about `source`.
  init(_ planned: InterviewLoop, library: RubricLibrary, in source: SourceText) {
    self.planned = planned
    self.library = library
    findings = Findings(in: source)
    ratings = RatingRebuilder(planned, library: library)
    left = planned.interviews
  }

  /// The loop with the interviews of a file. Its fingerprint is for the planner to give.
  mutating func loop(from written: WrittenLoop) throws(InvalidInput) -> InterviewLoop {
    var loop = planned
    loop.interviews = []
    for interview in written.interviews {
      loop.interviews.append(try self.interview(interview, number: loop.interviews.count + 1))
    }
    markReadings(of: &loop.interviews)
    loop.coverage = LoopCoverage(planned).coverage(of: loop.interviews)
    loop.optimality = LoopCoverage(planned).optimality(of: loop)
    // A person may have found places that the policy does not allow.
    if loop.optimality.required.rated >= loop.optimality.required.all { loop.conflict = nil }
    return loop
  }

  private mutating func interview(
    _ written: Placed<WrittenInterview>, number: Int
  ) throws(InvalidInput) -> Interview {
    let value = written.value
    let known = try value.format.flatMapThrowing { format throws(InvalidInput) in try self.format(format) }
    let before = takePlanned(value)
    var interview =
      before
      ?? Interview(
        number: number, name: known?.name ?? "", format: known, minutes: known?.minutes ?? 0, stage: nil,
        isScreen: false, ratings: [], exercise: nil)
    interview.number = number
    interview.format = known
    interview.name = value.name ?? known?.name ?? interview.name
    interview.minutes = value.minutes ?? interview.minutes
    interview.isScreen = value.isScreen ?? interview.isScreen
    (interview.holder, interview.shadow) = (value.holder, value.shadow)
    interview.exercise = try value.exercise.flatMapThrowing { written throws(InvalidInput) in
      try ratings.exercise(written, &findings)
    }
    interview.ratings = []
    for rating in value.ratings {
      interview.ratings.append(try ratings.rating(rating, number: number, &findings))
    }
    checkShown(&interview, written)
    checkMinutes(of: interview, before, at: written.range)
    return interview
  }

  private mutating func format(_ id: Placed<String>) throws(InvalidInput) -> InterviewFormat? {
    if let known = formats[id.value] { return known }
    guard let format = try library.format(id.value) else {
      findings.add(
        "unknown-format", "\"\(id.value)\" is no interview format of the library", at: id.range,
        help: Suggestion.help(for: id.value, in: library.formatIDs))
      return nil
    }
    formats[id.value] = format
    return format
  }

  /// The planned interview that is the same one; it is taken once.
  private mutating func takePlanned(_ written: WrittenInterview) -> Interview? {
    let format = written.format?.value
    let index =
      left.firstIndex { $0.format?.id == format && $0.name == written.name }
      ?? left.firstIndex { format != nil && $0.format?.id == format }
      ?? left.firstIndex { $0.name == written.name }
    return index.map { left.remove(at: $0) }
  }

  /// A rating that another question shows is only shown while that one is asked.
  private mutating func checkShown(_ interview: inout Interview, _ written: Placed<WrittenInterview>) {
    let asked = Set(
      interview.ratings.flatMap(\.questions).map(\.question.id) + [interview.exercise?.id].compactMap { $0 })
    for (index, rating) in zip(interview.ratings.indices, written.value.ratings) {
      if let shownBy = interview.ratings[index].shownBy, !asked.contains(shownBy) {
        interview.ratings[index].shownBy = nil
      }
      let planned = interview.ratings[index]
      guard planned.question == nil, planned.shownBy == nil else { continue }
      let message = "nothing that interview \"\(interview.name)\" asks shows \(planned.demand.name)"
      findings.add(
        "unasked-rating", message, severity: .warning,
        at: rating.value.shownBy?.range ?? rating.value.competencies.first?.range,
        help: "write a question, or take the rating out")
    }
  }

  /// Warns where questions no longer fit. What was planned so is not the person's doing.
  private mutating func checkMinutes(of interview: Interview, _ before: Interview?, at range: PlaceRange) {
    guard let format = interview.format else { return }
    let (needed, there) = (Self.minutes(of: interview), format.ratedMinutes(of: interview.minutes))
    if let before, Self.minutes(of: before) == needed, before.minutes == interview.minutes { return }
    guard needed > there else { return }
    let message =
      "the questions of interview \"\(interview.name)\" take \(needed) min, and it has \(there) min for them"
    findings.add(
      "overfull-interview", message, severity: .warning, at: PlaceRange(at: range.start),
      help: "lengthen the interview, or take a question out")
  }

  private static func minutes(of interview: Interview) -> Int {
    interview.ratings.flatMap(\.questions).map(\.minutes).reduce(interview.exercise?.minutes ?? 0, +)
  }

  private func markReadings(of interviews: inout [Interview]) {
    var seen: Set<String> = []
    for index in interviews.indices {
      for rating in interviews[index].ratings.indices {
        let id = interviews[index].ratings[rating].demand.id
        interviews[index].ratings[rating].isFirstReading = seen.insert(id).inserted
      }
    }
  }
}

extension Optional where Wrapped: Sendable {
  /// What a step that may throw makes of the value, if there is one.
  fileprivate func flatMapThrowing<Other>(
    _ step: (Wrapped) throws(InvalidInput) -> Other?
  ) throws(InvalidInput) -> Other? {
    guard let value = self else { return nil }
    return try step(value)
  }
}
