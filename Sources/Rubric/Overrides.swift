public import Diagnostics
public import YAML

/// What a person who has read a posting sets right of what was read from it: a reviewed file, kept beside
/// the posting and used only where it is named.
public struct Overrides: Sendable {
  /// The file.
  public var source: SourceText
  /// What the posting does not ask for.
  public var denials: [Denial]
  /// What it does ask for.
  public var statements: [Statement]

  /// More than this many of a kind set nothing right; they are another posting.
  public static let maximum = 200

  /// A competency that the posting does not ask for: at some words, on a line, or anywhere.
  public struct Denial: Sendable {
    /// The competency.
    public var id: Placed<String>
    /// The words that do not state it; nil for all words.
    public var words: Placed<String>?
    /// The line on which they do not; nil for every line.
    public var line: Int?
    /// Why.
    public var reason: String
  }

  /// A competency that the posting asks for.
  public struct Statement: Sendable {
    /// The competency.
    public var id: Placed<String>
    /// How strongly it is asked for.
    public var importance: Importance
    /// A letter that alternatives share: that of a group of the role as it is read without overrides, or
    /// one that other statements share.
    public var anyOf: Placed<String>?
    /// The proficiency level asked for; nil for the one that the reading gives.
    public var target: ProficiencyLevel?
    /// The words of the posting that state it.
    public var words: Placed<String>
    /// The line on which they stand; nil for the first place.
    public var line: Int?
    /// Why.
    public var reason: String
  }

  /// Reads a file of overrides, or throws all that is wrong with it.
  public init(from source: SourceText) throws(InvalidInput) {
    self = try Self.shape.read(from: source)
    self.source = source
  }

  static let shape = Shape<Overrides>.mapping("the overrides") { fields in
    Overrides(
      denials: fields.optional("not", .list(of: Denial.shape), default: []),
      statements: fields.optional("is", .list(of: Statement.shape), default: []))
  }
  .checked { overrides, node, findings in overrides.check(node, &findings) }

  private init(denials: [Denial], statements: [Statement]) {
    source = SourceText(name: "", bytes: [])
    self.denials = denials
    self.statements = statements
  }
}

extension Overrides {
  /// Entries that say the same twice, or the contrary of each other.
  private func check(_ node: Node, _ findings: inout Findings) {
    for (key, count) in [("not", denials.count), ("is", statements.count)] where count > Self.maximum {
      findings.add(
        "too-many-overrides", "expected at most \(Self.maximum) entries, found \(count)",
        at: node.place(ofKey: key))
      return
    }
    var seen: Set<[String]> = []
    for denial in denials where !seen.insert(denial.key).inserted {
      findings.add("duplicate-override", "\"\(denial.id.value)\" is ruled out twice", at: denial.id.range)
    }
    var stated: Set<String> = []
    for statement in statements where !statement.id.value.isEmpty {
      let id = statement.id
      if !stated.insert(id.value).inserted {
        findings.add("duplicate-override", "\"\(id.value)\" is stated twice", at: id.range)
      }
      if let denial = denials.first(where: { $0.contradicts(statement) }) {
        findings.add(
          "contradictory-override", "\"\(id.value)\" is stated here and ruled out", at: id.range,
          note: "line \(denial.id.range.start.line) rules it out",
          help: "remove one of the two, or say which words are ruled out")
      }
    }
  }
}

extension Overrides.Denial {
  fileprivate var key: [String] { [id.value, words?.value ?? "", line.map { String($0) } ?? ""] }

  /// A competency that is ruled out everywhere cannot be stated, and no words can be both.
  fileprivate func contradicts(_ statement: Overrides.Statement) -> Bool {
    guard id.value == statement.id.value else { return false }
    let isOfWords = words.map { $0.value == statement.words.value } ?? true
    return isOfWords && (line == nil || line == statement.line)
  }

  static let shape = Shape<Self>.mapping("the entry under not") { fields in
    Self(
      id: fields.required("id", Shape<String>.identifier.placed),
      words: fields.optional("words", Shape<String>.text.placed),
      line: fields.optional("line", .integer(1...Int(Int32.max))),
      reason: fields.required("reason", .text))
  }
}

extension Overrides.Statement {
  static let shape = Shape<Self>.mapping("the entry under is") { fields in
    Self(
      id: fields.required("id", Shape<String>.identifier.placed),
      importance: fields.required("importance", Shape<Importance>.oneOf("importance")),
      anyOf: fields.optional("any_of", Shape<String>.text.placed),
      target: fields.optional("target", ProficiencyLevel.shape),
      words: fields.required("words", Shape<String>.text.placed),
      line: fields.optional("line", .integer(1...Int(Int32.max))),
      reason: fields.required("reason", .text))
  }
}
