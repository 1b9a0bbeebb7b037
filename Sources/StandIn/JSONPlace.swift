/// A value of JSON that is being made.
final class JSONPlace {
  private var content = Content.literal("{\n\n}")

  private enum Content {
    case literal(String)
    case items([JSONPlace])
    case entries([String: JSONPlace])
  }

  func put<Value: Encodable>(_ value: Value, codingPath: [any CodingKey]) throws {
    switch value {
    case let text as String: content = .literal(Self.quoted(text))
    case let flag as Bool: content = .literal(flag ? "true" : "false")
    case let number as any BinaryInteger: content = .literal("\(number)")
    case let number as any BinaryFloatingPoint: content = .literal("\(number)")
    default: try value.encode(to: PlaceEncoder(place: self, codingPath: codingPath))
    }
  }

  func putNull() { content = .literal("null") }

  func makeItems() { content = .items([]) }

  func makeEntries() { content = .entries([:]) }

  var count: Int { if case .items(let items) = content { items.count } else { 0 } }

  func add() -> JSONPlace {
    let place = JSONPlace()
    if case .items(let items) = content { content = .items(items + [place]) }
    return place
  }

  func add(_ key: any CodingKey) -> JSONPlace {
    let place = JSONPlace()
    if case .entries(var entries) = content {
      entries[key.stringValue] = place
      content = .entries(entries)
    }
    return place
  }

  func write(to text: inout String, indent: String) {
    func list(_ places: [(name: String?, place: JSONPlace)], _ marks: (String, String)) {
      text += marks.0 + (places.isEmpty ? "\n" : "")
      for (index, entry) in places.enumerated() {
        text += (index > 0 ? "," : "") + indent + "  " + (entry.name.map { Self.quoted($0) + " : " } ?? "")
        entry.place.write(to: &text, indent: indent + "  ")
      }
      text += indent + marks.1
    }
    switch content {
    case .literal(let literal): text += literal
    case .items(let items): list(items.map { (nil, $0) }, ("[", "]"))
    case .entries(let entries):
      list(entries.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, ("{", "}"))
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\", "/": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{8}": quoted += "\\b"
      case "\u{C}": quoted += "\\f"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
