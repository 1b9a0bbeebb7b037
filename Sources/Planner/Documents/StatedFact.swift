import Rubric

/// A fact of which the posting says something or nothing.
struct StatedFact {
  private let check: FactCheck
  private let role: RoleDefinition
  private let words: [Evidence]

  init(_ check: FactCheck, _ role: RoleDefinition) {
    (self.check, self.role) = (check, role)
    words =
      check.topic == .years
      ? role.wordsOfYears : role.settledOnce.filter { check.topic.wordings.contains($0.kind) }.map(\.evidence)
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
    case .leading: role.level.leadsPeople
    default: !words.isEmpty
    }
  }

  /// More is not quoted.
  private static let mostQuoted = 3
}

extension RoleDefinition {
  /// The words in which the least years stand: the first with their number.
  var wordsOfYears: [Evidence] {
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

extension FactCheck.Topic {
  /// The words of a posting that a topic is about.
  var wordings: [OpenWording.Kind] {
    switch self {
    case .location: [.residence, .office, .anywhere]
    case .pay: [.payByPlace]
    case .authorisation: [.authorisation]
    case .onCall: [.onCall]
    case .hours: [.timeZone, .hours]
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
}
