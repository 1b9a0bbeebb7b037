internal import Diagnostics
internal import Rubric

/// How heavy a demand is among those of its role: by its importance, by the lines that state it, by whether the posting
/// asks for more of it than of most, and by whether the title is about it. A line that states three things or more says
/// half as much of each: a list of tools is not what the work is about. Traits that every posting asks for
/// ("self-motivated", "a team player") weigh less, unless leading people is the work: there those weigh more that the
/// posting requires, and does not only state as feelings.
struct Heaviness {
  /// The words of the title.
  let title: Set<UInt64>
  /// The same in their order.
  private let titleWords: [UInt64]
  private let leads: Bool
  /// The level at which most is asked for.
  private let usual: ProficiencyLevel
  /// What a sentence states, by its place: competencies, and groups of alternatives.
  private let stated: [SentencePlace: Set<String>]
  /// The sentences on the character of the person.
  private let felt: Set<SentencePlace>
  /// The sentences that state a wish: what is only wished for has no other.
  let wishes: Set<SentencePlace>
  /// Whether the posting lists the work or what it asks for.
  private let isListed: Bool

  init(_ role: RoleDefinition) {
    titleWords = ScannedWords.hashes(of: role.title)
    title = Set(titleWords)
    leads = role.level.leadsPeople
    stated = SentencePlace.stated(role)
    felt = SentencePlace.felt(role)
    wishes = role.wishes
    isListed = role.competencies.contains { $0.evidence.contains { Self.lists.contains($0.section) } }
    usual = .usual(among: role.competencies.map(\.target))
  }

  /// The weight of a demand, in halves of a line of the posting.
  func of(_ demand: Demand) -> Int {
    2 * apartFromLines(demand) + min(halves(of: demand), 2 * Self.mostLines)
      + (demand.target > usual ? 2 : 0)
  }

  /// What a demand weighs beside the lines that state it, in lines.
  private func apartFromLines(_ demand: Demand) -> Int {
    let isTitled = isInTitle(demand)
    let isSlight = isTrait(demand) || !isTitled && isAside(demand)
    return Self.base(of: demand) + (isTitled ? Self.inTitle : 0) - (isSlight ? Self.trait : 0)
      + (isOfLeading(demand) ? Self.leading : 0)
  }

  /// Whether leading people is the work, and a demand is about people: one that the posting requires, and not only as a
  /// feeling, or that its level asks for.
  private func isOfLeading(_ demand: Demand) -> Bool {
    leads && demand.isOfPeople && (demand.isOfLevel || demand.importance == .required && !isFelt(demand))
  }

  /// Whether the posting states it only where it tells of itself, though it lists the work or what it asks for.
  private func isAside(_ demand: Demand) -> Bool {
    isListed && demand.evidence.allSatisfy(Self.isAside)
  }

  /// Whether words stand where a posting tells of itself.
  static func isAside(_ evidence: Evidence) -> Bool { ["intro", "company"].contains(evidence.section) }

  /// What the lines say of a demand that state it, in halves of a line.
  private func halves(of demand: Demand) -> Int {
    var lines: [Int: Int] = [:]
    for evidence in demand.evidence {
      let said = count(at: SentencePlace(evidence)) < SentencePlace.list ? 2 : 1
      lines[evidence.line] = max(lines[evidence.line] ?? 0, said)
    }
    return lines.values.reduce(0, +)
  }

  /// The places of the heaviest required demands, so many at most.
  func heaviest(_ count: Int, of demands: [Demand]) -> [Int] {
    let required = demands.indices.filter { demands[$0].importance == .required && demands[$0].isInLibrary }
    let weights = required.map { of(demands[$0]) }
    return zip(required, weights).sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(count).map(\.0)
  }

  /// Whether every posting asks for the like.
  func isTrait(_ demand: Demand) -> Bool { !leads && demand.isOfPeople && !demand.isOfLevel }

  /// Whether a trait may be among what decides: where more than one line states it, one at least as no feeling and where
  /// the posting lists the work or what it asks for.
  func mayDecide(_ demand: Demand) -> Bool { isRecurring(demand) && !isFelt(demand) && !isAside(demand) }

  /// Whether every line that states a demand most strongly is on the character of the person, which no interview can rate.
  func isFelt(_ demand: Demand) -> Bool {
    let section = demand.evidence.first?.section
    return demand.evidence.allSatisfy { $0.section != section || isFelt(at: SentencePlace($0)) }
  }

  /// Whether a sentence is on the character of the person.
  func isFelt(at place: SentencePlace) -> Bool { felt.contains(place) }

  /// How many things a sentence states.
  func count(at place: SentencePlace) -> Int { stated[place]?.count ?? 1 }

  /// Whether the posting says so much of what it does not require that it is as heavy as what it does.
  func isHeavy(_ demand: Demand) -> Bool {
    demand.importance != .required && demand.isInLibrary
      && apartFromLines(demand) + min(demand.emphasis, Self.mostLines) >= Self.heavy
  }

  /// What the posting asks for above all: the heaviest of what it requires or is heavy all the same, people's traits
  /// left aside unless leading people is the work; nil where there is none.
  func foremost(of demands: [Demand]) -> Int? {
    let candidates = demands.indices.filter {
      let isAskedFor = demands[$0].importance == .required || isHeavy(demands[$0])
      return isAskedFor && demands[$0].isInLibrary && !isTrait(demands[$0])
    }
    return candidates.max { (of(demands[$0]), $1) < (of(demands[$1]), $0) }
  }

  /// Whether several lines state a demand, or the title.
  func isRecurring(_ demand: Demand) -> Bool { demand.emphasis > 1 || isInTitle(demand) }

  /// Whether the title has its name, or words that say that the work is about it, or a level that asks for it.
  func isInTitle(_ demand: Demand) -> Bool {
    demand.isOfLevel
      || demand.competencies.contains { isInTitle($0.name) || $0.titles.contains(where: isInTitle) }
  }

  /// Whether the title has a phrase, such as the name of a product.
  func isInTitle(_ phrase: String) -> Bool {
    titleWords.holds(run: ScannedWords.hashes(of: phrase))
  }

  /// What it weighs by its importance: what is a plus beforehand and the work all the same weighs as the work.
  private static func base(of demand: Demand) -> Int {
    switch demand.importance {
    case .required: 4
    case .duty: 2
    case .preferred: demand.evidence.contains { work.contains($0.section) } ? 2 : 1
    }
  }

  /// The sections that tell the work.
  private static let work: Set = ["duties", "role"]

  /// More lines than this say no more.
  private static let mostLines = 6
  /// What the title says counts as so many lines.
  static let inTitle = 4
  /// As much as a requirement of two lines.
  private static let heavy = 6
  /// Of who leads people, what is about people weighs more than what the people work on.
  private static let leading = 3
  /// The sections that list the work and what is asked for.
  private static let lists: Set = ["required", "duties", "preferred", "desired"]
  /// A trait loses as much as being required gives, and so does what a posting says only of itself.
  private static let trait = 4
}

extension ProficiencyLevel {
  /// The level that stands most often among some, the highest of several; the intermediate one where there is none.
  static func usual(among levels: [ProficiencyLevel]) -> ProficiencyLevel {
    let counts = levels.reduce(into: [ProficiencyLevel: Int]()) { $0[$1, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? .intermediate
  }
}
