public import YAML

/// The library as a competency framework after 1EdTech CASE 1.1 (Competencies and Academic Standards
/// Exchange, https://www.1edtech.org/standards/case): a package of items, their associations, and a rubric
/// with five levels for each competency.
///
/// Identifiers are UUIDs of version 5 over the library's own, so that the same library gives the same bytes
/// and a changed one keeps the identifiers of what stayed.
public struct CompetencyFramework: Sendable {
  private let competencies: [Competency]
  private let edition: LibraryEdition

  /// A framework of competencies with everything that they inherit.
  public init(competencies: [Competency], about edition: LibraryEdition) {
    self.competencies = competencies
    self.edition = edition
  }

  /// The `CFPackage`.
  public var document: Document {
    .mapping([
      .init("CFDocument", header),
      .init("CFItems", .list(families.map(item) + competencies.map(item))),
      .init("CFAssociations", .list(associations)),
      .init("CFDefinitions", .mapping([.init("CFItemTypes", .list(itemTypes))])),
      .init("CFRubrics", .list(competencies.map(rubric))),
    ])
  }

  private var families: [CompetencyFamily] {
    CompetencyFamily.allCases.filter { family in competencies.contains { $0.family == family } }
  }

  private var header: Document {
    let name = "library"
    return .mapping(
      identity(name) + [
        .init("creator", .text(edition.creator)),
        .init("title", .text(edition.title)),
        .init("lastChangeDateTime", changed),
        .init("language", .text(edition.language)),
        .init("version", .text(edition.version)),
        .init("frameworkType", .text("Competency framework")),
        .init("caseVersion", .text("1.1")),
        .init("CFPackageURI", link(to: "package", called: edition.title)),
      ] + (edition.licence.map { [.init("notes", .text($0))] } ?? []))
  }

  private func item(_ family: CompetencyFamily) -> Document {
    .mapping(
      identity(name(of: family)) + [
        .init("fullStatement", .text(family.rawValue)),
        .init("humanCodingScheme", .text(family.rawValue)),
        .init("CFItemType", .text(ItemType.family.rawValue)),
        .init("CFItemTypeURI", link(to: ItemType.family.name, called: ItemType.family.rawValue)),
        .init("CFDocumentURI", link(to: "library", called: edition.title)),
        .init("lastChangeDateTime", changed),
      ])
  }

  private func item(_ competency: Competency) -> Document {
    let codes =
      competency.references.onet.map { "O*NET \($0)" } + competency.references.esco.map { "ESCO \($0)" }
    let notes: [Document.Pair] = codes.isEmpty ? [] : [.init("notes", .text(codes.joined(separator: "; ")))]
    return .mapping(
      identity(name(of: competency)) + [
        .init("fullStatement", .text(competency.definition)),
        .init("abbreviatedStatement", .text(competency.name)),
        .init("humanCodingScheme", .text(competency.id)),
        .init("language", .text(edition.language)),
        .init("CFItemType", .text(ItemType.competency.rawValue)),
        .init("CFItemTypeURI", link(to: ItemType.competency.name, called: ItemType.competency.rawValue)),
        .init("CFDocumentURI", link(to: "library", called: edition.title)),
      ] + notes + [.init("lastChangeDateTime", changed)])
  }

  /// The kinds of items.
  private enum ItemType: String, CaseIterable {
    case family = "Family"
    case competency = "Competency"

    var name: String { "type/\(rawValue)" }
  }

  private var itemTypes: [Document] {
    ItemType.allCases.map { type in
      .mapping(
        identity(type.name) + [
          .init("title", .text(type.rawValue)),
          .init("description", .text(type.rawValue)),
          .init("hierarchyCode", .text(type == .family ? "1" : "2")),
          .init("lastChangeDateTime", changed),
        ])
    }
  }

  /// Families are children of the document, competencies of their family, and special cases are parts of the
  /// general one.
  private var associations: [Document] {
    families.map {
      association("isChildOf", from: (name(of: $0), $0.rawValue), to: ("library", edition.title))
    }
      + competencies.map {
        association(
          "isChildOf", from: (name(of: $0), $0.name), to: (name(of: $0.family), $0.family.rawValue))
      }
      + competencies.compactMap { special in
        competencies.first { $0.id == special.extends }.map { general in
          association(
            "isPartOf", from: (name(of: special), special.name), to: (name(of: general), general.name))
        }
      }
  }

  private func association(
    _ type: String, from: (name: String, title: String), to: (name: String, title: String)
  ) -> Document {
    .mapping(
      identity("\(from.name) \(type) \(to.name)") + [
        .init("associationType", .text(type)),
        .init("originNodeURI", link(to: from.name, called: from.title)),
        .init("destinationNodeURI", link(to: to.name, called: to.title)),
        .init("lastChangeDateTime", changed),
      ])
  }

  private func rubric(_ competency: Competency) -> Document {
    let name = "rubric/\(competency.id)"
    return .mapping(
      identity(name) + [
        .init("title", .text(competency.name)),
        .init("description", .text(competency.definition)),
        .init("lastChangeDateTime", changed),
        .init("CFRubricCriteria", .list([criterion(of: competency, rubric: name)])),
      ])
  }

  private func criterion(of competency: Competency, rubric: String) -> Document {
    let name = "criterion/\(competency.id)"
    return .mapping(
      identity(name) + [
        .init("category", .text(competency.family.rawValue)),
        .init("description", .text(competency.name)),
        .init("CFItemURI", link(to: self.name(of: competency), called: competency.name)),
        .init("weight", .integer(1)),
        .init("position", .integer(1)),
        .init("rubricId", .text(identifier(of: rubric))),
        .init("lastChangeDateTime", changed),
        .init("CFRubricCriterionLevels", .list(competency.levels.map { level($0, of: name) })),
      ])
  }

  private func level(_ level: LevelDescription, of criterion: String) -> Document {
    let text = ([level.summary] + level.anchors.map { "- \($0.text)" }).joined(separator: "\n")
    return .mapping(
      identity("\(criterion)/\(level.level.rawValue)") + [
        .init("description", .text(text)),
        .init("quality", .text(level.level.name)),
        .init("score", .integer(level.level.rawValue)),
        .init("position", .integer(level.level.rawValue)),
        .init("rubricCriterionId", .text(identifier(of: criterion))),
        .init("lastChangeDateTime", changed),
      ])
  }

  private func name(of family: CompetencyFamily) -> String { "family/\(family.rawValue)" }

  private func name(of competency: Competency) -> String { "competency/\(competency.id)" }

  private var changed: Document { .text("\(edition.date)T00:00:00Z") }

  private func identifier(of name: String) -> String { UniqueID(name, in: edition.identifier).text }

  private func identity(_ name: String) -> [Document.Pair] {
    let identifier = identifier(of: name)
    return [.init("identifier", .text(identifier)), .init("uri", .text("urn:uuid:\(identifier)"))]
  }

  private func link(to name: String, called title: String) -> Document {
    .mapping([.init("title", .text(title))] + identity(name), inline: true)
  }
}
