public import Diagnostics

/// Why a role asks for a competency, or why it does not: each place of the posting that was taken for it,
/// each that came near, and how importance and target level came about.
public struct Reasoning: Sendable {
  /// The competency's id.
  public var id: String
  /// Its name for people.
  public var name: String
  /// The posting.
  public var source: SourceText
  /// What the role asks for of it; nil where it asks for nothing.
  public var demand: RoleCompetency?
  /// The other competencies of its any-of group.
  public var alternatives: [String] = []
  /// Where the posting states it, the strongest first.
  public var claims: [Claim] = []
  /// How many further places there are.
  public var furtherClaims = 0
  /// How many places ask for it with each importance, the strongest first.
  public var counts: [(importance: Importance, count: Int)] = []
  /// How the target level came about; nil where nothing is asked for.
  public var target: Target?
  /// Where the posting comes near and does not state it, in the order of the posting.
  public var misses: [Miss] = []
  /// How many further ones there are.
  public var furtherMisses = 0
  /// Some of the terms that were looked for.
  public var terms: [String] = []
  /// How many further ones there are.
  public var furtherTerms = 0

  /// The words by which an override states it; empty where none does.
  public var overrideEvidence: [Evidence] {
    guard let demand, demand.override != nil else { return [] }
    return Array(demand.evidence.prefix(1))
  }

  /// A competency and a posting, without any reasons yet.
  public init(id: String, name: String, source: SourceText) {
    self.id = id
    self.name = name
    self.source = source
  }

  /// Words of the posting, with their place in the file.
  public struct Mark: Sendable, Equatable {
    /// Where they stand.
    public var range: PlaceRange
    /// The words as they are read.
    public var words: String

    /// Words at a place.
    public init(range: PlaceRange, words: String) {
      self.range = range
      self.words = words
    }
  }

  /// A term of a signal.
  public struct Term: Sendable, Equatable {
    /// The term, as the rubric writes it.
    public var text: String
    /// The rubric.
    public var file: String
    /// The line of the rubric.
    public var line: Int

    /// A term of a rubric.
    public init(text: String, file: String, line: Int) {
      self.text = text
      self.file = file
      self.line = line
    }
  }

  /// A part of the posting.
  public struct Section: Sendable, Equatable {
    /// Its name, such as `required`.
    public var name: String
    /// What a sentence there states; nil for nothing.
    public var asks: Importance?
    /// The heading that opens it; nil at the beginning of a posting.
    public var heading: Mark?

    /// A part by name.
    public init(name: String, asks: Importance?, heading: Mark?) {
      self.name = name
      self.asks = asks
      self.heading = heading
    }
  }

  /// Words of a sentence that ask for a proficiency level.
  public struct LevelCue: Sendable, Equatable {
    /// The words.
    public var mark: Mark
    /// The level.
    public var level: ProficiencyLevel

    /// Words with their level.
    public init(mark: Mark, level: ProficiencyLevel) {
      self.mark = mark
      self.level = level
    }
  }

  /// How a target level came about.
  public struct Target: Sendable, Equatable {
    /// The level.
    public var level: ProficiencyLevel
    /// The level of the role.
    public var roleLevel: RoleLevel
    /// The title that states the level of the role; nil where the text states it, or nothing does.
    public var title: String?
    /// The years asked for, where they set the target and the level of the role does not; nil where they do not.
    public var years: Int?
    /// The level that the policy asks for in such a role.
    public var base: ProficiencyLevel
    /// The words that moved it; nil for none.
    public var cue: LevelCue?
    /// Whether an override sets it.
    public var isSet: Bool
    /// Whether it is lower than the policy's for the role, as one sentence alone states what is asked for.
    public var isOfOneLine: Bool

    /// A level with what led to it.
    public init(
      level: ProficiencyLevel, roleLevel: RoleLevel, title: String?, years: Int? = nil,
      base: ProficiencyLevel, cue: LevelCue?, isSet: Bool, isOfOneLine: Bool = false
    ) {
      self.level = level
      self.roleLevel = roleLevel
      self.title = title
      self.years = years
      self.base = base
      self.cue = cue
      self.isSet = isSet
      self.isOfOneLine = isOfOneLine
    }
  }
}
