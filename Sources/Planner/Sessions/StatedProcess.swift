internal import Diagnostics
internal import Rubric

/// Turns the process that a posting states into sessions, in its order and under its names.
struct StatedProcess {
  private let cues: StageMatcher
  private let formats: [String: InterviewFormat]
  /// What a stage may be that is said to be an interview and no more, best first.
  private let usual: [String]

  init(library: RubricLibrary, policy: LoopPolicy) throws(InvalidInput) {
    cues = StageMatcher(try library.stageCues())
    var formats: [String: InterviewFormat] = [:]
    for id in library.formatIDs { formats[id] = try library.format(id) }
    self.formats = formats
    usual = (["technical-deep-dive"] + policy.formats).filter { formats[$0] != nil }
  }

  /// One session for each stage, or for each part of a stage that has parts.
  func sessions(of stages: [ProcessStage]) -> [Session] {
    var sessions = stages.flatMap { stage -> [Session] in
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
