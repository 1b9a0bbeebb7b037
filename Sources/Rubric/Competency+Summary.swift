public import Diagnostics
public import YAML

extension Competency {
  /// Whether a name may be the id of a competency: small letters, digits and hyphens.
  public static func isID(_ name: String) -> Bool { Shape<String>.isIdentifier(name) && !name.contains("/") }

  /// The questions of its own, without those of the competency that it extends.
  public var ownQuestions: [Question] { questions.filter { $0.id.hasPrefix(id + "/") } }

  /// The competency in a line, for lists.
  public var summary: Document {
    .mapping([
      .init("id", .text(id)), .init("name", .text(name)), .init("family", .text(family.rawValue)),
      .init("extends", .optional(extends)), .init("questions", .integer(ownQuestions.count)),
    ])
  }
}

extension RubricLibrary {
  /// All competencies with everything that they inherit, by family and id.
  public func allCompetencies() throws(InvalidInput) -> [Competency] {
    let byID = try competencies(competencyIDs)
    let all = competencyIDs.compactMap { byID[$0] }
    return CompetencyFamily.allCases.flatMap { family in all.filter { $0.family == family } }
  }
}
