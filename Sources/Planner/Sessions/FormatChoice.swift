internal import Rubric

/// Finds formats for interviews of which a posting does not say what they are about: those that are made for what
/// the role asks for and no other interview has a place for.
struct FormatChoice {
  private let formats: [InterviewFormat]
  private let policy: LoopPolicy
  private let demands: [Demand]
  /// The demands for which there is no place yet, the weightiest first.
  private var open: [Demand]
  private var taken: Set<String> = []

  /// Formats that suit one role as well as another are taken in their order.
  init(_ demands: [Demand], _ formats: [InterviewFormat], policy: LoopPolicy) {
    let worthwhile = formats.filter { Session($0).isWorthwhile(for: demands) }
    self.formats = worthwhile.isEmpty ? formats : worthwhile
    self.policy = policy
    self.demands = demands
    open = demands.sorted { ($0.importance, -$0.weight) < ($1.importance, -$1.weight) }
  }

  /// Notes an interview that is held, with what it would be the first to rate.
  mutating func take(_ session: Session) {
    guard let format = session.format else { return }
    taken.insert(format.id)
    let rated = shown(by: format, places: session.places(under: policy)).map(\.id)
    open.removeAll { rated.contains($0.id) }
  }

  /// The format to hold next; a technical one where the posting says so much. One that is held already only where
  /// all are.
  func best(isTechnical: Bool) -> InterviewFormat? {
    let suitable = formats.filter { !isTechnical || $0.isTechnical }
    let fresh = suitable.filter { !taken.contains($0.id) }
    guard let first = fresh.first else { return suitable.first ?? formats.first }
    return fresh.dropFirst().reduce((format: first, gain: gain(of: first))) { best, format in
      let gain = gain(of: format)
      return gain > best.gain ? (format, gain) : best
    }.format
  }

  /// What a format brings: what it would be the first to rate, and that it is held for what the role requires; nothing
  /// where it has questions alone, which are asked in the others too.
  private func gain(of format: InterviewFormat) -> Int {
    guard !format.exercises.isEmpty else { return 0 }
    let session = Session(format)
    let isCore = demands.contains { $0.importance == .required && session.isMade(for: $0) }
    let shown = shown(by: format, places: session.places(under: policy))
    return shown.reduce(isCore ? worth(of: .required) : 0) { $0 + worth(of: $1.importance) }
  }

  private func shown(by format: InterviewFormat, places: Int) -> ArraySlice<Demand> {
    open.filter { $0.competencies.contains { format.best.contains($0.id) } }.prefix(places)
  }

  private func worth(of importance: Importance) -> Int {
    switch importance {
    case .required: 4
    case .preferred: 2
    case .duty: 1
    }
  }
}

extension InterviewFormat {
  /// Whether it asks for more than what happened and what somebody would do.
  fileprivate var isTechnical: Bool { !kinds.allSatisfy { [.behavioural, .situational].contains($0) } }
}
