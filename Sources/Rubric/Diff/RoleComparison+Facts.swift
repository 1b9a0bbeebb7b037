internal import YAML

extension RoleComparison {
  /// The facts that are stated differently. Capitals, punctuation and spaces of texts do not matter.
  func facts() -> [RoleChange] {
    FactChange.Fact.allCases.compactMap { fact in
      let (old, new) = (from.document(of: fact), to.document(of: fact))
      guard old.folded != new.folded else { return nil }
      return .fact(
        FactChange(
          fact: fact, from: old, to: new, direction: direction(of: fact),
          pays: fact == .pay ? payDirection : nil,
          stages: fact == .interviewProcess
            ? StagesChange(from: from.interviewProcess, to: to.interviewProcess) : nil))
    }
  }

  private func direction(of fact: FactChange.Fact) -> RoleChange.Direction {
    switch fact {
    case .minYears: return direction(from.minYears ?? 0, to.minYears ?? 0)
    case .level:
      guard let old = from.level.rung, let new = to.level.rung else { return .other }
      return direction(old, new)
    default: return .other
    }
  }

  private func direction(_ old: Int, _ new: Int) -> RoleChange.Direction {
    old == new ? .other : new > old ? .more : .less
  }

  private var payDirection: RoleChange.Direction {
    guard let old = from.pay, let new = to.pay else { return .other }
    guard old.currency == new.currency, old.period == new.period else { return .other }
    let ends = [(old.min, new.min), (old.max, new.max)].map { ends -> RoleChange.Direction? in
      switch ends {
      case (let old?, let new?): old == new ? nil : direction(old, new)
      case (nil, nil): nil
      default: .other
      }
    }
    let ways = Set(ends.compactMap { $0 })
    return ways.count == 1 ? ways.first ?? .other : .other
  }
}

extension RoleDefinition {
  /// A fact as the role's file writes it.
  func document(of fact: FactChange.Fact) -> Document {
    switch fact {
    case .title: .text(title)
    case .company: .optional(company)
    case .level: .text(level.rawValue)
    case .minYears: .optional(minYears)
    case .pay: pay?.document ?? .null
    case .location: .optional(location)
    case .remote: .optional(remote)
    case .interviewProcess: .list(interviewProcess.map(\.document))
    }
  }
}

extension Document {
  /// The same with its texts as they are compared.
  fileprivate var folded: Document {
    switch self {
    case .text(let text): .text(text.foldedWords)
    case .list(let items, let inline): .list(items.map(\.folded), inline: inline)
    case .mapping(let pairs, let inline):
      .mapping(pairs.map { .init($0.key, $0.value.folded) }, inline: inline)
    default: self
    }
  }
}

extension RoleLevel {
  /// The place on the ladder of those who do the work; nil beside it.
  fileprivate var rung: Int? {
    [.intern, .junior, .mid, .senior, .staff, .principal].firstIndex(of: self)
  }
}
