/// What the checks and actions of a drill need, take and tell, with facts as bits.
struct DrillTables {
  /// How many facts can be told apart.
  static let maximum = 64

  /// For each check, its minutes and what it needs.
  let checks: [(minutes: Int, needs: UInt64)]
  /// For each check and state, what it tells.
  let tells: [[UInt64]]
  /// For each check, all that it tells anywhere.
  let anyTells: [UInt64]
  /// For each action, its minutes and what it needs.
  let actions: [(minutes: Int, needs: UInt64)]
  /// For each action and state, the move that it makes.
  let moves: [[(number: Int, target: Int)?]]

  /// The tables of a drill for some of its facts. Facts beyond the maximum are left out.
  init(_ machine: DrillMachine, knowing facts: [String]) {
    let bits = Dictionary(facts.prefix(Self.maximum).enumerated().map { ($1, UInt64(1) << $0) }) { a, _ in a }
    let mask = { (ids: [String]) in ids.reduce(UInt64(0)) { $0 | (bits[$1] ?? 0) } }
    let drill = machine.drill
    let states = drill.states.indices
    checks = drill.checks.map { ($0.minutes, mask($0.needs)) }
    tells = drill.checks.indices.map { check in
      states.map { mask(machine.reading(of: check, in: $0).tells) }
    }
    anyTells = tells.map { $0.reduce(0, |) }
    actions = drill.actions.map { ($0.minutes, mask($0.needs)) }
    moves = drill.actions.indices.map { action in states.map { machine.move(of: action, in: $0) } }
  }
}
