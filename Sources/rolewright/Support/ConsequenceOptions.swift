import ArgumentParser
import Diagnostics
import Planner
import Rubric
import YAML

/// What `diff` tells of the consequences, and by which policy, panel and scorecards.
struct ConsequenceOptions: ParsableArguments {
  @Flag(help: "Leave out what follows for the loop.")
  var noLoop = false

  @Option(
    name: .long,
    help: ArgumentHelp("Change the policy by the keys of a file, for both sides.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var policy: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Say whether the people of a panel still cover the loop.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var panel: String?

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(
      "Say which ratings of candidates stay comparable: their folders or archives.", valueName: "dir"),
    completion: .file())
  var scorecards: [String] = []

  /// The most candidates whose scorecards are looked at.
  private static let maximum = 200

  func validate() throws {
    if noLoop, policy != nil || panel != nil || !scorecards.isEmpty {
      throw ValidationError(
        "--no-loop leaves out what --policy, --panel and --scorecards are for; choose one of them.")
    }
    if scorecards.count > Self.maximum {
      throw ValidationError("At most \(Self.maximum) candidates are looked at.")
    }
  }

  /// The policy that is named, by which postings are read too; nil for that of the library.
  func policy(of library: RubricLibrary) throws(InvalidInput) -> LoopPolicy? {
    guard policy != nil else { return nil }
    return try PolicyChange(file: policy, excluded: []).policy(of: library)
  }

  /// What follows from what changed, with the loops in some detail; nil where it is not asked for, and where nothing
  /// changed that planning uses.
  func consequences(
    of diff: RoleDiff, _ library: RubricLibrary, policy: LoopPolicy?, _ detail: LoopDetail
  ) throws(InvalidInput) -> Consequences? {
    guard !noLoop, panel != nil || !scorecards.isEmpty || diff.changes.contains(where: \.bearsOnLoop) else {
      return nil
    }
    let policy =
      if let policy { policy } else { try PolicyChange(excluded: []).policy(of: library) }
    let planner = try LoopPlanner(library: library, policy: policy).prepared(for: [diff.from, diff.to])
    let panel = try panel.map { path throws(InvalidInput) in
      try Panel(from: try InputFiles.read(path), library: library)
    }
    let records = try records()
    let detail = records.isEmpty ? detail : detail.union(.fingerprint)
    func loop(_ role: RoleDefinition) throws(InvalidInput) -> InterviewLoop {
      let loop = try planner.plan(role, detail)
      return panel.map { loop.held(by: $0) } ?? loop
    }
    return Consequences(from: try loop(diff.from), to: try loop(diff.to), scorecards: records)
  }

  /// What is written of the candidates, each by the label of its scorecards.
  private func records() throws(InvalidInput) -> [(label: String, record: CandidateRecord)] {
    var records: [(label: String, record: CandidateRecord)] = []
    for path in scorecards {
      let record = try CandidateInput(at: path).record
      records.append((record.candidate ?? path, record))
    }
    return records
  }

  /// What follows, to stand below the changes; empty where there is nothing to tell.
  func text(
    _ consequences: Consequences?, as format: ConsequenceRenderer.Format, isWhole: Bool,
    templates: [(name: String, source: SourceText)], areChecked: Bool
  ) throws(InvalidInput) -> String {
    guard let consequences else { return "" }
    let renderer = try ConsequenceRenderer(templates: templates, areChecked: areChecked, formats: [format])
    return renderer.text(consequences, as: format, isWhole: isWhole)
  }
}

extension Document {
  /// A mapping with what follows behind its other keys; null where nothing is told of it.
  func with(_ consequences: Consequences?) -> Document {
    guard case .mapping(let pairs, let inline) = self else { return self }
    return .mapping(
      pairs + [.init("consequences", consequences?.document ?? .null)], inline: inline)
  }
}
