import Rubric

/// A fact that is settled by asking, with what the posting says of it and what follows from the answer.
struct FactCheckView: View {
  let check: FactCheck
  let ask: String
  let answers: FactAnswers
  let evidence: [EvidenceView]
  /// The demand that it is about, where it is about one.
  let demand: DemandView?

  /// The checks of a format for a role: what the posting does not speak of is left out where the format says so, and of
  /// those about the core the first is for the heaviest required demand that one can ask about, the second for the next.
  static func views(
    of checks: [FactCheck], for role: RoleDefinition, core: [Demand], _ shown: ShownWords
  ) -> [FactCheckView] {
    // The years are asked about by themselves.
    let told = EvidenceView.views(of: role.wordsOfYears(asked: checks))
    var facts = CoreFacts(role, core, shown, told: told.map(\.quote))
    return checks.compactMap { $0.topic == .core ? facts.next($0) : StatedFact($0, role).view }
  }

  private static func topic(_ name: String, _ topic: FactCheck.Topic) -> Field<FactCheckView> {
    .flag(name) { $0.check.topic == topic }
  }

  static let fields = Fields<FactCheckView>([
    // The words to read aloud, filled in from the role.
    .text("ask") { $0.ask },
    .text("goOn") { $0.answers.goOn },
    .text("refer") { $0.answers.refer },
    .text("stop") { $0.answers.stop },
    .list("evidence") { $0.evidence },
    .view("demand") { $0.demand },
    topic("isLocation", .location), topic("isPay", .pay), topic("isAuthorisation", .authorisation),
    topic("isOnCall", .onCall), topic("isHours", .hours), topic("isContract", .contract),
    topic("isTravel", .travel), topic("isStart", .start), topic("isProcess", .process),
    topic("isInterest", .interest), topic("isCore", .core), topic("isLeading", .leading),
    topic("isYears", .years), topic("isDegree", .degree), topic("isCitizenship", .citizenship),
    topic("isClearance", .clearance), topic("isLanguages", .languages),
    topic("isCertificate", .certificate),
  ])
}

/// Texts with slots.
enum FactSlots {
  static func filled(_ text: String, _ slots: [(String, String)]) -> String {
    slots.reduce(text) { SlotFiller.replacing("{\($1.0)}", with: $1.1, in: $0) }
  }
}

extension FactAnswers {
  func filled(_ slots: [(String, String)]) -> FactAnswers {
    var answers = self
    answers.goOn = goOn.map { FactSlots.filled($0, slots) }
    answers.refer = refer.map { FactSlots.filled($0, slots) }
    answers.stop = stop.map { FactSlots.filled($0, slots) }
    return answers
  }
}
