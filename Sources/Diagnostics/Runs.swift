extension RandomAccessCollection where Element: Equatable {
  /// Whether some elements stand in it one after the other; none stand nowhere.
  @inlinable
  public func holds(run: some RandomAccessCollection<Element>) -> Bool {
    guard let first = run.first, run.count <= count else { return false }
    let last = index(startIndex, offsetBy: count - run.count)
    return self[startIndex...last].indices.contains {
      self[$0] == first && self[$0...].starts(with: run)
    }
  }
}
