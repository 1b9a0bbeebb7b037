import Diagnostics
import Planner
import Rubric
import YAML

/// Three versions of a role or of a loop, to be made one.
struct VersionMerge {
  let base: SourceText
  let ours: SourceText
  let theirs: SourceText

  /// What has come of them.
  struct Result {
    /// The merged file, with marks where there are conflicts.
    var text: SourceText
    /// What is to be told.
    var findings: [Finding]
    /// Whether a person has to look at the file.
    var hasConflicts: Bool
  }

  private static let names = (ours: "ours", theirs: "theirs")

  /// Merges by meaning; by lines where a version cannot be read.
  func result(marks width: Int) -> Result {
    do throws(InvalidInput) {
      return checked(try merged(marks: width))
    } catch {
      return byLines(marks: width, error.findings)
    }
  }

  private var isLoop: Bool { LoopInput.isLoop(ours) || FileMerge.isBlank(ours) && LoopInput.isLoop(theirs) }

  private func merged(marks width: Int) throws(InvalidInput) -> FileMerge.Outcome {
    guard isLoop else {
      return try RoleFileMerge(base: base, ours: ours, theirs: theirs).merge(marks: width, names: Self.names)
    }
    return try FileMerge(InterviewLoop.mergeRules, base: base, ours: ours, theirs: theirs).merge(
      marks: width, names: Self.names)
  }

  /// A file without marks has to read as what it is.
  private func checked(_ outcome: FileMerge.Outcome) -> Result {
    let text = outcome.text
    guard outcome.conflicts.isEmpty else {
      let findings = outcome.conflicts.map { Self.finding($0.conflict, at: $0.place, in: text) }
      return Result(text: text, findings: findings, hasConflicts: true)
    }
    if text.bytes == ours.bytes || text.bytes == theirs.bytes || FileMerge.isBlank(text) {
      return Result(text: text, findings: [], hasConflicts: false)
    }
    if isLoop {
      let hint = Finding(
        "merged-loop", "minutes, coverage and what else follows from the interviews is as theirs has it",
        severity: .hint, in: text, at: nil, help: "reckon it anew: rolewright plan POSTING --update DIR")
      return Result(text: text, findings: [hint], hasConflicts: false)
    }
    do throws(InvalidInput) {
      _ = try RoleDefinition(from: text)
      return Result(text: text, findings: [], hasConflicts: false)
    } catch {
      return Result(text: text, findings: error.findings, hasConflicts: true)
    }
  }

  private static func finding(_ conflict: MergeConflict, at place: PlaceRange, in text: SourceText) -> Finding
  {
    let help =
      conflict.path.pattern.hasPrefix("source")
      ? "the posting was changed on both sides: merge it, then extract the role anew"
      : "keep one of the two between the marks, or write what both meant, and remove the marks"
    return Finding(
      "merge-conflict", conflict.message(ours: "ours", theirs: "theirs"), in: text, at: place,
      note: conflict.note, help: help)
  }

  /// The merge of what is no role: somebody has to look at it in any case.
  private func byLines(marks width: Int, _ findings: [Finding]) -> Result {
    let merges = [MergeSide.ours, .theirs].map { side in
      LineMerge(
        base: base.bytes, ours: ours.bytes, theirs: theirs.bytes, taking: side, joining: false
      ).bytes
    }
    let marked = ConflictMarkers(merges[0], merges[1], width: width, names: Self.names)
    let text = SourceText(name: ours.name, bytes: marked.bytes)
    let note = Finding(
      "merged-by-lines", "a version cannot be read, so that lines were merged and not what they mean",
      severity: .warning, in: ours, at: nil, help: "look at the whole file before it is committed")
    return Result(text: text, findings: findings + [note], hasConflicts: true)
  }
}
