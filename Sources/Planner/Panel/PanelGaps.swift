internal import Rubric

/// Names what a panel lacks for a loop.
struct PanelGaps {
  private let assigner: PanelAssigner
  private var problem: PanelProblem { assigner.problem }
  private var people: [Interviewer] { assigner.people }

  init(_ assigner: PanelAssigner) { self.assigner = assigner }

  /// The gaps, the worst first: interviews that nobody holds, then what nobody can rate, then what hangs on one.
  func all() -> [PanelGap] {
    unheld() + [nobodyRates(), heldByOthers()].compactMap { $0 } + onlyOneRates()
      + [oneReading()].compactMap { $0 }
  }

  private func unheld() -> [PanelGap] {
    zip(assigner.held, problem.sessions.indices).compactMap { index, session in
      guard assigner.solver.holders[session] == nil else { return nil }
      let interview = assigner.loop.interviews[index]
      let runners = names(problem.sessions[session].runners)
      guard runners.isEmpty else {
        return .limitsReached(interview: interview.number, name: interview.name, people: runners)
      }
      let learners = people.filter { $0.isShadowing(interview.format?.id ?? "") }.map(\.label)
      return .nobodyRuns(interview: interview.number, name: interview.name, learners: learners)
    }
  }

  private func nobodyRates() -> PanelGap? {
    let shortages = demands { problem.demands[$0].able == 0 }.map { index in
      let demand = assigner.demands[index]
      let near = people.filter { person in demand.competencies.contains { person.level(of: $0) != nil } }
      return shortage(demand, near.map(\.label))
    }
    return shortages.isEmpty ? nil : .nobodyRates(shortages)
  }

  private func heldByOthers() -> PanelGap? {
    let shortages = demands {
      problem.demands[$0].able != 0 && raters(of: $0) == 0 && heldCount(of: $0) > 0
    }.map { index in
      shortage(assigner.demands[index], names(problem.demands[index].able))
    }
    return shortages.isEmpty ? nil : .heldByOthers(shortages)
  }

  /// Person by person, in the order of the file.
  private func onlyOneRates() -> [PanelGap] {
    people.indices.compactMap { person in
      let alone = demands {
        problem.demands[$0].isRequired && problem.demands[$0].able == 1 << UInt64(person)
      }
      guard !alone.isEmpty else { return nil }
      return .onlyOneRates(
        person: people[person].label, demands: alone.map { assigner.demands[$0].name })
    }
  }

  /// Required demands that two interviews rate, with several people who could, and one who does.
  private func oneReading() -> PanelGap? {
    let demands = demands { index in
      let demand = problem.demands[index]
      return demand.isRequired && demand.able.nonzeroBitCount > 1 && raters(of: index).nonzeroBitCount == 1
        && heldCount(of: index) > 1
    }
    return demands.isEmpty ? nil : .oneReading(demands.map { assigner.demands[$0].name })
  }

  private func demands(_ condition: (Int) -> Bool) -> [Int] { problem.demands.indices.filter(condition) }

  /// How many interviews rate a demand that somebody holds.
  private func heldCount(of demand: Int) -> Int {
    zip(problem.sessions, assigner.solver.holders).count { $0.demands.contains(demand) && $1 != nil }
  }

  /// The people who rate a demand in the loop and can.
  private func raters(of demand: Int) -> UInt64 {
    zip(problem.sessions, assigner.solver.holders).reduce(0) { people, pair in
      guard pair.0.demands.contains(demand), let holder = pair.1 else { return people }
      return people | problem.demands[demand].able & 1 << UInt64(holder)
    }
  }

  private func shortage(_ demand: Demand, _ people: [String]) -> PanelGap.Shortage {
    PanelGap.Shortage(demand: demand.name, target: demand.target.rawValue, people: people)
  }

  private func names(_ people: UInt64) -> [String] { Bits(people).map { self.people[$0].label } }
}
