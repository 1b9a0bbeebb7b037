/// Which entries of three lists are the same ones.
struct MergeAlignment {
  /// One entry: where it stands in each list that has it.
  struct Row {
    var base: Int?
    var ours: Int?
    var theirs: Int?
  }

  private(set) var rows: [Row]

  /// Aligns lists by keys, the most telling first. What the base does not have may be the same in the others.
  init(base: [Node], ours: [Node], theirs: [Node], by keys: [@Sendable (Node) -> String?]) {
    rows = base.indices.map { Row(base: $0) }
    let inOurs = Self.matches(of: ours, in: base, by: keys)
    for (index, match) in inOurs.enumerated() {
      if let match { rows[match].ours = index } else { rows.append(Row(ours: index)) }
    }
    let inBase = Self.matches(of: theirs, in: base, by: keys)
    let added = rows[base.count...].compactMap(\.ours)
    let left = theirs.indices.filter { inBase[$0] == nil }
    let inAdded = Self.matches(of: left.map { theirs[$0] }, in: added.map { ours[$0] }, by: keys)
    for (index, match) in inBase.enumerated() { if let match { rows[match].theirs = index } }
    for (index, match) in zip(left, inAdded) {
      if let match { rows[base.count + match].theirs = index } else { rows.append(Row(theirs: index)) }
    }
  }

  /// For each entry the index of the same one among others; each of these is given once.
  private static func matches(
    of entries: [Node], in others: [Node], by keys: [@Sendable (Node) -> String?]
  ) -> [Int?] {
    var matches: [Int?] = entries.map { _ in nil }
    var isTaken = others.map { _ in false }
    for key in keys {
      var free: [String: [Int]] = [:]
      for index in others.indices.reversed() where !isTaken[index] {
        if let name = key(others[index]) { free[name, default: []].append(index) }
      }
      for index in entries.indices where matches[index] == nil {
        guard let name = key(entries[index]), let match = free[name]?.popLast() else { continue }
        matches[index] = match
        isTaken[match] = true
      }
    }
    return matches
  }

  /// The rows that stay, in an order that keeps to both sides: that of the side which changed it, ours where both
  /// did. What only the other side has stands behind what it stands behind there.
  func ordered(_ stays: (Int) -> Bool) -> [Int] {
    let ours = order(\.ours, stays)
    let theirs = order(\.theirs, stays)
    let isCommon = { (row: Int) in
      rows[row].base != nil && rows[row].ours != nil && rows[row].theirs != nil
    }
    let isOursAsBefore = ours.filter(isCommon) == order(\.base, stays).filter(isCommon)
    let (first, second) = isOursAsBefore ? (theirs, ours) : (ours, theirs)
    var isPlaced = rows.map { _ in false }
    for row in first { isPlaced[row] = true }
    var behind: [Int: [Int]] = [:]
    var last = -1
    for row in second {
      if isPlaced[row] { last = row } else { behind[last, default: []].append(row) }
    }
    return (behind[-1] ?? []) + first.flatMap { [$0] + (behind[$0] ?? []) }
  }

  private func order(_ side: KeyPath<Row, Int?>, _ stays: (Int) -> Bool) -> [Int] {
    let places = rows.indices.compactMap { row in rows[row][keyPath: side].map { (place: $0, row: row) } }
    return places.sorted { $0.place < $1.place }.map(\.row).filter(stays)
  }
}
