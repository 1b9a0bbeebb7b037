import Rubric

/// How the posting was read: which parts of it ask for what, and what was left out of account.
struct ReadingView: View {
  let role: RoleDefinition
  let importances: [ImportanceView]
  let exceptions: [ExceptionView]

  init(_ loop: InterviewLoop) {
    role = loop.role
    let sections = Self.importances(of: loop.role)
    importances = Importance.allCases.compactMap { ImportanceView($0, loop.role, sections) }
    let names = Self.names(loop)
    exceptions = loop.role.competencies.compactMap { ExceptionView($0, sections, names) }
  }

  /// What most of the competencies that a section states first are.
  private static func importances(of role: RoleDefinition) -> [String: Importance] {
    var counts: [String: [Importance: Int]] = [:]
    for competency in role.competencies {
      guard let section = competency.evidence.first?.section else { continue }
      counts[section, default: [:]][competency.importance, default: 0] += 1
    }
    return counts.mapValues { counts in
      Importance.allCases.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? .duty
    }
  }

  private static func names(_ loop: InterviewLoop) -> [String: String] {
    let competencies = loop.coverage.flatMap(\.demand.competencies)
    return Dictionary(competencies.map { ($0.id, $0.name) }) { first, _ in first }
  }

  /// The headings of parts from which nothing was taken.
  private var unused: [Evidence] {
    let used = Set((role.competencies.flatMap(\.evidence) + role.unmapped).map(\.section))
    return role.headings.filter { !used.contains($0.section) }
  }

  /// The lines whose characters were mended: those beyond ASCII are others in the text than in the file.
  private var mended: [Int] {
    let quoted = (role.competencies.flatMap(\.evidence) + role.unmapped).filter { evidence in
      guard let text = evidence.text else { return false }
      return !evidence.quote.unicodeScalars.filter { !$0.isASCII }
        .elementsEqual(text.unicodeScalars.filter { !$0.isASCII })
    }
    return Set(quoted.map(\.line)).sorted()
  }

  static let fields = Fields<ReadingView>([
    .list("importances") { $0.importances },
    .list("exceptions") { $0.exceptions },
    .list("unused") { EvidenceView.views(of: $0.unused) },
    .number("unmappedCount") { $0.role.unmapped.isEmpty ? nil : $0.role.unmapped.count },
    .list("ruledOut") { $0.role.ruledOut.map { RuledOutView(ruledOut: $0) } },
    .text("mendedLines") { Figures.listed($0.mended.map { String($0) }) },
    .flag("areMendedSeveral") { $0.mended.count > 1 },
  ])
}

/// What one importance was taken from.
struct ImportanceView: View {
  let importance: Importance
  let count: Int
  let headings: [EvidenceView]

  /// nil where the role asks for nothing of that importance.
  init?(_ importance: Importance, _ role: RoleDefinition, _ sections: [String: Importance]) {
    count = role.competencies.count { $0.importance == importance }
    guard count > 0 else { return nil }
    self.importance = importance
    headings = EvidenceView.views(of: role.headings.filter { sections[$0.section] == importance })
  }

  static let fields = Fields<ImportanceView>([
    .text("importance") { $0.importance.rawValue },
    .number("count") { $0.count },
    .flag("isOne") { $0.count == 1 },
    .list("headings") { $0.headings },
  ])
}

/// A competency whose importance follows from its words, and not from the part in which they stand.
struct ExceptionView: View {
  let competency: RoleCompetency
  let name: String
  let evidence: [EvidenceView]

  /// nil for a competency that is what its part asks for.
  init?(_ competency: RoleCompetency, _ sections: [String: Importance], _ names: [String: String]) {
    guard let first = competency.evidence.first, sections[first.section] != competency.importance,
      competency.override == nil
    else { return nil }
    self.competency = competency
    name = names[competency.id] ?? competency.id
    evidence = EvidenceView.views(of: [first])
  }

  static let fields = Fields<ExceptionView>([
    .text("name") { $0.name },
    .text("importance") { $0.competency.importance.rawValue },
    .list("evidence") { $0.evidence },
  ])
}

/// What overrides rule out.
struct RuledOutView: View {
  let ruledOut: RuledOut

  static let fields = Fields<RuledOutView>([
    .text("id") { $0.ruledOut.id },
    .text("reason") { $0.ruledOut.reason },
  ])
}
