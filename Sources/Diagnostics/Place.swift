/// A position in a text: line and column, both counted from 1.
///
/// Columns count Unicode scalars, as libyaml and most editors do; a tab counts as one.
public struct Place: Sendable, Hashable, Comparable {
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int

  /// A place at a line and column, both from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The first place of every text.
  public static let start = Place(line: 1, column: 1)

  /// Earlier lines first, then earlier columns.
  public static func < (a: Place, b: Place) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// A stretch of text from a place up to, and not including, another.
public struct PlaceRange: Sendable, Hashable {
  /// The first place of the stretch.
  public var start: Place
  /// The place just behind the stretch.
  public var end: Place

  /// A stretch from `start` up to `end`.
  public init(start: Place, end: Place) {
    self.start = start
    self.end = end
  }

  /// An empty stretch at one place.
  public init(at place: Place) {
    self.init(start: place, end: place)
  }
}
