public import Diagnostics
internal import YAML

/// What was read from one posting, held to its label.
public struct PostingEvaluation: Sendable, Equatable {
  /// The name of the label's file, without folders and ending.
  public var name: String
  /// The file name of the posting.
  public var file: String
  /// A digest of the label and the posting: runs over others cannot be compared one by one.
  public var digest: String
  /// What is right and wrong in numbers.
  public var counts = AccuracyCounts()
  /// The same for each competency.
  public var hits: [String: Hits] = [:]
  /// What is wrong, down the page.
  public var errors: [AccuracyError] = []

  /// Compares a role with a label. No role stands for a posting that could not be read.
  public init(
    _ label: PostingLabel, from source: SourceText, posting: SourceText, places: QuotePlaces,
    role: RoleDefinition?
  ) {
    name = Self.stem(of: source.name)
    file = SourceText.fileName(of: label.file.value)
    digest = SHA256.hexadecimal(of: Array(SHA256.hexadecimal(of: source.bytes).utf8) + posting.bytes)
    let measure = LabelMeasure(label, role, places)
    counts = measure.counts
    counts.failed = role == nil ? 1 : 0
    hits = measure.hits
    errors = measure.errors.sorted(by: AccuracyError.precedes)
  }

  private static func stem(of path: String) -> String {
    let name = SourceText.fileName(of: path)
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}

/// Counts and collects while a role is held to a label.
private struct LabelMeasure {
  var counts = AccuracyCounts(postings: 1)
  var hits: [String: Hits] = [:]
  var errors: [AccuracyError] = []
  private let places: QuotePlaces

  init(_ label: PostingLabel, _ role: RoleDefinition?, _ places: QuotePlaces) {
    self.places = places
    let wanted = Dictionary(label.competencies.map { ($0.id.value, $0) }) { $1 }
    let had = Dictionary((role?.competencies ?? []).map { ($0.id, $0) }) { $1 }
    let open = Set(label.optional.map(\.value))
    for id in Set(wanted.keys).union(had.keys).subtracting(open).sorted() {
      measure(id, wanted[id], had[id])
    }
    for competency in role?.competencies ?? [] { measureQuotes(of: competency) }
    for fact in LabelledFact.allCases where !label.unsure.contains(fact) { measure(fact, label, role) }
  }

  private mutating func measure(_ id: String, _ wanted: LabelledCompetency?, _ had: RoleCompetency?) {
    var hit = Hits()
    hit.count(isThere: wanted != nil, isFound: had != nil)
    hits[id] = hit
    counts.competencies = counts.competencies + hit
    if wanted?.orImportance == nil {
      counts.required.count(isThere: wanted?.importance == .required, isFound: had?.importance == .required)
    }
    switch (wanted, had) {
    case (let wanted?, let had?): measureFound(wanted, had)
    case (let wanted?, nil): note(.missed, id, wanted, had, wanted.importance.rawValue, nil)
    case (nil, let had?): note(.wrong, id, wanted, had, nil, had.importance.rawValue)
    case (nil, nil): break
    }
  }

  private mutating func measureFound(_ wanted: LabelledCompetency, _ had: RoleCompetency) {
    let (isImportanceRight, isGroupRight) = (wanted.accepts(had.importance), wanted.accepts(group: had.anyOf))
    counts.importance.count(isImportanceRight)
    counts.anyOf.count(isGroupRight)
    if !isImportanceRight {
      note(.importance, had.id, wanted, had, wanted.importance.rawValue, had.importance.rawValue)
    }
    if !isGroupRight {
      var letter: String?
      if case .group(let group) = wanted.grouping { letter = group }
      note(.anyOf, had.id, wanted, had, letter, had.anyOf)
    }
  }

  /// Notes an error with the label's words, or those taken for evidence.
  private mutating func note(
    _ kind: AccuracyError.Kind, _ id: String, _ wanted: LabelledCompetency?, _ had: RoleCompetency?,
    _ expected: String?, _ found: String?
  ) {
    var error = AccuracyError(kind: kind, subject: id, expected: expected, found: found)
    if let quote = wanted?.quote?.value {
      error.quote = quote
      error.place = places[quote]
    } else if let evidence = had?.evidence.first {
      error.quote = evidence.words
      error.place = Place(line: evidence.line, column: evidence.column)
    }
    errors.append(error)
  }

  private mutating func measureQuotes(of competency: RoleCompetency) {
    for evidence in competency.evidence {
      let place = Place(line: evidence.line, column: evidence.column)
      let isThere = places.words.contains(evidence.quote, at: place)
      counts.quotes.count(isThere)
      if !isThere {
        errors.append(
          AccuracyError(kind: .quote, subject: competency.id, place: place, quote: evidence.quote))
      }
    }
  }

  private mutating func measure(_ fact: LabelledFact, _ label: PostingLabel, _ role: RoleDefinition?) {
    let isRight = fact.isRight(label, role)
    counts.facts[fact, default: Share()].count(isRight)
    guard !isRight else { return }
    errors.append(
      AccuracyError(
        kind: .fact, subject: fact.rawValue, expected: fact.text(label), found: role.flatMap(fact.text)))
  }
}
