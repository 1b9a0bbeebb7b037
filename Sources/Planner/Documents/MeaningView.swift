import Rubric

/// What a role says, as the template `textconv` sees it: nothing of where it says so, and in an order of its own, so
/// that text that merely moved is no change.
struct MeaningView: View {
  let role: RoleDefinition

  static let fields = Fields<MeaningView>([
    .text("title") { $0.role.title },
    .text("company") { $0.role.company },
    .text("level") { $0.role.level == .unspecified ? nil : $0.role.level.rawValue },
    .number("years") { $0.role.minYears },
    .text("pay") { $0.role.pay.map(\.line) },
    .text("location") { $0.role.location },
    .flag("isRemote") { $0.role.remote == true },
    .flag("isOnSite") { $0.role.remote == false },
    .list("stages") { $0.role.interviewProcess.map { StageMeaningView(stage: $0) } },
    .list("competencies") { CompetencyMeaningView.views(of: $0.role) },
    .texts("unmapped") { Set($0.role.unmapped.map { $0.text ?? $0.quote }).sorted() },
    .list("ruledOut") { view in
      view.role.ruledOut.sorted { $0.id < $1.id }.map { RuledOutMeaningView(entry: $0) }
    },
  ])
}

/// A stage that the posting states.
struct StageMeaningView: View {
  let stage: ProcessStage

  static let fields = Fields<StageMeaningView>([
    .text("name") { $0.stage.name },
    .number("minutes") { $0.stage.minutes },
    .flag("isAsynchronous") { $0.stage.isAsynchronous },
    .texts("parts") { $0.stage.parts },
  ])
}

/// A competency on one line.
struct CompetencyMeaningView: View {
  let competency: RoleCompetency
  /// The ids of its alternatives.
  let alternatives: [String]
  /// Whether the role gives weights of its own.
  let showsWeight: Bool

  /// The competencies of a role, by id.
  static func views(of role: RoleDefinition) -> [CompetencyMeaningView] {
    let showsWeights = !role.hasReckonedWeights
    return role.competencies.sorted { $0.id < $1.id }.map { competency in
      let others = competency.anyOf.map { role.alternatives(in: $0).map(\.id) } ?? []
      return CompetencyMeaningView(
        competency: competency, alternatives: others.filter { $0 != competency.id }.sorted(),
        showsWeight: showsWeights)
    }
  }

  static let fields = Fields<CompetencyMeaningView>([
    .text("id") { $0.competency.id },
    .text("importance") { $0.competency.importance.rawValue },
    .text("target") { "\($0.competency.target.rawValue) \($0.competency.target.name)" },
    .text("weight") { $0.showsWeight ? Figures.share($0.competency.weight) : nil },
    .texts("alternatives") { $0.alternatives },
    .texts("technologies") { $0.competency.technologies.sorted() },
  ])
}

/// A competency that overrides rule out.
struct RuledOutMeaningView: View {
  let entry: RuledOut

  static let fields = Fields<RuledOutMeaningView>([
    .text("id") { $0.entry.id },
    .text("reason") { $0.entry.reason },
  ])
}

extension Pay {
  /// Currency, range and period: "USD 102638-172500 a year".
  fileprivate var line: String {
    let range = min == max ? [min] : [min, max]
    let amounts = range.compactMap { $0.map { String($0) } }.joined(separator: "-")
    return "\(currency) \(amounts) a \(period.rawValue)"
  }
}
