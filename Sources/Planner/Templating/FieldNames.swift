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
  /// The place of a name at its hash or in the slots behind it; -1 in a free slot, of which there are always some.
  private let slots: [Int]

  init(_ names: [String]) {
    all = names
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

  /// The place of a name; nil when there is none of it.
  func index(of name: FieldName) -> Int? {
    var slot = Int(name.hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = slots[slot]
      if hashes[index] == name.hash, all[index] == name.text { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}
