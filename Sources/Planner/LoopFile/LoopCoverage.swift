internal import Rubric
internal import YAML

/// What a loop covers once a person has changed its interviews, beside what was planned.
struct LoopCoverage {
  private let planned: InterviewLoop

  init(_ planned: InterviewLoop) { self.planned = planned }

  /// The demands of the role, and behind them what is rated though the role does not ask for it.
  func coverage(of interviews: [Interview]) -> [Coverage] {
    var numbers: [String: [Int]] = [:]
    var demands: [String: Demand] = [:]
    var added: [String] = []
    let known = Set(planned.coverage.map(\.demand.id))
    for interview in interviews {
      for rating in interview.ratings {
        let id = rating.demand.id
        if demands[id] == nil, !known.contains(id) { added.append(id) }
        demands[id] = demands[id] ?? rating.demand
        if numbers[id]?.last != interview.number { numbers[id, default: []].append(interview.number) }
      }
    }
    let asked = planned.coverage.map { entry in
      let interviews = numbers[entry.demand.id] ?? []
      return Coverage(
        demand: demands[entry.demand.id] ?? entry.demand, interviews: interviews,
        omission: interviews.isEmpty ? entry.omission ?? .removedByHand : nil)
    }
    return asked
      + added.compactMap { id in
        demands[id].map { Coverage(demand: $0, interviews: numbers[id] ?? [], omission: nil) }
      }
  }

  /// How good the loop is, by the bounds of the plan.
  func optimality(of loop: InterviewLoop) -> Optimality {
    guard Self.text(loop) != Self.text(planned) else { return planned.optimality }
    let known = Set(planned.coverage.map(\.demand.id))
    let asked = loop.coverage.filter { known.contains($0.demand.id) }
    var optimality = planned.optimality
    optimality.isProven = false
    optimality.isEdited = true
    optimality.count(asked)
    optimality.requiredApt = asked.count { $0.demand.importance == .required && isApt($0, in: loop) }
    return optimality
  }

  private func isApt(_ coverage: Coverage, in loop: InterviewLoop) -> Bool {
    let formats = loop.interviews.filter { coverage.interviews.contains($0.number) }.compactMap(\.format)
    return formats.contains { format in coverage.demand.competencies.contains { format.fit($0) == 2 } }
  }

  /// What the interviews of a loop say.
  private static func text(_ loop: InterviewLoop) -> String {
    YAMLWriter.text(.list(loop.interviews.map(\.document)))
  }
}
