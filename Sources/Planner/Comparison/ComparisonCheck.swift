public import Diagnostics
public import Rubric

/// What keeps candidates from being compared: scorecards that are missing or do not belong together, and candidates of
/// different loops. No finding tells a rating.
public struct ComparisonCheck {
  private var findings: [Finding] = []

  /// What stands against comparing the candidates of some folders. With `isPartial`, missing scorecards do not; with
  /// `isMixed`, neither do candidates of different loops, as long as anything can be compared.
  public static func findings(
    of folders: [(path: String, record: CandidateRecord)], isPartial: Bool, isMixed: Bool
  ) -> [Finding] {
    var check = ComparisonCheck()
    for (_, record) in folders {
      check.findings += DebriefCheck.findings(of: record, isPartial: isPartial).map(Self.adapted)
    }
    check.checkLabels(of: folders)
    check.checkLoops(of: folders, isMixed: isMixed)
    return check.findings.sorted()
  }

  /// A finding of the debrief, with what helps here: a candidate's own scorecards are never of different loops.
  private static func adapted(_ finding: Finding) -> Finding {
    var finding = finding
    if finding.rule == "fingerprint-differs" { finding.help = "move it to the folder of its loop" }
    return finding
  }

  /// Each candidate is there once.
  private mutating func checkLabels(of folders: [(path: String, record: CandidateRecord)]) {
    var seen: [String: String] = [:]
    for (path, record) in folders {
      let label = ComparedCandidate(record, folder: path).label
      guard let other = seen.updateValue(path, forKey: label) else { continue }
      findings.append(
        Finding(
          "same-candidate", "\"\(label)\" is the label in \(other) too", in: Self.source(path), at: nil,
          help: "name each candidate's folder once, and give each candidate a label of its own"))
    }
  }

  /// All went through the same loop, or something at least can be compared.
  private mutating func checkLoops(
    of folders: [(path: String, record: CandidateRecord)], isMixed: Bool
  ) {
    guard let first = folders.first else { return }
    let others = folders.dropFirst().filter { !$0.record.plan.isComparable(with: first.record.plan) }
    guard !others.isEmpty else { return }
    let comparison = Comparison(of: folders.map { ComparedCandidate($0.record, folder: $0.path) })
    let count = comparison?.competencies.count ?? 0
    guard !isMixed || count == 0 else { return }
    let help =
      switch count {
      case 0: "no competency is rated of all of them by the same anchors, so nothing can be compared"
      case 1: "--comparable compares the one competency that is rated of all by the same anchors"
      default: "--comparable compares the \(count) competencies that are rated of all by the same anchors"
      }
    for (_, record) in others {
      let (own, other) = (record.plan.fingerprint, first.record.plan.fingerprint)
      let message =
        own == other
        ? "says other things of the loop \(own) than \(first.record.planSource.name)"
        : "is of the loop \(own), and \(first.record.planSource.name) of \(other)"
      findings.append(
        Finding("different-loops", "this assessment \(message)", in: record.planSource, at: nil, help: help))
    }
  }

  private static func source(_ path: String) -> SourceText { SourceText(name: path, bytes: []) }
}
