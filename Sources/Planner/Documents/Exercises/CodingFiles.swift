import Rubric

/// The files of a coding exercise, by name.
enum CodingFiles {
  /// Programs to start from, which the candidate gets.
  static func starters(_ starters: [CodingTask.Starter]) -> [(name: String, text: String)] {
    starters.map { ("starter.\($0.fileEnding)", $0.program) }
  }

  /// Each case as input and output, and the reference solution, which the interviewer has.
  static func cases(of task: CodingTask) -> [(name: String, text: String)] {
    let cases = task.cases.enumerated().flatMap { index, testCase in
      let name = "\(index < 9 ? "0" : "")\(index + 1)-\(testCase.id)"
      return [("\(name).in", testCase.input), ("\(name).out", testCase.output)]
    }
    return cases + [("reference.py", task.reference)]
  }
}
