import Diagnostics
import Foundation
import Rubric
import TestSupport
import Testing

/// The cases of coding exercises, run against the reference solution and the flawed ones.
@Suite("Solutions of coding exercises", .enabled(if: Python.isThere, "python3 is not installed"))
struct CodingSolutionTests {
  private static let library = Result { RubricLibrary(try OwnRubrics.files()) }

  private static let ids = ProjectFiles.list("Rubrics/exercises/coding", ending: ".yaml")
    .map { String($0.dropLast(5)) }

  @Test("the reference solution passes every case, in the first form and in three more", arguments: ids)
  func reference(id: String) throws {
    for seed in [nil, "1", "2", "3"] {
      let task = try task(id, seed)
      let failed = try Self.failures(of: task.reference, in: task)
      #expect(failed == [], "\(id), form \(seed ?? "first")")
    }
  }

  @Test("each flawed solution fails a case, and runs", arguments: ids)
  func flawed(id: String) throws {
    let task = try task(id, nil)
    for (index, flaw) in task.flawed.enumerated() {
      let program = try #require(flaw.program(of: task.reference))
      let failed = try Self.failures(of: program, in: task)
      #expect(!failed.isEmpty, "\(id): the flaw \(index + 1), \(flaw.slip), passes every case")
      #expect(failed.count < task.cases.count, "\(id): the flaw \(index + 1), \(flaw.slip), passes no case")
    }
  }

  @Test("the starter runs, and passes not every case", arguments: ids)
  func starter(id: String) throws {
    let task = try task(id, nil)
    let starter = try #require(task.starters.first { $0.language == "python" })
    #expect(try !Self.failures(of: starter.program, in: task).isEmpty, "\(id)")
  }

  @Test(
    "the starter in Bash takes every case, and prints nothing yet",
    .enabled(if: Bash.isThere, "bash 4 is not installed"),
    arguments: ids)
  func bash(id: String) throws {
    let task = try task(id, nil)
    guard let starter = task.starters.first(where: { $0.language == "bash" }) else { return }
    for testCase in task.cases {
      let run = try Bash.run(starter.program, input: testCase.input)
      #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty, "\(id), \(testCase.id)")
    }
  }

  private func task(_ id: String, _ seed: String?) throws -> CodingTask {
    let blueprint = try #require(try Self.library.get().exercise(id))
    return try #require(try blueprint.form(seed: seed).exercise.coding)
  }

  /// The cases that a program fails. One process runs them all: most of the time of a case is the start of
  /// Python.
  private static func failures(of program: String, in task: CodingTask) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(program, to: "program.py")
    try folder.write(driver, to: "driver.py")
    let inputs = String(decoding: try JSONEncoder().encode(task.cases.map(\.input)), as: UTF8.self)
    let run = try Python.run(folder.path + "/driver.py", input: inputs)
    try #require(run.status == 0, "\(run.errors)")
    let outputs = try JSONDecoder().decode([String?].self, from: Data(run.output.utf8))
    try #require(outputs.count == task.cases.count)
    return zip(task.cases, outputs).filter { testCase, output in
      output.map(trimmed) != trimmed(testCase.output)
    }.map(\.0.id)
  }

  /// Runs `program.py` beside it on each text of a list, from nothing each time, and gives what it printed;
  /// null where it failed.
  private static let driver = """
    import io, json, os, runpy, sys
    outputs = []
    program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "program.py")
    streams = sys.stdin, sys.stdout
    for text in json.load(sys.stdin):
        sys.stdin, sys.stdout = io.StringIO(text), io.StringIO()
        try:
            runpy.run_path(program, run_name="__main__")
            outputs.append(sys.stdout.getvalue())
        except SystemExit as end:
            outputs.append(None if end.code else sys.stdout.getvalue())
        except Exception:
            outputs.append(None)
    sys.stdin, sys.stdout = streams
    json.dump(outputs, sys.stdout)
    """

  /// Spaces at line ends and empty lines at the end do not matter.
  private static func trimmed(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines
  }
}
