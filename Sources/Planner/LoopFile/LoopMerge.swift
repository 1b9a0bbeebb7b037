internal import Rubric
public import YAML

extension InterviewLoop {
  /// How loops are merged: interviews by format and name, ratings by what they rate, questions by id. All that
  /// follows from these is reckoned anew.
  public static let mergeRules = MergeRules(
    lists: [
      "interviews": MergeRules.List(
        "interview",
        by: [
          { node in node["format"]?.words.map { "\($0)/\(node["name"]?.words ?? "")" } },
          { $0["format"]?.words }, { $0["name"]?.words },
        ], name: { $0["name"]?.words ?? $0["format"]?.words }),
      "interviews/ratings": MergeRules.List("rating", by: "competencies"),
      "interviews/ratings/questions": MergeRules.List(
        "question", by: [{ $0["id"]?.words }, { $0["ask"]?.words }]),
    ], isDerived: { derived.contains($0) })

  private static let derived: Set<String> = Set(
    WrittenLoop.derived
      + WrittenInterview.derived.map { "interviews/" + $0 }
      + WrittenExercise.derived.map { "interviews/exercise/" + $0 }
      + WrittenRating.derived.map { "interviews/ratings/" + $0 }
      + WrittenQuestion.derived.map { "interviews/ratings/questions/" + $0 })
}
