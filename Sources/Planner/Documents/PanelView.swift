import Rubric

/// Who holds the interviews: the people of a panel, or, without one, what they must be.
struct PanelView: View {
  let loop: InterviewLoop
  let assignment: PanelAssignment?

  /// The panel of a loop.
  init(_ loop: InterviewLoop) {
    self.loop = loop
    assignment = loop.panel
  }

  static let fields = Fields<PanelView>([
    // Whether a panel was named.
    .flag("isKnown") { $0.assignment != nil },
    .list("people") { ($0.assignment?.people ?? []).map { PanelMemberView(member: $0) } },
    .list("gaps") { ($0.assignment?.gaps ?? []).map { PanelGapView(gap: $0) } },
    .flag("isProven") { $0.assignment?.isProven ?? false },
    // When all who rate are at work, in UTC; missing where nobody's hours are known, and where there is no such time.
    .text("debriefFrom") { view in view.debrief.map(\.clock) },
    .text("debriefTo") { view in view.debrief.map(\.endClock) },
    .text("debriefLength") { view in view.debrief.map { Figures.time($0.length) } },
    // The least number of different people, so that nobody rates a competency twice.
    // What two different people have to be able to rate.
    .text("twoNeeded") { view in
      Figures.listed(view.loop.coverage.filter { $0.interviews.count > 1 }.map(\.demand.name))
    },
    .flag("isOneEnough") { PeopleNeeded($0.loop).count < 2 },
    .number("leastPeople") { PeopleNeeded($0.loop).count },
  ])

  private var debrief: PanelAssignment.DebriefHours? {
    assignment?.debrief.flatMap { $0.length > 0 && $0.length < 1_440 ? $0 : nil }
  }
}

/// Somebody of the panel.
struct PanelMemberView: View {
  let member: PanelMember

  static let fields = Fields<PanelMemberView>([
    .text("person") { $0.member.name },
    .text("role") { $0.member.role },
    .text("holds") { Figures.listed($0.member.holds.map { String($0) }) },
    .text("shadows") { Figures.listed($0.member.shadows.map { String($0) }) },
    .text("time") { $0.member.minutes > 0 ? Figures.time($0.member.minutes) : nil },
  ])
}

/// Something that the panel lacks. Exactly one of the flags is there.
struct PanelGapView: View {
  let gap: PanelGap

  static let fields = Fields<PanelGapView>([
    .flag("nobodyRuns") { if case .nobodyRuns = $0.gap { true } else { false } },
    .flag("limitsReached") { if case .limitsReached = $0.gap { true } else { false } },
    .flag("nobodyRates") { if case .nobodyRates = $0.gap { true } else { false } },
    .flag("heldByOthers") { if case .heldByOthers = $0.gap { true } else { false } },
    .flag("onlyOneRates") { if case .onlyOneRates = $0.gap { true } else { false } },
    .flag("oneReading") { if case .oneReading = $0.gap { true } else { false } },
    .flag("noCommonHours") { if case .noCommonHours = $0.gap { true } else { false } },
    .number("gapNumber") { $0.interview?.number },
    .text("gapInterview") { $0.interview?.name },
    .text("gapPeople") { Figures.listed($0.people) },
    .flag("isSeveral") { $0.people.count > 1 },
    .list("shortages") { $0.shortages },
    .text("gapDemands") { Figures.listed($0.demands) },
    .text("gapTime") { if case .noCommonHours(let minutes) = $0.gap { Figures.time(minutes) } else { nil } },
  ])

  private var interview: (number: Int, name: String)? {
    switch gap {
    case .nobodyRuns(let number, let name, _), .limitsReached(let number, let name, _): (number, name)
    default: nil
    }
  }

  private var people: [String] {
    switch gap {
    case .nobodyRuns(_, _, let people), .limitsReached(_, _, let people): people
    case .onlyOneRates(let person, _): [person]
    default: []
    }
  }

  private var demands: [String] {
    switch gap {
    case .onlyOneRates(_, let demands), .oneReading(let demands): demands
    default: []
    }
  }

  private var shortages: [ShortageView] {
    switch gap {
    case .nobodyRates(let shortages), .heldByOthers(let shortages):
      shortages.map { ShortageView(shortage: $0) }
    default: []
    }
  }
}

/// A competency that the panel cannot rate, and who comes near.
struct ShortageView: View {
  let shortage: PanelGap.Shortage

  static let fields = Fields<ShortageView>([
    .text("demandName") { $0.shortage.demand },
    .number("target") { $0.shortage.target },
    .text("near") { Figures.listed($0.shortage.people) },
  ])
}
