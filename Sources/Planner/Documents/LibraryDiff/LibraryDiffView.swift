import Rubric

/// What changed between two libraries, as its templates see it.
struct LibraryDiffView: View {
  let report: LibraryDiffReport

  static let fields = Fields<LibraryDiffView>([
    .text("from") { $0.report.names.from },
    .text("to") { $0.report.names.to },
    .flag("isEmpty") { $0.report.diff.isEmpty },
    .number("count") { $0.report.diff.changes.count },
    .flag("isSingle") { $0.report.diff.changes.count == 1 },
    .list("effects") { LibraryEffectView.views(of: $0.report.diff) },
    .list("roles") { $0.report.roles.map { TouchedRoleView(role: $0) } },
    .list("candidates") { $0.report.candidates.map { TouchedCandidateView(candidate: $0) } },
  ])
}

/// The changes that have one effect.
struct LibraryEffectView: View {
  let effect: LibraryEffect
  let changes: [LibraryChange]

  static func views(of diff: LibraryDiff) -> [LibraryEffectView] {
    LibraryEffect.allCases.map { LibraryEffectView(effect: $0, changes: diff.changes(of: $0)) }
      .filter { !$0.changes.isEmpty }
  }

  static let fields = Fields<LibraryEffectView>([
    .flag("isRatings") { $0.effect == .ratings },
    .flag("isLoops") { $0.effect == .loops },
    .flag("isReadings") { $0.effect == .readings },
    .flag("isTexts") { $0.effect == .texts },
    .number("count") { $0.changes.count },
    .list("files") { LibraryFileView.views(of: $0.changes) },
  ])
}

/// The changes of one file. They are sorted by file.
struct LibraryFileView: View {
  let file: String
  let changes: [LibraryChange]

  static func views(of changes: [LibraryChange]) -> [LibraryFileView] {
    changes.runs { $0.file == $1.file }.map { LibraryFileView(file: $0.first?.file ?? "", changes: $0) }
  }

  /// `competencies/go` is the competency `go`; a file that is no entry of a folder goes by its path.
  private var parts: (folder: String, id: String) {
    let parts = file.split(separator: "/", maxSplits: 1).map { String($0) }
    guard parts.count == 2, ["competencies", "exercises", "formats"].contains(parts[0]) else {
      return ("", file)
    }
    return (parts[0], parts[1])
  }

  static let fields = Fields<LibraryFileView>([
    .text("name") { $0.parts.id },
    .flag("isCompetency") { $0.parts.folder == "competencies" },
    .flag("isExercise") { $0.parts.folder == "exercises" },
    .flag("isFormat") { $0.parts.folder == "formats" },
    .list("lines") { LibraryLineView.views(of: $0.changes) },
  ])
}

/// A saved role that was named.
struct TouchedRoleView: View {
  let role: TouchedRole

  static let fields = Fields<TouchedRoleView>([
    .text("file") { $0.role.file },
    .text("title") { $0.role.title },
    .list("competencies") { $0.role.competencies.map { TouchedCompetencyView(competency: $0) } },
    .flag("isSame") { if case .same = $0.role.loop { true } else { false } },
    .text("fromFingerprint") { if case .changed(let from, _) = $0.role.loop { from } else { nil } },
    .text("toFingerprint") { if case .changed(_, let to) = $0.role.loop { to } else { nil } },
    .text("reason") { if case .impossible(_, let reason) = $0.role.loop { reason } else { nil } },
    .flag("isNewImpossible") { if case .impossible(let isNew, _) = $0.role.loop { isNew } else { false } },
  ])
}

/// A competency of a role that changed.
struct TouchedCompetencyView: View {
  let competency: TouchedRole.TouchedCompetency

  /// Names and punctuation are worth a word only where nothing else changed.
  private var effects: [LibraryEffect] {
    let telling = competency.effects.filter { $0 != .texts }
    return telling.isEmpty ? competency.effects : telling
  }

  static let fields = Fields<TouchedCompetencyView>([
    .text("id") { $0.competency.id },
    .flag("isRetired") { $0.competency.isRetired },
    .text("perhaps") { $0.competency.perhaps },
    .list("effects") { $0.effects.map { TouchedEffectView(effect: $0) } },
  ])
}

/// What the changes of a competency do to a role.
struct TouchedEffectView: View {
  let effect: LibraryEffect

  static let fields = Fields<TouchedEffectView>([
    .flag("isRatings") { $0.effect == .ratings },
    .flag("isLoops") { $0.effect == .loops },
    .flag("isReadings") { $0.effect == .readings },
    .flag("isTexts") { $0.effect == .texts },
  ])
}

/// A candidate who was named.
struct TouchedCandidateView: View {
  let candidate: TouchedCandidate

  static let fields = Fields<TouchedCandidateView>([
    .text("folder") { $0.candidate.folder },
    .text("title") { $0.candidate.title },
    .number("ratedCount") { $0.candidate.meanings.count },
    .number("sameCount") { $0.candidate.meanings.count(where: \.isSame) },
    .flag("isSame") { $0.candidate.meanings.allSatisfy(\.isSame) },
    .text("same") { $0.candidate.meanings.filter(\.isSame).map(\.id).joined(separator: ", ") },
    .list("others") { $0.candidate.meanings.filter { !$0.isSame }.map { RatedMeaningView(meaning: $0) } },
  ])
}

/// A competency that was rated by other anchors than those of today.
struct RatedMeaningView: View {
  let meaning: RatedMeaning

  static let fields = Fields<RatedMeaningView>([
    .text("id") { $0.meaning.id },
    .flag("isRetired") { $0.meaning.isRetired },
    .text("perhaps") { $0.meaning.perhaps },
    .list("reasons") { RatedReasonView.views(of: $0.meaning.changes) },
  ])
}

/// Changes of one kind, by which ratings are not comparable.
struct RatedReasonView: View {
  let kind: LibraryChangeKind
  let changes: [LibraryChange]

  static func views(of changes: [LibraryChange]) -> [RatedReasonView] {
    changes.runs { $0.kind == $1.kind }.compactMap { run in
      run.first.map { RatedReasonView(kind: $0.kind, changes: run) }
    }
  }

  /// The levels that the changes are of.
  private var levels: [String] {
    Set(changes.flatMap { [$0.from?.part, $0.to?.part].compactMap { $0 } }).sorted()
  }

  static let fields = Fields<RatedReasonView>([
    .text("what") { $0.kind.words },
    .number("count") { $0.changes.count },
    .text("levels") { Figures.listed($0.levels) },
  ])
}
