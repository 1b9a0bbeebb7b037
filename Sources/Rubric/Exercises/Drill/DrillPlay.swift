/// A drill being played: a value, so that a step is undone by taking the value before it.
///
/// What falls due during one step comes in the order of its minutes. Within a minute, time marks come
/// first, then what worsens, then the check or action itself, then hints; at the limit it comes instead of
/// hints. Nothing falls due once the drill has ended.
public struct DrillPlay: Sendable {
  /// Everything that was done, the beginning first.
  public private(set) var steps: [DrillStep] = []
  /// The ids of the facts that the candidate has come to know, in that order.
  public private(set) var facts: [String] = []
  /// How it ended; nil while it goes on.
  public private(set) var outcome: DrillOutcome?

  private let machine: DrillMachine
  private var position: DrillPosition
  private var announced: Set<Int> = []
  private var given: [Int] = []

  /// Begins a drill; nil where it begins in a state that it does not have.
  public init?(_ drill: Drill) {
    guard let machine = DrillMachine(drill) else { return nil }
    self.machine = machine
    position = DrillPosition(state: machine.start, age: 0, minute: 0)
    begin()
  }

  /// The drill.
  public var drill: Drill { machine.drill }

  /// The minutes played.
  public var minute: Int { position.minute }

  /// How things stand.
  public var state: Drill.State { drill.states[position.state] }

  /// The hints that are due and have not been given, the one to give first in front.
  public var hintsDue: [Drill.Hint] { outcome == nil ? dueNumbers.map { drill.hints[$0] } : [] }

  /// The hints that were given, in that order.
  public var hintsGiven: [Drill.Hint] { given.map { drill.hints[$0] } }

  /// Lets the candidate see something. Gives what is seen on the way and then; nothing where the drill
  /// has ended, or has no such check.
  @discardableResult
  public mutating func take(check id: String) -> [DrillEvent] {
    guard let number = drill.checks.firstIndex(where: { $0.id == id }) else { return [] }
    let check = drill.checks[number]
    return step(.check(id), minutes: check.minutes, needs: check.needs) { play in play.show(number) }
  }

  /// Has something done. Gives what is seen on the way and then; nothing where the drill has ended, or
  /// has no such action.
  @discardableResult
  public mutating func take(action id: String) -> [DrillEvent] {
    guard let number = drill.actions.firstIndex(where: { $0.id == id }) else { return [] }
    let action = drill.actions[number]
    return step(.action(id), minutes: action.minutes, needs: action.needs) { play in play.do(number) }
  }

  /// Lets minutes pass. Gives what falls due meanwhile.
  @discardableResult
  public mutating func wait(minutes: Int) -> [DrillEvent] {
    let minutes = min(max(minutes, 0), drill.limit - minute)
    return step(.wait(minutes), minutes: minutes, needs: []) { _ in [] }
  }

  /// Gives the first hint that is due; nil where none is. Takes no time.
  @discardableResult
  public mutating func giveHint() -> Drill.Hint? {
    guard outcome == nil, let number = dueNumbers.first else { return nil }
    given.append(number)
    let hint = drill.hints[number]
    steps.append(
      DrillStep(
        deed: .hint(missing: hint.missing), start: minute, end: minute, from: state.id, to: state.id,
        events: []))
    return hint
  }
}

extension DrillPlay {
  private mutating func begin() {
    var events = [event(.seen, state.sees)]
    events += marks(behind: -1, to: 0)
    events += closing()
    steps.append(
      DrillStep(deed: .beginning, start: 0, end: 0, from: state.id, to: state.id, events: events))
  }

  /// Takes a step: time passes, and then `deed` happens, where there is still time for it.
  private mutating func step(
    _ deed: DrillStep.Deed, minutes: Int, needs: [String], then: (inout DrillPlay) -> [DrillEvent]
  ) -> [DrillEvent] {
    guard outcome == nil else { return [] }
    var step = DrillStep(
      deed: deed, start: minute, end: minute, from: state.id, to: state.id, events: [])
    step.missing = needs.filter { !facts.contains($0) }
    let known = facts.count
    step.isCompleted = machine.hasTime(for: minutes, from: minute)
    step.events = pass(minutes)
    if machine.isEnd(position.state) { step.isCompleted = false }
    if step.isCompleted { step.events += then(&self) }
    step.events += closing()
    step.end = minute
    step.to = state.id
    step.told = Array(facts[known...])
    steps.append(step)
    return step.events
  }

  private mutating func pass(_ minutes: Int) -> [DrillEvent] {
    var (events, shown): ([DrillEvent], Int) = ([], minute)
    for (former, position) in machine.pass(minutes, &position) {
      events += marks(behind: shown, to: position.minute)
      shown = position.minute
      let texts = (drill.states[former].worsens?.says ?? "", drill.states[position.state].sees)
      events.append(DrillEvent(minute: shown, kind: .worsening, text: texts.0))
      events.append(DrillEvent(minute: shown, kind: .seen, text: texts.1))
    }
    return events + marks(behind: shown, to: minute)
  }

  private mutating func show(_ check: Int) -> [DrillEvent] {
    let reading = machine.reading(of: check, in: position.state)
    var events = [event(.shown, reading.shows)]
    for id in reading.tells where !facts.contains(id) {
      guard let number = machine.fact(id) else { continue }
      facts.append(id)
      events.append(event(.told, drill.facts[number].what))
    }
    return events
  }

  private mutating func `do`(_ action: Int) -> [DrillEvent] {
    guard let move = machine.move(of: action, in: position.state) else {
      return [event(.shown, drill.actions[action].otherwise)]
    }
    position = DrillPosition(state: move.target, age: 0, minute: minute)
    return [
      event(.shown, drill.actions[action].moves[move.number].says), event(.seen, state.sees),
    ]
  }

  /// The end, the limit, or the hints that have become due.
  private mutating func closing() -> [DrillEvent] {
    if let end = state.end {
      outcome = .ended(end)
      return [event(.end(end), "")]
    }
    if minute >= drill.limit {
      outcome = .outOfTime
      return [event(.outOfTime, drill.outOfTime)]
    }
    let new = dueNumbers.filter { !announced.contains($0) }
    announced.formUnion(new)
    return new.map { event(.hint, drill.hints[$0].say) }
  }

  private var dueNumbers: [Int] {
    drill.hints.indices.filter { number in
      let hint = drill.hints[number]
      return hint.minute <= minute && !given.contains(number) && !facts.contains(hint.missing)
    }.sorted { (drill.hints[$0].minute, $0) < (drill.hints[$1].minute, $1) }
  }

  /// The time marks behind a minute, up to another and with it.
  private func marks(behind first: Int, to last: Int) -> [DrillEvent] {
    let due = drill.marks.indices.filter { drill.marks[$0].minute > first && drill.marks[$0].minute <= last }
    return due.sorted { (drill.marks[$0].minute, $0) < (drill.marks[$1].minute, $1) }.map { number in
      DrillEvent(minute: drill.marks[number].minute, kind: .mark, text: drill.marks[number].says)
    }
  }

  private func event(_ kind: DrillEvent.Kind, _ text: String) -> DrillEvent {
    DrillEvent(minute: minute, kind: kind, text: text)
  }
}
