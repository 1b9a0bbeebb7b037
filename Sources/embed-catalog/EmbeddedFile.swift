import Rubric

/// A file as it stands in the binary: as it is, or packed with the help of a text that the binary holds too.
struct EmbeddedFile {
  /// Its path.
  let name: String
  /// What stands in the binary.
  let bytes: [UInt8]
  /// How many bytes the file has.
  let count: Int
  /// The text that it is packed with: a part of the snapshot, counted from 1, or a file before it, counted down from
  /// -1; 0 for none.
  let base: Int
  /// Whether it is packed.
  let isPacked: Bool

  /// Files shorter than this are not packed: little comes of it.
  private static let shortest = 200

  /// The files, in their order. Of a competency or a format most is in the snapshot; the others of a folder have much in
  /// common with its first. Templates are read many at a time, and stand as they are.
  static func all(
    _ files: [(name: String, text: String)], _ snapshot: [(name: String, text: String)]
  ) -> [EmbeddedFile] {
    let folders = files.map { $0.name.split(separator: "/").dropLast().joined(separator: "/") }
    return files.indices.map { number in
      let (name, text) = (files[number].name, Array(files[number].text.utf8))
      let path = name.split(separator: "/")
      let part = path.count > 2 ? "\(path[1])/\(path[path.count - 1].dropLast(".yaml".count))" : ""
      let first = folders.firstIndex(of: folders[number]) ?? number
      var base = 0
      if let part = snapshot.firstIndex(where: { $0.name == part }) {
        base = part + 1
      } else if first < number {
        base = -1 - first
      }
      let help = base > 0 ? snapshot[base - 1].text : base < 0 ? files[first].text : ""
      let packed = TextPacker.packed(text, base: Array(help.utf8))
      let isPacked = path.count > 2 && text.count >= shortest && packed.count < text.count
      return EmbeddedFile(
        name: name, bytes: isPacked ? packed : text, count: text.count, base: isPacked ? base : 0,
        isPacked: isPacked)
    }
  }

  /// The file as an element of an array.
  var literal: String { "(\"\(name)\", \(Self.literal(of: bytes)), \(count), \(base), \(isPacked))," }

  /// Text as a literal of one line.
  static func literal(of bytes: [UInt8]) -> String {
    var literal = "\""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\n": literal += "\\n"
      case "\"", "\\": literal += "\\\(scalar)"
      case "\u{0}"..<" ", "\u{7F}": literal += "\\u{\(String(scalar.value, radix: 16))}"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}
