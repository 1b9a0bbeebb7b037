import Rubric

/// A scorecard before anybody has filled it in: what the templates `scorecard.yaml` and `scorecard.html` start from.
struct ScorecardView: View {
  let plan: AssessmentPlan
  let interview: AssessedInterview
  var bearer = ScorecardBearer()
  /// The name of the file of the scorecard.
  var file = ""
  /// The scorecard as that file.
  var blank = ""
  var assets = LoopView.Assets(style: "", script: "")

  static let fields = Fields<ScorecardView>([
    .markup("style") { $0.assets.style },
    .markup("script") { $0.assets.script },
    .text("title") { $0.plan.title },
    .text("company") { $0.plan.company },
    .text("level") { $0.plan.level == .unspecified ? nil : $0.plan.level.rawValue },
    .text("fingerprint") { $0.plan.fingerprint },
    .number("number") { $0.interview.number },
    .text("name") { $0.interview.name },
    .text("format") { $0.interview.format },
    .number("minutes") { $0.interview.minutes > 0 ? $0.interview.minutes : nil },
    // Who is rated and who rates, as far as that is known beforehand.
    .text("candidate") { $0.bearer.candidate },
    .text("interviewer") { $0.bearer.interviewer },
    .text("file") { $0.file },
    .code("blank") { $0.blank },
    .list("ratings") { ScorecardRatingView.views(of: $0.interview, in: $0.plan) },
    .list("questions") { ScorecardQuestionView.views(of: $0.interview) },
  ])
}

/// A question or an exercise of a scorecard.
struct ScorecardQuestionView: View {
  let question: AssessedQuestion
  let position: Int
  let spoken: Substring
  let exhibit: [Substring]

  static func views(of interview: AssessedInterview) -> [ScorecardQuestionView] {
    interview.questions.enumerated().map { index, question in
      let (spoken, exhibit) = QuestionView.parts(of: question.ask)
      return ScorecardQuestionView(
        question: question, position: index + 1, spoken: spoken, exhibit: exhibit)
    }
  }

  static let fields = Fields<ScorecardQuestionView>([
    // Its place among the questions, from 1.
    .number("position") { $0.position },
    .text("id") { $0.question.id },
    .text("ask") { String($0.spoken) },
    // The same words in lines that fit behind the mark of a comment.
    .texts("askLines") { LineFilling.lines(of: PlainText.cleaned(String($0.spoken)), width: 92) },
    // What the candidate is shown, line by line.
    .lines("exhibit") { $0.exhibit },
  ])
}
