/// A drill as the interviewer leads it: what was typed line by line, with what came of it and the notes.
///
/// Nothing is ever lost: a step that was taken back stays among the entries as struck, and so do notes that
/// were taken meanwhile, unstruck.
public struct DrillSession: Sendable {
  /// The play as it stands.
  public private(set) var play: DrillPlay
  /// Steps and notes in the order in which they came.
  public private(set) var entries: [DrillEntry] = []

  private let matcher: DrillMatcher
  private let rated: [String]
  /// What each step that was not taken back came to be from.
  private var former: [(play: DrillPlay, entry: Int)] = []

  /// Begins a drill that rates competencies of some ids; nil where it begins in a state that it does not
  /// have.
  public init?(_ drill: Drill, rated: [String]) {
    guard let play = DrillPlay(drill) else { return nil }
    self.play = play
    self.rated = rated
    matcher = DrillMatcher(drill)
    entries = play.steps.map { DrillEntry(content: .step($0), elapsed: nil) }
  }

  /// The notes, struck steps notwithstanding.
  public var notes: [(note: DrillNote, elapsed: Int?)] {
    entries.compactMap { entry in
      guard case .note(let note) = entry.content else { return nil }
      return (note, entry.elapsed)
    }
  }

  /// Does what a line asks for. `elapsed` is the time since the beginning in seconds, where anybody measures
  /// it.
  public mutating func take(_ line: String, elapsed: Int?) -> DrillReply {
    switch DrillRequest(line) {
    case .nothing: .nothing
    case .list: .list
    case .quit: .quit
    case .note(let text): note(text, elapsed)
    case .undo: undo()
    case _ where play.outcome != nil: .over
    case .hint: step(elapsed) { $0.giveHint() != nil } ?? .noHint
    case .wait(let minutes) where minutes < 1: .noMinutes
    case .wait(let minutes): take([.wait(minutes)], elapsed)
    case .check(let number): take(play.drill.checks.map { .check($0.id) }, number, elapsed)
    case .action(let number): take(play.drill.actions.map { .action($0.id) }, number, elapsed)
    case .words(let words): take(words: words, elapsed)
    }
  }

  private mutating func take(words: String, _ elapsed: Int?) -> DrillReply {
    let deeds = matcher.deeds(for: words)
    guard deeds.allSatisfy({ matcher.isPlain($0, for: words) }) else { return .ambiguous(deeds) }
    return take(deeds, elapsed)
  }

  private mutating func take(_ deeds: [DrillStep.Deed], _ number: Int, _ elapsed: Int?) -> DrillReply {
    guard deeds.indices.contains(number - 1) else { return .noSuchNumber }
    return take([deeds[number - 1]], elapsed)
  }

  private mutating func take(_ deeds: [DrillStep.Deed], _ elapsed: Int?) -> DrillReply {
    guard let deed = deeds.first else { return .unknown }
    guard deeds.count == 1 else { return .ambiguous(deeds) }
    return step(elapsed) { play in
      switch deed {
      case .check(let id): play.take(check: id)
      case .action(let id): play.take(action: id)
      case .wait(let minutes): play.wait(minutes: minutes)
      case .beginning, .hint: return false
      }
      return true
    } ?? .unknown
  }

  /// Takes a step and notes it down; nil where there was none to take.
  private mutating func step(_ elapsed: Int?, _ take: (inout DrillPlay) -> Bool) -> DrillReply? {
    let before = play
    guard take(&play), let step = play.steps.last, play.steps.count > before.steps.count else { return nil }
    former.append((before, entries.count))
    entries.append(DrillEntry(content: .step(step), elapsed: elapsed))
    return .taken(step)
  }

  private mutating func undo() -> DrillReply {
    guard let last = former.popLast(), case .step(let step) = entries[last.entry].content else {
      return .nothingToUndo
    }
    play = last.play
    entries[last.entry].isStruck = true
    return .undone(step)
  }

  private mutating func note(_ text: String, _ elapsed: Int?) -> DrillReply {
    guard !text.isEmpty else { return .emptyNote }
    let note = DrillNote(text, at: play.minute, rated: rated)
    entries.append(DrillEntry(content: .note(note), elapsed: elapsed))
    return .noted(note)
  }
}
