import Foundation
import TestSupport

/// A loop of two interviews, one of them with alternatives and code to show, and the forms of a candidate of it.
final class FormFixture {
  /// Where the folder is.
  let folder: TemporaryFolder

  /// The folder of a loop, `loop`, and of a candidate of it, `C-17`.
  init(_ arguments: [String] = []) throws {
    folder = try TemporaryFolder()
    try folder.write(
      try ProjectFiles.text("Tests/FormTests/Fixtures/assessment.yaml"), to: "loop/assessment.yaml")
    let words = ["scorecard", "new", "loop", "--candidate", "C-17", "-o", "C-17"] + arguments
    let outcome = try Rolewright.run(words, in: folder.path)
    guard outcome.status == 0 else { throw NotMade(errors: outcome.errors) }
  }

  /// A command that did not do its work.
  struct NotMade: Error {
    let errors: String
  }

  /// The blank scorecard with alternatives.
  func blank() throws -> String { try folder.text("C-17/2-coding.yaml") }
}

/// What runs the scripts of the form: found in the path, and not brought along.
enum Tool: String {
  case node
  case chromium

  /// Where it is; nil where it is not installed.
  var path: String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/\(rawValue)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Whether it is installed.
  var isThere: Bool { path != nil }
}

/// Scripts of the tests, run by Node.
enum NodeScript {
  /// Runs a script that takes JSON and gives JSON.
  static func run<Input: Encodable, Output: Decodable>(
    _ name: String, _ input: Input, as: Output.Type
  ) throws -> Output {
    let folder = try TemporaryFolder()
    try folder.write(Array(try JSONEncoder().encode(input)), to: "input.json")
    let script = "\(ProjectFiles.root)/Tests/FormTests/Scripts/\(name)"
    let line = "\(Tool.node.path ?? "node") '\(script)' < input.json > output.json"
    let outcome = try Rolewright.shell("PATH=$PATH:/usr/local/bin; \(line)", in: folder.path)
    guard outcome.status == 0 else { throw FormFixture.NotMade(errors: outcome.output) }
    return try JSONDecoder().decode(Output.self, from: Data(try folder.text("output.json").utf8))
  }
}
