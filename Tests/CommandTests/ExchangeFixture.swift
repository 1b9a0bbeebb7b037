import TestSupport

/// A candidate's folder beside a small loop, and the JSON that platforms have of it.
enum ExchangeFixture {
  static let assessment = """
    fingerprint: rw2-0123456789abcdef
    title: Site Reliability Engineer
    competencies:
      - id: go|python
        name: Go or Python
        importance: required
        target: 3
        weight: 0.5
        alternatives:
          - {id: go, name: Go, target: 3, levels: \(levels)}
          - {id: python, name: Python, target: 3, levels: \(levels)}
      - id: linux
        name: Linux and the shell
        importance: required
        target: 3
        weight: 0.5
        alternatives:
          - {id: linux, name: Linux and the shell, target: 3, levels: \(levels)}
    interviews:
      - number: 2
        name: Technical screen
        format: technical-screen
        minutes: 60
        rates: [go|python, linux]
        questions:
          - {id: linux/full-disk, ask: "df says full, du says half. Why?"}
          - {id: go/leak, ask: A service leaks memory. Where do you look?}

    """

  private static let levels =
    "{" + (1...5).map { "\"\($0)\": {summary: Does it., anchors: [Did it.]}" }.joined(separator: ", ") + "}"

  static let scorecard = """
    fingerprint: rw2-0123456789abcdef
    interview: {number: 2, name: Technical screen, format: technical-screen}
    candidate: C-17
    interviewer: Kim
    date: 2027-03-09
    competencies:
      - id: go|python
        chosen: python
        target: 3
        rating: 4
        evidence: "Wrote <b>asyncio</b> & explained it.\\n=SUM(A1)\\t\\e[31m\\u202E\\0"
      - {id: linux, target: 3, rating: not_observed, evidence: "No time."}
    questions:
      - {id: linux/full-disk, notes: "deleted files <i>held open</i>"}
      - {id: go/leak, notes: ""}
    overall: no_decision
    summary: "Would see them again."

    """

  static let blank = """
    # Rate alone.
    fingerprint: "rw2-0123456789abcdef"
    interview: {number: 2, name: Technical screen, format: technical-screen}
    candidate: ""  # a label
    interviewer: ""
    date: ""
    competencies:
      - id: "go|python"
        # The candidate chooses one.
        chosen: ""
        target: 3
        rating: null  # 1 to 5
        evidence: ""
      - id: "linux"
        target: 3
        rating: null
        evidence: ""
    questions: []
    overall: null
    summary: ""

    """

  /// Every id filled in, but that the form has no field for one question.
  static func mapping(_ platform: String) -> String {
    """
    platform: \(platform)
    fingerprint: rw2-0123456789abcdef
    interviews:
      - number: 2
        name: Phone screen
        form: "70"
        overall: "71"
        summary: "72"
        competencies:
          - {id: go|python, rating: "73", note: "74"}
          - {id: linux, rating: "75", note: "76"}
        questions:
          - {id: linux/full-disk, notes: "77"}
          - {id: go/leak, notes: null}
    candidates:
      - label: C-17
        application: "80"
        candidate: "81"
        interviews: [{number: 2, interview: "82", panel: "83"}]
    people:
      - {label: Kim, id: "84"}

    """
  }

  /// A folder with the loop, a candidate and the mappings.
  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(assessment, to: "loop/assessment.yaml")
    try folder.write(assessment, to: "C-17/assessment.yaml")
    try folder.write(scorecard, to: "C-17/2-technical-screen.yaml")
    for platform in platforms { try folder.write(mapping(platform), to: "\(platform).yaml") }
    return folder
  }

  static let platforms = ["greenhouse", "lever", "ashby"]

  /// What interviewers did at the platforms themselves.
  static let foreign = [
    "greenhouse": """
    [{"id": 123, "interview": "Technical screen", "interview_step": {"id": 432, "name": "Technical screen"},
      "candidate_id": 1234, "application_id": 3456, "interviewed_at": "2026-08-18T16:00:00.000Z",
      "submitted_by": {"id": 4080, "name": "Kate Austen"}, "interviewer": {"id": 821, "name": "Robert Robertson"},
      "overall_recommendation": "strong_yes",
      "attributes": [
        {"name": "Go", "type": "Skills", "note": null, "rating": "strong_yes"},
        {"name": "Linux and the shell", "type": "Skills", "note": "Quick.", "rating": "yes"},
        {"name": "Adaptable", "type": "Skills", "note": "Moved twice.", "rating": "mixed"}],
      "questions": [
        {"id": null, "question": "Key Take-Aways", "answer": "<p>Decent &amp; calm.</p>"},
        {"id": 7, "question": "A service leaks memory. Where do you look?", "answer": "<ul><li>pprof</li><li>heap</li></ul>"}]}]

    """,
    "lever": """
    {"data": [{"id": "f-1", "text": "Technical screen", "baseTemplateId": "t-1", "user": "u-1", "fields": [
      {"id": "1", "type": "score-system", "text": "Rating", "value": "3 - Yes"},
      {"id": "2", "type": "scorecard", "text": "Skills", "scores": [{"text": "Python"}, {"text": "Charm"}],
       "value": [{"score": 2, "comment": "slow"}, {"score": 3, "comment": null}]},
      {"id": "3", "type": "textarea", "text": "Notes / Comments", "value": "a < b"}]}]}

    """,
    "ashby": """
    {"success": true, "results": [{"id": "s-1", "applicationId": "a-1", "interviewEventId": "e-1",
      "formDefinition": {"sections": [{"fields": [
        {"field": {"path": "p1", "title": "Linux and the shell", "type": "Score"}}]}]},
      "submittedByUser": {"id": "u-1", "firstName": "Kim", "lastName": "Oe", "email": "kim@example.com"},
      "submittedValues": {"overall_recommendation": "1", "p1": {"score": 4}, "p2": "Left early."}}]}

    """,
  ]
}
