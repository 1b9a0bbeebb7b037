public import Diagnostics

/// Whether what a candidate was rated by still means the same under other rubrics: the anchors that the assessment
/// holds beside those of a library.
public struct RatedMeaning: Sendable, Equatable {
  /// The competency; one of the alternatives of a choice.
  public let id: String
  /// Its name at the time of the rating.
  public let name: String
  /// What its levels do not say alike, light rewording left out.
  public let changes: [LibraryChange]
  /// How many texts differ in punctuation and capitals alone.
  public let lightlyReworded: Int
  /// Whether the library does not have it any more.
  public let isRetired: Bool
  /// The id that it perhaps has now; nil where the library has it, or nothing suggests another.
  public let perhaps: String?

  /// Whether ratings by the old anchors and by the new ones can be held side by side.
  public var isSame: Bool { changes.isEmpty && !isRetired }

  /// The competencies that an assessment rates, in its order, under a library.
  public static func meanings(
    of plan: AssessmentPlan, under library: RubricLibrary, _ diff: LibraryDiff
  ) throws(InvalidInput) -> [RatedMeaning] {
    var meanings: [RatedMeaning] = []
    for alternative in plan.rated.flatMap(\.alternatives)
    where !meanings.contains(where: { $0.id == alternative.id }) {
      meanings.append(try RatedMeaning(alternative, library, diff))
    }
    return meanings
  }

  private init(
    _ rated: AssessedAlternative, _ library: RubricLibrary, _ diff: LibraryDiff
  ) throws(InvalidInput) {
    let own = try library.competency(rated.id)
    let renamed = own == nil ? diff.perhapsRenamed(rated.id) : nil
    var other = own
    if let renamed { other = try library.competency(renamed) }
    (id, name, isRetired, perhaps) = (rated.id, rated.name, own == nil, renamed)
    let file = "competencies/"
    let all = other.map {
      LevelComparison(rated.levels, in: file + rated.id, $0.levels, in: file + $0.id).changes.sorted()
    }
    changes = (all ?? []).filter { $0.kind != .rewordedLightly }
    lightlyReworded = (all ?? []).count { $0.kind == .rewordedLightly }
  }
}
