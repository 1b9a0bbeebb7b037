import Rubric

/// A demand of the role.
struct DemandView: View {
  let demand: Demand

  /// Whether the candidate chooses among alternatives.
  var isChoice: Bool { demand.alternatives.count > 1 }

  /// The name for people; ids where the library has no names for them.
  var name: String {
    demand.competencies.count == demand.alternatives.count
      ? demand.name : demand.alternatives.map(\.id).joined(separator: " or ")
  }

  static let fields = Fields<DemandView>([
    .text("id") { $0.demand.id },
    .text("name") { $0.name },
    .text("importance") { $0.demand.importance.rawValue },
    .number("target") { $0.demand.target.rawValue },
    .text("targetName") { $0.demand.target.name },
    .flag("isChoice") { $0.isChoice },
    // Ids of competencies that are rated along with it.
    .text("along") { Figures.listed($0.demand.along.map(\.id)) },
    .text("technologies") { Figures.listed($0.demand.technologies) },
    .list("evidence") { EvidenceView.views(of: $0.demand.evidence) },
    .list("mainEvidence") { Array(EvidenceView.views(of: $0.demand.evidence).prefix(3)) },
  ])
}

/// A demand and how the loop covers it.
struct CoverageView: View {
  let demand: DemandView
  let coverage: Coverage
  let interviews: [InterviewView]
  let raters: [InterviewView]

  /// A demand with the interviews of its loop.
  init(_ coverage: Coverage, interviews: [InterviewView]) {
    demand = DemandView(demand: coverage.demand)
    self.coverage = coverage
    self.interviews = interviews.filter { coverage.interviews.contains($0.interview.number) }
    raters = interviews.filter(\.isRating)
  }

  /// Whether any interview rates it.
  var isRated: Bool { !interviews.isEmpty }

  static let fields = Fields<CoverageView>([
    .view("demand") { $0.demand },
    .flag("isRated") { $0.isRated },
    .list("interviews") { $0.interviews },
    // One cell for each of the loop's raters, in their order.
    .list("cells") { view in
      view.raters.map { CellView(interview: $0, demand: view.demand.demand) }
    },
    .flag("noPlace") { !$0.isRated && $0.coverage.omission == .noPlace },
    .flag("noQuestion") { !$0.isRated && $0.coverage.omission == .noQuestion },
    .flag("notInLibrary") { !$0.isRated && $0.coverage.omission == .notInLibrary },
    .flag("removedByHand") { !$0.isRated && $0.coverage.omission == .removedByHand },
  ])
}

/// Whether an interview rates a competency.
struct CellView: View {
  let number: Int
  let rating: PlannedRating?

  /// The cell of an interview and a demand.
  init(interview: InterviewView, demand: Demand) {
    number = interview.interview.number
    rating = interview.interview.ratings.first { $0.demand.id == demand.id }
  }

  static let fields = Fields<CellView>([
    .flag("isRated") { $0.rating != nil },
    .flag("isFirst") { $0.rating?.isFirstReading == true },
    .flag("isSecond") { $0.rating?.isFirstReading == false },
    .number("number") { $0.number },
  ])
}

/// Words of the posting, with the lines on which they stand.
struct EvidenceView: View {
  let quote: String
  let section: String
  var lines: [Int]

  /// The distinct words, in the order of their first line of mention; the same words on several lines
  /// are one.
  static func views(of evidence: [Evidence]) -> [EvidenceView] {
    var views: [EvidenceView] = []
    var places: [String: Int] = [:]
    for item in evidence {
      if let place = places[item.words] {
        if !views[place].lines.contains(item.line) { views[place].lines.append(item.line) }
      } else {
        places[item.words] = views.count
        views.append(EvidenceView(quote: item.words, section: item.section, lines: [item.line]))
      }
    }
    return views
  }

  static let fields = Fields<EvidenceView>([
    .text("quote") { $0.quote },
    .text("section") { $0.section },
    .text("line") { Figures.listed($0.lines.sorted().map { String($0) }) },
    .flag("isRepeated") { $0.lines.count > 1 },
  ])
}
