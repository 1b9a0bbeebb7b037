import Diagnostics
import Rubric

/// The folder of a candidate: scorecards, the plan of what they rate, and what was decided.
struct CandidateFolder {
  /// Where it is, without a slash at its end.
  let path: String
  /// The plan of what the scorecards rate.
  let plan: SourceText
  /// The scorecards, by name.
  let scorecards: [SourceText]
  /// What was decided, where there is a file of it.
  let decision: SourceText?
  /// The names of all that is in it, sorted.
  let names: [String]

  /// The most scorecards of a folder.
  static let maximum = 200

  /// Reads the files of a folder.
  init(at given: String) throws(InvalidInput) {
    let path = InputFiles.folder(given)
    self.path = path
    guard let entries = FileSystem.entries(of: path) else {
      throw InvalidInput("no-such-folder", "no such folder", file: path)
    }
    names = entries.sorted()
    let cards = names.filter(CandidateRecord.isScorecard)
    guard cards.count <= Self.maximum else {
      throw InvalidInput(
        "too-many", "\(cards.count) scorecards; expected at most \(Self.maximum)", file: path,
        help: "give each candidate a folder")
    }
    plan = try Self.plan(of: path)
    var sources: [SourceText] = []
    for name in cards { sources.append(try InputFiles.read("\(path)/\(name)")) }
    scorecards = sources
    let decided = "\(path)/\(CandidateRecord.decisionName)"
    decision = FileSystem.exists(decided) ? try InputFiles.read(decided) : nil
  }

  /// What is written of the candidate.
  func record() throws(InvalidInput) -> CandidateRecord {
    try CandidateRecord(plan: plan, scorecards: scorecards, decision: decision)
  }

  /// The plan of the scorecards of a folder: its own, or that of the folder around it, where the scorecards of a
  /// loop's folder and of several candidates find theirs.
  static func plan(of folder: String) throws(InvalidInput) -> SourceText {
    let own = "\(folder)/\(CandidateRecord.planName)"
    if FileSystem.exists(own) { return try InputFiles.read(own) }
    let around = LoopFolder.folder(of: FileSystem.absolute(folder))
    let other = around == "/" ? "/\(CandidateRecord.planName)" : "\(around)/\(CandidateRecord.planName)"
    if FileSystem.exists(other) { return try InputFiles.read(other) }
    throw InvalidInput(
      "no-assessment", "there is no \(CandidateRecord.planName) here, so nothing says what is rated",
      file: folder, help: "\"rolewright scorecard new\" makes a candidate's folder with it")
  }
}
