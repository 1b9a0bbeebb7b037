extension RoleChange: Comparable {
  /// By consequence, then by kind, required before preferred before duty, then by id; facts in the order of
  /// the file and what no competency covers by its words.
  public static func < (a: RoleChange, b: RoleChange) -> Bool { a.order < b.order }

  /// Where it stands among changes. Worked out once for each before many are sorted.
  var order: Order { Order(self) }

  fileprivate var key: [String] {
    switch self {
    case .fact(let change): ["\(FactChange.Fact.allCases.firstIndex(of: change.fact) ?? 0)"]
    case .unmappedAdded(let evidence), .unmappedRemoved(let evidence): [evidence.foldedWords, evidence.quote]
    default: competencies
    }
  }

  /// What decides where a change stands, the weightiest first.
  struct Order: Comparable {
    private let consequence: Int
    private let kind: Int
    private let importance: Importance
    private let key: [String]

    fileprivate init(_ change: RoleChange) {
      (consequence, kind) = (change.consequence.rank, change.kind.rank)
      (importance, key) = (change.importance ?? .duty, change.key)
    }

    static func < (a: Order, b: Order) -> Bool {
      if a.consequence != b.consequence { return a.consequence < b.consequence }
      if a.kind != b.kind { return a.kind < b.kind }
      if a.importance != b.importance { return a.importance < b.importance }
      return a.key.lexicographicallyPrecedes(b.key)
    }
  }
}

extension [RoleChange] {
  /// The same in their order.
  var inOrder: [RoleChange] {
    map { (change: $0, order: $0.order) }.sorted { $0.order < $1.order }.map(\.change)
  }
}
