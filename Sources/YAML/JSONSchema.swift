internal import Diagnostics

/// Writes schemas as JSON Schema, draft 2020-12 (https://json-schema.org/draft/2020-12), for editors that
/// complete and check files while they are written.
///
/// A mapping that occurs once or more stands under `$defs`, by its name.
public struct JSONSchema {
  private let text: (String, String?) -> String?
  private var definitions: [(name: String, schema: Schema, document: Document)] = []

  /// A schema as a document. `text` describes a mapping, or one of its keys, by their names.
  public static func document(
    of schema: Schema, title: String, text: @escaping (_ mapping: String, _ key: String?) -> String?
  ) -> Document {
    var writer = JSONSchema(text: text)
    let body = writer.body(of: schema)
    var pairs: [Document.Pair] = [
      .init("$schema", .text("https://json-schema.org/draft/2020-12/schema")), .init("title", .text(title)),
    ]
    pairs += body
    if !writer.definitions.isEmpty {
      let definitions = writer.definitions.sorted { $0.name < $1.name }
      pairs.append(.init("$defs", .mapping(definitions.map { .init($0.name, $0.document) })))
    }
    return .mapping(pairs)
  }

  /// The names of a schema's mappings, each with its keys.
  public static func mappings(of schema: Schema) -> [(name: String, keys: [String])] {
    switch schema {
    case .mapping(let what, let keys):
      [(name(of: what), keys.map(\.name))] + keys.flatMap { mappings(of: $0.schema) }
    case .list(let element, _), .dictionary(let element, _): mappings(of: element)
    default: []
    }
  }

  private init(text: @escaping (String, String?) -> String?) { self.text = text }

  /// "the interview format" is "interview format".
  private static func name(of what: String) -> String {
    what.hasPrefix("the ") ? String(what.dropFirst(4)) : what
  }

  private mutating func body(of schema: Schema) -> [Document.Pair] {
    switch schema {
    case .anything: return []
    case .text(let isEmptyAllowed):
      return [Self.types(["string", "number", "boolean"])]
        + (isEmptyAllowed ? [] : [.init("minLength", .integer(1))])
    case .identifier:
      return [Self.types(["string", "integer"]), .init("pattern", .text("^[a-z0-9/-]+$"))]
    case .integer(let bounds):
      return [
        Self.types(["integer"]), .init("minimum", .integer(bounds.lowerBound)),
        .init("maximum", .integer(bounds.upperBound)),
      ]
    case .number(let bounds):
      return [
        Self.types(["number"]), .init("minimum", .number(bounds.lowerBound)),
        .init("maximum", .number(bounds.upperBound)),
      ]
    case .boolean: return [Self.types(["boolean"])]
    case .range(let bounds): return Self.range(bounds)
    case .oneOf(let names): return [.init("enum", .inline(names))]
    case .anyOf(let schemas): return [.init("anyOf", .list(schemas.map { value(of: $0) }))]
    case .list(let element, let minimum):
      return [Self.types(["array"]), .init("items", value(of: element))]
        + (minimum > 0 ? [.init("minItems", .integer(minimum))] : [])
    case .dictionary(let element, let names): return dictionary(of: element, names)
    case .mapping(let what, let keys): return mapping(Self.name(of: what), keys)
    }
  }

  private mutating func dictionary(of element: Schema, _ names: [String]?) -> [Document.Pair] {
    let allowed = names.map { [Document.Pair("propertyNames", .mapping([.init("enum", .inline($0))]))] } ?? []
    return [Self.types(["object"])] + allowed + [.init("additionalProperties", value(of: element))]
  }

  private mutating func mapping(_ name: String, _ keys: [Schema.Key]) -> [Document.Pair] {
    let required = keys.filter(\.isRequired).map(\.name)
    let properties = keys.map { key in Document.Pair(key.name, property(key, of: name)) }
    return (text(name, nil).map { [Document.Pair("description", .text($0))] } ?? []) + [
      Self.types(["object"]), .init("additionalProperties", .boolean(false)),
      .init("required", .inline(required)), .init("properties", .mapping(properties)),
    ]
  }

  private mutating func property(_ key: Schema.Key, of mapping: String) -> Document {
    let description = text(mapping, key.name).map { [Document.Pair("description", .text($0))] } ?? []
    let value = value(of: key.schema)
    return Self.adding(description, to: key.isRequired ? value : Self.nullable(value))
  }

  /// A schema that allows null too.
  private static func nullable(_ document: Document) -> Document {
    guard case .mapping(let pairs, _) = document, let first = pairs.first else { return document }
    let rest = Array(pairs.dropFirst())
    switch (first.key, first.value) {
    case ("type", .text(let name)): return .mapping([types([name, "null"])] + rest)
    case ("type", .list(let names, _)):
      return .mapping([.init("type", .list(names + [.text("null")], inline: true))] + rest)
    case ("enum", .list(let names, _)):
      return .mapping([.init("enum", .list(names + [.null], inline: true))] + rest)
    default: return .mapping([.init("anyOf", .list([document, .mapping([types(["null"])], inline: true)]))])
    }
  }

  /// A schema within another: mappings by reference, the rest in place.
  private mutating func value(of schema: Schema) -> Document {
    guard case .mapping(let what, _) = schema else { return .mapping(body(of: schema)) }
    let base = Self.name(of: what).putting("-", for: " ")
    var name = base
    var number = 2
    while let other = definitions.first(where: { $0.name == name }), other.schema != schema {
      name = "\(base)-\(number)"
      number += 1
    }
    if !definitions.contains(where: { $0.name == name }) {
      definitions.append((name, schema, .null))
      let document = Document.mapping(body(of: schema))
      for index in definitions.indices where definitions[index].name == name {
        definitions[index].document = document
      }
    }
    return .mapping([.init("$ref", .text("#/$defs/" + name))], inline: true)
  }

  private static func adding(_ description: [Document.Pair], to document: Document) -> Document {
    guard case .mapping(let pairs, _) = document else { return document }
    return .mapping(description + pairs, inline: description.isEmpty && pairs.count == 1)
  }

  private static func types(_ names: [String]) -> Document.Pair {
    .init("type", names.count == 1 ? .text(names[0]) : .inline(names))
  }

  private static func range(_ bounds: ClosedRange<Int>) -> [Document.Pair] {
    let digit = "[\(bounds.lowerBound)-\(bounds.upperBound)]"
    let number = bounds.lowerBound >= 0 && bounds.upperBound < 10 ? digit : "[0-9]+"
    return [
      types(["string", "integer"]), .init("pattern", .text("^\(number)(-\(number))?$")),
      .init("minimum", .integer(bounds.lowerBound)), .init("maximum", .integer(bounds.upperBound)),
    ]
  }
}
