import Diagnostics
import Rubric

/// Why a posting asks for a competency or not, as the template sees it.
struct WhyView: View {
  let reasoning: Reasoning
  let lines: LineTable

  init(_ reasoning: Reasoning) {
    self.reasoning = reasoning
    lines = LineTable(reasoning.source)
  }

  /// What stands at some words, with its place.
  func mark(_ mark: Reasoning.Mark) -> MarkView {
    MarkView(mark: mark, source: reasoning.source, lines: lines)
  }

  private var overrideMark: [MarkView] {
    reasoning.overrideEvidence.map { evidence in
      let start = Place(line: evidence.line, column: evidence.column)
      let first = evidence.quote.prefix { $0 != "\n" && $0 != "\r\n" }.unicodeScalars.count
      let end = Place(line: evidence.line, column: evidence.column + first)
      return mark(Reasoning.Mark(range: PlaceRange(start: start, end: end), words: evidence.words))
    }
  }

  static let fields = Fields<WhyView>([
    .text("id") { $0.reasoning.id },
    .text("name") { $0.reasoning.name },
    .text("file") { $0.reasoning.source.name },
    .flag("isFound") { $0.reasoning.demand != nil },
    .text("importance") { $0.reasoning.demand?.importance.rawValue },
    .text("group") { $0.reasoning.demand?.anyOf },
    .texts("alternatives") { $0.reasoning.alternatives },
    .text("override") { $0.reasoning.demand?.override },
    .list("overrideMarks") { $0.overrideMark },
    .list("claims") { view in
      view.reasoning.claims.enumerated().map { ClaimView(number: $0 + 1, claim: $1, why: view) }
    },
    .number("furtherClaims") { $0.reasoning.furtherClaims == 0 ? nil : $0.reasoning.furtherClaims },
    .list("counts") { $0.reasoning.counts.map { ImportanceCountView(importance: $0, count: $1) } },
    .flag("isSingle") { $0.reasoning.counts.map(\.count).reduce(0, +) == 1 },
    .view("target") { view in view.reasoning.target.map { TargetView(target: $0, why: view) } },
    .list("misses") { view in view.reasoning.misses.map { MissView(miss: $0, why: view) } },
    .number("furtherMisses") { $0.reasoning.furtherMisses == 0 ? nil : $0.reasoning.furtherMisses },
    .texts("terms") { $0.reasoning.terms },
    .number("furtherTerms") { $0.reasoning.furtherTerms == 0 ? nil : $0.reasoning.furtherTerms },
  ])
}

/// Words of the posting.
struct MarkView: View {
  let mark: Reasoning.Mark
  let source: SourceText
  let lines: LineTable

  static let fields = Fields<MarkView>([
    .number("line") { $0.mark.range.start.line },
    .number("column") { $0.mark.range.start.column },
    .text("words") { $0.mark.words },
    // The line with a caret under the words, as findings show them, indented and within 80 columns.
    .lines("snippet") { view -> [Substring] in
      FindingPrinter(window: 64).snippet(of: view.source, view.lines, at: view.mark.range)
        .map { line in ("    " + line).dropLast { $0 == " " } }
    },
  ])
}

extension String {
  fileprivate func dropLast(while holds: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let last = rest.last, holds(last) { rest.removeLast() }
    return rest
  }
}

/// How many places ask for the competency with an importance.
struct ImportanceCountView: View {
  let importance: Importance
  let count: Int

  static let fields = Fields<ImportanceCountView>([
    .text("importance") { $0.importance.rawValue },
    .number("count") { $0.count },
  ])
}

/// How the target level came about.
struct TargetView: View {
  let target: Reasoning.Target
  let why: WhyView

  static let fields = Fields<TargetView>([
    .number("level") { $0.target.level.rawValue },
    .text("levelName") { $0.target.level.name },
    .text("roleLevel") { $0.target.roleLevel == .unspecified ? nil : $0.target.roleLevel.rawValue },
    .text("title") { $0.target.title },
    // The years asked for, where they stand for the level.
    .number("years") { $0.target.years },
    .flag("isSet") { $0.target.isSet },
    // Whether it is lower than `base`, as one sentence alone states what is asked for.
    .flag("isOfOneLine") { $0.target.isOfOneLine },
    .number("base") { $0.target.base.rawValue },
    .text("baseName") { $0.target.base.name },
    .view("cue") { view in view.target.cue.map { view.why.mark($0.mark) } },
  ])
}

/// The term of a signal.
struct TermView: View {
  let term: Reasoning.Term

  static let fields = Fields<TermView>([
    .text("text") { $0.term.text },
    .text("rubric") { $0.term.file },
    .number("rubricLine") { $0.term.line },
  ])
}

/// A part of the posting.
struct SectionView: View {
  let section: Reasoning.Section
  let why: WhyView

  static let fields = Fields<SectionView>([
    .text("name") { $0.section.name },
    .text("asks") { $0.section.asks?.rawValue },
    .view("heading") { view in view.section.heading.map { view.why.mark($0) } },
  ])
}
