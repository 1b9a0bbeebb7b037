import Rubric

/// What became of every line of the posting.
struct LedgerView: View {
  let lines: [LedgerLineView]
  let unasked: [UnaskedView]

  init(_ view: LoopView) {
    let ledger = view.loop.ledger
    let interviews = view.interviews
    lines = ledger.lines.map { LedgerLineView($0, interviews) }
    unasked = ledger.unasked.map {
      UnaskedView(unasked: $0, readings: ReadingPlaceView.views(of: $0.readings, interviews))
    }
  }

  static let fields = Fields<LedgerView>([
    .list("lines") { $0.lines },
    // What is assessed and not asked for.
    .list("unasked") { $0.unasked },
    .number("lineCount") { $0.lines.count },
    .number("ratedCount") { $0.lines.count(where: \.isRated) },
  ])
}

/// Words of the posting and what became of them.
struct LedgerLineView: View {
  let line: Ledger.Line
  let entries: [LedgerEntryView]

  init(_ line: Ledger.Line, _ interviews: [InterviewView]) {
    self.line = line
    entries = line.entries.map { LedgerEntryView(entry: $0, interviews: interviews) }
  }

  /// Whether any interview rates something that the line asks for.
  var isRated: Bool { line.entries.contains { !$0.readings.isEmpty } }

  static let fields = Fields<LedgerLineView>([
    .number("line") { $0.line.evidence.line },
    .text("quote") { $0.line.evidence.words },
    .text("section") { $0.line.evidence.section },
    .list("entries") { $0.entries },
    .flag("isRated") { $0.isRated },
    .text("ruledOut") { $0.line.ruledOut },
    // No competency of the library covers it.
    .flag("isUnmapped") { $0.line.entries.isEmpty && $0.line.ruledOut == nil },
  ])
}

/// A competency that a line asks for.
struct LedgerEntryView: View {
  let entry: Ledger.Entry
  let interviews: [InterviewView]

  /// The competency's own name; its id where the library does not have it.
  private var name: String {
    entry.coverage.demand.competencies.first { $0.id == entry.competency.id }?.name ?? entry.competency.id
  }

  static let fields = Fields<LedgerEntryView>([
    .text("id") { $0.entry.competency.id },
    .text("name") { $0.name },
    .text("importance") { $0.entry.competency.importance.rawValue },
    // The demand that it is rated with, where that is another or one of several.
    .text("with") { view in
      let demand = view.entry.coverage.demand
      return demand.id == view.entry.competency.id ? nil : DemandView(demand: demand).name
    },
    .flag("isChoice") { $0.entry.coverage.demand.alternatives.count > 1 },
    .list("readings") { ReadingPlaceView.views(of: $0.entry.readings, $0.interviews) },
    .flag("noPlace") { $0.entry.coverage.omission == .noPlace },
    .flag("noQuestion") { $0.entry.coverage.omission == .noQuestion },
    .flag("notInLibrary") { $0.entry.coverage.omission == .notInLibrary },
  ])
}

/// Where something is rated, and by what.
struct ReadingPlaceView: View {
  let reading: Ledger.Reading
  let interview: InterviewView

  /// The readings with their interviews.
  static func views(of readings: [Ledger.Reading], _ interviews: [InterviewView]) -> [ReadingPlaceView] {
    readings.compactMap { reading in
      interviews.first { $0.interview.number == reading.interview }
        .map { ReadingPlaceView(reading: reading, interview: $0) }
    }
  }

  static let fields = Fields<ReadingPlaceView>([
    .view("interview") { $0.interview },
    // The row of the scorecard.
    .text("row") { $0.reading.row },
    .text("shownBy") { $0.reading.shownBy.joined(separator: ", ") },
  ])
}

/// Something that is assessed and not asked for.
struct UnaskedView: View {
  let unasked: Ledger.Unasked
  let readings: [ReadingPlaceView]

  static let fields = Fields<UnaskedView>([
    .text("id") { $0.unasked.id },
    .list("readings") { $0.readings },
  ])
}
