import Testing

extension ScorecardCheckTests {
  /// Files in which something is wrong.
  struct Case: CustomTestStringConvertible {
    let name: String
    let cards: [String]
    let decision: String?

    var testDescription: String { name }

    init(
      _ name: String, card: String = ScorecardSamples.scorecard, others: [String] = [],
      decision: String? = nil
    ) {
      self.name = name
      cards = [card] + others
      self.decision = decision
    }

    /// The sound scorecard with a stretch of it replaced.
    init(_ name: String, _ old: String, _ new: String) {
      precondition(ScorecardSamples.scorecard.contains(old), old)
      self.init(name, card: ScorecardSamples.scorecard.replacing(old, with: new))
    }

    /// The sound decision with a stretch of it replaced.
    static func decision(_ name: String, _ old: String, _ new: String, others: [String] = []) -> Case {
      precondition(ScorecardSamples.decision.contains(old), old)
      return Case(name, others: others, decision: ScorecardSamples.decision.replacing(old, with: new))
    }

    static let all = heads + ratings + plans + several + decisions

    private static let heads = [
      Case("blank", card: ScorecardSamples.blank),
      Case("candidate-empty", "candidate: C-17", "candidate: \"  \""),
      Case("interviewer-empty", "interviewer: Ada", "interviewer:"),
      Case("interviewer-missing", "interviewer: Ada\n", ""),
      Case("date-empty", "date: 2027-03-09", "date: null"),
      Case("date-none", "date: 2027-03-09", "date: 9.3.2027"),
      Case("date-impossible", "date: 2027-03-09", "date: 2027-02-29"),
      Case("overall-null", "overall: yes", "overall: null"),
      Case("overall-left-out", "overall: yes\n", ""),
      Case("overall-unknown", "overall: yes", "overall: strong-yes"),
    ]

    private static let ratings = [
      Case("rating-without-evidence", "evidence: Named an owner before looking at graphs.", "evidence: \"\""),
      Case("rating-with-a-dash", "evidence: Named an owner before looking at graphs.", "evidence: \"-\""),
      Case("evidence-without-rating", "rating: 4", "rating: null"),
      Case("evidence-and-no-key", "    rating: 4\n", ""),
      Case("unrated", "rating: not_observed", "rating:"),
      Case("rating-off-scale", "rating: 4", "rating: 3.5"),
      Case("rating-zero", "rating: not_observed", "rating: 0"),
      Case("judgement-only", "Named an owner before looking at graphs.", "Very strong, a nice guy!"),
      Case("protected-note", "Asked for the deploy log first.", "Calm. Has two kids, so nights may be hard."),
      Case(
        "protected-summary", "summary: Led the drill to its end.",
        "summary: |\n  Led the drill.\n  Seems to be in her late fifties.\n"),
    ]

    private static let plans = [
      Case("fingerprint", "fingerprint: f1", "fingerprint: f2"),
      Case("interview-unknown", "number: 2", "number: 7"),
      Case("interview-name", "name: Incident drill", "name: Drill"),
      Case("interview-of-another-name", "name: Incident drill", "name: Behavioural"),
      Case("interview-format", "format: incident-drill", "format: behavioural"),
      Case("interview-format-none", "  format: incident-drill\n", ""),
      Case("competency-of-another", "id: on-call\n", "id: mentorship\n"),
      Case("competency-misspelt", "id: on-call\n", "id: on-cal\n"),
      Case("competency-twice", "id: on-call\n", "id: go|python\n"),
      Case("target", "target: 3", "target: 5"),
      Case("question-unknown", "id: on-call/page", "id: on-call/pages"),
      Case("question-twice", "id: on-call/page", "id: drill/slow-checkout"),
      Case(
        "choice-missing", "chosen: go\n    target: 4\n    rating: not_observed\n    evidence: \"\"",
        "target: 4\n    rating: 2\n    evidence: Could not read the loop."),
      Case("choice-unknown", "chosen: go", "chosen: golang"),
      Case("choice-of-one", "id: on-call\n", "id: on-call\n    chosen: go\n"),
    ]

    private static let other = ScorecardSamples.scorecard.replacing(
      "interviewer: Ada", with: "interviewer: Bo")

    private static let several = [
      Case(
        "candidate-differs", card: other.replacing("C-17", with: "C-18"),
        others: [
          ScorecardSamples.scorecard,
          ScorecardSamples.scorecard.replacing("interviewer: Ada", with: "interviewer: Cy"),
        ]),
      Case(
        "scorecard-twice",
        others: [ScorecardSamples.scorecard.replacing("interviewer: Ada", with: "interviewer: ' ada'")]),
      Case(
        "scorecard-twice-nameless",
        card: ScorecardSamples.scorecard.replacing("interviewer: Ada", with: "interviewer: null"),
        others: [ScorecardSamples.scorecard.replacing("interviewer: Ada", with: "interviewer: null")]),
    ]

    private static let decisions = [
      decision("decision-fingerprint", "fingerprint: f1", "fingerprint: f0"),
      decision("decision-candidate", "candidate: C-17", "candidate: C-71"),
      decision("decision-without-reason", "reason: Led the drill, and named an owner first.", "reason: \"\""),
      decision("decision-by-nobody", "decided_by: Grace\n", ""),
      decision("decision-date", "date: 2027-03-12", "date: soon"),
      decision("decision-early", "date: 2027-03-12", "date: 2027-03-08"),
      decision("decision-kept-too-short", "retain_until: 2031-03-12", "retain_until: 2027-03-11"),
      decision("decision-kept-unsaid", "retain_until: 2031-03-12", "retain_until: \"\""),
      decision("decision-note", "Led the drill, and", "He is too old for this, but"),
      decision("change-interview", "interview: 2", "interview: 3"),
      decision("change-interviewer", "interviewer: Ada", "interviewer: Adda"),
      decision("change-of-two", "    interviewer: Ada\n", "", others: [other]),
      decision("change-competency", "competency: on-call", "competency: oncall"),
      decision("change-from", "from: 4", "from: 2"),
      decision("change-idle", "to: 3", "to: 4"),
      decision(
        "change-reason", "reason: Interview 3 showed that the owner was told in advance.", "reason: ' '"),
      decision("change-off-scale", "to: 3", "to: 3-4"),
      Case(
        "change-twice",
        decision: ScorecardSamples.decision
          + "  - {interview: 2, interviewer: ada, competency: on-call, from: 3, to: 2, reason: Again.}\n"),
      Case(
        "change-unrated", card: ScorecardSamples.scorecard.replacing("rating: 4", with: "rating: null"),
        decision: ScorecardSamples.decision),
    ]
  }
}
