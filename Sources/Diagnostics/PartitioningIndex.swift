extension RandomAccessCollection {
  /// The index of the first element that a condition holds for, found in logarithmic time; the end where
  /// there is none. The condition holds for all elements behind that one, and for none before it.
  @inlinable
  public func partitioningIndex(where holds: (Element) -> Bool) -> Index {
    var (start, count) = (startIndex, count)
    while count > 0 {
      let middle = index(start, offsetBy: count / 2)
      if holds(self[middle]) {
        count /= 2
      } else {
        start = index(after: middle)
        count -= count / 2 + 1
      }
    }
    return start
  }
}
