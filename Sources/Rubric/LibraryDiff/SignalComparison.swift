/// What two versions of the signals do not say alike, over all competencies that changed: terms that came, went, state
/// another competency, or count by other rules.
struct SignalComparison {
  private(set) var changes: [LibraryChange] = []
  private var removed: [String: [String]] = [:]
  private var added: [String: [String]] = [:]

  /// The rules of a term: the words of each rule by its name.
  private typealias Rules = [String: Set<String>]

  /// Competencies as pairs; nil where only the other side has it.
  init(_ pairs: [(from: Competency?, to: Competency?)]) {
    for pair in pairs { compare(pair.from, pair.to) }
    takeMoved()
    dropWhole(pairs)
    changes += Self.terms(removed).map { LibraryChange(kind: .termRemoved, from: $0, to: nil) }
    changes += Self.terms(added).map { LibraryChange(kind: .termAdded, from: nil, to: $0) }
  }

  private mutating func compare(_ from: Competency?, _ to: Competency?) {
    let rules = (Self.rules(of: from?.signals ?? []), Self.rules(of: to?.signals ?? []))
    let gone = rules.0.keys.filter { rules.1[$0] == nil }
    let come = rules.1.keys.filter { rules.0[$0] == nil }
    if let from { for term in gone.sorted() { removed[term, default: []].append(from.id) } }
    if let to { for term in come.sorted() { added[term, default: []].append(to.id) } }
    guard let from, let to else { return }
    var terms: [RuleChange: [String]] = [:]
    for (term, before) in rules.0 {
      guard let after = rules.1[term] else { continue }
      for name in Self.ruleNames where before[name] != after[name] {
        terms[RuleChange(name, before[name] ?? [], after[name] ?? []), default: []].append(term)
      }
    }
    for (change, terms) in terms {
      let part = "\(change.name) of \(terms.sorted().joined(separator: ", "))"
      changes.append(
        LibraryChange(
          kind: .termRuleChanged, from: Self.side(from.id, part, change.removed),
          to: Self.side(to.id, part, change.added)))
    }
  }

  /// Terms that went from one competency to one other.
  private mutating func takeMoved() {
    for (term, old) in removed.sorted(by: { $0.key < $1.key }) {
      guard let new = added[term], old.count == 1, new.count == 1 else { continue }
      changes.append(
        LibraryChange(
          kind: .termMoved, from: Self.side(old[0], "", [term]), to: Self.side(new[0], "", [term])))
      removed[term] = nil
      added[term] = nil
    }
  }

  /// The terms of a competency that came or went as a whole need no words of their own.
  private mutating func dropWhole(_ pairs: [(from: Competency?, to: Competency?)]) {
    let retired = Set(pairs.compactMap { $0.to == nil ? $0.from?.id : nil })
    let created = Set(pairs.compactMap { $0.from == nil ? $0.to?.id : nil })
    removed = removed.mapValues { $0.filter { !retired.contains($0) } }
    added = added.mapValues { $0.filter { !created.contains($0) } }
  }

  /// The terms of each competency together.
  private static func terms(_ competencies: [String: [String]]) -> [LibraryChange.Side] {
    var terms: [String: [String]] = [:]
    for (term, ids) in competencies { for id in ids { terms[id, default: []].append(term) } }
    return terms.sorted { $0.key < $1.key }.flatMap { id, terms in
      terms.sorted().map { side(id, "", [$0]) }
    }
  }

  private static func side(_ id: String, _ part: String, _ words: [String]) -> LibraryChange.Side {
    LibraryChange.Side("competencies/\(id)", part, words.sorted().joined(separator: ", "))
  }

  private static let ruleNames = ["product", "case", "near", "not"]

  private static func rules(of signals: [Signal]) -> [String: Rules] {
    var rules: [String: Rules] = [:]
    func add(_ term: String, _ signal: Signal, product: String) {
      let own: Rules = [
        "product": [product], "case": [signal.isCaseExact ? "exact" : "any"],
        "near": Set(signal.near), "not": Set(signal.not),
      ]
      rules[ComparedText(term).text, default: [:]].merge(own) { $0.union($1) }
    }
    for signal in signals {
      for term in signal.terms { add(term, signal, product: "none") }
      for technology in signal.technologies {
        for term in [technology.name] + technology.spellings {
          add(term, signal, product: technology.name)
        }
      }
    }
    return rules
  }

  /// A rule that has other words now.
  private struct RuleChange: Hashable {
    let name: String
    let removed: [String]
    let added: [String]

    init(_ name: String, _ from: Set<String>, _ to: Set<String>) {
      self.name = name
      (removed, added) = (from.subtracting(to).sorted(), to.subtracting(from).sorted())
    }
  }
}
