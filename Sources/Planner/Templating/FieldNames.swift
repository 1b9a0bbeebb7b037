/// A name of a field, as a template or a view spells it, with what it takes to find it quickly.
struct FieldName: Sendable {
  let text: String
  /// The FNV-1a hash of the text: the same in each run, unlike that of the standard library, and cheaper.
  let hash: UInt32

  init(_ text: String) {
    self.text = text
    hash = text.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }
}

/// The names of a view, each with its place in the table. Most names of a template are asked of several views until
/// one knows them, so a name that is not there has to cost next to nothing.
struct FieldNames: Sendable {
  /// Every name, in the order of the table.
  let all: [String]
  private let hashes: [UInt32]
  private let places: [Place]
  /// The place of a name at its hash or in the slots behind it; -1 in a free slot, of which there are always some.
  private let slots: [Int]

  /// What a name stands for.
  struct Place {
    /// The field, by its place among those of the view.
    let field: Int
    /// Whether it is not the field itself, but whether the field has any elements.
    let isFlag: Bool
  }

  /// The names of fields. A list `probes` brings the name `hasProbes` with it.
  init(_ fields: [(name: String, isList: Bool)]) {
    var names: [String] = []
    var places: [Place] = []
    for (index, field) in fields.enumerated() {
      names.append(field.name)
      places.append(Place(field: index, isFlag: false))
      guard field.isList else { continue }
      names.append("has" + field.name.prefix(1).uppercased() + field.name.dropFirst())
      places.append(Place(field: index, isFlag: true))
    }
    self.init(names, places)
  }

  private init(_ names: [String], _ places: [Place]) {
    all = names
    self.places = places
    let fields = names.map(FieldName.init)
    hashes = fields.map(\.hash)
    var count = 4
    while count < names.count * 2 { count *= 2 }
    var slots = [Int](repeating: -1, count: count)
    for (index, field) in fields.enumerated() {
      var slot = Int(field.hash) & (count - 1)
      // Of two fields of one name the first one counts.
      while slots[slot] >= 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = index
    }
    self.slots = slots
  }

  /// What a name stands for; nil when there is none of it.
  func place(of name: FieldName) -> Place? {
    var slot = Int(name.hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = slots[slot]
      if hashes[index] == name.hash, all[index] == name.text { return places[index] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}
