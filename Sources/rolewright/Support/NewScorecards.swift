import Diagnostics
import Planner
import Rubric
import YAML

/// Lays blank scorecards into the folder of a candidate, and never over anything that is there.
struct NewScorecards {
  /// The label of the candidate.
  let candidate: String
  /// The folder, without a slash at its end.
  let folder: String

  init(candidate: String, folder: String) {
    self.candidate = candidate
    self.folder = InputFiles.folder(folder)
  }

  /// Writes scorecards, and the assessment where it is not there yet. Gives the paths written.
  func write(_ documents: [RenderedDocument], of assessment: LoopAssessment) throws(InvalidInput) -> [String]
  {
    try refuseForeignFolder(assessment)
    for document in documents where exists(document.path) {
      throw InvalidInput(
        "file-exists", "is there already", file: path(document.path),
        help: "a scorecard is never written over; for a second interviewer, name one with --interviewer")
    }
    let plan = RenderedDocument(path: CandidateRecord.planName, text: assessment.source.text)
    let files = OutputFiles(mayReplace: false)
    var written: [String] = []
    for document in (exists(plan.path) ? [] : [plan]) + documents {
      try files.write(document.text, to: path(document.path))
      written.append(path(document.path))
    }
    return written
  }

  /// Complains of the loop's own folder, and of one that holds another loop's scorecards or another candidate's.
  private func refuseForeignFolder(_ assessment: LoopAssessment) throws(InvalidInput) {
    if exists("loop.yaml") {
      throw InvalidInput(
        "foreign-folder", "this is the folder of a loop", file: folder,
        help: "give each candidate a folder, such as candidates/C-17")
    }
    if exists(CandidateRecord.planName) {
      let there = try AssessmentPlan(from: try InputFiles.read(path(CandidateRecord.planName)))
      guard there == assessment.plan else {
        let isSame = there.fingerprint == assessment.plan.fingerprint
        let note = "there \(there.fingerprint), in \(assessment.folder) \(assessment.plan.fingerprint)"
        throw InvalidInput(
          Finding(
            "foreign-folder", "holds scorecards of another loop",
            in: SourceText(name: folder, bytes: []), at: nil,
            note: isSame ? "the fingerprint is the same, and what is rated differs" : "fingerprints: \(note)",
            help: "choose another folder; to add a scorecard of the same loop, name \(folder) as LOOP"))
      }
    }
    for (name, label) in labels() where label != candidate {
      throw InvalidInput(
        "foreign-folder", "is a scorecard of \"\(label)\", not of \"\(candidate)\"", file: path(name),
        help: "give each candidate a folder")
    }
  }

  /// The candidates of the scorecards that are there, by file. What cannot be read is for `scorecard check` to say.
  private func labels() -> [(name: String, label: String)] {
    let entries = FileSystem.entries(of: folder) ?? []
    return entries.filter(CandidateRecord.isScorecard).sorted().prefix(CandidateFolder.maximum).compactMap {
      name in
      guard let source = try? InputFiles.read(path(name)), let there = try? Scorecard(from: source),
        !there.candidate.value.isEmpty
      else { return nil }
      return (name, there.candidate.value)
    }
  }

  private func path(_ name: String) -> String { folder == "/" ? "/\(name)" : "\(folder)/\(name)" }

  private func exists(_ name: String) -> Bool { FileSystem.exists(path(name)) }
}
