internal import Rubric

/// Two places of two lists that belong together; at least one of them is there.
struct MatchedPair: Equatable {
  var from: Int?
  var to: Int?
}

/// Which demands of two roles are the same: those of one id, then alternatives that have the most in common. Swapped
/// sides give the same pairs.
struct DemandMatching {
  /// In the order of the second list, then what only the first has.
  let pairs: [MatchedPair]
  private let partners: [String: String]

  init(_ from: [Demand], _ to: [Demand]) {
    var matched = Matched(from.count, to.count)
    let places = Dictionary(from.indices.map { (from[$0].id, $0) }) { first, _ in first }
    for (index, demand) in to.enumerated() {
      if let place = places[demand.id] { matched.match(place, index) }
    }
    var rest: [String: [Int]] = [:]
    for place in from.indices where matched.from[place] == nil {
      for id in from[place].ids { rest[id, default: []].append(place) }
    }
    let overlaps = to.indices.filter { matched.to[$0] == nil }.flatMap { index in
      Set(to[index].ids.flatMap { rest[$0, default: []] }).map { place in
        Overlap(
          from[place].ids.intersection(to[index].ids).count, place, index,
          [from[place].id, to[index].id].sorted())
      }
    }
    for overlap in overlaps.sorted(by: Overlap.isBefore) { matched.match(overlap.from, overlap.to) }
    pairs = matched.pairs
    partners = Dictionary(
      matched.pairs.compactMap { pair in
        guard let place = pair.from, let index = pair.to else { return nil }
        return (from[place].id, to[index].id)
      }
    ) { first, _ in first }
  }

  /// What the second side calls a demand of the first; nil where it has none.
  func partner(of id: String) -> String? { partners[id] }

  private struct Overlap {
    let count: Int
    let from: Int
    let to: Int
    let ids: [String]

    init(_ count: Int, _ from: Int, _ to: Int, _ ids: [String]) {
      (self.count, self.from, self.to, self.ids) = (count, from, to, ids)
    }

    static func isBefore(_ a: Overlap, _ b: Overlap) -> Bool {
      if a.count != b.count { return a.count > b.count }
      return a.ids == b.ids ? (a.from, a.to) < (b.from, b.to) : a.ids.lexicographicallyPrecedes(b.ids)
    }
  }
}

/// Which interviews of two loops are the same: of one format around one exercise, then of one format and name, then of
/// one format. Stages that no format fits go by their names alone.
struct InterviewMatching {
  /// In the order of the second loop, then what only the first has.
  let pairs: [MatchedPair]

  init(_ from: [Interview], _ to: [Interview]) {
    var matched = Matched(from.count, to.count)
    let keys: [(Interview) -> [String]?] = [
      { interview in interview.exercise.map { [interview.format?.id ?? "", $0.id] } },
      { [$0.format?.id ?? "", $0.name] },
      { interview in interview.format.map { [$0.id] } },
    ]
    for key in keys {
      for (index, interview) in to.enumerated() where matched.to[index] == nil {
        guard let wanted = key(interview) else { continue }
        let place = from.indices.first { matched.from[$0] == nil && key(from[$0]) == wanted }
        if let place { matched.match(place, index) }
      }
    }
    pairs = matched.pairs
  }
}

/// Pairs as they are found, each place once.
private struct Matched {
  private(set) var from: [Int?]
  private(set) var to: [Int?]

  init(_ from: Int, _ to: Int) {
    self.from = Array(repeating: nil, count: from)
    self.to = Array(repeating: nil, count: to)
  }

  mutating func match(_ place: Int, _ index: Int) {
    guard from[place] == nil, to[index] == nil else { return }
    from[place] = index
    to[index] = place
  }

  var pairs: [MatchedPair] {
    to.indices.map { MatchedPair(from: to[$0], to: $0) }
      + from.indices.filter { from[$0] == nil }.map { MatchedPair(from: $0, to: nil) }
  }
}
