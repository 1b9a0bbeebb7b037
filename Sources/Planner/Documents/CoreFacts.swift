import Rubric

/// The core demands in turn, each asked about by the products that the posting names for it, else by its words.
struct CoreFacts {
  private let role: RoleDefinition
  private let shown: ShownWords
  private var demands: ArraySlice<Demand>
  private var told: Set<String>

  /// The core demands of a role, beside other checks that quote some words.
  init(_ role: RoleDefinition, _ core: [Demand], _ shown: ShownWords, told: [String] = []) {
    (self.role, self.shown, self.told) = (role, shown, Set(told))
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
    let best = shown[demand]
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

/// The products of a demand that one would name aloud: those of which the posting speaks most, its wishes left aside, the
/// second half as often as the first at least, without the company's own name and what is a part of another.
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
    let names = own.map {
      Self.names(of: demand.technologies[$0], demand).map { ScannedWords.hashes(of: $0) }
    }
    func counts(_ evidence: [Evidence]) -> [Int] {
      let lines = evidence.map { Set(ScannedWords.hashes(of: $0.words)) }
      return names.map { names in lines.count { line in names.contains { line.isSuperset(of: $0) } } }
    }
    // What is a plus is asked about where no line names anything else.
    let wishes = role.wishes
    let firm = counts(demand.evidence.filter { !wishes.contains(SentencePlace($0)) })
    let counts = firm.contains { $0 > 0 } ? firm : counts(demand.evidence)
    let most = counts.max() ?? 0
    let ranked = zip(own, counts).filter { $0.1 * 2 >= most }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    let named = ranked.prefix(Self.most).map { demand.technologies[$0.0] }
    // A language is as good as a product.
    let isLanguage = demand.competencies.allSatisfy { $0.family == .languages && $0.extends != nil }
    text =
      named.isEmpty
      ? isLanguage && demand.isInLibrary ? demand.name : nil
      : demand.alternatives.count > 1 ? Figures.chosen(named) : Figures.listed(named)
  }

  /// The name of a product with those that questions about it know it by: "GCP" for Google Cloud.
  private static func names(of product: String, _ demand: Demand) -> [String] {
    let lists = demand.competencies.flatMap(\.questions).map(\.about)
    return [product] + (lists.first { $0.contains(product) } ?? [])
  }

  /// One asks about no more than these in one breath.
  private static let most = 2
}
