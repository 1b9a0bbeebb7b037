internal import Diagnostics
public import YAML

/// Wording in a posting that states a competency, with the rules that keep it precise.
public struct Signal: Sendable {
  /// Words and phrases, matched as whole words.
  public var terms: [String]
  /// Names of products, each with its other spellings.
  public var technologies: [Technology]
  /// Whether capitals count: `Go` is a language and `go` is not.
  public var isCaseExact: Bool
  /// The term counts only where one of these stands in the same sentence; empty for no such rule.
  public var near: [String]
  /// The term does not count where one of these stands in the same sentence.
  public var not: [String]
  /// Sentences that the signal must match.
  public var matching: [Placed<String>]
  /// Sentences that it must not match.
  public var rejected: [Placed<String>]

  /// A product by the name that documents use for it.
  public struct Technology: Sendable {
    /// The name to print.
    public var name: String
    /// Other spellings that mean the same.
    public var spellings: [String]
  }

  static let list = Shape<[Signal]>.list(of: shape)

  private static let shape = Shape<Signal>.mapping("the signal") { fields in
    let terms = fields.optional("terms", .list(of: .text), default: [])
    let technologies = fields.optional("technologies", .dictionary(of: .list(of: .text)), default: [])
    if terms.isEmpty, technologies.isEmpty {
      fields.report("empty-signal", "the signal has neither \"terms\" nor \"technologies\"")
    }
    let letterCase = fields.optional("case", Shape<LetterCase>.oneOf("case"), default: .any)
    let near = fields.optional("near", .list(of: .text), default: [])
    let not = fields.optional("not", .list(of: .text), default: [])
    let examples = fields.optional("examples", examples, default: ([], []))
    return Signal(
      terms: terms, technologies: technologies.map { Technology(name: $0.key, spellings: $0.value) },
      isCaseExact: letterCase == .exact, near: near, not: not, matching: examples.yes, rejected: examples.no)
  }

  private static let examples = Shape<(yes: [Placed<String>], no: [Placed<String>])>.mapping("the examples") {
    fields in
    (
      fields.optional("yes", .list(of: Shape<String>.text.placed), default: []),
      fields.optional("no", .list(of: Shape<String>.text.placed), default: [])
    )
  }

  private enum LetterCase: String, CaseIterable {
    case any, exact
  }
}
