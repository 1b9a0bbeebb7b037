import Diagnostics
import Rubric

/// What the scorecards of a loop rate, found by the folder of the loop or by a file in it.
struct LoopAssessment {
  /// The plan of the scorecards.
  let plan: AssessmentPlan
  /// The file of the plan.
  let source: SourceText
  /// The folder that it stands in.
  let folder: String

  /// Reads the assessment of a loop's folder, of its loop.yaml or assessment.yaml, or of a candidate's folder. Throws
  /// for a posting or a role, and where the loop was edited after the assessment was made.
  init(at given: String) throws(InvalidInput) {
    folder = try Self.folder(of: given)
    let path = "\(folder)/\(CandidateRecord.planName)"
    guard FileSystem.exists(path) else {
      let isLoop = FileSystem.exists("\(folder)/loop.yaml")
      throw InvalidInput(
        "no-assessment", "there is no \(CandidateRecord.planName) here, so nothing says what is rated",
        file: folder, help: isLoop ? Self.update(folder) : Self.plan)
    }
    source = try InputFiles.read(path)
    plan = try AssessmentPlan(from: source)
    try Self.refuseEdits(in: folder)
  }

  /// The interviews of some numbers; without numbers, all that rate.
  func interviews(_ numbers: [Int]) throws(InvalidInput) -> [AssessedInterview] {
    let rating = plan.ratingInterviews
    let known = rating.map { String($0.number) }.joined(separator: ", ")
    for number in numbers where !rating.contains(where: { $0.number == number }) {
      throw InvalidInput(
        "unknown-interview", "no interview that rates anything has the number \(number)", file: source.name,
        help: rating.isEmpty ? nil : "expected one of: \(known)")
    }
    guard !rating.isEmpty else {
      throw InvalidInput("too-few", "no interview of the loop rates anything", file: source.name)
    }
    return numbers.isEmpty ? rating : rating.filter { numbers.contains($0.number) }
  }

  private static func folder(of given: String) throws(InvalidInput) -> String {
    guard FileSystem.exists(given) else {
      throw InvalidInput("no-such-file", "no such file or folder", file: given, help: plan)
    }
    if InputFiles.isFolder(given) { return InputFiles.folder(given) }
    let name = SourceText.fileName(of: given)
    guard name == "loop.yaml" || name == CandidateRecord.planName else {
      throw InvalidInput(
        "no-assessment", "this is no loop; scorecards rate what a loop was planned to rate", file: given,
        help: plan)
    }
    return LoopFolder.folder(of: given)
  }

  /// Complains where a person has edited the loop or its role, and the assessment is still that of before.
  private static func refuseEdits(in folder: String) throws(InvalidInput) {
    let sums = "\(folder)/\(LoopRecord.folder)/\(LoopRecord.digestFile)"
    guard FileSystem.exists(sums) else { return }
    let recorded = try LoopRecord.digests(in: try InputFiles.read(sums))
    for name in ["loop.yaml", "role.yaml"] {
      let path = "\(folder)/\(name)"
      guard let digest = recorded[name], FileSystem.exists(path),
        SHA256.hexadecimal(of: try InputFiles.read(path).bytes) != digest
      else { continue }
      throw InvalidInput(
        "stale-assessment", "was edited after the assessment was made, so scorecards would rate the old loop",
        file: path, help: update(folder))
    }
  }

  private static let plan = "plan first: \"rolewright plan POSTING -o loop\"; then name the folder loop here"

  private static func update(_ folder: String) -> String {
    "bring it up to date: \"rolewright plan \(folder)/loop.yaml --update \(folder)\""
  }
}
