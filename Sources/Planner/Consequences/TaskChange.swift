internal import Rubric

/// What becomes of a question or an exercise.
public struct TaskChange: Sendable {
  /// Its id in the library.
  public let id: String
  /// The words to read aloud; the title of an exercise.
  public let words: String
  /// Whether an interview is held around it.
  public let isExercise: Bool
  /// The names of what it shows, by the second loop if that has it.
  public let shows: [String]
  /// What becomes of it.
  public let kind: Kind
  /// Whether the planner has only chosen otherwise: all that it shows is asked for alike by both roles, and rated by
  /// both loops as often. False for what stays.
  public let isRechoice: Bool

  /// What becomes of a question or an exercise.
  public enum Kind: String, Sendable, CaseIterable {
    /// Only the second loop asks it: it must be asked anew.
    case added
    /// Only the first loop asks it: it no longer needs asking.
    case removed
    /// Both ask it.
    case kept
  }

  /// Every question and exercise of two loops, each once.
  static func all(from: InterviewLoop, to: InterviewLoop, _ ratings: [DemandChange]) -> [TaskChange] {
    let (before, after) = (from.tasks, to.tasks)
    let known = (Set(before.map(\.id)), Set(after.map(\.id)))
    let steady = ratings.filter { $0.kind == .kept && $0.isAskedAlike && $0.readings == nil }
    let alike = (
      Set(steady.compactMap(\.from?.demand.id)), Set(steady.compactMap(\.to?.demand.id))
    )
    return after.map { task in
      known.0.contains(task.id)
        ? TaskChange(task, .kept, isRechoice: false)
        : TaskChange(task, .added, isRechoice: alike.1.isSuperset(of: task.demands))
    }
      + before.filter { !known.1.contains($0.id) }.map { task in
        TaskChange(task, .removed, isRechoice: alike.0.isSuperset(of: task.demands))
      }
  }

  private init(_ task: LoopTask, _ kind: Kind, isRechoice: Bool) {
    (id, words, isExercise, shows) = (task.id, task.words, task.isExercise, task.shows)
    (self.kind, self.isRechoice) = (kind, isRechoice)
  }
}

/// A question or an exercise of a loop.
struct LoopTask {
  var id: String
  var words: String
  var isExercise: Bool
  /// The ids of the demands that it shows.
  var demands: Set<String>
  /// Their names, in the order of asking.
  var shows: [String]
}

extension InterviewLoop {
  /// The questions and exercises in the order of asking, each once.
  var tasks: [LoopTask] {
    var tasks: [LoopTask] = []
    for interview in interviews {
      for task in interview.tasks where !tasks.contains(where: { $0.id == task.id }) { tasks.append(task) }
    }
    return tasks
  }
}

extension Interview {
  /// Its exercise and its questions, with what each shows.
  var tasks: [LoopTask] {
    func task(_ id: String, _ words: String, isExercise: Bool) -> LoopTask {
      let shown = ratings.filter { rating in rating.isShown(by: id) }.map(\.demand)
      return LoopTask(
        id: id, words: words, isExercise: isExercise, demands: Set(shown.map(\.id)),
        shows: shown.map(\.name))
    }
    let around = exercise.map { [task($0.id, $0.title, isExercise: true)] } ?? []
    return around
      + ratings.flatMap(\.questions).map { task($0.question.id, $0.ask, isExercise: false) }
  }
}

extension PlannedRating {
  /// Whether a question or an exercise of the interview shows it.
  func isShown(by id: String) -> Bool {
    shownBy == id || questions.contains { $0.question.id == id }
  }
}
