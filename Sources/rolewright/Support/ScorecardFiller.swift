import Diagnostics
import Planner
import Rubric
import YAML

/// Writes scorecards into a candidate's folder: new files, and blank scorecards that are there. One in which somebody
/// has written anything stays as it is, whenever that was written.
struct ScorecardFiller {
  /// The folder, without a slash at its end.
  private let folder: String
  private let plan: AssessmentPlan

  init(folder: String, plan: AssessmentPlan) {
    self.folder = InputFiles.folder(folder)
    self.plan = plan
  }

  /// Makes the folder with the plan of its scorecards. Throws where it is another loop's or another candidate's.
  func begin(with source: SourceText, candidate: String) throws(InvalidInput) {
    let own = "\(folder)/\(CandidateRecord.planName)"
    guard FileSystem.exists(own) else {
      try make()
      _ = try put(source.text, at: own, over: .new)
      return
    }
    let there = try AssessmentPlan(from: try InputFiles.read(own))
    guard there.fingerprint == plan.fingerprint else {
      throw InvalidInput(
        "other-loop", "the folder is of another loop, \"\(there.fingerprint)\"", file: own,
        help: "give each loop of a candidate a folder")
    }
    guard let other = try label(), !candidate.isEmpty, other != candidate else { return }
    throw InvalidInput(
      "several-candidates", "the folder is that of \"\(other)\", and the scorecards are of \"\(candidate)\"",
      file: folder, help: "give each candidate a folder")
  }

  /// The label that the scorecards of the folder bear.
  private func label() throws(InvalidInput) -> String? {
    try CandidateFolder(at: folder).record().candidate
  }

  private func make() throws(InvalidInput) {
    do throws(SystemFailure) { try FileSystem.makeFolders(folder, isDurable: false) } catch {
      throw InvalidInput(
        "unwritable", "may not be written", file: folder, help: "look at the permissions of the folder")
    }
  }

  /// Writes a scorecard: to the interviewer's own file where there is one, else to that of the interview, else, where
  /// that is another interviewer's, to a new one of the interviewer's own. Says what was done, for people.
  func write(_ imported: ScorecardImport.Imported) throws(InvalidInput) -> String {
    let first = "\(folder)/\(imported.fileName).yaml"
    let own = imported.ownFileName.map { "\(folder)/\($0).yaml" }
    if let own, FileSystem.exists(own) { return try write(imported.scorecard, to: own) }
    do throws(InvalidInput) {
      return try write(imported.scorecard, to: first)
    } catch {
      guard let own, try isOfAnother(first, than: imported.scorecard) else { throw error }
      return try write(imported.scorecard, to: own)
    }
  }

  /// Whether a file is a scorecard that bears another interviewer's name.
  private func isOfAnother(_ path: String, than scorecard: Scorecard) throws(InvalidInput) -> Bool {
    guard let there = try? Scorecard(from: try InputFiles.read(path)) else { return false }
    let name = there.interviewer.value
    return !name.isEmpty && name != scorecard.interviewer.value
  }

  private func write(_ scorecard: Scorecard, to path: String) throws(InvalidInput) -> String {
    guard FileSystem.exists(path) else {
      guard try put(YAMLWriter.text(scorecard.document), at: path, over: .new) else { throw filled(path) }
      return "wrote \(path.shown)"
    }
    let source = try InputFiles.read(path)
    let there = try Scorecard(from: source)
    guard there.progress == .blank, there.fingerprint.value == plan.fingerprint,
      there.interview.number.value == scorecard.interview.number.value,
      there.interviewer.value.isEmpty || there.interviewer.value == scorecard.interviewer.value
        || scorecard.interviewer.value.isEmpty
    else { throw filled(path) }
    let text = Self.text(scorecard.fillingIn(there), in: source)
    guard try put(text, at: path, over: .known(source.bytes)) else { throw filled(path) }
    return "filled in \(path.shown)"
  }

  /// Writes a file. False where another one is there by now, which stays.
  private func put(_ text: String, at path: String, over leave: FileWriter.Leave) throws(InvalidInput) -> Bool
  {
    do throws(WriteFailure) {
      try FileWriter(path: path, isDurable: true).write(Array(text.utf8), over: leave)
      return true
    } catch {
      switch error {
      case .exists, .hasChanged: return false
      default: throw .unwritten(path, error)
      }
    }
  }

  /// The text of a scorecard, with the comments of the blank one: the anchors stand there.
  private static func text(_ scorecard: Scorecard, in source: SourceText) -> String {
    let text = YAMLWriter.text(scorecard.document)
    guard let node = try? YAMLParser.parse(source),
      let kept = try? CommentKeeper(source, node, Scorecard.mergeRules).keeping(in: text),
      let read = try? Scorecard(from: SourceText(name: source.name, text: kept)),
      read.document == scorecard.document
    else { return text }
    return kept
  }

  private func filled(_ path: String) -> InvalidInput {
    InvalidInput(
      "filled-scorecard", "somebody has written in this scorecard; it stays as it is", file: path,
      help: "import into another folder, and carry over by hand what is missing")
  }
}

extension Scorecard {
  /// This scorecard with what a blank one says that this one does not: who rates whom, and when.
  fileprivate func fillingIn(_ blank: Scorecard) -> Scorecard {
    var scorecard = self
    if candidate.value.isEmpty { scorecard.candidate = blank.candidate }
    if interviewer.value.isEmpty { scorecard.interviewer = blank.interviewer }
    if date.value.isEmpty { scorecard.date = blank.date }
    return scorecard
  }

  /// What tells entries of scorecards apart.
  fileprivate static let mergeRules = MergeRules(lists: [
    "competencies": MergeRules.List("competency", by: "id"),
    "questions": MergeRules.List("question", by: "id"),
  ])
}
