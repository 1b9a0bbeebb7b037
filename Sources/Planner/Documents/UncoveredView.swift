import Rubric

/// A question on what the posting asks for and no competency covers.
struct UncoveredView: View {
  let question: UncoveredQuestion
  let interview: Int
  let slot: ClockView?

  /// Those of an interview, in the order of asking.
  static func views(of view: InterviewView) -> [UncoveredView] {
    view.interview.uncovered.enumerated().map { place, question in
      let slot = view.clock.first { stretch in
        if case .uncovered(place, _) = stretch.part { true } else { false }
      }
      return UncoveredView(question: question, interview: view.interview.number, slot: slot)
    }
  }

  static let fields = Fields<UncoveredView>([
    .text("ask") { $0.question.ask },
    // The number of the interview that asks it.
    .number("interview") { $0.interview },
    .number("minutes") { $0.question.minutes },
    .number("from") { $0.slot?.start },
    .number("to") { $0.slot?.end },
    // The posting's words.
    .list("words") { EvidenceView.views(of: $0.question.evidence) },
  ])
}

/// What is heard in answers to questions on what no competency covers.
struct UncoveredSignsView: View {
  let talk: UncoveredTalk

  static let fields = Fields<UncoveredSignsView>([
    .texts("strong") { $0.talk.strong },
    .texts("meets") { $0.talk.meets },
    .texts("weak") { $0.talk.weak },
  ])
}
