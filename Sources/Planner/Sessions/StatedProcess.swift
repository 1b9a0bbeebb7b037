internal import Diagnostics
internal import Rubric

/// Turns the process that a posting states into sessions, in its order and under its names.
struct StatedProcess {
  private let cues: StageMatcher
  private let formats: [String: InterviewFormat]
  /// What a stage may be that is said to be an interview and no more, best first.
  private let usual: [String]
  private let policy: LoopPolicy

  init(library: RubricLibrary, policy: LoopPolicy) throws(InvalidInput) {
    cues = StageMatcher(try library.stageCues())
    var formats: [String: InterviewFormat] = [:]
    for id in library.formatIDs { formats[id] = try library.format(id) }
    self.formats = formats
    self.policy = policy
    usual = (["technical-deep-dive"] + policy.formats).filter { formats[$0] != nil }
  }

  /// One session for each stage, or for each part of a stage that has parts.
  func sessions(of stages: [ProcessStage]) -> [Session] {
    let isNamed = !(2...Self.mostStages).contains(stages.count)
    let several = isNamed ? nil : stages.firstIndex(where: areSeveral)
    var sessions = stages.enumerated().flatMap { place, stage -> [Session] in
      if place == several { return rounds(of: stage, beside: stages) }
      guard !stage.parts.isEmpty else { return [session(stage.name, minutes: stage.minutes, of: stage)] }
      let share = stage.minutes.map { max(5, $0 / stage.parts.count / 5 * 5) }
      return stage.parts.map { session($0, minutes: share, of: stage) }
    }
    var taken = Set(sessions.compactMap(\.format?.id))
    for index in sessions.indices where sessions[index].isPlain {
      guard let id = usual.first(where: { !taken.contains($0) }) ?? usual.first else { continue }
      taken.insert(id)
      sessions[index].format = formats[id]
      if sessions[index].minutes == 0 { sessions[index].minutes = formats[id]?.minutes ?? 0 }
    }
    return sessions
  }

  /// The least minutes of a stage that is several interviews.
  private static let leastOfSeveral = 120
  /// Processes of more stages name each interview; a single stage is no process.
  private static let mostStages = 12

  /// Whether a stage of a process is several interviews of which the posting says no more.
  private func areSeveral(_ stage: ProcessStage) -> Bool {
    guard stage.parts.isEmpty, !stage.isAsynchronous, cues.areSeveral(stage.name),
      stage.minutes ?? Self.leastOfSeveral >= Self.leastOfSeveral
    else { return false }
    return switch cues.match(stage.name) {
    case .nothing, .format(StageMatcher.any): true
    case .format(let id): id == usual.first
    case .noInterview: false
    }
  }

  /// The interviews of such a stage: one for each hour that it takes, or else what the policy holds beside the other
  /// stages, two at least.
  private func rounds(of stage: ProcessStage, beside stages: [ProcessStage]) -> [Session] {
    let others = stages.filter { $0 != stage }.flatMap { other in
      (other.parts.isEmpty ? [other.name] : other.parts).filter { isRated($0, of: other) }
    }
    let count = max(
      2, min(policy.interviews, stage.minutes.map { $0 / 60 } ?? policy.interviews - others.count))
    let share = stage.minutes.map { $0 / count / 5 * 5 }
    return (1...count).map { number in
      Session(
        name: "\(stage.name) \(number)", format: nil, minutes: share ?? 0, stage: stage, isPlain: true)
    }
  }

  /// Whether a stage or a part of one is an interview behind the screens.
  private func isRated(_ name: String, of stage: ProcessStage) -> Bool {
    let (format, isPlain) = format(of: name, minutes: stage.minutes, isAlone: stage.isAsynchronous)
    return isPlain || format.map { !policy.screens.contains($0.id) && $0.ratings > 0 } ?? false
  }

  private func session(_ name: String, minutes: Int?, of stage: ProcessStage) -> Session {
    let (format, isPlain) = format(of: name, minutes: minutes, isAlone: stage.isAsynchronous)
    return Session(
      name: name, format: format, minutes: minutes ?? format?.minutes ?? 0, stage: stage, isPlain: isPlain)
  }

  /// The format that the name suggests. A name that says nothing is a plain interview where it is long enough
  /// for one. What is done alone is an exercise, whatever it is called.
  private func format(of name: String, minutes: Int?, isAlone: Bool) -> (InterviewFormat?, isPlain: Bool) {
    switch cues.match(name) {
    case .noInterview: return (nil, false)
    case _ where isAlone && formats["take-home"] != nil: return (formats["take-home"], false)
    case .format(let id) where formats[id] != nil: return (formats[id], false)
    case .format(StageMatcher.any): return (nil, true)
    default: return minutes ?? 0 >= 40 ? (nil, true) : (formats["recruiter-screen"], false)
    }
  }
}
