import Rubric

/// What a program is held to.
struct CodingTaskView: View {
  let task: CodingTask

  static let fields = Fields<CodingTaskView>([
    .list("cases") { $0.task.cases.map { CodingCaseView(testCase: $0) } },
    .list("starters") { $0.task.starters.map { StarterView(starter: $0) } },
    .code("reference") { $0.task.reference },
  ])
}

/// Input with the output that it must give.
struct CodingCaseView: View {
  let testCase: CodingTask.Case

  static let fields = Fields<CodingCaseView>([
    .text("id") { $0.testCase.id },
    .number("part") { $0.testCase.part },
    .phrase("shows") { $0.testCase.shows },
    .code("input") { $0.testCase.input },
    .code("output") { $0.testCase.output },
  ])
}

/// A program to start from.
struct StarterView: View {
  let starter: CodingTask.Starter

  static let fields = Fields<StarterView>([
    .text("language") { $0.starter.language },
    .code("program") { $0.starter.program },
  ])
}

/// What is wrong in an artefact, and what only looks wrong.
struct ReviewTaskView: View {
  let task: ReviewTask

  static let fields = Fields<ReviewTaskView>([
    .list("findings") { $0.task.findings.map { ReviewFaultView(fault: $0) } },
    .list("sound") { $0.task.sound.map { ReviewSoundView(sound: $0) } },
  ])
}

/// Something wrong in an artefact.
struct ReviewFaultView: View {
  let fault: ReviewTask.Fault

  static let fields = Fields<ReviewFaultView>([
    .text("id") { $0.fault.id },
    .lines("quote") { ExerciseView.lines($0.fault.quote) },
    .phrase("what") { $0.fault.what },
    .phrase("consequence") { $0.fault.consequence },
    .phrase("fix") { $0.fault.fix },
    .text("weight") { $0.fault.weight.rawValue },
  ])
}

/// Something right that looks wrong.
struct ReviewSoundView: View {
  let sound: ReviewTask.Sound

  static let fields = Fields<ReviewSoundView>([
    .lines("quote") { ExerciseView.lines($0.sound.quote) },
    .phrase("reason") { $0.sound.reason },
  ])
}
