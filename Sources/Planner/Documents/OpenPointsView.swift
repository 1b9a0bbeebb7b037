import Rubric

/// What the posting leaves open and the panel has to agree on, the most pressing first.
struct OpenPointsView: View {
  let points: [OpenPointView]

  init(_ view: LoopView) {
    let usual = Self.usualTarget(view.loop.role)
    let laws = PayLaws(view.loop).laws
    points = view.loop.openPoints.map { point in
      OpenPointView(
        point: point, usual: usual, laws: point.isAboutPay ? laws : [],
        interviews: view.interviews.filter { point.interviews.contains($0.interview.number) })
    }
  }

  /// The level that the role asks for most often; the lower of two.
  private static func usualTarget(_ role: RoleDefinition) -> ProficiencyLevel? {
    let targets = role.competencies.map(\.target)
    return ProficiencyLevel.allCases.max { a, b in
      targets.count { $0 == a } < targets.count { $0 == b }
    }.flatMap { targets.contains($0) ? $0 : nil }
  }

  /// The points by how far they press and how much they are this posting's own: contradictions, then what its words leave
  /// open, then what it is silent on, as most are, and last what can wait.
  private var ranked: [OpenPointView] {
    points.enumerated().sorted { a, b in
      (a.element.rank, a.offset) < (b.element.rank, b.offset)
    }.map(\.element)
  }

  /// More than this nobody settles before the first interview.
  private static let most = 5

  static let fields = Fields<OpenPointsView>([
    .list("points") { $0.points },
    // The surest and most pressing, and the others.
    .list("front") { Array($0.ranked.prefix(most)) },
    .list("further") { Array($0.ranked.dropFirst(most)) },
  ])
}

/// One point: a flag that bears the name of its kind, and what it is about.
struct OpenPointView: View {
  let point: OpenPoint
  let usual: ProficiencyLevel?
  let laws: [PlaceLaw]
  let interviews: [InterviewView]

  /// More quotations than this nobody reads; the lines of the others are named.
  private static let most = 3

  /// As its kind has it; what a law may ask for does not wait.
  var rank: Int { laws.isEmpty ? point.rank : min(1, point.rank) }

  private var evidence: [EvidenceView] { EvidenceView.views(of: point.evidence) }

  static let fields = Fields<OpenPointView>(
    OpenPoint.Kind.allCases.map { kind in .flag("is" + capitalised(kind)) { $0.point.kind == kind } } + [
      .text("kind") { $0.point.kind.rawValue },
      .list("evidence") { Array($0.evidence.prefix(most)) },
      // The lines of further words.
      .text("furtherLines") { view in
        Figures.listed(Set(view.evidence.dropFirst(most).flatMap(\.lines)).sorted().map { String($0) })
      },
      .list("interviews") { $0.interviews },
      // What laws of the place say on it.
      .list("laws") { $0.laws.map(PlaceLawView.init) },
      .text("names") { $0.point.names.joined(separator: "; ") },
      .text("both") { Figures.listed($0.point.names) },
      // The level that the role asks for most often.
      .number("usualTarget") { $0.usual?.rawValue },
      .text("usualTargetName") { $0.usual?.name },
    ])

  /// `stage-minutes` as `StageMinutes`.
  private static func capitalised(_ kind: OpenPoint.Kind) -> String {
    kind.rawValue.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}

/// What a law of the role's place says.
struct PlaceLawView: View {
  let law: PlaceLaw

  static let fields = Fields<PlaceLawView>([
    .text("says") { $0.law.says },
    .text("source") { $0.law.source },
  ])
}

extension OpenPoint {
  /// Whether it is about pay that is not stated in full.
  fileprivate var isAboutPay: Bool { kind == .pay || kind == .payEnd }

  /// 0 for what the posting contradicts or what stops everything, 1 for what its own words leave open, 2 for what it is
  /// silent on, 3 for what can wait.
  fileprivate var rank: Int {
    switch kind {
    case .closed, .processShort, .severalTeams, .nothingRequired, .titleAndYears, .yearsDiffer, .office: 0
    case .yearsRepeated, .stagePlain, .stageMinutes, .stageShares, .alternatives, .similar,
      .degreeOrEquivalent, .trait, .spokenLanguage, .certificate, .uncovered, .assistants:
      3
    default: evidence.isEmpty && interviews.isEmpty && kind != .payEnd && kind != .payRange ? 2 : 1
    }
  }
}
