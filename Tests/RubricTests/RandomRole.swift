import Rubric
import TestSupport

/// Roles that differ in everything, the same for each seed.
struct RandomRole {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A role with up to eight competencies out of twelve, all with weights of at most four decimals.
  mutating func role() -> RoleDefinition {
    let ids = Self.ids.shuffled(using: &random).prefix(Int(random.next() % 9))
    return RoleDefinition(
      title: text(), company: maybe { $0.text() }, level: random.pick(RoleLevel.allCases),
      minYears: maybe { $0.number(0...20) }, pay: maybe { $0.pay() }, location: maybe { $0.text() },
      remote: maybe { $0.random.once(in: 2) }, interviewProcess: list { $0.stage() },
      competencies: ids.map { competency($0) }, unmapped: list { $0.evidence() },
      ruledOut: list { role in
        RuledOut(id: "go", reason: role.text(), evidence: role.list { $0.evidence() })
      },
      open: list { role in OpenWording(role.random.pick(OpenWording.Kind.allCases), role.evidence()) },
      headings: list { $0.evidence() },
      source: maybe { random in
        RoleSource(
          file: random.text(), sha256: SHA256.hexadecimal(of: []), convertedBy: random.maybe { $0.text() })
      })
  }

  /// The role with a few things changed.
  mutating func edited(_ role: RoleDefinition) -> RoleDefinition {
    var role = role
    let other = self.role()
    if random.once(in: 2) { role.title = other.title }
    if random.once(in: 2) { role.minYears = other.minYears }
    if random.once(in: 2) { role.interviewProcess = other.interviewProcess }
    if random.once(in: 2) { role.unmapped = other.unmapped }
    if random.once(in: 3) { role.competencies = other.competencies }
    for index in role.competencies.indices where random.once(in: 3) {
      role.competencies[index] = competency(role.competencies[index].id)
    }
    if random.once(in: 2), !role.competencies.isEmpty { role.competencies.removeLast() }
    return role
  }

  /// The role with its lists in another order, its lines moved and another source.
  mutating func shuffled(_ role: RoleDefinition) -> RoleDefinition {
    var role = role
    let letters = Dictionary(uniqueKeysWithValues: zip(["a", "b", "c"], ["c", "a", "d"]))
    role.competencies.shuffle(using: &random)
    role.unmapped.shuffle(using: &random)
    role.open.shuffle(using: &random)
    role.headings = []
    role.source = nil
    for index in role.competencies.indices {
      role.competencies[index].technologies.shuffle(using: &random)
      role.competencies[index].evidence.shuffle(using: &random)
      role.competencies[index].anyOf = role.competencies[index].anyOf.flatMap { letters[$0] }
      for line in role.competencies[index].evidence.indices {
        role.competencies[index].evidence[line].line += 1
      }
    }
    return role
  }

  private mutating func competency(_ id: String) -> RoleCompetency {
    RoleCompetency(
      id: id, importance: random.pick(Importance.allCases), anyOf: maybe { $0.random.pick(["a", "b", "c"]) },
      target: random.pick(ProficiencyLevel.allCases), weight: Double(number(1...1_000)) / 10_000,
      technologies: list { $0.random.pick(["Go", "AWS", "C++", "no", "a: b", "1.10"]) },
      evidence: list { $0.evidence() }, override: maybe { $0.text() })
  }

  private mutating func evidence() -> Evidence {
    Evidence(line: number(1...900), column: number(1...80), section: "required", quote: text())
  }

  private mutating func pay() -> Pay {
    Pay(
      currency: "EUR", min: maybe { $0.number(0...90_000) }, max: maybe { $0.number(0...90_000) },
      period: random.pick(Pay.Period.allCases))
  }

  private mutating func stage() -> ProcessStage {
    ProcessStage(
      name: text(), minutes: maybe { $0.number(1...90) }, parts: list { $0.text() },
      isAsynchronous: random.once(in: 4))
  }

  private mutating func text() -> String {
    (0...(random.next() % 3)).map { _ in random.pick(Self.words) }.joined(
      separator: random.pick([" ", "", ", "]))
  }

  private mutating func number(_ bounds: ClosedRange<Int>) -> Int { Int.random(in: bounds, using: &random) }

  private mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
    random.once(in: 3) ? nil : make(&self)
  }

  private mutating func list<Value>(_ make: (inout Self) -> Value) -> [Value] {
    (0..<(random.next() % 3)).map { _ in make(&self) }
  }

  private static let ids = [
    "go", "python", "kubernetes", "on-call", "linux", "cloud", "databases", "ci-cd", "networking",
    "mentorship",
    "observability", "testing",
  ]

  private static let words = [
    "Site Reliability Engineer", "no", "null", "~", "5+ years: \"Go\"", "# not a comment", "- item", "日本語",
    "🚀",
    "line\nbreak", " leading", "trailing ", "2024-01-31", "it's", "{x}", "C#", "tab\there", "\u{2028}",
    "\u{0}", "&a *a",
  ]
}
