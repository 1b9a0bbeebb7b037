/// Follows the words of a table to their base units.
struct UnitResolver {
  private var entries: [(entry: UnitTable.Entry, isCount: Bool)] = []
  private var indices: [String: Int] = [:]
  private var rejected: [String] = []

  /// Deeper than any table goes.
  private static let deepest = 8
  private static let percent = "%"
  private static let clock = "clock"

  /// Notes an entry, unless its word is taken or no word.
  mutating func take(_ entry: UnitTable.Entry, isCount: Bool) {
    guard Self.isFree(entry.name), indices[entry.name] == nil else {
      rejected.append(entry.name)
      return
    }
    indices[entry.name] = entries.count
    entries.append((entry, isCount))
  }

  /// Whether a word may stand for a unit, as long as no other does.
  static func isFree(_ word: String) -> Bool { UnitReader.isName(word) && word != clock }

  /// A base unit of something that is counted.
  static func count(_ name: String) -> Unit {
    Unit(text: name, dimension: Dimension(base: name, isCount: true), scale: .one)
  }

  /// How many words every table knows.
  static let always = 3

  /// What all words stand for, the words in order, and those that stand for nothing.
  func resolved() -> (units: [String: Unit], names: [String], rejected: [String]) {
    var units: [String: Unit] = [:]
    var names: [String] = []
    var rejected = rejected
    for (entry, _) in entries {
      if let unit = unit(entry.name) {
        units[entry.name] = unit
        names.append(entry.name)
      } else {
        rejected.append(entry.name)
      }
    }
    for unit in [Self.percentUnit, clockUnit(units["s"])] {
      units[unit.text] = unit
      names.append(unit.text)
    }
    return (units, names + [Unit.none.text], rejected)
  }

  /// What a word stands for, by way of the words that it is a multiple of.
  private func unit(_ name: String) -> Unit? {
    var word = name
    var scale = Rational.one
    for _ in 0..<Self.deepest {
      guard let index = indices[word] else { return nil }
      let (entry, isCount) = entries[index]
      guard entry.factor > .zero, let product = try? scale.multiplying(by: entry.factor) else { return nil }
      scale = product
      guard let base = entry.base else {
        return Unit(text: name, dimension: Dimension(base: word, isCount: isCount), scale: scale)
      }
      word = base
    }
    return nil
  }

  private static var percentUnit: Unit {
    Unit(text: percent, dimension: .none, scale: Rational(lowest: 1, 100))
  }

  private func clockUnit(_ second: Unit?) -> Unit {
    Unit(
      text: Self.clock, dimension: second?.dimension ?? Dimension(base: Self.clock, isCount: false),
      scale: second?.scale ?? .one, isClock: true)
  }
}
