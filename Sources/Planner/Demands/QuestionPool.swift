internal import Rubric

/// The questions by which a demand can be shown.
///
/// Where a posting offers alternatives, all candidates must get the same questions whichever they
/// choose: those that all the alternatives inherit. Where there are none, the heaviest alternative's
/// questions stand for all, and `InsteadQuestions` finds one for each other.
struct QuestionPool {
  /// The questions, in the library's order, own before inherited.
  let questions: [Question]
  /// The ids of competencies by which other questions say that they show this demand too.
  let shownAs: [String]
  /// The products that the role names and that may fill the slots of these questions.
  let technologies: [String]
  /// Of several alternatives the one to which the questions belong, by its place among them; nil where they belong to
  /// all.
  let owner: Int?

  /// For each of the questions about products, by its id, how much the posting names them (`NamedProducts`).
  let products: [String: Int]

  /// What there is for a demand of a role with a title of some words, beside exercises that are made of some of the
  /// posting's words, in a posting of which some lines are wishes.
  init(
    of demand: Demand, title: Set<UInt64> = [], made: MadeWords = MadeWords(),
    wishes: Set<SentencePlace> = []
  ) {
    guard let heaviest = Self.heaviest(of: demand) else {
      (questions, shownAs, technologies, owner, products) = ([], [], [], nil, [:])
      return
    }
    let along = demand.along.flatMap(\.technologies)
    let common = demand.competencies.count > 1 ? Self.common(to: demand.competencies) : []
    let asking = (common.isEmpty ? [heaviest.wanted] : demand.alternatives) + demand.along
    let (asked, products) = NamedProducts.asked(
      of: common.isEmpty ? heaviest.competency.questions : common, by: asking, title: title, made: made,
      wishes: wishes)
    self.products = products
    if common.isEmpty {
      questions = asked
      shownAs = [heaviest.competency.id]
      technologies = heaviest.wanted.technologies + along
      owner = demand.competencies.count > 1 ? heaviest.place : nil
    } else {
      questions = asked
      shownAs = Self.owners(of: common)
      technologies = along
      owner = nil
    }
  }

  private static func heaviest(
    of demand: Demand
  ) -> (place: Int, wanted: RoleCompetency, competency: Competency)? {
    let pairs = Array(zip(demand.alternatives, demand.competencies))
    let best = pairs.indices.max { (pairs[$0].0.weight, $1) < (pairs[$1].0.weight, $0) }
    return best.map { ($0, pairs[$0].0, pairs[$0].1) }
  }

  private static func common(to competencies: [Competency]) -> [Question] {
    guard let first = competencies.first else { return [] }
    let others = competencies.dropFirst().map { Set($0.questions.map(\.id)) }
    return first.questions.filter { question in others.allSatisfy { $0.contains(question.id) } }
  }

  /// The competencies to which questions belong, by the part of their ids before the slash.
  private static func owners(of questions: [Question]) -> [String] {
    var owners: [String] = []
    for question in questions {
      let owner = question.id.split(separator: "/").first.map(String.init) ?? question.id
      if !owners.contains(owner) { owners.append(owner) }
    }
    return owners
  }
}
