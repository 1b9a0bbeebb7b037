import Rubric

/// What every template starts from: the loop, and the interview that the document is about, if it is
/// about one.
struct LoopView: View {
  let loop: InterviewLoop
  let assets: Assets
  var interview: InterviewView?
  /// The part of an exercise that a handout holds.
  var handout: HandoutView?
  var interviews: [InterviewView]
  let coverage: [CoverageView]
  /// What decides, the heaviest first.
  let core: [CoverageView]
  /// Red flags of more than one thing that it rates.
  let sharedRedFlags: [SharedRedFlagView]
  /// What became of every line of the posting.
  let ledger: LedgerView
  /// What the posting asks for, no competency covers, and nobody asks for.
  let wordsLeft: [Evidence]

  /// What stands in the pages as it is.
  struct Assets: Sendable {
    var style: String
    var script: String
  }

  /// A loop with the forms of its exercises, by id.
  init(_ loop: InterviewLoop, assets: Assets, forms: [String: ExerciseForm] = [:]) {
    let loop = WholeQuotes.mended(loop).withNotes()
    self.loop = loop
    self.assets = assets
    var interviews = loop.interviews.map {
      InterviewView($0, of: loop.interviews.count, forms: forms)
    }
    let core = loop.core.map(\.demand)
    let ids = core.map(\.id)
    let others = loop.coverage.map(\.demand).filter { !ids.contains($0.id) }
    let shown = ShownWords(loop.role, core + others)
    KitWords.give(to: &interviews, shown)
    sharedRedFlags = SharedRedFlags.take(from: &interviews)
    InterviewReasons.give(to: &interviews, shown)
    for index in interviews.indices {
      interviews[index].facts = FactCheckView.views(
        of: loop.interviews[index].format?.checks ?? [], for: loop.role, core: core, shown)
      let number = loop.interviews[index].number
      interviews[index].products = Self.products(of: loop.interviews[index], in: loop.role)
      interviews[index].noted =
        loop.coverage.filter { $0.noted.contains(number) }.map { DemandView(demand: $0.demand) }
    }
    self.interviews = interviews
    let coverage = loop.coverage.map { entry in
      CoverageView(entry, interviews: interviews, isCore: ids.contains(entry.demand.id))
    }
    self.coverage = coverage
    self.core = CoverageView.core(ids, of: coverage, shown)
    let ledger = loop.ledger
    self.ledger = LedgerView(ledger, interviews)
    wordsLeft = ledger.left.map(\.evidence)
  }

  /// The products that the posting names, in its order, and an interview is about.
  private static func products(of interview: Interview, in role: RoleDefinition) -> [String] {
    let about = Set(interview.questions.flatMap(\.question.products) + (interview.exercise?.products ?? []))
    var products: [String] = []
    for name in role.competencies.flatMap(\.technologies)
    where about.contains(name) && !products.contains(name) {
      products.append(name)
    }
    return products
  }

  /// The same loop for a document about one interview, or about a part of its exercise.
  func about(_ interview: InterviewView, handout: HandoutView? = nil) -> LoopView {
    var view = self
    view.interview = interview
    view.handout = handout
    return view
  }

  private var isRemote: Bool {
    let place = loop.role.location.map(ScannedWords.hashes) ?? []
    return loop.role.remote == true && !ScannedWords.hashes(of: "remote").contains(where: place.contains)
  }

  private var coreMusts: [CoverageView] {
    Array(core.filter(\.isRated).prefix(loop.decision.coreMusts))
  }

  private var coreOthers: [CoverageView] {
    Array(core.filter(\.isRated).dropFirst(loop.decision.coreMusts))
  }

  /// What else is rated and is no mere wish, which the rule counts together: what is required, and the work itself.
  private var others: [CoverageView] {
    let ids = core.map(\.demand.demand.id)
    return loop.decision.othersPerMiss == 0
      ? []
      : coverage.filter {
        $0.isRated && $0.demand.demand.importance != .preferred && !ids.contains($0.demand.demand.id)
      }
  }

  /// How many of these may be rated below their targets.
  private var misses: Int { loop.decision.misses(of: others.count) }

  /// The interviews that rate something: each has a scorecard and a column in the debrief.
  var raters: [InterviewView] { interviews.filter(\.isRating) }

