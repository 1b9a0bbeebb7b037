import TestSupport

/// Candidates of an invented loop, as files in a folder.
enum CompareFixture {
  static let fingerprint = "rw2-c0ffee0000000001"

  /// What is rated: the id, the name, importance, target and weight.
  private static let competencies = [
    ("on-call", "On-call and incident response", "required", 3, 0.3),
    ("kubernetes", "Kubernetes", "required", 3, 0.3),
    ("go|python", "Go or Python", "required", 2, 0.2),
    ("observability", "Observability", "preferred", 2, 0.15),
    ("writing", "Writing", "duty", 2, 0.05),
  ]

  /// Each interview with who holds it, and what it rates.
  private static let interviews = [
    (2, "Technical screen", "Asha Rao", ["kubernetes", "go|python"]),
    (3, "Coding", "Bo Chen", ["go|python", "on-call"]),
    (4, "Technical deep dive", "Dana Weiss", ["kubernetes", "observability", "on-call"]),
    (5, "Incident drill", "Emil Novak", ["on-call", "observability"]),
  ]

  /// The levels of each candidate, in the order of the interviews and of what they rate; 0 is not observed.
  private static let levels = [
    "C-17": [3, 3, 4, 4, 3, 3, 4, 4, 2], "C-21": [2, 1, 1, 2, 1, 2, 2, 1, 0],
    "C-30": [4, 3, 3, 3, 4, 0, 2, 5, 3],
  ]

  static let candidates = ["C-17", "C-21", "C-30"]

  /// The assessment; with other words, the levels of Kubernetes mean something else.
  static func assessment(fingerprint: String = fingerprint, kubernetes: String = "Does it.") -> String {
    let rows = competencies.map { id, name, importance, target, weight in
      let anchor = id == "kubernetes" ? kubernetes : "Does it."
      let levels = (1...5).map { "\($0): {summary: Level \($0)., anchors: [\(anchor)]}" }
      let alternatives = id.split(separator: "|").map { id in
        "{id: \(id), name: \(id), target: \(target), levels: {\(levels.joined(separator: ", "))}}"
      }
      return "- {id: \(id), name: \(name), importance: \(importance), target: \(target), weight: \(weight), "
        + "alternatives: [\(id == "writing" ? "" : alternatives.joined(separator: ", "))]}\n"
    }
    let held = interviews.map { number, name, _, rates in
      "- {number: \(number), name: \(name), minutes: 60, rates: [\(rates.joined(separator: ", "))]}\n"
    }
    return """
      fingerprint: \(fingerprint)
      title: Site Reliability Engineer
      company: Harbourline Crossings
      competencies:
      \(rows.joined())interviews:
      - {number: 1, name: Recruiter screen, minutes: 30, rates: []}
      \(held.joined())
      """
  }

  /// Three candidates below `candidates/`.
  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for label in candidates {
      try folder.write(assessment(), to: "candidates/\(label)/assessment.yaml")
      try write(label, to: folder)
    }
    return folder
  }

  /// The scorecards of one candidate.
  static func write(
    _ label: String, to folder: TemporaryFolder, as name: String? = nil, fingerprint: String = fingerprint
  ) throws {
    var rest = levels[label, default: []][...]
    for (number, interview, interviewer, rates) in interviews {
      let rows = rates.map { id in
        let level = rest.popFirst() ?? 0
        let chosen = id == "go|python" ? "chosen: go, " : ""
        let rating = level == 0 ? "not_observed" : String(level)
        return "- {id: \(id), \(chosen)target: 3, rating: \(rating), evidence: Seen.}\n"
      }
      try folder.write(
        """
        fingerprint: \(fingerprint)
        interview: {number: \(number), name: \(interview)}
        candidate: \(name ?? label)
        interviewer: \(interviewer)
        date: 2027-03-09
        competencies:
        \(rows.joined())overall: yes

        """, to: "candidates/\(name ?? label)/\(number)-scorecard.yaml")
    }
  }
}
