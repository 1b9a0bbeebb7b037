internal import Diagnostics
import Rubric

/// A fact of which the posting says something or nothing.
struct StatedFact {
  private let check: FactCheck
  private let role: RoleDefinition
  private let words: [Evidence]

  init(_ check: FactCheck, _ role: RoleDefinition) {
    (self.check, self.role) = (check, role)
    let stated = role.settledOnce.filter { check.topic.wordings.contains($0.kind) }.map(\.evidence)
    switch check.topic {
    case .years: words = role.wordsOfYears(asked: [check])
    case .hours:
      // Being on call is asked about by itself.
      let onCall = role.settledOnce.filter { $0.kind == .onCall }.map(\.evidence.line)
      words = stated.filter { !onCall.contains($0.line) }
    default: words = stated
    }
  }

  /// The check as it is asked; nil where it is not.
  var view: FactCheckView? {
    if check.topic == .onCall, words.isEmpty, role.open.contains(where: { $0.kind == .noOnCall }) {
      return nil
    }
    if check.isOnlyStated, !isStated { return nil }
    let slots = [
      ("pay", role.pay.map(Figures.spoken) ?? ""), ("place", role.location ?? ""),
      ("words", spoken), ("years", role.minYears.map { String($0) } ?? ""),
    ]
    let isWorded = check.topic == .years ? !words.isEmpty : isStated
    let ask = isWorded ? check.ask : check.unstated ?? check.ask
    let binding = words.isEmpty || isFree ? nil : check.whereStated
    let answers = binding ?? check.answers
    return FactCheckView(
      check: check, ask: FactSlots.filled(ask, slots), answers: answers.filled(slots),
      evidence: Array(EvidenceView.views(of: words).prefix(Self.mostQuoted)), demand: nil)
  }

  /// The words that are read out: the first line on it, with what stands on the next one behind an "or" at its end.
  private var spoken: String {
    guard let first = words.first else { return "" }
    guard ScannedWords.hashes(of: first.words).last == ScannedWords.hashes(of: "or").first else {
      return first.words
    }
    let next = (role.unmapped + role.open.map(\.evidence)).first { $0.line == first.line + 1 }
    return [first, next].compactMap { $0?.words }.joined(separator: " ")
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
  /// The words in which the least years stand, by the units of those of some checks that ask about them.
  func wordsOfYears(asked checks: [FactCheck]) -> [Evidence] {
    checks.filter { $0.topic == .years }.compactMap { wordsOfYears(in: $0.units) }
  }

  /// The first words with the number of the least years and one of their units soon behind it.
  private func wordsOfYears(in units: [String]) -> Evidence? {
    guard let years = minYears.map({ ScannedWords.hashes(of: String($0)) }) else { return nil }
    let units = Set(units.flatMap { ScannedWords.hashes(of: $0) })
    let all = open.map(\.evidence) + competencies.flatMap(\.evidence) + unmapped
    return all.first { evidence in
      let words = ScannedWords.hashes(of: evidence.words)
      return words.indices.contains { start in
        words[start...].starts(with: years)
          && !units.isDisjoint(with: words[start...].dropFirst().prefix(Self.mostBetween + 1))
      }
    }
  }

  /// So many words may stand between a number and its unit: "5 to 7 years", "5 (five) or more years".
  private static let mostBetween = 3
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
