import Rubric

/// The library at a glance.
struct CompetencyListView: View {
  let competencies: [Competency]

  private var families: [FamilyView] {
    let width = competencies.map(\.id.count).max() ?? 0
    return CompetencyFamily.allCases.compactMap { family in
      let members = competencies.filter { $0.family == family }
      return members.isEmpty ? nil : FamilyView(family: family, members: members, width: width)
    }
  }

  static let fields = Fields<CompetencyListView>([
    .number("count") { $0.competencies.count },
    .number("questions") { view in
      Set(view.competencies.flatMap { $0.questions.map(\.id) }).count
    },
    .list("families") { $0.families },
  ])
}

/// The competencies of a family.
struct FamilyView: View {
  let family: CompetencyFamily
  let members: [Competency]
  let width: Int

  static let fields = Fields<FamilyView>([
    .text("name") { $0.family.rawValue },
    .list("competencies") { view in
      view.members.map { CompetencyRowView(competency: $0, width: view.width) }
    },
  ])
}

/// A row of the table.
struct CompetencyRowView: View {
  let competency: Competency
  let width: Int

  private var count: Int { competency.ownQuestions.count }

  static let fields = Fields<CompetencyRowView>([
    .text("id") { $0.competency.id },
    // Spaces up to the next column.
    .markup("gap") { String(repeating: " ", count: $0.width - $0.competency.id.count) },
    .text("name") { $0.competency.name },
    .text("extends") { $0.competency.extends },
    .number("count") { $0.count },
    .markup("countGap") { $0.count < 10 ? " " : "" },
  ])
}

/// The beginnings of a competency's file.
struct SkeletonView: View {
  let id: String
  let family: CompetencyFamily
  let extends: String?

  static let fields = Fields<SkeletonView>([
    .text("id") { $0.id },
    .text("family") { $0.family.rawValue },
    .text("extends") { $0.extends },
    .list("levels") { view in
      view.extends == nil ? ProficiencyLevel.allCases.map { SkeletonLevelView(level: $0) } : []
    },
  ])
}

/// A level that is still to be described.
struct SkeletonLevelView: View {
  let level: ProficiencyLevel

  static let fields = Fields<SkeletonLevelView>([
    .number("number") { $0.level.rawValue },
    .text("name") { $0.level.name },
  ])
}
