import Rubric

/// A question of an interview.
struct QuestionView: View {
  let planned: PlannedQuestion
  let slot: ClockView?
  let spoken: Substring
  let exhibit: [Substring]
  /// The alternative whose choice it is asked on; nil for what everybody is asked.
  let choice: String?
  /// The product that it is about, as the posting names it.
  let product: String?
  /// For which levels its answers speak; nil where no role asks for it.
  let standing: StandingLevelsView?

  /// A question with its stretch of the clock: its own, or that of the one in whose place it is asked.
  init(
    _ planned: PlannedQuestion, clock: [ClockView], choice: String? = nil, on demand: Demand? = nil,
    insteadOf other: PlannedQuestion? = nil
  ) {
    self.planned = planned
    self.choice = choice
    let about = planned.question.products
    product =
      about.isEmpty ? nil : demand.flatMap { NamedProducts($0.alternatives + $0.along).first(of: about) }
    standing = demand.map { StandingLevelsView(of: planned.question, for: $0) }
    (spoken, exhibit) = Self.parts(of: planned.ask)
    let timed = other?.question.id ?? planned.question.id
    slot = clock.first { stretch in
      if case .question(let id, _, _) = stretch.part { id == timed } else { false }
    }
  }

  /// The words to read aloud are the first paragraph; what follows it, such as code to review, is shown.
  static func parts(of ask: String) -> (spoken: Substring, exhibit: [Substring]) {
    let lines = PlainText.lines(of: ask)
    guard let gap = lines.firstIndex(where: isBlank) else { return (ask[...], []) }
    let spoken = lines[gap].startIndex
    let shown = lines[gap...].drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    let indent =
      shown.lazy.filter { !isBlank($0) }.map { $0.utf8.prefix { $0 == UInt8(ascii: " ") }.count }.min() ?? 0
    return (ask[..<spoken], shown.map { $0.dropFirst(indent) })
  }

  private static func isBlank(_ line: Substring) -> Bool { line.utf8.allSatisfy(ASCII.isSpace) }

  static let fields = Fields<QuestionView>([
    .text("id") { $0.planned.question.id },
    // Of several alternatives the one that it is about.
    .text("choice") { $0.choice },
    .text("ask") { String($0.spoken) },
    // The same words in lines that fit behind the mark of a comment.
    .texts("askLines") { LineFilling.lines(of: String($0.spoken), width: 92) },
    // What the candidate is shown, line by line.
    .lines("exhibit") { $0.exhibit },
    .number("minutes") { $0.planned.minutes },
    .number("from") { $0.slot?.start },
    .number("to") { $0.slot?.end },
    .view("nearness") { $0.planned.nearness.map(NearnessView.init) },
    // Whether it is about the system that the interview tells.
    .flag("isOfThread") { $0.planned.question.thread != nil },
    // The product that it is about, as the posting names it.
    .text("product") { $0.product },
    // For which levels its answers speak, where it is asked for a role.
    .view("standing") { $0.standing },
    .texts("probes") { $0.planned.question.probes.map(\.text) },
    .texts("strong") { $0.planned.question.strong },
    .texts("meets") { $0.planned.question.meets },
    .texts("weak") { $0.planned.question.weak },
  ])
}
