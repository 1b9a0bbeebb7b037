/// All that changed about one thing.
///
/// A competency that came or went as one of some alternatives is told with them: where "Go or Python" became
/// "Go", Python was never required by itself.
public struct RoleDiffEntry: Sendable, Equatable {
  /// What it is about.
  public enum Subject: Sendable, Hashable {
    /// A competency, by id.
    case competency(String)
    /// Alternatives, by the ids of their members in either role.
    case alternatives([String])
    /// A fact.
    case fact(FactChange.Fact)
    /// Words that no competency covers, folded.
    case words(String)
  }

  /// What it is about.
  public let subject: Subject
  /// The changes, worst first; at least one. A change of alternatives leads.
  public internal(set) var changes: [RoleChange]

  /// The worst consequence; that of the alternatives where it is about them.
  public var consequence: RoleChange.Consequence {
    if case .alternatives = subject { return changes.first?.consequence ?? .minor }
    return changes.map(\.consequence).min() ?? .minor
  }
}

extension RoleDiff {
  /// The changes by what they are about, worst consequence first.
  public var entries: [RoleDiffEntry] {
    let groups = changes.filter { if case .alternatives = $0 { true } else { false } }
    let others = changes.filter { if case .alternatives = $0 { false } else { true } }
    let members = Self.members(of: groups)
    var entries: [RoleDiffEntry] = []
    var places: [RoleDiffEntry.Subject: Int] = [:]
    for change in groups + others {
      let subject = change.member.flatMap { members[$0] } ?? change.subject
      if let place = places[subject] {
        entries[place].changes.append(change)
      } else {
        places[subject] = entries.count
        entries.append(RoleDiffEntry(subject: subject, changes: [change]))
      }
    }
    return Self.joined(entries).map {
      (entry: $0, consequence: $0.consequence, order: $0.changes.first?.order)
    }
    .sorted { a, b in
      if a.consequence != b.consequence { return a.consequence < b.consequence }
      guard let first = a.order, let second = b.order else { return false }
      return first < second
    }
    .map(\.entry)
  }

  /// The alternatives that each competency came or went with: `+ id` or `- id`.
  private static func members(of groups: [RoleChange]) -> [String: RoleDiffEntry.Subject] {
    var members: [String: RoleDiffEntry.Subject] = [:]
    for case .alternatives(let group) in groups {
      let subject = RoleChange.alternatives(group).subject
      for id in group.to where members["+ " + id] == nil { members["+ " + id] = subject }
      for id in group.from where members["- " + id] == nil { members["- " + id] = subject }
    }
    return members
  }

  /// More pairs of words than this are not tried: what came and what went is told apart.
  private static let mostPairs = 40_000

  /// Words that went and words that came, told as one where they have at least half of their words in common.
  private static func joined(_ entries: [RoleDiffEntry]) -> [RoleDiffEntry] {
    var rest = entries
    var came: [(place: Int, words: Set<Substring>)] = []
    var gone: [(place: Int, words: Set<Substring>)] = []
    for (place, entry) in entries.enumerated() {
      switch entry.changes.first {
      case .unmappedAdded(let evidence): came.append((place, evidence.distinctWords))
      case .unmappedRemoved(let evidence): gone.append((place, evidence.distinctWords))
      default: break
      }
    }
    guard came.count.multipliedReportingOverflow(by: gone.count).partialValue <= mostPairs else {
      return entries
    }
    var told: Set<Int> = []
    for old in gone {
      let free = came.filter { rest[$0.place].changes.count == 1 }
      let likeness = free.map { ($0.place, likeness: alike($0.words, old.words)) }
      guard let best = likeness.max(by: { $0.likeness < $1.likeness }), best.likeness >= 0.5 else { continue }
      rest[best.0].changes += rest[old.place].changes
      told.insert(old.place)
    }
    return rest.indices.filter { !told.contains($0) }.map { rest[$0] }
  }

  /// How many of the words of two quotes are in both, as a share of all.
  private static func alike(_ a: Set<Substring>, _ b: Set<Substring>) -> Double {
    let all = a.union(b).count
    return all == 0 ? 0 : Double(a.intersection(b).count) / Double(all)
  }
}

extension Evidence {
  fileprivate var distinctWords: Set<Substring> { Set(foldedWords.split(separator: " ")) }
}

extension RoleChange {
  fileprivate var subject: RoleDiffEntry.Subject {
    switch self {
    case .competencyAdded(let competency), .competencyRemoved(let competency): .competency(competency.id)
    case .importance(let change), .target(let change), .technologies(let change), .weight(let change):
      .competency(change.to.id)
    case .alternatives(let change): .alternatives(Set(change.from + change.to).sorted())
    case .fact(let change): .fact(change.fact)
    // What came and what went stay apart, though their words may be the same but for a mark.
    case .unmappedAdded(let evidence): .words("+ " + evidence.foldedWords)
    case .unmappedRemoved(let evidence): .words("- " + evidence.foldedWords)
    }
  }

  /// A competency that came or went, as members of alternatives are listed; nil for any other change.
  fileprivate var member: String? {
    switch self {
    case .competencyAdded(let competency): "+ " + competency.id
    case .competencyRemoved(let competency): "- " + competency.id
    default: nil
    }
  }
}
