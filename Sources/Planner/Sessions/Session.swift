internal import Diagnostics
internal import Rubric

/// An interview that may be held, before anything is known of what it rates.
struct Session {
  /// What it is called.
  var name: String
  /// The kind of interview; nil for a stage that no format fits.
  var format: InterviewFormat?
  /// The minutes it takes.
  var minutes: Int
  /// The stage of the posting's process that it carries out.
  var stage: ProcessStage?
  /// Whether the policy has it held before the others.
  var isScreen = false
  /// Whether the planner may leave it out.
  var isOptional = false

  /// The minutes for rated questions.
  var ratedMinutes: Int { format?.ratedMinutes(of: minutes) ?? 0 }

  /// The most demands that it can rate under a policy.
  func places(under policy: LoopPolicy) -> Int {
    guard let format else { return 0 }
    return min(format.ratings, policy.ratingsPerInterview, ratedMinutes / policy.minutesPerRating)
  }
}

/// The sessions among which a loop is chosen.
struct SessionList {
  /// The most sessions that are considered. Plans keep sets of them in the bits of a word.
  static let limit = 48

  /// The sessions, in the order in which they would be held.
  let sessions: [Session]
  /// The most of the optional ones that a loop may hold.
  let optionalLimit: Int
  /// The most minutes that the optional ones may take; nil for no limit.
  let minuteLimit: Int?

  /// What the posting states, where it states a process; what the policy allows otherwise.
  init(for role: RoleDefinition, library: RubricLibrary, policy: LoopPolicy) throws(InvalidInput) {
    let stages = role.interviewProcess
    let count =
      stages.isEmpty
      ? policy.screens.count + policy.formats.count : stages.reduce(0) { $0 + max(1, $1.parts.count) }
    if count > Self.limit { throw Self.tooMany(count, role) }
    sessions =
      stages.isEmpty
      ? try Self.allowed(by: policy, library) : try StatedProcess(library: library).sessions(of: stages)
    optionalLimit = policy.interviews
    minuteLimit = policy.minutes
  }

  /// The sessions of a list that stands already.
  init(_ sessions: [Session], optionalLimit: Int) {
    self.sessions = sessions
    self.optionalLimit = optionalLimit
    minuteLimit = nil
  }

  private static func allowed(by policy: LoopPolicy, _ library: RubricLibrary) throws(InvalidInput)
    -> [Session]
  {
    var sessions: [Session] = []
    var seen: Set<String> = []
    for (index, id) in (policy.screens + policy.formats).enumerated() where seen.insert(id).inserted {
      guard let format = try library.format(id) else { continue }
      let isScreen = index < policy.screens.count
      sessions.append(
        Session(
          name: format.name, format: format, minutes: format.minutes, isScreen: isScreen,
          isOptional: !isScreen))
    }
    return sessions
  }

  private static func tooMany(_ count: Int, _ role: RoleDefinition) -> InvalidInput {
    let message = "the loop would have \(count) interviews to choose from; expected at most \(limit)"
    return InvalidInput("too-many-interviews", message, file: role.source?.file ?? role.title)
  }
}
