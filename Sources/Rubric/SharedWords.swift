extension [String] {
  /// How many words two lists have in common; both are sorted.
  func countShared(with other: [String]) -> Int {
    var (mine, theirs, shared) = (0, 0, 0)
    while mine < count, theirs < other.count {
      let (a, b) = (self[mine], other[theirs])
      if a == b { shared += 1 }
      if a <= b { mine += 1 }
      if b <= a { theirs += 1 }
    }
    return shared
  }
}
