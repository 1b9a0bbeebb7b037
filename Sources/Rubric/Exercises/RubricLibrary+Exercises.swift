public import Diagnostics
internal import Figures
internal import Synchronization
internal import YAML

extension RubricLibrary {
  /// The ids of all exercises, sorted.
  public var exerciseIDs: [String] { ids(of: "exercises") }

  /// The file of an exercise.
  public func source(ofExercise id: String) -> SourceText? { file("exercises", id) }

  /// An exercise before its slots are filled; nil when there is none of that id. Throws everything that is
  /// wrong with its shape and its figures.
  public func exercise(_ id: String) throws(InvalidInput) -> ExerciseBlueprint? {
    guard let source = source(ofExercise: id) else { return nil }
    let name = "exercises/\(id)"
    if let root = snapshot?.nodes(name, of: source) {
      return try ExerciseBlueprint(known: root, from: source, digest: digest(of: name), units: try units())
    }
    return try ExerciseBlueprint(from: source, units: try units())
  }

  /// The units of figures (`units.yaml`); none but those that need no entry where the library has no such
  /// file.
  func units() throws(InvalidInput) -> UnitTable {
    if let units = unitCache.table { return units }
    let table = try readUnits()
    unitCache.table = table
    return table
  }

  private func readUnits() throws(InvalidInput) -> UnitTable {
    guard let source = files["units.yaml"]?.source else { return UnitTable([]) }
    if let root = snapshot?.nodes("units", of: source) {
      return try UnitFile.shape.read(root, in: source).table
    }
    return try UnitFile.shape.read(from: source).table
  }
}

/// The units that figures of exercises have: the file `units.yaml`.
struct UnitFile: Sendable {
  var table: UnitTable

  static let shape = Shape<UnitFile>.mapping("the units") { fields in
    let units = fields.required("units", .dictionary(of: unit))
    let counts = fields.required("counts", .list(of: .text))
    let entries = units.map { UnitTable.Entry(name: $0.key, factor: $0.value.factor, base: $0.value.base) }
    let table = UnitTable(entries).adding(counts: counts)
    for word in table.rejected {
      fields.report("unknown-unit", "\"\(word)\" stands for nothing, or stands there twice", at: "units")
    }
    return UnitFile(table: table)
  }

  private static let unit = Shape<(factor: Rational, base: String?)>.mapping("the unit") { fields in
    let factor = fields.optional("is", .text)
    let base = fields.optional("of", .text)
    let number = factor.map { Rational(decimal: $0) } ?? Rational(1)
    if factor != nil && base == nil || factor == nil && base != nil || number == nil {
      fields.report("wrong-type", "a unit has a number \"is\" and a unit \"of\", or neither", at: "is")
    }
    return (number ?? Rational(1), base)
  }
}

/// The units of a library once they have been read.
final class UnitCache: Sendable {
  private let cache = Mutex<UnitTable?>(nil)

  /// The units; nil while they have not been read.
  var table: UnitTable? {
    get { cache.withLock { $0 } }
    set { cache.withLock { $0 = newValue } }
  }
}
