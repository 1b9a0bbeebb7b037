import Diagnostics
import Rubric

/// A small assessment and a scorecard in which nothing is wrong.
enum ScorecardSamples {
  /// The assessment: two interviews that rate, and one that does not.
  static let assessment = """
    fingerprint: f1
    title: Site Reliability Engineer
    competencies:
      - {id: on-call, name: On-call, importance: required, target: 3, weight: 0.5, alternatives: [\(alternative("on-call"))]}
      - {id: go|python, name: Go or Python, importance: required, target: 4, weight: 0.3, alternatives: [\(alternative("go")), \(alternative("python"))]}
      - {id: mentorship, name: Mentorship, importance: preferred, target: 2, weight: 0.2, alternatives: [\(alternative("mentorship"))]}
    interviews:
      - {number: 1, name: Recruiter screen, format: recruiter-screen, minutes: 30, rates: []}
      - number: 2
        name: Incident drill
        format: incident-drill
        minutes: 60
        rates: [on-call, go|python]
        questions:
          - {id: drill/slow-checkout, ask: Slow checkout}
          - {id: on-call/page, ask: Tell me about a page.}
      - {number: 3, name: Behavioural, format: behavioural, minutes: 60, rates: [mentorship]}

    """

  private static func alternative(_ id: String) -> String {
    let levels = (1...5).map { "\($0): {summary: Level \($0)., anchors: [Does \($0).]}" }
    return "{id: \(id), name: \(id), target: 3, levels: {\(levels.joined(separator: ", "))}}"
  }

  /// A scorecard that is filled in whole.
  static let scorecard = """
    fingerprint: f1
    interview:
      number: 2
      name: Incident drill
      format: incident-drill
    candidate: C-17
    interviewer: Ada
    date: 2027-03-09
    competencies:
      - id: on-call
        target: 3
        rating: 4
        evidence: Named an owner before looking at graphs.
      - id: go|python
        chosen: go
        target: 4
        rating: not_observed
        evidence: ""
    questions:
      - id: drill/slow-checkout
        notes: Asked for the deploy log first.
      - id: on-call/page
        notes: ""
    overall: yes
    summary: Led the drill to its end.

    """

  /// The blank scorecard of the same interview.
  static let blank = """
    fingerprint: f1
    interview:
      number: 2
      name: Incident drill
      format: incident-drill
    candidate: ""
    interviewer: ""
    date: ""
    competencies:
      - id: on-call
        target: 3
        rating: null
        evidence: ""
      - id: go|python
        chosen: ""
        target: 4
        rating: null
        evidence: ""
    questions:
      - {id: drill/slow-checkout, notes: ""}
      - {id: on-call/page, notes: ""}
    overall: null
    summary: ""

    """

  /// A decision on the candidate of that scorecard.
  static let decision = """
    fingerprint: f1
    candidate: C-17
    decision: Make an offer.
    reason: Led the drill, and named an owner first.
    decided_by: Grace
    date: 2027-03-12
    retain_until: 2031-03-12
    changes:
      - interview: 2
        interviewer: Ada
        competency: on-call
        from: 4
        to: 3
        reason: Interview 3 showed that the owner was told in advance.

    """

  /// The plan.
  static func plan() throws -> AssessmentPlan {
    try AssessmentPlan(from: SourceText(name: "assessment.yaml", text: assessment))
  }

  /// The rules of the project.
  static let rules = Result { try NoteRules(of: RubricLibrary(try OwnRubrics.files())) }
}
