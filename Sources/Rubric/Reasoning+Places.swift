extension Reasoning {
  /// A place that states the competency.
  public struct Claim: Sendable, Equatable {
    /// The words.
    public var mark: Mark
    /// The term that they match.
    public var term: Term?
    /// The product that they name.
    public var technology: String?
    /// Whether the capitals of the term count.
    public var isCaseExact: Bool
    /// The word in the sentence that the signal needs; nil where it needs none.
    public var near: Mark?
    /// Whether the signal excludes words, none of which stands in the sentence.
    public var excludesWords: Bool
    /// The part of the posting.
    public var section: Section
    /// How strongly it is asked for here.
    public var importance: Importance
    /// The words that make it stronger or weaker than the part of the posting does; nil for none.
    public var modality: Mark?
    /// The words that ask for a level; nil for none.
    public var level: LevelCue?
    /// The competencies of which one is enough here; empty for no alternatives.
    public var group: [String]

    /// A place from its parts.
    public init(
      mark: Mark, term: Term?, technology: String?, isCaseExact: Bool, near: Mark?, excludesWords: Bool,
      section: Section, importance: Importance, modality: Mark?, level: LevelCue?, group: [String]
    ) {
      self.mark = mark
      self.term = term
      self.technology = technology
      self.isCaseExact = isCaseExact
      self.near = near
      self.excludesWords = excludesWords
      self.section = section
      self.importance = importance
      self.modality = modality
      self.level = level
      self.group = group
    }
  }

  /// A place that comes near and states nothing of the competency.
  public struct Miss: Sendable, Equatable {
    /// The words.
    public var mark: Mark
    /// The term that they match, or nearly match.
    public var term: Term?
    /// The rule that rejected them.
    public var rejection: Rejection
    /// The words that reject them, or the longer word that they are part of.
    public var by: Mark?
    /// Some of the words that the signal needs near it.
    public var wanted: [String] = []
    /// How many further ones there are.
    public var furtherWanted = 0
    /// The reason of the override that rejects them.
    public var reason: String?
    /// The competency whose longer term hides them.
    public var competency: String?
    /// The part of the posting.
    public var section: Section

    /// A place and the rule that rejected it.
    public init(mark: Mark, term: Term?, rejection: Rejection, by: Mark? = nil, section: Section) {
      self.mark = mark
      self.term = term
      self.rejection = rejection
      self.by = by
      self.section = section
    }
  }

  /// Rules that reject words.
  public enum Rejection: String, Sendable, CaseIterable {
    /// The capitals are not those of the term.
    case capitals
    /// The word is spelt nearly like a term.
    case spelling
    /// Words stand in the sentence that the signal excludes.
    case excluded
    /// None of the words stands in the sentence that the signal needs.
    case lonely
    /// A longer term of another competency or of a product holds them.
    case hidden
    /// They stand in a heading.
    case heading
    /// The part of the posting states nothing.
    case section
    /// Words make the sentence state nothing of the role.
    case void
    /// Only sentences about the person hired count in this part.
    case person
    /// They are the employer's own name, which asks for nothing.
    case ownName = "own-name"
    /// A person has ruled them out.
    case override
  }
}
