/// Which entries of two lists are the same one: first those that are equal, then those that are most alike. Neither
/// the order of a list nor which one comes first matters.
struct EntryPairing {
  /// An entry of a list: what it says, and where it stands where that tells entries apart.
  struct Entry: Equatable {
    let place: Int
    let text: ComparedText

    init(_ text: String, at place: Int = 0) {
      self.place = place
      self.text = ComparedText(text)
    }
  }

  /// Entries that are equal; of very long lists none.
  private(set) var equal: [(from: Entry, to: Entry)] = []
  /// Entries that are the same one, though they stand elsewhere or are in other words.
  private(set) var changed: [(from: Entry, to: Entry)] = []
  /// What only the first list has, sorted.
  private(set) var removed: [Entry]
  /// What only the second list has, sorted.
  private(set) var added: [Entry]

  /// From this likeness on, entries of one place are the same in other words.
  private let nearby: Double
  /// The same for entries of two places: a shared turn of phrase does not do.
  private static let apart = 0.65
  /// The most comparisons that are made; beyond it only equal entries are paired.
  private static let mostComparisons = 10_000

  /// Pairs two lists. Entries of one place are the same in other words from a likeness on.
  init(_ from: [Entry], _ to: [Entry], nearby: Double = 0.4) {
    self.nearby = nearby
    removed = from.sorted()
    added = to.sorted()
    equal = take { $0 == $1 }
    changed = take { $0.text == $1.text }
    changed += take { $0.place == $1.place && $0.text.isNearly($1.text) }
    takeAlike()
    changed.sort { ($0.to, $0.from) < ($1.to, $1.from) }
  }

  /// Takes the pairs of which something holds out of both lists.
  private mutating func take(_ isPair: (Entry, Entry) -> Bool) -> [(from: Entry, to: Entry)] {
    guard removed.count <= Self.mostComparisons / max(added.count, 1) else { return takeEqual() }
    var pairs: [(from: Entry, to: Entry)] = []
    var rest: [Entry] = []
    for entry in removed {
      if let index = added.firstIndex(where: { isPair(entry, $0) }) {
        pairs.append((entry, added.remove(at: index)))
      } else {
        rest.append(entry)
      }
    }
    removed = rest
    return pairs
  }

  /// Long lists: equal entries leave both. They are sorted.
  private mutating func takeEqual() -> [(from: Entry, to: Entry)] {
    var (gone, new): ([Entry], [Entry]) = ([], [])
    var (a, b) = (0, 0)
    while a < removed.count, b < added.count {
      if removed[a] == added[b] {
        (a, b) = (a + 1, b + 1)
      } else if removed[a] < added[b] {
        gone.append(removed[a])
        a += 1
      } else {
        new.append(added[b])
        b += 1
      }
    }
    (removed, added) = (gone + removed[a...], new + added[b...])
    return []
  }

  /// Takes the most alike pairs, until nothing is alike any more.
  private mutating func takeAlike() {
    guard removed.count <= Self.mostComparisons / max(added.count, 1) else { return }
    var pairs: [(likeness: Double, from: Int, to: Int)] = []
    for (a, from) in removed.enumerated() {
      for (b, to) in added.enumerated() {
        let likeness = from.text.likeness(to: to.text)
        if likeness >= (from.place == to.place ? nearby : Self.apart) { pairs.append((likeness, a, b)) }
      }
    }
    pairs.sort { first, second in
      if first.likeness != second.likeness { return first.likeness > second.likeness }
      return ends(first.from, first.to).lexicographicallyPrecedes(ends(second.from, second.to))
    }
    var (left, new) = (Set(removed.indices), Set(added.indices))
    for pair in pairs where left.contains(pair.from) && new.contains(pair.to) {
      left.remove(pair.from)
      new.remove(pair.to)
      changed.append((removed[pair.from], added[pair.to]))
    }
    removed = left.sorted().map { removed[$0] }
    added = new.sorted().map { added[$0] }
  }

  /// Two entries, whichever of them is the old one.
  private func ends(_ from: Int, _ to: Int) -> [Entry] { [removed[from], added[to]].sorted() }
}

extension EntryPairing.Entry: Comparable {
  static func < (a: EntryPairing.Entry, b: EntryPairing.Entry) -> Bool {
    if a.place != b.place { return a.place < b.place }
    return a.text.text.unicodeScalars.lexicographicallyPrecedes(b.text.text.unicodeScalars)
  }
}

/// Things that only one of two libraries has under their names, paired by their content.
struct ContentPairing<Value> {
  private(set) var pairs: [(from: Value, to: Value)] = []
  private(set) var removed: [Value]
  private(set) var added: [Value]

  /// Pairs what is alike enough to be perhaps the same.
  init(_ from: [Value], _ to: [Value], by content: (Value) -> String) {
    (removed, added) = (from, to)
    guard !from.isEmpty, !to.isEmpty else { return }
    let old = from.map { EntryPairing.Entry(content($0)) }
    let new = to.map { EntryPairing.Entry(content($0)) }
    let pairing = EntryPairing(old, new, nearby: 0.6)
    var places = (Array(from.indices), Array(to.indices))
    for pair in pairing.equal + pairing.changed {
      guard let a = places.0.firstIndex(where: { old[$0] == pair.from }),
        let b = places.1.firstIndex(where: { new[$0] == pair.to })
      else { continue }
      pairs.append((from[places.0.remove(at: a)], to[places.1.remove(at: b)]))
    }
    (removed, added) = (places.0.map { from[$0] }, places.1.map { to[$0] })
  }
}
