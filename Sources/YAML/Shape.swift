public import Diagnostics

/// What a value of a file must look like, and how it is read.
///
/// Reading never stops at a fault: it notes a finding, puts the placeholder in the value's place and
/// goes on, so that a person sees every fault of a file at once. Whoever reads a file throws the
/// findings away or throws with them; a placeholder never leaves `read(_:from:)`.
public struct Shape<Value>: Sendable {
  /// What is expected, in words that fit behind "expected".
  public let expectation: String

  /// The same for programs: what a JSON Schema says of the value.
  public let schema: @Sendable () -> Schema

  /// Stands for a value that could not be read.
  let placeholder: @Sendable () -> Value

  let convert: @Sendable (Node, inout Findings) -> Value?

  /// A shape from its parts. `convert` answers nil when the value is not of the shape and nothing has
  /// been reported yet.
  init(
    _ expectation: String, schema: @autoclosure @escaping @Sendable () -> Schema,
    placeholder: @autoclosure @escaping @Sendable () -> Value,
    convert: @escaping @Sendable (Node, inout Findings) -> Value?
  ) {
    self.expectation = expectation
    self.schema = schema
    self.placeholder = placeholder
    self.convert = convert
  }

  /// Reads a node, collecting findings.
  public func read(_ node: Node, _ findings: inout Findings) -> Value {
    if let value = convert(node, &findings) { return value }
    findings.add("wrong-type", "expected \(expectation), found \(found(node))", at: node.range)
    return placeholder()
  }

  /// Reads a whole file, or throws all that is wrong with it.
  public func read(from source: SourceText) throws(InvalidInput) -> Value {
    try read(try YAMLParser.parse(source), in: source)
  }

  /// Reads a node of a file, or throws all that is wrong with it.
  public func read(_ node: Node, in source: SourceText) throws(InvalidInput) -> Value {
    var findings = Findings(in: source)
    let value = read(node, &findings)
    try findings.all.throwIfErrors()
    return value
  }

  private func found(_ node: Node) -> String {
    guard case .scalar(let text, _) = node.content, !node.isNull else { return node.kind }
    return "\"\(text.count > 40 ? String(text.prefix(40)) + "…" : text)\""
  }
}

/// The findings of one file while it is being read.
public struct Findings {
  /// The file.
  public let source: SourceText
  /// What has been found so far, in the order of reading; at most `maximum` and a last one that says
  /// that there are more.
  public private(set) var all: [Finding] = []

  /// Whether the file cannot be used and no further finding would be shown: there is no use in reading on.
  var isFull: Bool { hasErrors && all.count > Self.maximum }

  private var hasErrors = false

  /// A person mends the first hundred before reading the next.
  public static let maximum = 100

  /// No findings yet.
  public init(in source: SourceText) { self.source = source }

  /// Notes an error, or something less.
  public mutating func add(
    _ rule: String, _ message: String, severity: Severity = .error, at range: PlaceRange?,
    note: String? = nil,
    help: String? = nil
  ) {
    hasErrors = hasErrors || severity == .error
    guard all.count <= Self.maximum else { return }
    guard all.count < Self.maximum else {
      let more = "there are more findings than the \(Self.maximum) that are shown"
      return all.append(Finding("too-many-findings", more, severity: severity, in: source, at: range))
    }
    all.append(Finding(rule, message, severity: severity, in: source, at: range, note: note, help: help))
  }

  /// Notes something that was expected and is not what was found, with the nearest spelling.
  public mutating func addUnexpected(
    _ rule: String, _ message: String, word: String, expected: [String], at range: PlaceRange
  ) {
    guard all.count < Self.maximum else { return add(rule, message, at: range) }
    let list = expected.map { "\"\($0)\"" }.joined(separator: ", ")
    let help = Suggestion.help(for: word, in: expected)
    add(rule, "\(message); expected one of \(list)", at: range, help: help)
  }
}
