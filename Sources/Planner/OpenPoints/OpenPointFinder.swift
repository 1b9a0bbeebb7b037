internal import Rubric

/// Finds what a posting leaves open, from the role that was read from it and the loop that was planned.
struct OpenPointFinder {
  let loop: InterviewLoop
  let role: RoleDefinition
  private let wordings: [OpenWording.Kind: [Evidence]]

  init(_ loop: InterviewLoop) {
    self.loop = loop
    role = loop.role
    wordings = Dictionary(grouping: loop.role.settledOnce, by: \.kind).mapValues { $0.map(\.evidence) }
  }

  /// The points, in the order of `OpenPoint.Kind`.
  func points() -> [OpenPoint] {
    var points = stated() + level() + pay() + place() + onCall() + process() + choices()
    points += uncovered(besides: points)
    points.append(OpenPoint(.assistants))
    // By their texts: a type of key of its own costs 25 µs (docs/decisions/0028).
    let ranks = Dictionary(uniqueKeysWithValues: zip(OpenPoint.Kind.allCases.map(\.rawValue), 0...))
    return points.sorted { ranks[$0.kind.rawValue, default: 0] < ranks[$1.kind.rawValue, default: 0] }
  }

  func words(_ kind: OpenWording.Kind) -> [Evidence] { wordings[kind] ?? [] }

  /// What the posting's own words leave open.
  private func stated() -> [OpenPoint] {
    let kinds: [(OpenWording.Kind, OpenPoint.Kind)] = [
      (.closed, .closed), (.backgroundCheck, .backgroundCheck), (.severalTeams, .severalTeams),
      (.yearsDiffer, .yearsDiffer), (.yearsRepeated, .yearsRepeated),
      (.payByPlace, .payByPlace), (.residence, .residence), (.timeZone, .timeZone),
      (.authorisation, .authorisation), (.clearance, .clearance), (.citizenship, .citizenship),
      (.travel, .travel), (.hours, .hours), (.exclusion, .exclusion), (.contract, .contract),
      (.similar, .similar), (.degree, .degree),
      (.degreeOrEquivalent, .degreeOrEquivalent), (.spokenLanguage, .spokenLanguage),
      (.certificate, .certificate), (.trait, .trait),
    ]
    return kinds.compactMap { wording, kind in
      let evidence = words(wording)
      return evidence.isEmpty ? nil : OpenPoint(kind, evidence)
    }
  }

  private func level() -> [OpenPoint] {
    if role.level == .unspecified { return [OpenPoint(.level, words(.beginners))] }
    guard let years = role.minYears, let usual = role.level.usualYears, !usual.contains(years) else {
      return []
    }
    return [OpenPoint(.titleAndYears)]
  }

  private func pay() -> [OpenPoint] {
    guard let pay = role.pay else { return [OpenPoint(.pay)] }
    guard let least = pay.min, let most = pay.max else { return [OpenPoint(.payEnd)] }
    // Beyond three fifths above its lower end, a range holds two levels.
    return most > least + least / 5 * 3 ? [OpenPoint(.payRange)] : []
  }

  private func place() -> [OpenPoint] {
    let told = Self.places(words(.residence))
    let office = words(.office).filter { !told.contains(SentencePlace($0)) }
    if !office.isEmpty { return [OpenPoint(.office, office)] }
    if role.remote == true {
      let isTold = role.location != nil || !told.isEmpty || !words(.anywhere).isEmpty
      return isTold ? [] : [OpenPoint(.residence)]
    }
    if role.location == nil { return [OpenPoint(.place)] }
    return role.remote == nil && told.isEmpty ? [OpenPoint(.remote)] : []
  }

  private func onCall() -> [OpenPoint] {
    if !words(.noOnCall).isEmpty { return [] }
    // Hours that go with it are a point of their own, which asks for more.
    let told = Self.places(words(.hours))
    let onCall = words(.onCall).filter { !told.contains(SentencePlace($0)) }
    if !words(.onCall).isEmpty { return onCall.isEmpty ? [] : [OpenPoint(.onCall, onCall)] }
    if let skill = role.competencies.first(where: { $0.id == "on-call" }) {
      return [OpenPoint(.onCallSkill, Array(skill.evidence.prefix(2)))]
    }
    let operated = loop.coverage.map(\.demand).filter { demand in
      demand.alternatives.contains { Self.operations.contains($0.id) }
    }
    return operated.isEmpty ? [] : [OpenPoint(.onCallUnstated, names: operated.prefix(2).map(\.name))]
  }

  /// Who is asked for one of these looks after what is in use.
  private static let operations: Set = ["reliability", "observability"]

  private func choices() -> [OpenPoint] {
    let isRequired = role.competencies.contains { $0.importance == .required }
    if !isRequired { return [OpenPoint(.nothingRequired)] }
    let choices = loop.coverage.map(\.demand).filter {
      $0.alternatives.count > 1 && $0.importance == .required
    }
    let (stated, crowded) = (choices.filter(\.isStatedChoice), choices.filter { !$0.isStatedChoice })
    return (stated.isEmpty ? [] : [OpenPoint(.alternatives, names: stated.map(Self.choice))])
      + crowded.map { OpenPoint(.severalLanguages, Self.shared($0), names: $0.competencies.map(\.name)) }
  }

  /// The words that state all alternatives of a demand.
  private static func shared(_ demand: Demand) -> [Evidence] {
    demand.alternatives[0].evidence.filter { words in
      demand.alternatives.allSatisfy { $0.evidence.contains { SentencePlace($0) == SentencePlace(words) } }
    }
  }

  /// "Go, Ruby or Python".
  private static func choice(_ demand: Demand) -> String {
    let names = demand.competencies.map(\.name)
    return names.count < 2 ? demand.name : Figures.chosen(names)
  }

  /// What is demanded and neither covered by a competency nor part of another point.
  private func uncovered(besides points: [OpenPoint]) -> [OpenPoint] {
    let rest = uncovered(
      besides: points.flatMap(\.evidence) + loop.interviews.flatMap(\.uncovered).flatMap(\.evidence))
    return rest.isEmpty ? [] : [OpenPoint(.uncovered, rest)]
  }

  /// What is demanded and neither covered by a competency, practised by an exercise nor left open by other words of the
  /// posting.
  func uncoveredWords() -> [Evidence] {
    // A role that somebody wrote says nothing on what is open.
    if role.open.isEmpty, role.source == nil { return role.unmapped.filter { loop.practising($0) == nil } }
    return uncovered(besides: role.open.filter { $0.kind != .uncovered }.map(\.evidence))
  }

  private func uncovered(besides evidence: [Evidence]) -> [Evidence] {
    let told = Self.places(evidence)
    return words(.uncovered).filter { !told.contains(SentencePlace($0)) && loop.practising($0) == nil }
  }

  private static func places(_ evidence: [Evidence]) -> Set<SentencePlace> {
    Set(evidence.map { SentencePlace($0) })
  }
}

extension RoleLevel {
  /// The least years of experience that go with the level without anybody wondering; nil where any do.
  fileprivate var usualYears: ClosedRange<Int>? {
    switch self {
    case .intern: 0...1
    case .junior: 0...3
    case .mid: 1...7
    case .senior: 3...12
    case .staff, .principal, .lead: 5...60
    case .manager, .director: 4...60
    case .unspecified: nil
    }
  }
}
