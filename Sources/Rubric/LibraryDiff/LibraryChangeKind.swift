/// What a change of a library does to those who use it, worst first.
public enum LibraryEffect: String, Sendable, OrderedCases {
  /// Ratings by the old rubrics do not mean what ratings by the new ones mean.
  case ratings
  /// Loops ask other questions, or run otherwise.
  case loops
  /// The same posting may be read as another role.
  case readings
  /// Nothing that is rated, planned or read: names, punctuation, notes for those who write rubrics.
  case texts
}

/// What kind of change of a library it is, worst first.
public enum LibraryChangeKind: String, Sendable, OrderedCases {
  /// A competency that only the old library has.
  case competencyRetired = "competency-retired"
  /// A competency that is gone, and one of much the same content under another id: perhaps the same.
  case competencyMoved = "competency-perhaps-renamed"
  /// It takes its levels from another competency, or no longer does.
  case levelsInherited = "levels-inherited"
  /// An anchor stands at another level, perhaps in other words.
  case anchorMoved = "anchor-moved"
  case anchorRemoved = "anchor-removed"
  case anchorAdded = "anchor-added"
  case anchorReworded = "anchor-reworded"
  case summaryReworded = "summary-reworded"
  case definitionReworded = "definition-reworded"
  case competencyAdded = "competency-added"
  /// The competency stands in another family, or extends another competency.
  case competencyPlaced = "competency-placed"
  case questionRetired = "question-retired"
  case questionAdded = "question-added"
  /// What is read aloud is in other words.
  case questionReworded = "question-reworded"
  /// Anything else of a question: its levels, minutes, answers.
  case questionChanged = "question-changed"
  case redFlagChanged = "red-flag-changed"
  case exerciseRetired = "exercise-retired"
  case exerciseAdded = "exercise-added"
  /// A key of an exercise; its forms are others then.
  case exerciseChanged = "exercise-changed"
  case formatRetired = "format-retired"
  case formatAdded = "format-added"
  case formatChanged = "format-changed"
  case policyChanged = "policy-changed"
  case unitsChanged = "units-changed"
  case termRemoved = "term-removed"
  case termAdded = "term-added"
  /// A term states another competency.
  case termMoved = "term-moved"
  /// When a term counts: the words near it, the words that rule it out, its capitals, its product.
  case termRuleChanged = "term-rule-changed"
  /// The rules by which postings are read; counted.
  case postingRulesChanged = "posting-rules-changed"
  /// Other punctuation or capitals.
  case rewordedLightly = "reworded-lightly"
  case nameChanged = "name-changed"
  /// The same question under another id.
  case questionMoved = "question-renamed"
  /// Notes of a competency: references, examples of signals.
  case noteChanged = "note-changed"
  /// Files that neither rate, plan nor read: rules of findings, editions, tables of platforms; counted.
  case fileChanged = "file-changed"

  /// What it does to those who use the library.
  public var effect: LibraryEffect {
    if self < .competencyAdded { return .ratings }
    if self < .termRemoved { return .loops }
    return self < .rewordedLightly ? .readings : .texts
  }

  /// The kind of the change back.
  public var reversed: LibraryChangeKind {
    switch self {
    case .competencyRetired: .competencyAdded
    case .competencyAdded: .competencyRetired
    case .anchorRemoved: .anchorAdded
    case .anchorAdded: .anchorRemoved
    case .questionRetired: .questionAdded
    case .questionAdded: .questionRetired
    case .exerciseRetired: .exerciseAdded
    case .exerciseAdded: .exerciseRetired
    case .formatRetired: .formatAdded
    case .formatAdded: .formatRetired
    case .termRemoved: .termAdded
    case .termAdded: .termRemoved
    default: self
    }
  }
}
