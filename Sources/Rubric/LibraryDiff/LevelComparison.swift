/// What two descriptions of the levels of a competency do not say alike.
struct LevelComparison {
  private(set) var changes: [LibraryChange] = []

  /// The files of the two sides are told apart where the competency bears another id.
  init(_ from: [LevelDescription], in old: String, _ to: [LevelDescription], in new: String) {
    guard from != to else { return }
    for level in ProficiencyLevel.allCases {
      let summaries = (Self.summary(of: level, in: from), Self.summary(of: level, in: to))
      let place = Self.place(level.rawValue)
      changes += TextComparison.changes(
        .summaryReworded, (old, place, summaries.0), (new, place, summaries.1))
    }
    let pairing = EntryPairing(Self.anchors(of: from), Self.anchors(of: to))
    changes += pairing.removed.map { LibraryChange(kind: .anchorRemoved, from: $0.side(old), to: nil) }
    changes += pairing.added.map { LibraryChange(kind: .anchorAdded, from: nil, to: $0.side(new)) }
    changes += pairing.changed.map { pair in
      let isNear = pair.from.text.isNearly(pair.to.text)
      let kind: LibraryChangeKind =
        pair.from.place != pair.to.place ? .anchorMoved : isNear ? .rewordedLightly : .anchorReworded
      return LibraryChange(kind: kind, from: pair.from.side(old), to: pair.to.side(new))
    }
  }

  private static func summary(of level: ProficiencyLevel, in levels: [LevelDescription]) -> String? {
    levels.first { $0.level == level }?.summary
  }

  private static func anchors(of levels: [LevelDescription]) -> [EntryPairing.Entry] {
    levels.flatMap { level in
      level.anchors.map { EntryPairing.Entry($0.text, at: level.level.rawValue) }
    }
  }

  /// A level in words.
  static func place(_ level: Int) -> String { "level \(level)" }
}

extension EntryPairing.Entry {
  fileprivate func side(_ file: String) -> LibraryChange.Side {
    LibraryChange.Side(file, LevelComparison.place(place), text.text)
  }
}

/// What two texts do not say alike.
enum TextComparison {
  /// A text with its file and its place.
  typealias Placed = (file: String, part: String, text: String?)

  /// No change where only spaces differ; a light one where only punctuation and capitals do.
  static func changes(_ kind: LibraryChangeKind, _ from: Placed, _ to: Placed) -> [LibraryChange] {
    guard from.text != nil || to.text != nil else { return [] }
    let texts = (from.text.map { ComparedText($0) }, to.text.map { ComparedText($0) })
    guard texts.0 != texts.1 else { return [] }
    let isNear = texts.0.flatMap { old in texts.1.map { old.isNearly($0) } } ?? false
    let sides = (
      texts.0.map { LibraryChange.Side(from.file, from.part, $0.text) },
      texts.1.map { LibraryChange.Side(to.file, to.part, $0.text) }
    )
    return [LibraryChange(kind: isNear ? .rewordedLightly : kind, from: sides.0, to: sides.1)]
  }

  /// What two lists of texts do not say alike: entries added, removed and in other words.
  static func changes(
    _ kind: LibraryChangeKind, _ old: (file: String, part: String), _ from: [String],
    _ new: (file: String, part: String), _ to: [String]
  ) -> [LibraryChange] {
    let pairing = EntryPairing(from.map { EntryPairing.Entry($0) }, to.map { EntryPairing.Entry($0) })
    return pairing.removed.flatMap { changes(kind, (old.file, old.part, $0.text.text), (new.file, "", nil)) }
      + pairing.added.flatMap { changes(kind, (old.file, "", nil), (new.file, new.part, $0.text.text)) }
      + pairing.changed.flatMap {
        changes(kind, (old.file, old.part, $0.from.text.text), (new.file, new.part, $0.to.text.text))
      }
  }
}
