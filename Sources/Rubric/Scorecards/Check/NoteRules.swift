public import Diagnostics
internal import YAML

/// The rules of a library by which scorecards and decisions are checked: the wording that notes are searched for, and
/// how much each rule matters.
public struct NoteRules: Sendable {
  private let levels: [String: FindingRule.Level]
  private let remedies: [String: String]
  private let phrases: [PhraseRule]
  private let judgements: Judgements?

  /// A rule that is a list of phrases.
  private struct PhraseRule: Sendable {
    let rule: FindingRule
    let index: PhraseIndex
  }

  /// No rules: nothing is searched for, and all findings matter as they do by themselves.
  public init() { self.init([]) }

  /// The rules of a library. Throws the faults of its rules.
  public init(of library: RubricLibrary) throws(InvalidInput) {
    var rules: [FindingRule] = []
    for id in library.ruleIDs {
      if let rule = try library.rule(id) { rules.append(rule) }
    }
    self.init(rules)
  }

  /// Some rules.
  init(_ rules: [FindingRule]) {
    levels = Dictionary(rules.compactMap { rule in rule.level.map { (rule.id, $0) } }) { first, _ in first }
    remedies = Dictionary(rules.map { ($0.id, $0.remedy) }) { first, _ in first }
    phrases = rules.filter { $0.texts.contains(.notes) }.map {
      PhraseRule(rule: $0, index: PhraseIndex($0.phrases, sets: $0.sets))
    }
    judgements = rules.first { $0.id == Judgements.rule }.flatMap(Judgements.init)
  }

  /// Looks for the wording of every rule in a note. A rule says the same of a note once, however many phrases say it.
  func check(_ note: Node, _ table: LineTable, _ findings: inout Findings) {
    guard !phrases.isEmpty else { return }
    let search = WordSearch(note.range, in: findings.source, table)
    for phrase in phrases {
      var said: Set<String?> = []
      for hit in search.hits(of: phrase.index, atStart: phrase.rule.isAtStart) {
        guard let group = hit.group.map({ phrase.rule.phrases[$0] }), said.insert(group.note).inserted else {
          continue
        }
        let rule = phrase.rule
        findings.add(
          rule.id, rule.meaning.asMessage, severity: .warning, at: search.place(of: hit.words),
          note: group.note, help: group.instead ?? rule.remedy.asMessage)
      }
    }
  }

  /// Looks at evidence that says how good something was, and nothing else.
  func checkEvidence(_ evidence: Node, _ table: LineTable, _ findings: inout Findings) {
    guard let judgements else { return }
    let search = WordSearch(evidence.range, in: findings.source, table)
    guard judgements.areAll(of: search.texts) else { return }
    findings.add(
      "judgement-only", "this says how good it was, and not what was said or done", severity: .hint,
      at: evidence.range, help: remedies[Judgements.rule]?.asMessage)
  }

  /// Findings as much as the rules say they matter, without those of rules that are off. What keeps a file from
  /// being read matters whatever a rule says.
  func applied(to findings: [Finding]) -> [Finding] {
    findings.compactMap { finding in
      guard let level = levels[finding.rule] else { return finding }
      guard let severity = level.severity else { return nil }
      var finding = finding
      finding.severity = severity
      return finding
    }
  }
}

/// The words of `judgement-only`: those of its first phrases judge, those of the others say nothing by themselves.
private struct Judgements: Sendable {
  static let rule = "judgement-only"

  /// Longer texts say more than that something was good.
  private static let mostWords = 12

  private let judging: Set<String>
  private let known: Set<String>

  init?(_ rule: FindingRule) {
    guard let first = rule.phrases.first, rule.level != .off else { return nil }
    judging = Set(first.words.flatMap(WordSearch.parts))
    known = Set(rule.words.flatMap(WordSearch.parts))
  }

  func areAll(of words: [String]) -> Bool {
    words.count <= Self.mostWords && words.contains(where: judging.contains)
      && words.allSatisfy(known.contains)
  }
}
