internal import Diagnostics
internal import Rubric

/// Turns the process that a posting states into sessions, in its order and under its names.
struct StatedProcess {
  private let cues: StageMatcher
  private let formats: [String: InterviewFormat]

  init(library: RubricLibrary) throws(InvalidInput) {
    cues = StageMatcher(try library.stageCues())
    var formats: [String: InterviewFormat] = [:]
    for id in library.formatIDs { formats[id] = try library.format(id) }
    self.formats = formats
  }

  /// One session for each stage, or for each part of a stage that has parts.
  func sessions(of stages: [ProcessStage]) -> [Session] {
    stages.flatMap { stage in
      guard !stage.parts.isEmpty else { return [session(stage.name, minutes: stage.minutes, of: stage)] }
      let share = stage.minutes.map { max(5, $0 / stage.parts.count / 5 * 5) }
      return stage.parts.map { session($0, minutes: share, of: stage) }
    }
  }

  private func session(_ name: String, minutes: Int?, of stage: ProcessStage) -> Session {
    let format = format(of: name, minutes: minutes, isAlone: stage.isAsynchronous)
    return Session(name: name, format: format, minutes: minutes ?? format?.minutes ?? 0, stage: stage)
  }

  /// The format that the name suggests. A name that says nothing is a talk about work where it is long
  /// enough for one. What is done alone is an exercise, whatever it is called.
  private func format(of name: String, minutes: Int?, isAlone: Bool) -> InterviewFormat? {
    switch cues.match(name) {
    case .noInterview: return nil
    case _ where isAlone && formats["take-home"] != nil: return formats["take-home"]
    case .format(let id) where formats[id] != nil: return formats[id]
    default: return formats[minutes ?? 0 >= 40 ? "technical-deep-dive" : "recruiter-screen"]
    }
  }
}
