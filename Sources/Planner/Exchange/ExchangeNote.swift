internal import Rubric
internal import YAML

/// What a note at a platform says besides the evidence: the rating to the level, the target, and what the candidate
/// chose. It stands at the beginning of the note, in the words of `exchange.yaml`, and is read back from there.
struct ExchangeNote {
  /// What was seen; nil where nothing is rated.
  var rating: Rating?
  /// The level that the role asks for.
  var target: ProficiencyLevel
  /// The alternative that the candidate chose.
  var chosen: String?
  /// What was said and done.
  var evidence: String

  /// Whether it says anything.
  var isBlank: Bool { rating == nil && chosen == nil && evidence.isEmpty }

  init(rating: Rating?, target: ProficiencyLevel, chosen: String?, evidence: String) {
    self.rating = rating
    self.target = target
    self.chosen = chosen
    self.evidence = evidence
  }

  /// The note of a competency of a scorecard.
  init(_ competency: RatedCompetency) {
    self.init(
      rating: competency.rating?.value, target: competency.target, chosen: competency.chosen?.value,
      evidence: competency.evidence.value)
  }

  /// The whole text.
  func text(_ phrases: ExchangePhrases) -> String {
    let target = ["target": String(self.target.rawValue)]
    var head =
      switch rating {
      case .level(let level):
        phrases.level.filled(["level": String(level.rawValue)].merging(target) { first, _ in first })
      case .notObserved: phrases.notObserved.filled(target)
      case nil: phrases.unrated.filled(target)
      }
    if let chosen { head += phrases.chosen.filled(["chosen": chosen]) }
    return ExchangeText.joined(head, evidence)
  }

  /// The note that a text is; nil where it does not begin so.
  init?(reading text: String, _ phrases: ExchangePhrases) {
    let whole = Substring(text).utf8
    var rest: Substring.UTF8View
    if let found = phrases.level.match(whole), let level = Self.level(found.values["level"]),
      let target = Self.level(found.values["target"])
    {
      (rating, self.target, rest) = (.level(level), target, found.rest)
    } else if let found = phrases.notObserved.match(whole), let target = Self.level(found.values["target"]) {
      (rating, self.target, rest) = (.notObserved, target, found.rest)
    } else if let found = phrases.unrated.match(whole), let target = Self.level(found.values["target"]) {
      (rating, self.target, rest) = (nil, target, found.rest)
    } else {
      return nil
    }
    if let found = phrases.chosen.match(rest) { (chosen, rest) = (found.values["chosen"], found.rest) }
    guard let evidence = ExchangeText.behindHead(rest) else { return nil }
    self.evidence = evidence
  }

  private static func level(_ text: String?) -> ProficiencyLevel? {
    text.flatMap { Int($0) }.flatMap { ProficiencyLevel(rawValue: $0) }
  }
}

/// What stands at a platform at the head of a scorecard's summary, for what the platform has no field for.
struct ExchangeCard {
  var number: Int
  var interview: String
  var candidate: String
  var interviewer: String
  var date: String
  /// The recommendation; nil where there is none.
  var overall: OverallRecommendation?
  var fingerprint: String

  /// The card of a scorecard.
  init(_ scorecard: Scorecard) {
    number = scorecard.interview.number.value
    interview = scorecard.interview.name
    candidate = scorecard.candidate.value
    interviewer = scorecard.interviewer.value
    date = scorecard.date.value
    overall = scorecard.overall?.value
    fingerprint = scorecard.fingerprint.value
  }

  /// The whole text, with the summary behind it.
  func text(_ phrases: ExchangePhrases, summary: String) -> String {
    let head = phrases.card.filled([
      "number": String(number), "interview": interview, "candidate": candidate, "interviewer": interviewer,
      "date": date, "overall": overall?.rawValue ?? "", "fingerprint": fingerprint,
    ])
    return ExchangeText.joined(head, summary)
  }

  /// The card that a text begins with, and the summary behind it; nil where it does not begin so.
  static func read(_ text: String, _ phrases: ExchangePhrases) -> (card: ExchangeCard, summary: String)? {
    guard let found = phrases.card.match(Substring(text).utf8), let card = ExchangeCard(found.values),
      let summary = ExchangeText.behindHead(found.rest)
    else { return nil }
    return (card, summary)
  }

  private init?(_ values: [String: String]) {
    guard let number = values["number"].flatMap({ Int($0) }), (1...999).contains(number) else { return nil }
    let overall = values["overall"].flatMap { $0.isEmpty ? nil : $0 }
    self.overall = overall.flatMap { OverallRecommendation(rawValue: $0) }
    if overall != nil, self.overall == nil { return nil }
    self.number = number
    interview = values["interview"] ?? ""
    candidate = values["candidate"] ?? ""
    interviewer = values["interviewer"] ?? ""
    date = values["date"] ?? ""
    fingerprint = values["fingerprint"] ?? ""
  }
}

/// How texts of notes hang together: a head, an empty line, and what was written.
enum ExchangeText {
  static func joined(_ head: String, _ text: String) -> String { text.isEmpty ? head : head + "\n\n" + text }

  /// Texts below each other; none where all are empty.
  static func paragraphs(_ texts: [String]) -> String {
    texts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// What stands behind a head: nothing, or what follows an empty line. nil where it goes on otherwise.
  static func behindHead(_ rest: Substring.UTF8View) -> String? {
    if rest.isEmpty { return "" }
    for gap in ["\n\n", "\r\n\r\n"] where rest.starts(with: gap.utf8) {
      return String(Substring(rest.dropFirst(gap.utf8.count)))
    }
    // A platform that trims texts may have left the line ends alone.
    return rest.allSatisfy { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ? "" : nil
  }
}
