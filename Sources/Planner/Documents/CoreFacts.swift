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
    let named = CoreProducts(of: demand, role)
    let products = named.text
    let best = named.words(of: demand, besides: shown[demand])
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
  /// The products, of which one is enough to answer by; nil where there are none.
  let text: String?
  /// The words of the names of the first.
  private let first: [Set<UInt64>]

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
    // What only a wish names is no condition.
    let wishes = role.wishes
    let firm = counts(demand.evidence.filter { !wishes.contains(SentencePlace($0)) })
    let wished = counts(demand.evidence.filter { wishes.contains(SentencePlace($0)) })
    let most = firm.max() ?? 0
    let isChoice = demand.alternatives.count > 1
    let ranked = own.indices.filter { firm[$0] > 0 || wished[$0] == 0 }
      .sorted { (firm[$1], own[$0]) < (firm[$0], own[$1]) }
    let asked = isChoice ? Self.one(of: demand, ranked, own) : ranked.filter { firm[$0] * 2 >= most }
    let named = asked.prefix(isChoice ? Self.mostOfChoice : Self.most).map { demand.technologies[own[$0]] }
    first = asked.first.map { names[$0].map { Set($0) } } ?? []
    // A language is as good as a product.
    let isLanguage = demand.competencies.allSatisfy { $0.family == .languages && $0.extends != nil }
    text =
      named.isEmpty
      ? isLanguage && demand.isInLibrary ? demand.name : nil
      : Figures.chosen(named)
  }

  /// The foremost product of each alternative.
  private static func one(of demand: Demand, _ ranked: [Int], _ own: [Int]) -> [Int] {
    demand.alternatives.compactMap { alternative in
      ranked.first { alternative.technologies.contains(demand.technologies[own[$0]]) }
    }
  }

  /// The words that state a demand: the best, unless they leave out the product that is asked for and others name it.
  func words(of demand: Demand, besides best: EvidenceView?) -> EvidenceView? {
    guard let best, !names(best) else { return best }
    return EvidenceView.views(of: demand.evidence).first(where: names) ?? best
  }

  /// Whether words name the first product.
  private func names(_ view: EvidenceView) -> Bool {
    let words = Set(ScannedWords.hashes(of: view.quote))
    return first.isEmpty || first.contains { words.isSuperset(of: $0) }
  }

  /// The name of a product with those that questions about it alone know it by: "GCP" for Google Cloud, but not "AWS" for
  /// EC2, which a question on both names together.
  private static func names(of product: String, _ demand: Demand) -> [String] {
    let others = Set(demand.technologies.filter { $0 != product })
    let lists = demand.competencies.flatMap(\.questions).map(\.about)
    return [product] + (lists.first { $0.contains(product) && others.isDisjoint(with: $0) } ?? [])
  }

  /// One asks about no more than these in one breath.
  private static let most = 2
  /// Nor for more than these to choose from.
  private static let mostOfChoice = 4
}
