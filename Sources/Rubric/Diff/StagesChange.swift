/// What became of the stages of interviewing that a posting states.
public struct StagesChange: Sendable, Equatable {
  /// A stage that both roles state, for another time.
  public struct Minutes: Sendable, Equatable {
    /// What the second role calls it.
    public let name: String
    /// The minutes that the first role states; nil for none.
    public let from: Int?
    /// The minutes that the second role states; nil for none.
    public let to: Int?
  }

  /// The stages that only the second role states, in its order.
  public let added: [ProcessStage]
  /// The stages that only the first role states, in its order.
  public let removed: [ProcessStage]
  /// The stages of another length, in the order of the second role.
  public let minutes: [Minutes]
  /// Whether the stages that both state come in another order.
  public let isReordered: Bool
  let from: [ProcessStage]
  let to: [ProcessStage]

  /// Pairs stages by their names, whatever their capitals and punctuation; the first with the first where two
  /// have one name.
  init(from: [ProcessStage], to: [ProcessStage]) {
    (self.from, self.to) = (from, to)
    var places: [String: [Int]] = [:]
    for place in from.indices.reversed() { places[from[place].name.foldedWords, default: []].append(place) }
    var pairs: [(old: Int, new: ProcessStage)] = []
    var added: [ProcessStage] = []
    for stage in to {
      if let place = places[stage.name.foldedWords]?.popLast() {
        pairs.append((place, stage))
      } else {
        added.append(stage)
      }
    }
    let open = places.values.flatMap { $0 }.sorted()
    self.added = added
    removed = open.map { from[$0] }
    minutes = pairs.filter { from[$0.old].minutes != $0.new.minutes }.map {
      Minutes(name: $0.new.name, from: from[$0.old].minutes, to: $0.new.minutes)
    }
    isReordered = pairs.map(\.old) != pairs.map(\.old).sorted()
  }

  /// The change back.
  public var reversed: StagesChange { StagesChange(from: to, to: from) }
}
