public import Rubric

extension InterviewLoop {
  /// The loop with the people of a panel assigned to its interviews, and what the panel lacks.
  public func held(by panel: Panel) -> InterviewLoop {
    let assigner = PanelAssigner(self, panel)
    return assigner.assigned()
  }
}

/// Assigns the people of a panel to the interviews of a loop, once it is planned.
struct PanelAssigner {
  let loop: InterviewLoop
  let people: [Interviewer]
  /// The interviews that somebody has to hold, by their place in the loop.
  let held: [Int]
  /// What the interviews rate, each demand once.
  let demands: [Demand]
  let problem: PanelProblem
  let solver: PanelSolver

  init(_ loop: InterviewLoop, _ panel: Panel) {
    self.loop = loop
    let people = panel.interviewers
    self.people = people
    let held = loop.interviews.indices.filter { loop.interviews[$0].isHeld }
    self.held = held
    let demands = loop.coverage.filter { !$0.interviews.isEmpty }.map(\.demand)
    self.demands = demands
    let numbers = Dictionary(
      demands.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    func bits(_ condition: (Interviewer) -> Bool) -> UInt64 {
      people.indices.prefix(Panel.maximum).reduce(0) { condition(people[$1]) ? $0 | 1 << UInt64($1) : $0 }
    }
    let sessions = held.map { index in
      let interview = loop.interviews[index]
      return PanelProblem.Session(
        load: interview.minutes + loop.preparationMinutes, minutes: interview.minutes,
        demands: interview.ratings.compactMap { numbers[$0.demand.id] },
        runners: bits { $0.canRun(interview.format?.id ?? "") })
    }
    problem = PanelProblem(
      sessions: sessions,
      demands: demands.map { demand in
        .init(isRequired: demand.importance == .required, able: bits { $0.canRate(demand) })
      },
      people: people.map { .init(interviews: $0.mostInterviews ?? .max, minutes: $0.mostMinutes ?? .max) })
    solver = PanelSolver(problem)
  }

  /// The loop with holders, shadows and gaps.
  func assigned() -> InterviewLoop {
    var result = loop
    for (index, holder) in zip(held, solver.holders) {
      result.interviews[index].holder = holder.map { people[$0].label }
    }
    let shadows = shadows()
    for (index, shadow) in zip(held, shadows) {
      result.interviews[index].shadow = shadow.map { people[$0].label }
    }
    let members = people.indices.map { member($0, shadows: shadows) }
    let debrief = debriefHours()
    var gaps = PanelGaps(self).all()
    if let debrief, debrief.length < loop.debriefMinutes {
      gaps.append(.noCommonHours(minutes: debrief.length))
    }
    result.panel = PanelAssignment(
      people: members, gaps: gaps, debrief: debrief, isProven: solver.isProven)
    return result
  }

  private func member(_ person: Int, shadows: [Int?]) -> PanelMember {
    func numbers(_ people: [Int?]) -> [Int] {
      zip(held, people).filter { $0.1 == person }.map { loop.interviews[$0.0].number }
    }
    let minutes = zip(problem.sessions, solver.holders).filter { $0.1 == person }.reduce(0) { $0 + $1.0.load }
    return PanelMember(
      name: people[person].label, role: people[person].role, holds: numbers(solver.holders),
      shadows: numbers(shadows), minutes: minutes)
  }

  /// Who sits in where: at each interview that somebody holds one of those who are learning its format and have
  /// room, the one with the fewest so far, then the first of the file.
  private func shadows() -> [Int?] {
    var interviews = people.indices.map { person in solver.holders.count { $0 == person } }
    var minutes = people.indices.map { person in
      zip(problem.sessions, solver.holders).filter { $0.1 == person }.reduce(0) { $0 + $1.0.minutes }
    }
    var learnt = people.map { _ in 0 }
    return zip(held, problem.sessions.indices).map { index, session in
      let format = loop.interviews[index].format?.id ?? ""
      let length = problem.sessions[session].minutes
      guard solver.holders[session] != nil else { return nil }
      let learner = people.indices
        .filter { person in
          people[person].isShadowing(format) && interviews[person] < problem.people[person].interviews
            && minutes[person] + length <= problem.people[person].minutes
        }
        .min { (learnt[$0], $0) < (learnt[$1], $1) }
      if let learner {
        learnt[learner] += 1
        interviews[learner] += 1
        minutes[learner] += length
      }
      return learner
    }
  }

  /// The longest time of day in which all are at work who hold an interview that rates; nil where nobody says when.
  private func debriefHours() -> PanelAssignment.DebriefHours? {
    let raters = zip(problem.sessions, solver.holders).compactMap { $0.demands.isEmpty ? nil : $1 }
    let hours = Set(raters).sorted().compactMap { people[$0].hours }
    guard !hours.isEmpty else { return nil }
    let day = WorkingHours.day
    let isShared = (0..<day).map { minute in hours.allSatisfy { $0.contains(minute) } }
    guard isShared.contains(false) else { return .init(start: 0, length: day) }
    var best = PanelAssignment.DebriefHours(start: 0, length: 0)
    for start in 0..<day where isShared[start] && !isShared[(start + day - 1) % day] {
      let length = (0..<day).first { !isShared[(start + $0) % day] } ?? day
      if length > best.length { best = .init(start: start, length: length) }
    }
    return best
  }
}

extension Interviewer {
  /// Whether the person can rate a demand whichever alternative the candidate chooses.
  func canRate(_ demand: Demand) -> Bool {
    demand.isInLibrary
      && demand.competencies.allSatisfy { competency in
        level(of: competency).map { $0 >= demand.target } ?? false
      }
  }
}
