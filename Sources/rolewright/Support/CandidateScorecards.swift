import Diagnostics
import Planner
import Rubric
import YAML

/// Scorecards that somebody names one by one or by the folders of candidates, each with the plan of its loop.
struct CandidateScorecards {
  /// Those in which something is written.
  private(set) var files: [(file: CandidateRecord.ScorecardFile, plan: AssessmentPlan)] = []
  /// The names of those in which nothing is.
  private(set) var blank: [String] = []

  /// Reads files and folders, in the order in which they are named.
  init(_ paths: [String]) throws(InvalidInput) {
    var seen: Set<String> = []
    for path in paths {
      for file in try Self.record(path).map({ ($0, $1) }) where seen.insert(file.0.source.name).inserted {
        try add(file.0, file.1)
      }
    }
  }

  private static func record(
    _ path: String
  ) throws(InvalidInput) -> [(CandidateRecord.ScorecardFile, CandidateRecord)] {
    let record: CandidateRecord
    if InputFiles.isFolder(path) {
      record = try CandidateFolder(at: path).record()
    } else {
      let source = try InputFiles.read(path)
      let plan = try CandidateFolder.plan(of: LoopFolder.folder(of: path))
      record = try CandidateRecord(plan: plan, scorecards: [source], decision: nil)
    }
    return record.scorecards.map { ($0, record) }
  }

  private mutating func add(
    _ file: CandidateRecord.ScorecardFile, _ record: CandidateRecord
  ) throws(InvalidInput) {
    let fingerprint = file.scorecard.fingerprint
    guard fingerprint.value == record.plan.fingerprint else {
      throw InvalidInput(
        Finding(
          "other-loop", "this is the scorecard of another loop, \"\(fingerprint.value)\"", in: file.source,
          at: fingerprint.range, note: "\(record.planSource.name) is of \"\(record.plan.fingerprint)\"",
          help: "put it beside the assessment.yaml of its own loop"))
    }
    guard file.scorecard.progress != .blank else { return blank.append(file.source.name) }
    files.append((file, record.plan))
  }
}

extension ExchangeMapping {
  /// Reads the mapping at a path, for a platform and the loops of some scorecards.
  init(
    atPath path: String, for platform: ExchangePlatform, of plans: [AssessmentPlan]
  ) throws(InvalidInput) {
    let source = try InputFiles.read(path)
    try self.init(from: source)
    guard self.platform == platform else {
      throw InvalidInput(
        Finding(
          "other-platform", "this mapping is for \(self.platform.rawValue), not for \(platform.rawValue)",
          in: source,
          at: nil, help: "a mapping that is not there is written blank"))
    }
    guard let fingerprint, !fingerprint.isEmpty else { return }
    if let other = plans.first(where: { $0.fingerprint != fingerprint }) {
      throw InvalidInput(
        Finding(
          "other-loop", "this mapping is for another loop, \"\(fingerprint)\"", in: source, at: nil,
          note: "the scorecards are of \"\(other.fingerprint)\"",
          help: "competencies and questions may differ; take the fingerprint out to use it all the same"))
    }
  }
}

extension CandidateFolder {
  /// The plan of the scorecards of a loop: the file itself, or that of its folder.
  static func planFile(of path: String) throws(InvalidInput) -> SourceText {
    if InputFiles.isFolder(path) {
      return try plan(of: InputFiles.folder(path))
    }
    let name = SourceText.fileName(of: path)
    return name == "loop.yaml" || name == "role.yaml"
      ? try plan(of: LoopFolder.folder(of: path)) : try InputFiles.read(path)
  }
}
