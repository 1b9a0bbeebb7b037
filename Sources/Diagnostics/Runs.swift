extension RandomAccessCollection where Element: Equatable {
  /// Whether some elements stand in it one after the other; none stand nowhere.
  @inlinable
  public func holds(run: some RandomAccessCollection<Element>) -> Bool { start(ofRun: run) != nil }

  /// Where some elements first stand in it one after the other; nil for none, which stand nowhere.
  @inlinable
  public func start(ofRun run: some RandomAccessCollection<Element>) -> Index? {
    guard let first = run.first, run.count <= count else { return nil }
    let last = index(startIndex, offsetBy: count - run.count)
    return self[startIndex...last].indices.first { self[$0] == first && self[$0...].starts(with: run) }
  }
}
