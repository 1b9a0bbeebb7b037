/// The files of an invented candidate of a small loop: two interviews, three competencies.
public enum CandidateFiles {
  /// What the scorecards rate.
  public static let assessment = """
    fingerprint: rw2-00000000000000aa
    library: "1"
    title: Platform Engineer
    company: Harbourline Crossings
    level: mid
    competencies:
    - id: kubernetes
      name: Kubernetes
      importance: required
      target: 3
      weight: 0.5
      alternatives:
      - {id: kubernetes, name: Kubernetes, target: 3, levels: \(levels)}
    - id: go|python
      name: Go or Python
      importance: preferred
      target: 2
      weight: 0.5
      alternatives:
      - {id: go, name: Go, target: 2, levels: \(levels)}
      - {id: python, name: Python, target: 2, levels: \(levels)}
    interviews:
    - {number: 1, name: Technical screen, format: technical-screen, minutes: 45, rates: [kubernetes]}
    - {number: 2, name: Coding, format: coding, minutes: 60, rates: ["go|python"]}

    """

  private static let levels =
    "{" + (1...5).map { "\($0): {summary: Level \($0)., anchors: [Does \($0).]}" }.joined(separator: ", ")
    + "}"

  /// A scorecard of the first interview, filled in whole.
  public static let screen = """
    fingerprint: rw2-00000000000000aa
    interview: {number: 1, name: Technical screen, format: technical-screen}
    candidate: C-17
    interviewer: Asha
    date: 2027-03-09
    competencies:
    - {id: kubernetes, target: 3, rating: 4, evidence: "Drained a node by hand: \\"twice\\"."}
    questions: []
    overall: yes
    summary: ""

    """

  /// A scorecard of the second interview, filled in whole.
  public static let coding = """
    fingerprint: rw2-00000000000000aa
    interview: {number: 2, name: Coding, format: coding}
    candidate: C-17
    interviewer: Bo
    date: 2027-03-10
    competencies:
    - {id: "go|python", chosen: go, target: 2, rating: not_observed, evidence: Ran out of time.}
    overall: no_decision
    summary: Ειλικρινής, and quick.

    """

  /// What was decided.
  public static let decision = """
    fingerprint: rw2-00000000000000aa
    candidate: C-17
    decision: Another interview
    reason: Nobody has seen any code.
    decided_by: Mara
    date: 2027-03-12
    retain_until: 2031-03-12

    """

  /// A role that was read from `posting`.
  public static let role = """
    title: Platform Engineer
    competencies:
    - {id: kubernetes, importance: required}
    source: {file: posting.md, sha256: \(postingDigest)}

    """

  /// The posting of the role.
  public static let posting = "# Platform Engineer\n\n* Kubernetes\n"
  private static let postingDigest = "711d0c24750a68d64c885b77e4c6e03248d7b277c39e0123ca7071e2982bd2f1"

  /// A loop; of it only the fingerprint is looked at.
  public static let loop = "fingerprint: rw2-00000000000000aa\ninterviews: []\n"

  /// A folder with the candidate's folder `C-17`, the folder of the loop `loop`, and `posting.md`.
  public static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(assessment, to: "C-17/assessment.yaml")
    try folder.write(screen, to: "C-17/1-technical-screen.yaml")
    try folder.write(coding, to: "C-17/2-coding.yaml")
    try folder.write(decision, to: "C-17/decision.yaml")
    try folder.write(role, to: "loop/role.yaml")
    try folder.write(loop, to: "loop/loop.yaml")
    try folder.write(posting, to: "posting.md")
    return folder
  }
}