  static let fields = Fields<LoopView>(
    roleFields + figureFields + [
      .markup("style") { $0.assets.style },
      .markup("script") { $0.assets.script },
      .text("fingerprint") { $0.loop.fingerprint },
      // The interview that a kit or a scorecard is about.
      .view("interview") { $0.interview },
      // The part of an exercise that a handout holds.
      .view("handout") { $0.handout },
      .list("interviews") { $0.interviews },
      // Red flags of more than one thing that it rates; the kits have the others.
      .list("sharedRedFlags") { $0.sharedRedFlags },
      .list("held") { $0.interviews.filter(\.interview.isHeld) },
      .list("raters") { $0.raters },
      .list("coverage") { $0.coverage },
      .list("rated") { $0.coverage.filter(\.isRated) },
      // What decides, the heaviest first; of it what is rated, and what is not.
      .list("core") { $0.core },
      .list("coreRated") { $0.core.filter(\.isRated) },
      // Of what is rated, what has to be at its bar in any case, and the rest.
      .list("coreMusts") { $0.coreMusts },
      .list("coreOthers") { $0.coreOthers },
      // What else is required or a duty, and rated, and how many of it may be rated below their bars.
      .list("others") { $0.others },
      .flag("isAllRequired") { $0.others.allSatisfy { $0.demand.demand.importance == .required } },
      .flag("isAllDuty") { $0.others.allSatisfy { $0.demand.demand.importance == .duty } },
      .number("misses") { $0.misses },
      .flag("isNoMiss") { $0.misses == 0 },
      .flag("isOneMiss") { $0.misses == 1 },
      // Whether there is one of a kind only.
      .flag("isOneMust") { $0.coreMusts.count == 1 },
      .flag("isOneOther") { $0.coreOthers.count == 1 },
      .list("coreUnrated") { $0.core.filter { !$0.isRated } },
      // Of what decides, what one person alone rates.
      .list("coreOnce") { $0.core.filter { $0.interviews.count == 1 } },
      .view("rule") { DecisionRuleView(rule: $0.loop.decision) },
      // What is not assessed: demands left out, and requirements that no competency covers.
      .list("omitted") { $0.coverage.filter { !$0.isRated } },
      .list("unmapped") { EvidenceView.views(of: $0.wordsLeft) },
      .flag("hasUnassessed") { $0.coverage.contains { !$0.isRated } || !$0.wordsLeft.isEmpty },
      // What is asked for that no competency covers.
      .list("uncovered") { $0.interviews.flatMap(UncoveredView.views) },
      .view("conflict") { view in view.loop.conflict.map { ConflictView($0, coverage: view.loop.coverage) } },
      .view("optimality") { OptimalityView(optimality: $0.loop.optimality) },
      .view("open") { OpenPointsView($0) },
      .view("reading") { ReadingView($0.loop) },
      .view("unassessed") { UnassessedView($0) },
      .view("ledger") { $0.ledger },
      .view("economics") { EconomicsView($0.loop) },
      .view("panel") { PanelView($0.loop) },
    ])

  private static let roleFields: [Field<LoopView>] = [
    .text("title") { $0.loop.role.title },
    .text("company") { $0.loop.role.company },
    .text("level") { $0.loop.role.level == .unspecified ? nil : $0.loop.role.level.rawValue },
    .number("minYears") { $0.loop.role.minYears },
    .text("location") { $0.loop.role.location },
    // Whether the work is remote, where the place does not say so itself.
    .flag("isRemote") { $0.isRemote },
    .view("pay") { $0.loop.role.pay.map(PayView.init) },
    .text("sourceFile") { $0.loop.role.source?.file },
    .number("requiredCount") { $0.count(of: .required) },
    .number("preferredCount") { $0.count(of: .preferred) },
    .number("dutyCount") { $0.count(of: .duty) },
  ]

  private static let figureFields: [Field<LoopView>] = [
    .text("candidateTime") { Figures.time($0.loop.candidateMinutes) },
    .text("teamTime") { Figures.time($0.loop.teamMinutes) },
    .number("interviewCount") { $0.loop.interviews.count(where: \.isHeld) },
    .number("debriefMinutes") { $0.loop.debriefMinutes },
    .number("preparationMinutes") { $0.loop.preparationMinutes },
  ]

  private func count(of importance: Importance) -> Int {
    loop.role.competencies.count { $0.importance == importance }
  }
}

/// The pay that the posting states.
struct PayView: View {
  let pay: Pay

  static let fields = Fields<PayView>([
    .text("currency") { $0.pay.currency },
    .text("min") { $0.pay.min.map(Figures.grouped) },
    .text("max") { $0.pay.max.map(Figures.grouped) },
    .text("period") { $0.pay.period.rawValue },
  ])
}

/// How good the plan is, in figures.
struct OptimalityView: View {
  let optimality: Optimality

  static let fields = Fields<OptimalityView>([
    .flag("isProven") { $0.optimality.isProven },
    .flag("isEdited") { $0.optimality.isEdited },
    .number("requiredRated") { $0.optimality.required.rated },
    .number("requiredAll") { $0.optimality.required.all },
    .number("requiredApt") { $0.optimality.requiredApt },
    .number("boundApt") { $0.optimality.bound.apt },
    .number("requiredTwice") { $0.optimality.requiredTwice },
    .number("boundOnce") { $0.optimality.bound.once },
    .number("boundTwice") { $0.optimality.bound.twice },
    .number("preferredRated") { $0.optimality.preferred.rated },
    .number("preferredAll") { $0.optimality.preferred.all },
    .number("dutiesRated") { $0.optimality.duties.rated },
    .number("dutiesAll") { $0.optimality.duties.all },
  ])
}

/// By what the panel decides.
struct DecisionRuleView: View {
  let rule: DecisionRule

  static let fields = Fields<DecisionRuleView>([
    // So many levels below its target, a rating of the core speaks against hiring.
    .number("gap") { $0.rule.coreGap },
    .flag("isOneLevel") { $0.rule.coreGap == 1 },
    // The minutes of the talk on what nobody saw; missing where there is none.
    .number("followUpMinutes") { $0.rule.followUpMinutes > 0 ? $0.rule.followUpMinutes : nil },
  ])
}
