extension Shape {
  /// Lists of texts under known names of a thing: each text, in the order of the file, with what its name
  /// stands for.
  public static func texts<Meaning: Sendable>(
    of what: String, under names: [(name: String, meaning: Meaning)]
  ) -> Shape where Value == [(text: String, meaning: Meaning)] {
    let known = (what: what, all: names.map(\.name))
    return Shape<[Keyed<[String]>]>.dictionary(of: .list(of: .text), names: known).map { groups in
      groups.flatMap { group -> Value in
        guard let meaning = names.first(where: { $0.name == group.key })?.meaning else { return [] }
        return group.value.map { ($0, meaning) }
      }
    }
  }
}
