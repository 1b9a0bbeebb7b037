/// The words that units are made of.
///
/// `1`, `%` and `clock` are known to every table. A clock has the dimension of `s`, or, in a table without
/// seconds, one of its own.
public struct UnitTable: Sendable {
  /// One word and what it stands for.
  public struct Entry: Hashable, Sendable {
    /// The word, such as `min`.
    public var name: String
    /// How many of `base` it is, greater than zero.
    public var factor: Rational
    /// The entry that it is a multiple of; nil for a base unit, which has a dimension of its own.
    public var base: String?

    /// A word for a multiple of another, or for a base unit.
    public init(name: String, factor: Rational = .one, base: String? = nil) {
      self.name = name
      self.factor = factor
      self.base = base
    }
  }

  /// All words in the order in which they were given, and then those known to every table.
  public private(set) var names: [String]
  /// Words that stand for nothing: given twice, not written in letters, or multiples of what is unknown, of
  /// themselves, or by a factor that is not greater than zero. An entry may be a multiple of a count that is
  /// added later.
  public private(set) var rejected: [String]
  private let entries: [Entry]
  private var counts: [String]
  private var units: [String: Unit]

  /// A table of entries, in any order.
  public init(_ entries: [Entry]) { self.init(entries, counts: []) }

  /// The same table with further words, each a base unit of something that is counted.
  public func adding(counts: [String]) -> UnitTable {
    // What stood for nothing, and the clock, may come to stand for something else.
    guard rejected.isEmpty, !counts.contains("s") else {
      return UnitTable(entries, counts: self.counts + counts)
    }
    var table = self
    table.counts += counts
    var added: [String] = []
    for count in counts {
      if UnitResolver.isFree(count), table.units[count] == nil {
        table.units[count] = UnitResolver.count(count)
        added.append(count)
      } else {
        table.rejected.append(count)
      }
    }
    table.names.insert(contentsOf: added, at: names.count - UnitResolver.always)
    return table
  }

  private init(_ entries: [Entry], counts: [String]) {
    self.entries = entries
    self.counts = counts
    var resolver = UnitResolver()
    for entry in entries { resolver.take(entry, isCount: false) }
    for count in counts { resolver.take(Entry(name: count), isCount: true) }
    let resolved = resolver.resolved()
    units = resolved.units
    rejected = resolved.rejected
    names = resolved.names
  }

  /// What a unit stands for: a product such as `USD/month`, `1/s`, `engineer*week`, `GB/node/day` or `s^2`.
  /// Throws `syntax` and `unknownUnit`, each with its offset, and `tooLarge`.
  public func unit(_ text: String) throws(FigureFault) -> Unit {
    var reader = UnitReader(text, units: units)
    return try reader.unit()
  }
}
