internal import YAML

extension StagesChange {
  /// What became of the stages as it is written to YAML and JSON.
  var document: Document {
    .mapping([
      .init("added", .list(added.map { Self.stage($0.name, $0.minutes) })),
      .init("removed", .list(removed.map { Self.stage($0.name, $0.minutes) })),
      .init("lengths", .list(minutes.map(\.document))),
      .init("reordered", .boolean(isReordered)),
    ])
  }

  private static func stage(_ name: String, _ minutes: Int?) -> Document {
    .mapping([.init("name", .text(name)), .init("minutes", .optional(minutes))], inline: true)
  }
}

extension StagesChange.Minutes {
  fileprivate var document: Document {
    .mapping(
      [.init("name", .text(name)), .init("from", .optional(from)), .init("to", .optional(to))], inline: true)
  }
}
