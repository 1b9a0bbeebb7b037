public import Diagnostics
internal import YAML

/// A rule of findings, as `Rubrics/rules/<id>.yaml` explains it: what it means, why there is such a rule,
/// and what to do.
///
/// A file may also hold the wording that the rule looks for, so that a company adds to it, changes its
/// severity or writes rules of its own by laying a file over it.
public struct FindingRule: Sendable {
  /// The name that findings bear, such as `unknown-key`.
  public var id: String
  /// What a finding of the rule means.
  public var meaning: String
  /// What to do about one.
  public var remedy: String
  /// Why there is such a rule, where it is not plain.
  public var reason: String?
  /// How much it matters, where the library may say; nil for the readers' own rules.
  public var level: Level?
  /// Top-level keys of a competency that break the rule, each as YAML.
  public var broken: [String]
  /// Likewise, keys that keep it.
  public var kept: [String]
  /// Which texts are searched for the phrases; empty for a rule that is more than a list of phrases.
  var texts: [TextKind]
  /// Whether a phrase counts only where the text begins with it.
  public var isAtStart: Bool
  /// Wording with what is said of it.
  public var phrases: [PhraseGroup]
  /// Sets of words that phrases name in braces.
  public var sets: [WordSet]

  /// How much a rule matters, or that it is not applied.
  public enum Level: String, Sendable, CaseIterable {
    /// What breaks it cannot be used.
    case error
    /// What breaks it is probably wrong.
    case warning
    /// Worth knowing.
    case hint
    /// The rule is not applied.
    case off

    /// The severity of its findings; nil for none.
    var severity: Severity? { Severity(rawValue: rawValue) }
  }

  /// Phrases of which the same is said.
  public struct PhraseGroup: Sendable {
    /// The phrases, matched as whole words; capitals do not matter.
    public var words: [String]
    /// Longer phrases in which they mean something else.
    public var unless: [String]
    /// Of these, one must stand in the same sentence; empty where that does not matter.
    public var near: [String]
    /// None of these may stand in the same sentence.
    public var not: [String]
    /// What is said of the phrases.
    public var note: String?
    /// What to write instead.
    public var instead: String?
    /// Sentences in which the group finds something.
    public var found: [String]
    /// Sentences in which the rule finds nothing.
    public var passed: [String]
  }

  /// Words that may stand for each other in a phrase.
  public struct WordSet: Sendable {
    /// The name that phrases give in braces.
    public var name: String
    /// The words.
    public var words: [String]
  }

  /// The keys whose texts are searched for the phrases, such as `anchors`.
  public var searched: [String] { texts.map(\.rawValue) }

  /// How much a finding of the rule matters: a list of phrases warns unless it says otherwise. nil for
  /// the readers' own rules.
  public var severity: Level? { level ?? (texts.isEmpty ? nil : .warning) }

  /// Every phrase of the rule, in order.
  var words: [String] { phrases.flatMap(\.words) }

  static let shape = Shape<FindingRule>.mapping("the rule") { fields in
    let examples = fields.optional("examples", examples, default: ([], []))
    return FindingRule(
      id: fields.required("id", .identifier), meaning: fields.required("meaning", .text),
      remedy: fields.required("remedy", .text), reason: fields.optional("reason", .text),
      level: fields.optional("severity", Shape<Level>.oneOf("severity")),
      broken: examples.0, kept: examples.1,
      texts: fields.optional("texts", .list(of: Shape<TextKind>.oneOf("text")), default: []),
      isAtStart: fields.optional("at_start", .boolean, default: false),
      phrases: fields.optional("phrases", .list(of: group), default: []),
      sets: fields.optional("sets", .dictionary(of: .list(of: .text, atLeast: 1)), default: []).map {
        WordSet(name: $0.key, words: $0.value)
      })
  }.checked { rule, node, findings in rule.checkSets(node, &findings) }

  private static let examples = Shape<([String], [String])>.mapping("the examples") { fields in
    (
      fields.required("bad", .list(of: .text, atLeast: 1)),
      fields.required("good", .list(of: .text, atLeast: 1))
    )
  }

  private static let group = Shape<PhraseGroup>.mapping("the phrases") { fields in
    PhraseGroup(
      words: fields.required("words", .list(of: .text, atLeast: 1)),
      unless: fields.optional("unless", .list(of: .text), default: []),
      near: fields.optional("near", .list(of: .text), default: []),
      not: fields.optional("not", .list(of: .text), default: []),
      note: fields.optional("note", .text), instead: fields.optional("instead", .text),
      found: fields.optional("found", .list(of: .text), default: []),
      passed: fields.optional("passed", .list(of: .text), default: []))
  }

  /// Every set that a phrase names is there, and no phrase leaves out more words than can be tried.
  private func checkSets(_ node: Node, _ findings: inout Findings) {
    let known = sets.map(\.name)
    for (number, group) in phrases.enumerated() {
      let lists = [
        ("words", group.words), ("unless", group.unless), ("near", group.near), ("not", group.not),
      ]
      for (key, list) in lists {
        for (index, phrase) in list.enumerated() {
          let slots = WordSlot.all(of: phrase)
          let place = node["phrases"]?[number]?[key]?[index]?.range
          for slot in slots where !known.contains(slot.set) {
            findings.add(
              "unknown-set", "there is no set of words \"\(slot.set)\"", at: place,
              help: Suggestion.help(for: slot.set, in: known))
          }
          if slots.count(where: \.isOptional) > PhraseIndex.mostOptional {
            findings.add(
              "too-many", "expected at most \(PhraseIndex.mostOptional) words that may be left out", at: place
            )
          }
        }
      }
    }
  }
}

extension RubricLibrary {
  /// The ids of all rules, sorted.
  public var ruleIDs: [String] { ids(of: "rules") }

  /// A rule; nil when there is none of that id.
  public func rule(_ id: String) throws(InvalidInput) -> FindingRule? {
    guard let source = file("rules", id) else { return nil }
    return try FindingRule.shape.read(from: source)
  }
}
