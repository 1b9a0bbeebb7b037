public import Diagnostics

extension Shape {
  /// A mapping with known keys. `build` names each key once, with its shape; keys that it does not
  /// name are reported with the nearest spelling.
  public static func mapping(_ what: String, _ build: @escaping @Sendable (inout Fields) -> Value) -> Shape {
    Shape(
      "a mapping", schema: .mapping(what, Fields.keys(build)), placeholder: Fields.placeholder(build)
    ) { node, findings in
      guard case .mapping(let entries) = node.content else { return nil }
      var fields = Fields(entries, of: what, at: node.range, findings)
      let value = build(&fields)
      fields.reportUnknownKeys()
      findings = fields.findings
      return value
    }
  }
}

/// The keys of one mapping while they are read.
public struct Fields {
  private let entries: [Node.Entry]
  private let what: String
  private let range: PlaceRange
  private let purpose: Purpose
  private var known: [String] = []
  private var keys: [Schema.Key] = []
  fileprivate(set) var findings: Findings

  init(_ entries: [Node.Entry], of what: String, at range: PlaceRange, _ findings: Findings) {
    self.entries = entries
    self.what = what
    self.range = range
    self.findings = findings
    purpose = .reading
  }

  /// Why `build` is asked for keys.
  private enum Purpose {
    /// To read a mapping.
    case reading
    /// For a value that stands for one that could not be read.
    case placeholder
    /// For the keys alone.
    case listing
  }

  private init(for purpose: Purpose) {
    entries = []
    what = ""
    range = PlaceRange(at: .start)
    findings = Findings(in: SourceText(name: "", bytes: []))
    self.purpose = purpose
  }

  /// The value that `build` makes of placeholders.
  static func placeholder<Value>(_ build: (inout Fields) -> Value) -> Value {
    var fields = Fields(for: .placeholder)
    return build(&fields)
  }

  /// The keys that `build` asks for, in its order.
  static func keys<Value>(_ build: (inout Fields) -> Value) -> [Schema.Key] {
    var fields = Fields(for: .listing)
    _ = build(&fields)
    return fields.keys
  }

  /// The value of a key that must be there.
  public mutating func required<Value>(_ key: String, _ shape: Shape<Value>) -> Value {
    guard let entry = take(key, shape, isRequired: true) else {
      if purpose == .reading {
        findings.add("missing-key", "\(what) has no \"\(key)\"; expected \(shape.expectation)", at: firstLine)
      }
      return shape.placeholder()
    }
    return shape.read(entry.value, &findings)
  }

  /// The value of a key that may be left out or `null`.
  public mutating func optional<Value>(_ key: String, _ shape: Shape<Value>) -> Value? {
    guard let entry = take(key, shape, isRequired: false), !entry.value.isNull else { return nil }
    return shape.read(entry.value, &findings)
  }

  /// The value of a key, or a default where it is left out or `null`.
  public mutating func optional<Value>(_ key: String, _ shape: Shape<Value>, default value: Value) -> Value {
    optional(key, shape) ?? value
  }

  /// Notes an error about a key that is there, or about the mapping where it is not.
  public mutating func report(_ rule: String, _ message: String, at key: String? = nil, help: String? = nil) {
    guard purpose == .reading else { return }
    let entry = entries.first { $0.key == key }
    findings.add(rule, message, at: entry?.value.range ?? firstLine, help: help)
  }

  /// Where the value of a key stands; where the mapping begins when the key is not there.
  public func place(of key: String) -> PlaceRange {
    entries.first { $0.key == key }?.value.range ?? firstLine
  }

  fileprivate mutating func reportUnknownKeys() {
    for entry in entries where !known.contains(entry.key) {
      findings.addUnexpected(
        "unknown-key", "unknown key \"\(entry.key)\" of \(what)", word: entry.key, expected: known,
        at: entry.keyRange)
    }
  }

  private mutating func take<Value>(_ key: String, _ shape: Shape<Value>, isRequired: Bool) -> Node.Entry? {
    if purpose == .listing { keys.append(Schema.Key(key, shape.schema(), isRequired: isRequired)) }
    known.append(key)
    return entries.first { $0.key == key }
  }

  /// The mapping's first key: a caret under a whole mapping would say nothing.
  private var firstLine: PlaceRange { entries.first?.keyRange ?? PlaceRange(at: range.start) }
}
