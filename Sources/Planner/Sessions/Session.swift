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
  /// Whether its name does not say what it is about.
  var isPlain = false
  /// Whether the policy has it held before the others.
  var isScreen = false
  /// Whether the planner may leave it out.
  var isOptional = false
  /// Whether the policy has every loop hold it.
  var isExpected = false

  /// The minutes for rated questions, as they are when somebody asks them: alone, a task takes about twice as
  /// long. Those for the largest piece of work are kept where as many are left.
  var ratedMinutes: Int {
    guard let format else { return 0 }
    let minutes = format.ratedMinutes(of: minutes) / (format.isAlone ? 2 : 1)
    guard let opening = format.largestWork?.minutes, minutes >= 2 * opening else { return minutes }
    return minutes - opening
  }

  /// The most demands that it can rate under a policy.
  func places(under policy: LoopPolicy) -> Int {
    guard let format else { return 0 }
    return min(format.ratings, policy.ratingsPerInterview, ratedMinutes / policy.minutesPerRating)
  }
}

extension Session {
  /// Whether it is held around no exercise, and asks questions on the subject.
  var isOfQuestions: Bool {
    guard let format else { return false }
    return format.exercises.isEmpty && format.kinds.contains(.technical)
  }

  /// Whether it is held for a demand above all: for the core of its format, or for what extends it, as languages
  /// extend programming; of alternatives for each.
  func isMade(for demand: Demand) -> Bool {
    guard let core = format?.core else { return false }
    return demand.goes(by: core)
  }

  /// Whether one of some demands asks for it: that for which it is held above all, if its format has any.
  func isAsked(by demands: [Demand]) -> Bool { format?.core == nil || demands.contains(where: isMade) }

  /// Whether there is anything in it for a role: a format that suits one family only is held for its core or not at all,
  /// and some formats not where that is merely wished.
  func isWorthwhile(for demands: [Demand]) -> Bool {
    if isOthersWork(for: demands) { return false }
    guard let format, format.families.count == 1 else { return true }
    return isAsked(by: format.isHeldForWishes ? demands : demands.filter { $0.importance != .preferred })
  }

  /// Whether a role requires what its format gives way to, or its level asks for it: who is hired to lead people is not
  /// asked to program.
  private func isOthersWork(for demands: [Demand]) -> Bool {
    guard let leading = format?.yieldsTo else { return false }
    return demands.contains {
      ($0.importance == .required || $0.isOfLevel) && $0.competencies.map(\.id) == [leading]
    }
  }

  /// The session, rating what its format rates otherwise where a role asks for nothing that it rates.
  func adapted(to demands: [Demand]) -> Session {
    guard let format, !format.otherwise.isEmpty else { return self }
    let isFit = demands.contains { $0.competencies.contains { format.fit($0) > 0 } }
    var session = self
    if !isFit { session.format?.families = format.otherwise }
    return session
  }

  /// An interview of a format, under its name and as long as it takes.
  init(_ format: InterviewFormat, isScreen: Bool = false, isOptional: Bool = false, isExpected: Bool = false)
  {
    self.init(
      name: format.name, format: format, minutes: format.minutes, isScreen: isScreen, isOptional: isOptional,
      isExpected: isExpected)
  }
}

/// The sessions among which a loop is chosen.
struct SessionList {
  /// The most sessions that are considered. Plans keep sets of them in the bits of a word.
  static let limit = 48

  /// The sessions, in the order in which they would be held.
  let sessions: [Session]
  /// Whether the posting states them.
  let isStated: Bool
  /// The most of the optional ones that a loop may hold.
  let optionalLimit: Int
  /// The most minutes that the optional ones may take; nil for no limit.
  let minuteLimit: Int?

  /// What the posting states, where it states a process; what the policy allows otherwise. A single stage is
  /// no process: it is held, and the policy gives the rest.
  init(
    for role: RoleDefinition, _ demands: [Demand], library: RubricLibrary, policy: LoopPolicy
  ) throws(InvalidInput) {
    let stages = role.interviewProcess
    let count =
      stages.count < 2 && stages.allSatisfy(\.parts.isEmpty)
      ? stages.count + policy.screens.count + policy.formats.count
      : stages.reduce(0) { $0 + max(1, $1.parts.count) }
    if count > Self.limit { throw Self.tooMany(count, role) }
    let stated =
      stages.isEmpty
      ? [] : try StatedProcess(for: demands, library: library, policy: policy).sessions(of: stages)
    if stages.count > 1 || stages.contains(where: { !$0.parts.isEmpty }) {
      self.init(
        stated.map { $0.adapted(to: demands) }, optionalLimit: policy.interviews, minuteLimit: policy.minutes,
        isStated: true)
    } else {
      try self.init(keeping: stated, for: demands, library: library, policy: policy)
    }
  }

  /// Some stages that are held, and what the policy allows for the rest.
  init(
    keeping stages: [Session], for demands: [Demand], library: RubricLibrary, policy: LoopPolicy
  ) throws(InvalidInput) {
    let allowed = try Self.allowed(by: policy, library).filter {
      $0.isScreen || $0.isWorthwhile(for: demands)
    }
    self.init(
      Self.with(stages, allowed).map { $0.adapted(to: demands) },
      optionalLimit: max(0, policy.interviews - Self.countBehindScreens(stages, allowed)),
      minuteLimit: policy.minutes)
  }

  /// How many of some stages take none of the policy's screens.
  private static func countBehindScreens(_ stages: [Session], _ allowed: [Session]) -> Int {
    stages.count { stage in !allowed.contains { $0.isScreen && isSame($0, stage) } }
  }

  /// The sessions of a list that stands already.
  init(_ sessions: [Session], optionalLimit: Int, minuteLimit: Int? = nil, isStated: Bool = false) {
    self.sessions = sessions
    self.isStated = isStated
    self.optionalLimit = optionalLimit
    self.minuteLimit = minuteLimit
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
          format, isScreen: isScreen, isOptional: !isScreen, isExpected: policy.expected.contains(id)))
    }
    return sessions
  }

  /// The allowed sessions with a stated one in the place of that of its format, or else behind the screens.
  private static func with(_ stated: [Session], _ allowed: [Session]) -> [Session] {
    var sessions = allowed
    var behind = sessions.firstIndex { !$0.isScreen } ?? sessions.endIndex
    for stage in stated {
      if let place = sessions.firstIndex(where: { isSame($0, stage) }) {
        let isScreen = sessions[place].isScreen
        sessions[place] = stage
        sessions[place].isScreen = isScreen
      } else {
        sessions.insert(stage, at: behind)
        behind += 1
      }
    }
    return sessions
  }

  private static func isSame(_ session: Session, _ stage: Session) -> Bool {
    session.stage == nil && stage.format != nil && session.format?.id == stage.format?.id
  }

  private static func tooMany(_ count: Int, _ role: RoleDefinition) -> InvalidInput {
    let message = "the loop would have \(count) interviews to choose from; expected at most \(limit)"
    return InvalidInput("too-many-interviews", message, file: role.source?.file ?? role.title)
  }
}
