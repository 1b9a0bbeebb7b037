public import Diagnostics
public import Rubric

/// Says from the template `seals.txt` what became of holding scorecards to their seals.
///
/// Lines are as long as they come; whoever shows them breaks them.
public struct SealRenderer: Sendable {
  private let templates: TemplateLibrary

  /// A renderer with templates by name. Throws all faults of the templates.
  public init(templates: [(name: String, source: SourceText)]) throws(InvalidInput) {
    self.templates = try TemplateLibrary(templates, documents: [("seals.txt", SealsView.self)])
  }

  /// What each scorecard is found to be, in the order given, and what that shows.
  public func text(_ checks: [SealCheck]) -> String {
    templates.render(SealsView(checks: checks), with: "seals.txt")
  }
}

/// Scorecards held to their seals, as the template sees them.
struct SealsView: View {
  let checks: [SealCheck]

  static let fields = Fields<SealsView>([
    .list("scorecards") { $0.checks.map { SealView(check: $0) } },
    .flag("isAllPublished") { $0.checks.allSatisfy { $0.finding == nil && $0.isPublished == true } },
    .flag("isAllIntact") { $0.checks.allSatisfy { $0.finding == nil && $0.isPublished == nil } },
  ])
}

/// A scorecard held to its seal, as the template sees it.
struct SealView: View {
  let check: SealCheck

  static let fields = Fields<SealView>([
    .text("file") { $0.check.scorecard.name },
    .flag("isSealed") { $0.check.state != .unsealed },
    .flag("isIntact") { $0.check.digest.map(Seal.State.intact) == $0.check.state },
    .flag("isPublished") { $0.check.isPublished == true },
    .flag("isUnpublished") { $0.check.isPublished == false },
    .text("digest") { $0.check.digest },
  ])
}
