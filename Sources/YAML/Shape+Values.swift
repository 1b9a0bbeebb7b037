public import Diagnostics

extension Shape where Value == Node {
  /// Any value at all, unread.
  public static let anything = Shape(
    "a value", schema: .anything, placeholder: Node(.mapping([]), at: PlaceRange(at: .start))
  ) { node, _ in node }
}

extension Shape where Value == String {
  /// Any single value, at least one character long.
  public static let text = Shape("a text", schema: .text(isEmptyAllowed: false), placeholder: "") { node, _ in
    guard case .scalar(let text, _) = node.content, !node.isNull, !text.isEmpty else { return nil }
    return text
  }

  /// Any single value, the empty text included.
  public static let anyText = Shape("a text", schema: .text(isEmptyAllowed: true), placeholder: "") {
    node, _ in
    guard case .scalar(let text, let isPlain) = node.content, !(isPlain && node.isNull) else { return nil }
    return text
  }

  /// The name by which files refer to each other: small letters, digits and hyphens, with `/` between
  /// parts.
  public static let identifier = Shape(
    "an id of small letters, digits and hyphens", schema: .identifier, placeholder: ""
  ) { node, _ in
    guard case .scalar(let text, _) = node.content, isIdentifier(text) else { return nil }
    return text
  }

  /// Whether a text is such a name.
  public static func isIdentifier(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2F
      }
  }
}

extension Shape where Value == Int {
  /// A whole number within bounds.
  public static func integer(_ bounds: ClosedRange<Int>) -> Shape {
    Shape(
      "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)", schema: .integer(bounds),
      placeholder: bounds.lowerBound
    ) { node, _ in
      guard case .scalar(let text, isPlain: true) = node.content, let number = Int(text),
        bounds.contains(number)
      else { return nil }
      return number
    }
  }
}

extension Shape where Value == Double {
  /// A number within bounds.
  public static func number(_ bounds: ClosedRange<Double>) -> Shape {
    Shape(
      "a number from \(bounds.lowerBound) to \(bounds.upperBound)", schema: .number(bounds),
      placeholder: bounds.lowerBound
    ) { node, _ in
      guard case .scalar(let text, isPlain: true) = node.content, let number = Double(text),
        bounds.contains(number)
      else { return nil }
      return number
    }
  }
}

extension Shape where Value == Bool {
  /// `true` or `false`, and nothing else that YAML 1.1 took for a truth value.
  public static let boolean = Shape("true or false", schema: .boolean, placeholder: false) { node, _ in
    guard case .scalar(let text, isPlain: true) = node.content else { return nil }
    return text == "true" ? true : text == "false" ? false : nil
  }
}

extension Shape where Value == ClosedRange<Int> {
  /// A range of whole numbers such as `2-4`; a single number stands for itself.
  public static func range(within bounds: ClosedRange<Int>) -> Shape {
    let placeholder = bounds.lowerBound...bounds.lowerBound
    return Shape(
      "a range such as \(bounds.lowerBound)-\(bounds.upperBound)", schema: .range(bounds),
      placeholder: placeholder
    ) { node, _ in
      guard case .scalar(let text, _) = node.content else { return nil }
      let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map { Int($0) }
      guard let low = parts.first ?? nil, let high = parts.last ?? nil, low <= high, bounds.contains(low),
        bounds.contains(high)
      else { return nil }
      return low...high
    }
  }
}

extension Shape where Value: CaseIterable & RawRepresentable<String> & Sendable {
  /// One of the names of an enumeration.
  public static func oneOf(_ what: String) -> Shape {
    let names = Value.allCases.map(\.rawValue)
    guard let first = Value.allCases.first else { preconditionFailure("an enumeration without cases") }
    let article = what.first.map { "aeiou".contains($0) } ?? false ? "an" : "a"
    return Shape("\(article) \(what)", schema: .oneOf(names), placeholder: first) { node, findings in
      guard case .scalar(let text, _) = node.content else { return nil }
      if let value = Value(rawValue: text) { return value }
      findings.addUnexpected(
        "unknown-value", "unknown \(what) \"\(text)\"", word: text, expected: names, at: node.range)
      return first
    }
  }
}

extension Shape {
  /// A list of values of a shape, in order.
  public static func list<Element: Sendable>(of element: Shape<Element>, atLeast minimum: Int = 0) -> Shape
  where Value == [Element] {
    let count = minimum > 0 ? " of at least \(minimum)" : ""
    return Shape(
      "a list\(count), each \(element.expectation)", schema: .list(element.schema(), atLeast: minimum),
      placeholder: []
    ) { node, findings in
      guard case .sequence(let items) = node.content else { return nil }
      guard items.count >= minimum else {
        findings.add(
          "too-few", "expected at least \(minimum) in this list, found \(items.count)", at: node.range)
        return []
      }
      var values: [Element] = []
      values.reserveCapacity(items.count)
      for item in items where !findings.isFull { values.append(element.read(item, &findings)) }
      return values
    }
  }

  /// A mapping from names to values of a shape, in the order of the file. The names are of the writer's
  /// choice, or some of `names`, called by what they are.
  public static func dictionary<Element: Sendable>(
    of element: Shape<Element>, names: (what: String, all: [String])? = nil
  ) -> Shape where Value == [Keyed<Element>] {
    Shape(
      "a mapping, each value \(element.expectation)",
      schema: .dictionary(element.schema(), names: names?.all), placeholder: []
    ) { node, findings in
      guard case .mapping(let entries) = node.content else { return nil }
      if let names {
        for entry in entries where !names.all.contains(entry.key) {
          findings.addUnexpected(
            "unknown-key", "unknown key \"\(entry.key)\" of \(names.what)", word: entry.key,
            expected: names.all, at: entry.keyRange)
        }
      }
      return entries.map { Keyed(key: $0.key, range: $0.keyRange, value: element.read($0.value, &findings)) }
    }
  }

  /// The same shape, with a closer look at what was read.
  public func checked(_ check: @escaping @Sendable (Value, Node, inout Findings) -> Void) -> Shape {
    Shape(expectation, schema: schema(), placeholder: placeholder()) { node, findings in
      guard let value = convert(node, &findings) else { return nil }
      check(value, node, &findings)
      return value
    }
  }

  /// The same shape, told otherwise to programs: what is looked at more closely may be known more closely.
  public func described(as schema: Schema) -> Shape {
    Shape(expectation, schema: schema, placeholder: placeholder(), convert: convert)
  }

  /// The same shape, with what was read made into something else.
  public func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> Shape<Other> {
    Shape<Other>(expectation, schema: schema(), placeholder: transform(placeholder())) { node, findings in
      convert(node, &findings).map(transform)
    }
  }
}

extension Shape where Value: Sendable {
  /// The same value together with the place where it stands.
  public var placed: Shape<Placed<Value>> {
    Shape<Placed<Value>>(
      expectation, schema: schema(), placeholder: Placed(placeholder(), at: PlaceRange(at: .start))
    ) { node, findings in
      convert(node, &findings).map { Placed($0, at: node.range) }
    }
  }
}

/// A value under a key of the writer's choice.
public struct Keyed<Value: Sendable>: Sendable {
  /// The key.
  public let key: String
  /// Where the key stands.
  public let range: PlaceRange
  /// The value.
  public let value: Value
}

/// A value and the place where it was written.
public struct Placed<Value: Sendable>: Sendable {
  /// The value.
  public let value: Value
  /// Where it stands.
  public let range: PlaceRange

  /// A value at a place.
  public init(_ value: Value, at range: PlaceRange) {
    self.value = value
    self.range = range
  }
}
