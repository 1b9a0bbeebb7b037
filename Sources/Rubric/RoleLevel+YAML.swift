internal import YAML

extension Shape {
  /// A mapping with a value of this shape for each of some levels of roles.
  func bySomeLevels(_ what: String) -> Shape<[RoleLevel: Value]> {
    .mapping(what) { fields in
      var values: [RoleLevel: Value] = [:]
      for level in RoleLevel.allCases { values[level] = fields.optional(level.rawValue, self) }
      return values
    }
  }
}

extension Document {
  /// The keys of a mapping with a value for each of some levels of roles, in the order of the levels.
  static func pairs(byLevel values: [RoleLevel: Document]) -> [Pair] {
    RoleLevel.allCases.compactMap { level in values[level].map { Pair(level.rawValue, $0) } }
  }
}
