import Rubric

/// Competencies that are asked for equally strongly, and that no interview of the second loop rates.
struct UnratedView: View {
  let importance: Importance
  let changes: [DemandChange]

  /// Those of which something follows, required first.
  static func views(_ changes: [DemandChange]) -> [UnratedView] {
    Importance.allCases.compactMap { importance in
      let own = changes.filter { $0.importance == importance && $0.isFelt }
      return own.isEmpty ? nil : UnratedView(importance: importance, changes: own)
    }
  }

  static let fields = Fields<UnratedView>([
    .text("names") { Figures.listed($0.changes.map(\.name)) },
    .text("importance") { $0.importance.rawValue },
  ])
}
