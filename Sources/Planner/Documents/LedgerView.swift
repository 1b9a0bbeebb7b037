import Rubric

/// What became of every line of the posting.
struct LedgerView: View {
  let lines: [LedgerLineView]
  let unasked: [UnaskedView]
  let unmet: [UnmetView]

  init(_ ledger: Ledger, _ interviews: [InterviewView]) {
    lines = LedgerLineView.views(of: ledger.lines, interviews)
    unmet = ledger.unmet.map(UnmetView.init)
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
    // Those of which some words are what an exercise or a question is about.
    .number("metCount") { $0.lines.count(where: \.isMet) },
    // Products that nothing is about by which their competency is rated.
    .list("unmet") { $0.unmet },
  ])
}

/// Words of the posting and what became of them. Quotations that overlap are one row, and so are those that the
/// posting repeats word for word.
struct LedgerLineView: View {
  let line: Int
  /// The lines that say the same again.
  var again: [Int] = []
  var words: String
  var end: Int
  var entries: [LedgerEntryView]
  var ruledOut: String?
  /// The interview that asks for it though no competency covers it.
  var askedIn: Int?
  /// The interview that settles what it asks for and nobody rates, such as a degree.
  var settledIn: Int?
  /// Whether it asks for a fact that no interview settles.
  var isToSettle = false

  private init(_ line: Ledger.Line, _ interviews: [InterviewView]) {
    self.line = line.evidence.line
    words = line.evidence.words
    end = line.evidence.column + line.evidence.quote.unicodeScalars.count
    entries = line.entries.map { LedgerEntryView(entry: $0, interviews: interviews) }
    ruledOut = line.ruledOut
    askedIn = line.askedIn
    settledIn = line.settledIn
    isToSettle = line.isToSettle
  }

  /// The rows of a ledger, in its order.
  static func views(of lines: [Ledger.Line], _ interviews: [InterviewView]) -> [LedgerLineView] {
    var rows: [LedgerLineView] = []
    for line in lines {
      let row = LedgerLineView(line, interviews)
      if let last = rows.last, last.line == row.line, line.evidence.column < last.end,
        let words = Overlap.joined(last.words, row.words)
      {
        rows[rows.count - 1].add(row, words)
      } else {
        rows.append(row)
      }
    }
    return withoutRepeats(rows)
  }

  private static func withoutRepeats(_ rows: [LedgerLineView]) -> [LedgerLineView] {
    var kept: [LedgerLineView] = []
    var places: [String: Int] = [:]
    for row in rows {
      if let place = places[row.words] {
        kept[place].add(row, row.words)
        if kept[place].line != row.line { kept[place].again.append(row.line) }
      } else {
        places[row.words] = kept.count
        kept.append(row)
      }
    }
    return kept
  }

  private mutating func add(_ other: LedgerLineView, _ words: String) {
    self.words = words
    end = max(end, other.end)
    for entry in other.entries {
      if let place = entries.firstIndex(where: { $0.id == entry.id }) {
        entries[place].entry.join(entry.entry)
      } else {
        entries.append(entry)
      }
    }
    ruledOut = ruledOut ?? other.ruledOut
    askedIn = askedIn ?? other.askedIn
    settledIn = settledIn ?? other.settledIn
    isToSettle = isToSettle || other.isToSettle
  }

  /// Whether any interview rates something that the line asks for.
  var isRated: Bool { entries.contains { !$0.entry.readings.isEmpty } }

  /// Whether what shows it is about words of the line, and not about other sides of the competency alone.
  var isMet: Bool { entries.contains { $0.entry.readings.contains { !$0.words.isEmpty } } }

  static let fields = Fields<LedgerLineView>([
    .number("line") { $0.line },
    .texts("again") { $0.again.map(String.init) },
    .text("quote") { $0.words },
    .list("entries") { $0.entries },
    .flag("isRated") { $0.isRated },
    .flag("isMet") { $0.isMet },
    .text("ruledOut") { $0.ruledOut },
    // No competency of the library covers it, and nobody asks.
    .flag("isLeft") { view in
      view.entries.isEmpty && view.ruledOut == nil && view.askedIn == nil && view.settledIn == nil
        && !view.isToSettle
    },
    // Whether it asks for a fact that no interview settles.
    .flag("isToSettle") { $0.isToSettle && $0.settledIn == nil },
    // The interview that asks for it and does not score it; the one that settles it as a fact.
    .number("askedIn") { $0.askedIn },
    .number("settledIn") { $0.settledIn },
  ])
}

