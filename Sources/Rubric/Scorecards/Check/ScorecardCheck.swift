public import Diagnostics
internal import YAML

/// Checks scorecards, and the decision on a candidate, against what the loop rates.
///
/// A file that has not its shape is named with all that is wrong with it, and does not keep the others from being
/// checked. Without a plan, only what the files say by themselves is looked at.
public struct ScorecardCheck: Sendable {
  let plan: AssessmentPlan?
  let rules: NoteRules

  /// A check against what a loop rates.
  public init(plan: AssessmentPlan?, rules: NoteRules) {
    self.plan = plan
    self.rules = rules
  }

  /// The files of one candidate that are to be checked.
  public struct Files: Sendable {
    /// The scorecards.
    public var scorecards: [SourceText]
    /// The decision.
    public var decision: SourceText?
    /// Scorecards that are not checked, and to which the decision may refer.
    public var others: [SourceText]
    /// The file of the plan, where the scorecards are all that the candidate has: what is missing is then said there.
    public var whole: SourceText?

    /// Files to check.
    public init(
      scorecards: [SourceText], decision: SourceText? = nil, others: [SourceText] = [],
      whole: SourceText? = nil
    ) {
      self.scorecards = scorecards
      self.decision = decision
      self.others = others
      self.whole = whole
    }
  }

  /// All that is found, sorted.
  public func findings(in files: Files) -> [Finding] {
    var faults: [Finding] = []
    let cards = files.scorecards.compactMap { read(Scorecard.shape, $0, &faults) }
    var reviews = cards.map { ScorecardReview($0, plan: plan, rules: rules) }
    for index in reviews.indices { reviews[index].check() }
    compare(&reviews)
    var found = reviews.flatMap(\.findings.all)
    if let decision = files.decision.flatMap({ read(DecisionRecord.shape, $0, &faults) }) {
      var unread: [Finding] = []
      let others = files.others.compactMap { read(Scorecard.shape, $0, &unread) }
      var review = DecisionReview(decision, scorecards: cards + others, plan: plan, rules: rules)
      // A change may be of a scorecard that cannot be read.
      review.check(isComplete: cards.count + others.count == files.scorecards.count + files.others.count)
      found += review.findings.all
    }
    if let whole = files.whole, let plan, cards.count == files.scorecards.count {
      found += missing(plan, whole, cards)
    }
    return (faults + rules.applied(to: found)).sorted()
  }

  private func read<Value>(
    _ shape: Shape<Value>, _ source: SourceText, _ faults: inout [Finding]
  ) -> ReadFile<Value>? {
    do throws(InvalidInput) {
      let root = try YAMLParser.parse(source)
      return ReadFile(source: source, root: root, value: try shape.read(root, in: source))
    } catch {
      faults += error.findings
      return nil
    }
  }

  /// Interviews that rate something and have no scorecard at all: they are said of the plan.
  private func missing(
    _ plan: AssessmentPlan, _ source: SourceText, _ cards: [ReadFile<Scorecard>]
  ) -> [Finding] {
    let there = Set(cards.map(\.value.interview.number.value))
    let missing = plan.ratingInterviews.filter { !there.contains($0.number) }
    guard !missing.isEmpty else { return [] }
    let listed = (try? YAMLParser.parse(source))?["interviews"]
    var findings = Findings(in: source)
    for interview in missing {
      let index = plan.interviews.firstIndex { $0.number == interview.number } ?? 0
      findings.add(
        "no-scorecard", "there is no scorecard of interview \(interview.number), \(interview.name.brief)",
        severity: .hint, at: listed?[index]?["number"]?.range)
    }
    return findings.all
  }
}

/// A file that has its shape, with the places of all that it holds.
struct ReadFile<Value> {
  let source: SourceText
  let root: Node
  let value: Value
}

extension Node {
  /// Where a reader should look for a key's value: the value, or the key where nothing is written.
  func place(of key: String) -> PlaceRange? {
    guard let value = self[key]?.range, value.start != value.end else { return place(ofKey: key) }
    return value
  }
}
