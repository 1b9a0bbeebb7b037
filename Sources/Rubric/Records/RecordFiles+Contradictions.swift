public import Diagnostics
internal import YAML

extension RecordFiles {
  /// Where the files contradict each other, so that they may not be of one candidate and one loop, or are not what
  /// they were.
  public var contradictions: [Finding] {
    otherFingerprints + otherCandidates + unknownInterviews + brokenSeals + otherPosting + dateFault
  }

  private var otherFingerprints: [Finding] {
    var marks: [(SourceText, PlaceRange?, String)] = record.scorecards.map {
      ($0.source, $0.scorecard.fingerprint.range, $0.scorecard.fingerprint.value)
    }
    if let decision = record.decision, let source = record.decisionSource {
      marks.append((source, decision.fingerprint.range, decision.fingerprint.value))
    }
    if let loop, let node = try? YAMLParser.parse(loop)["fingerprint"],
      case .scalar(let text, _) = node.content
    {
      marks.append((loop, node.range, text))
    }
    let expected = record.plan.fingerprint
    return marks.filter { $0.2 != expected }.map { source, range, found in
      Finding(
        "fingerprint-differs", "the fingerprint is \"\(found)\", and that of the assessment \"\(expected)\"",
        in: source, at: range, help: "keep what was rated on other questions in a record of its own")
    }
  }

  private var otherCandidates: [Finding] {
    guard let candidate else { return [] }
    var labels = record.scorecards.map { ($0.source, $0.scorecard.candidate) }
    if let decision = record.decision, let source = record.decisionSource {
      labels.append((source, decision.candidate))
    }
    return labels.filter { !$0.1.value.isEmpty && $0.1.value != candidate }.map { source, label in
      Finding(
        "candidate-differs",
        "the candidate is \"\(label.value)\", and elsewhere in this record \"\(candidate)\"",
        in: source, at: label.range, help: "give each candidate a folder")
    }
  }

  private var unknownInterviews: [Finding] {
    record.scorecards.compactMap { file in
      let number = file.scorecard.interview.number
      guard record.plan.interview(number.value) == nil else { return nil }
      return Finding(
        "unknown-interview", "the assessment has no interview \(number.value)", in: file.source,
        at: number.range)
    }
  }

  private var brokenSeals: [Finding] {
    let seals = sealsByName
    let broken = record.scorecards.compactMap { file in
      seals[Seal.path(ofScorecard: file.source.fileName)].flatMap {
        SealCheck(of: file.source, seal: $0, published: []).finding
      }
    }
    let sealed = Set(record.scorecards.map { Seal.path(ofScorecard: $0.source.fileName) })
    let single = self.seals.filter { !sealed.contains($0.name) }.map { seal in
      Finding(
        "broken-seal", "the scorecard of this seal is not here", in: seal.source, at: nil,
        note: "it is of \"\(seal.seal.file)\"", help: "put the scorecard back under the name of its seal")
    }
    return broken + single
  }

  private var otherPosting: [Finding] {
    guard let posting, let role, let source = try? RoleDefinition(from: role).source,
      source.sha256 != SHA256.hexadecimal(of: posting.bytes)
    else { return [] }
    return [
      Finding(
        "posting-differs", "is not the posting that the role was read from", in: posting, at: nil,
        note: "the role was read from \"\(source.file)\", whose SHA-256 is \(source.sha256)",
        help: "name the posting as it was then")
    ]
  }

  private var dateFault: [Finding] {
    guard let decision = record.decision, !decision.retainUntil.value.isEmpty,
      let source = record.decisionSource
    else { return [] }
    do throws(CalendarDate.Fault) {
      _ = try CalendarDate(decision.retainUntil.value)
      return []
    } catch {
      return [
        Finding("calendar-date", error.message, in: source, at: decision.retainUntil.range)
      ]
    }
  }
}