/// Quotations of one text that overlap.
enum Overlap {
  /// Two texts as one, where the second begins within the first; nil where it does not.
  static func joined(_ first: String, _ second: String) -> String? {
    let (a, b) = (Array(first.utf8.prefix(limit)), Array(second.utf8.prefix(limit)))
    guard first.utf8.count == a.count, second.utf8.count == b.count, b.count > 0 else { return nil }
    for start in a.indices where a[start...].starts(with: b.prefix(a.count - start)) {
      let common = min(a.count - start, b.count)
      if common < min(shortest, b.count) { return nil }
      return String(decoding: a + b.dropFirst(common), as: UTF8.self)
    }
    return nil
  }

  /// Longer texts are left alone.
  private static let limit = 2_000
  /// What two texts have to share.
  private static let shortest = 8
}

/// A competency that a line asks for.
struct LedgerEntryView: View {
  var entry: Ledger.Entry
  let interviews: [InterviewView]

  var id: String { entry.competency.id }

  /// The competency's own name; its id where the library does not have it.
  private var name: String {
    let demand = entry.coverage.demand
    let named = zip(demand.along.map(\.id), demand.alongNames).first { $0.0 == entry.competency.id }?.1
    return demand.competencies.first { $0.id == entry.competency.id }?.name ?? named ?? entry.competency.id
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
    // Whether what shows it is about words of the line; and what the line names that nothing is about.
    .flag("isMet") { $0.entry.readings.contains { !$0.words.isEmpty } },
    .text("unmet") { Figures.chosen($0.entry.unmet) },
    .text("notedIn") { $0.entry.coverage.notedIn },
    .flag("noPlace") { $0.entry.coverage.noted.isEmpty && $0.entry.coverage.omission == .noPlace },
    .flag("noQuestion") { $0.entry.coverage.noted.isEmpty && $0.entry.coverage.omission == .noQuestion },
    .flag("notInLibrary") { $0.entry.coverage.omission == .notInLibrary },
    .flag("removedByHand") { $0.entry.coverage.omission == .removedByHand },
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
    .text("shownBy") { view in
      view.reading.shownBy.map(view.interview.shortName).joined(separator: ", ")
    },
    // The words of the line that these are about.
    .texts("words") { $0.reading.words },
  ])
}

/// Something that is assessed and not asked for.
struct UnaskedView: View {
  let unasked: Ledger.Unasked
  let readings: [ReadingPlaceView]

  static let fields = Fields<UnaskedView>([
    .text("id") { $0.unasked.id },
    // The same without hyphens.
    .text("name") { $0.unasked.id.split(separator: "-").joined(separator: " ") },
    .list("readings") { $0.readings },
  ])
}

/// Products that the posting names, of a competency that is rated by something else.
struct UnmetView: View {
  let unmet: Ledger.Unmet

  static let fields = Fields<UnmetView>([
    // The competency, in the words of its demand.
    .view("demand") { DemandView(demand: $0.unmet.coverage.demand) },
    .text("importance") { $0.unmet.competency.importance.rawValue },
    .text("names") { Figures.listed($0.unmet.names) },
  ])
}

extension InterviewView {
  /// What people call a question or an exercise: its title, or its first words.
  fileprivate func shortName(_ id: String) -> String {
    if let exercise = interview.exercise, exercise.id == id { return exercise.title }
    let questions = interview.ratings.flatMap { $0.questions + $0.instead }
    guard let ask = questions.first(where: { $0.question.id == id })?.ask else { return id }
    let words = ask.utf8.split(maxSplits: Self.firstWords) { $0 == 0x20 || $0 == 0x0A }
    let first = words.prefix(Self.firstWords).map { String(Substring($0)) }.joined(separator: " ")
    return first + (words.count > Self.firstWords ? " …" : "")
  }

  /// By so many words one finds a question again.
  private static let firstWords = 7
}

extension Ledger.Entry {
  /// Takes over the words that the same readings are about in a row that has become one with this.
  fileprivate mutating func join(_ other: Ledger.Entry) {
    for index in readings.indices {
      guard let same = other.readings.first(where: { $0.isSamePlace(as: readings[index]) }) else { continue }
      readings[index].words += same.words.filter { !readings[index].words.contains($0) }
    }
    unmet += other.unmet.filter { !unmet.contains($0) }
  }
}

extension Ledger.Reading {
  fileprivate func isSamePlace(as other: Ledger.Reading) -> Bool {
    interview == other.interview && row == other.row
  }
}
