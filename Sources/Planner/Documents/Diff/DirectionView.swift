import Rubric

/// What the second role asks for beyond the first, and what it asks for no more.
struct DirectionView: View {
  let direction: RoleDirection

  static let fields = Fields<DirectionView>([
    .list("more") { $0.direction.more.map { PointView(point: $0, isMore: true) } },
    .list("less") { $0.direction.less.map { PointView(point: $0, isMore: false) } },
    .flag("paysMore") { $0.direction.pays == .more },
    .flag("paysLess") { $0.direction.pays == .less },
  ])
}

/// One point of a sentence.
struct PointView: View {
  let point: RoleDirection.Point
  let isMore: Bool

  /// More names than this are counted.
  private static let manyNames = 3

  static let fields = Fields<PointView>([
    .flag("isMore") { $0.isMore },
    .number("figure") { $0.point.count },
    .flag("isSingle") { $0.point.count == 1 },
    .text("names") { $0.point.names.count > manyNames ? "" : Figures.listed($0.point.names) },
    .text("before") { $0.point.before },
    .text("after") { $0.point.after },
    .flag("isRequired") { $0.point.kind == .required },
    .flag("isImportance") { $0.point.kind == .importance },
    .flag("isChoice") { $0.point.kind == .choice },
    .flag("isYears") { $0.point.kind == .years },
    .flag("isLevel") { $0.point.kind == .level },
    .flag("isTargets") { $0.point.kind == .targets },
    .flag("isUncovered") { $0.point.kind == .uncovered },
    .flag("isMinor") { $0.point.kind == .minor },
  ])
}
