internal import YAML

/// One thing that a role can ask for: what it is, its five levels, the wording that states it in a
/// posting, and the questions that show it.
public struct Competency: Sendable {
  /// The name by which files refer to it, such as `on-call`.
  public var id: String
  /// The name for people.
  public var name: String
  /// The part of the subject it belongs to.
  public var family: CompetencyFamily
  /// What the person does, in a sentence or two.
  public var definition: String
  /// The id of the competency of which this is a special case; what this one leaves out is the other's.
  public var extends: String?
  /// The languages of which a program counts for it, by the names that postings use; none where any does.
  public var writtenIn: [String]
  /// Words of a role's title by which the work is about it, beside its name.
  public var titles: [String]
  /// What each proficiency level means here. Empty in a file that inherits them.
  public var levels: [LevelDescription]
  /// Wording in postings that states it.
  public var signals: [Signal]
  /// Questions that show it.
  public var questions: [Question]
  /// What shows it in exercises that are made for something else.
  public var shownIn: [ExerciseSigns]
  /// Behaviours heard in an interview that should worry.
  public var redFlags: [String]
  /// Codes of public classifications. No text of theirs.
  public var references: CompetencyReferences

  /// The description of a level, where there is one.
  public func description(of level: ProficiencyLevel) -> LevelDescription? {
    levels.first { $0.level == level }
  }

  static let shape = Shape<Competency>.mapping("the competency") { fields in
    let id = fields.required("id", .identifier)
    let name = fields.required("name", .text)
    let family = fields.required("family", Shape<CompetencyFamily>.oneOf("family"))
    let definition = fields.required("definition", .text)
    let extends = fields.optional("extends", .identifier)
    let writtenIn = fields.optional("written_in", .list(of: .text, atLeast: 1), default: [])
    let titles = fields.optional("titles", .list(of: .text, atLeast: 1), default: [])
    let levels = fields.optional("levels", LevelDescription.levels, default: [])
    if extends == nil, levels.isEmpty {
      fields.report("missing-key", "the competency has no \"levels\"; expected the levels 1 to 5")
    }
    return Competency(
      id: id, name: name, family: family, definition: definition, extends: extends, writtenIn: writtenIn,
      titles: titles, levels: levels,
      signals: fields.required("signals", Signal.list),
      questions: fields.optional("questions", Question.list, default: []),
      shownIn: fields.optional("shown_in", .list(of: ExerciseSigns.shape), default: []),
      redFlags: fields.optional("red_flags", .list(of: .text), default: []),
      references: fields.optional("references", CompetencyReferences.shape, default: CompetencyReferences()))
  }
}

/// The parts of the subject, after the headings of the vocabulary.
public enum CompetencyFamily: String, Sendable, CaseIterable {
  /// Programming and its languages.
  case languages
  /// What software runs on.
  case platform
  /// How software gets there.
  case delivery
  /// Keeping it running.
  case operations
  /// How systems are built.
  case systems
  /// Security and governance.
  case security
  /// Working with people.
  case people
}

/// Where public classifications list the same thing.
public struct CompetencyReferences: Sendable, Equatable {
  /// URIs of ESCO skills.
  public var esco: [String]
  /// Codes of elements of the O*NET content model, such as 2.B.3.e.
  public var onet: [String]

  /// No codes, or some.
  public init(esco: [String] = [], onet: [String] = []) {
    self.esco = esco
    self.onet = onet
  }

  static let shape = Shape<CompetencyReferences>.mapping("the references") { fields in
    CompetencyReferences(
      esco: fields.optional("esco", .list(of: .text), default: []),
      onet: fields.optional("onet", .list(of: .text), default: []))
  }
}
