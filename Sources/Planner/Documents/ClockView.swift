import Rubric

/// A stretch of an interview, by minutes from its start.
struct ClockView: View {
  let start: Int
  let end: Int
  let part: Part

  /// What the stretch is for.
  enum Part: Sendable {
    case opening, checks, reserve, closing
    case question(id: String, name: String)
  }

  /// The stretches of an interview in order: opening, fact checks, each question, what is left, closing.
  static func views(of interview: Interview) -> [ClockView] {
    guard let format = interview.format, interview.minutes > 0 else { return [] }
    var parts: [(Part, Int)] = [(.opening, format.opening)]
    for rating in interview.ratings {
      let name = DemandView(demand: rating.demand).name
      for question in rating.questions {
        parts.append((.question(id: question.question.id, name: name), question.minutes))
      }
    }
    let left = interview.minutes - parts.map(\.1).reduce(0, +) - format.closing
    parts += [(format.checks.isEmpty ? .reserve : .checks, left), (.closing, format.closing)]
    return laidOut(parts.filter { $0.1 > 0 })
  }

  private static func laidOut(_ parts: [(Part, Int)]) -> [ClockView] {
    var minute = 0
    return parts.map { part, minutes in
      defer { minute += minutes }
      return ClockView(start: minute, end: minute + minutes, part: part)
    }
  }

  /// The question's name, where the stretch is for one.
  private var name: String? { if case .question(_, let name) = part { name } else { nil } }

  static let fields = Fields<ClockView>([
    .number("from") { $0.start },
    .number("to") { $0.end },
    .number("minutes") { $0.end - $0.start },
    .flag("isOpening") { if case .opening = $0.part { true } else { false } },
    .flag("isChecks") { if case .checks = $0.part { true } else { false } },
    .flag("isReserve") { if case .reserve = $0.part { true } else { false } },
    .flag("isClosing") { if case .closing = $0.part { true } else { false } },
    // The competency that the question is about, where the stretch is for a question.
    .text("question") { $0.name },
  ])
}
