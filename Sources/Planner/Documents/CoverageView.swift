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

  /// The sentence of the level asked for; of alternatives none, since each has its own.
  private var bar: String? {
    isChoice ? nil : demand.competencies.first?.description(of: demand.target)?.summary
  }

  /// More words than these nobody reads.
  private static let mainWords = 3

  static let fields = Fields<DemandView>([
    .text("id") { $0.demand.id },
    .text("name") { $0.name },
    .text("importance") { $0.demand.importance.rawValue },
    .number("target") { $0.demand.target.rawValue },
    .text("targetName") { $0.demand.target.name },
    .flag("isChoice") { $0.isChoice },
    // The level asked for, in a sentence.
    .text("bar") { $0.bar },
    // Names of competencies that are rated along with it; ids where the library has no names for them.
    .text("along") { view in
      let ids = view.demand.along.map(\.id)
      return Figures.listed(view.demand.alongNames.count == ids.count ? view.demand.alongNames : ids)
    },
    .text("technologies") { Figures.listed($0.demand.technologies) },
    .list("evidence") { EvidenceView.views(of: $0.demand.evidence) },
    // The lines of the posting that state it.
    .text("lines") { view in
      Set(view.demand.evidence.map(\.line)).sorted().map { String($0) }.joined(separator: ", ")
    },
    .list("mainEvidence") { Array(EvidenceView.views(of: $0.demand.evidence).prefix(mainWords)) },
  ])
}

/// A demand and how the loop covers it.
struct CoverageView: View {
  let demand: DemandView
  let coverage: Coverage
  let interviews: [InterviewView]
  let raters: [InterviewView]
  let isCore: Bool
  /// The words that state it best, where it is of the core.
  private(set) var leading: EvidenceView?

  /// A demand with the interviews of its loop.
  init(_ coverage: Coverage, interviews: [InterviewView], isCore: Bool = false) {
    self.isCore = isCore
    demand = DemandView(demand: coverage.demand)
    self.coverage = coverage
    self.interviews = interviews.filter { coverage.interviews.contains($0.interview.number) }
    raters = interviews.filter(\.isRating)
  }

  /// The core in its order, each with the words shown for it.
  static func core(_ ids: [String], of coverage: [CoverageView], _ shown: ShownWords) -> [CoverageView] {
    ids.compactMap { id in coverage.first { $0.demand.demand.id == id } }.map { view in
      var view = view
      view.leading = shown[view.demand.demand]
      return view
    }
  }

  /// Whether any interview rates it.
  var isRated: Bool { !interviews.isEmpty }

  static let fields = Fields<CoverageView>([
    .view("demand") { $0.demand },
    .flag("isRated") { $0.isRated },
    // Whether the decision rule is about it.
    .flag("isCore") { $0.isCore },
    .view("leading") { $0.leading },
    .list("interviews") { $0.interviews },
    // The numbers of the interviews that show something of it, where none rates it.
    .text("notedIn") { $0.coverage.notedIn },
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
  /// The words where they stand first.
  let first: Evidence
  /// What is shown of them.
  var quote: String
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
        views.append(EvidenceView(first: item, quote: item.words, lines: [item.line]))
      }
    }
    return views
  }

  /// Whether it says more than a name: three words at least.
  var isTelling: Bool { quote.utf8.count { $0 == UInt8(ascii: " ") } > 1 }
  /// Whether one can read it aloud: a whole line, and not a long one.
  var isReadable: Bool { isTelling && isWhole && quote.utf8.count <= 180 }
  /// Whether no words are missing at an end.
  var isWhole: Bool { !quote.hasPrefix("…") && !quote.hasSuffix("…") }

  static let fields = Fields<EvidenceView>([
    .text("quote") { $0.quote },
    .text("section") { $0.first.section },
    .text("line") { Figures.listed($0.lines.sorted().map { String($0) }) },
    .flag("isRepeated") { $0.lines.count > 1 },
  ])
}
