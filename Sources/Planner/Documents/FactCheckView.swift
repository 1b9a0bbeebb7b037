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
  static func views(of checks: [FactCheck], for role: RoleDefinition, core: [Demand]) -> [FactCheckView] {
    var facts = CoreFacts(role, core)
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

/// A fact of which the posting says something or nothing.
private struct StatedFact {
  private let check: FactCheck
  private let role: RoleDefinition
  private let words: [Evidence]

  init(_ check: FactCheck, _ role: RoleDefinition) {
    (self.check, self.role) = (check, role)
    words =
      check.topic == .years
      ? role.wordsOfYears : role.open.filter { Self.kinds(of: check.topic).contains($0.kind) }.map(\.evidence)
  }

  /// The check as it is asked; nil where it is not.
  var view: FactCheckView? {
    if check.topic == .onCall, words.isEmpty, role.open.contains(where: { $0.kind == .noOnCall }) {
      return nil
    }
    if check.isOnlyStated, !isStated { return nil }
    let slots = [
      ("pay", role.pay.map(Figures.spoken) ?? ""), ("place", role.location ?? ""),
      ("words", words.first?.words ?? ""), ("years", role.minYears.map { String($0) } ?? ""),
    ]
    let isWorded = check.topic == .years ? !words.isEmpty : isStated
    let ask = isWorded ? check.ask : check.unstated ?? check.ask
    let binding = words.isEmpty || isFree ? nil : check.whereStated
    let answers = binding ?? check.answers
    return FactCheckView(
      check: check, ask: FactSlots.filled(ask, slots), answers: answers.filled(slots),
      evidence: Array(EvidenceView.views(of: words).prefix(Self.mostQuoted)), demand: nil)
  }

  /// Whether all that the posting says on it is that the person may choose.
  private var isFree: Bool {
    let kinds = role.open.map(\.kind)
    return check.topic == .location && !kinds.contains(.residence) && !kinds.contains(.office)
  }

  private var isStated: Bool {
    switch check.topic {
    case .pay: role.pay != nil
    case .location: role.location != nil
    case .years: role.minYears != nil
    case .leading: role.level == .manager || role.level == .director
    default: !words.isEmpty
    }
  }

  /// The words of a posting that a topic is about.
  private static func kinds(of topic: FactCheck.Topic) -> [OpenWording.Kind] {
    switch topic {
    case .location: [.residence, .office, .anywhere]
    case .pay: [.payByPlace]
    case .authorisation: [.authorisation]
    case .onCall: [.onCall]
    case .hours: [.timeZone]
    case .contract: [.contract]
    case .travel: [.travel]
    case .degree: [.degree, .degreeOrEquivalent]
    case .citizenship: [.citizenship]
    case .clearance: [.clearance]
    case .languages: [.spokenLanguage]
    case .certificate: [.certificate]
    case .start, .process, .interest, .core, .leading, .years: []
    }
  }

  /// More is not quoted.
  private static let mostQuoted = 3
}

/// Texts with slots.
private enum FactSlots {
  static func filled(_ text: String, _ slots: [(String, String)]) -> String {
    slots.reduce(text) { SlotFiller.replacing("{\($1.0)}", with: $1.1, in: $0) }
  }
}

extension FactAnswers {
  fileprivate func filled(_ slots: [(String, String)]) -> FactAnswers {
    var answers = self
    answers.goOn = goOn.map { FactSlots.filled($0, slots) }
    answers.refer = refer.map { FactSlots.filled($0, slots) }
    answers.stop = stop.map { FactSlots.filled($0, slots) }
    return answers
  }
}

/// The core demands in turn, each asked about by the products that the posting names for it, else by its words.
private struct CoreFacts {
  private let role: RoleDefinition
  private var demands: ArraySlice<Demand>
  private var told: Set<String> = []

  init(_ role: RoleDefinition, _ core: [Demand]) {
    self.role = role
    demands = core.filter { $0.importance == .required && !$0.isOfPeople }[...]
  }

  /// A check about the next demand that has words for it.
  mutating func next(_ check: FactCheck) -> FactCheckView? {
    while let demand = demands.popFirst() {
      if let view = view(check, demand) { return view }
    }
    return nil
  }

  private mutating func view(_ check: FactCheck, _ demand: Demand) -> FactCheckView? {
    let products = CoreProducts(of: demand, role).text
    let best = EvidenceView.best(of: demand.evidence, besides: told)
    let words = best.flatMap { $0.isReadable && told.insert($0.quote).inserted ? $0.quote : nil }
    guard let ask = ask(check, demand, products, words) else { return nil }
    let slots = [("core", demand.name), ("products", products ?? demand.name), ("words", words ?? "")]
    return FactCheckView(
      check: check, ask: FactSlots.filled(ask, slots), answers: check.answers.filled(slots),
      evidence: best.map { [$0] } ?? [], demand: DemandView(demand: demand))
  }

  private func ask(
    _ check: FactCheck, _ demand: Demand, _ products: String?, _ words: String?
  ) -> String? {
    if demand.target < .intermediate { return role.level.isForBeginners ? check.beginners : nil }
    if products != nil { return check.ask }
    return words == nil ? nil : check.unstated ?? check.ask
  }
}

extension RoleLevel {
  /// Whether somebody who has little experience may be meant.
  fileprivate var isForBeginners: Bool { [.intern, .junior, .mid, .unspecified].contains(self) }
}

/// The products of a demand that one would name aloud: those of which the posting speaks most, without the company's own
/// name and what is a part of another.
private struct CoreProducts {
  /// The products in a row; nil where there are none.
  let text: String?

  init(of demand: Demand, _ role: RoleDefinition) {
    let company = Set(role.company.map(ScannedWords.hashes) ?? [])
    let words = demand.technologies.map { ScannedWords.hashes(of: $0) }
    let own = demand.technologies.indices.filter { index in
      !company.isSuperset(of: words[index])
        && !words.indices.contains { $0 != index && Set(words[$0]).isStrictSuperset(of: words[index]) }
    }
    let lines = demand.evidence.map { Set(ScannedWords.hashes(of: $0.words)) }
    let counts = own.map { index in lines.count { $0.isSuperset(of: words[index]) } }
    let ranked = zip(own, counts).sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { demand.technologies[$0.0] }
    let named = Array(ranked.prefix(Self.most))
    // A language is as good as a product.
    let isLanguage = demand.competencies.allSatisfy { $0.family == .languages && $0.extends != nil }
    text =
      named.isEmpty
      ? isLanguage && demand.isInLibrary ? demand.name : nil
      : demand.alternatives.count > 1 ? named.joined(separator: " or ") : Figures.listed(named)
  }

  /// One asks about no more than these in one breath.
  private static let most = 2
}

extension RoleDefinition {
  /// The words in which the least years stand: the first with their number.
  fileprivate var wordsOfYears: [Evidence] {
    guard let years = minYears.map({ String($0) }) else { return [] }
    let all = open.map(\.evidence) + competencies.flatMap(\.evidence) + unmapped
    let found = all.filter { evidence in
      evidence.words.utf8.split(whereSeparator: { !ASCII.isWord($0) }).contains {
        $0.elementsEqual(years.utf8)
      }
    }
    return Array(found.prefix(1))
  }
}
