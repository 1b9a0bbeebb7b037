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

  private func task(_ id: String, _ seed: String?) throws -> CodingTask {
    let blueprint = try #require(try Self.library.get().exercise(id))
    return try #require(try blueprint.form(seed: seed).exercise.coding)
  }

  /// The cases that a program fails.
  private static func failures(of program: String, in task: CodingTask) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(program, to: "program.py")
    return try task.cases.filter { testCase in
      let run = try Python.run(folder.path + "/program.py", input: testCase.input)
      return run.status != 0 || trimmed(run.output) != trimmed(testCase.output)
    }.map(\.id)
  }

  /// Spaces at line ends and empty lines at the end do not matter.
  private static func trimmed(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines
  }
}
