/// The way to a value of a file: by the rules, and in words.
public struct MergePath: Sendable, Equatable {
  /// The keys from the root, joined by `/`.
  public let pattern: String
  /// The value in words: `minutes of interview "Coding"`; empty for the file as a whole.
  public let words: String
  /// What holds the value, in words.
  private let holder: String

  /// The whole file.
  static let root = MergePath(pattern: "")

  /// A value from which others are told.
  init(pattern: String) { self.init(pattern: pattern, words: "", holder: "") }

  private init(pattern: String, words: String, holder: String) {
    self.pattern = pattern
    self.words = words
    self.holder = holder
  }

  /// The value of a key.
  func key(_ key: String) -> MergePath {
    MergePath(
      pattern: pattern.isEmpty ? key : pattern + "/" + key,
      words: words.isEmpty ? key : "\(key) of \(words)", holder: words)
  }

  /// An entry of the list that the path leads to. Of a named entry the key of its list says nothing more.
  func item(_ noun: String?, _ name: String) -> MergePath {
    let name = MergePath.quoted(name)
    guard let noun else { return MergePath(pattern: pattern, words: "\(name) in \(words)", holder: words) }
    let own = "\(noun) \(name)"
    return MergePath(
      pattern: pattern, words: holder.isEmpty ? own : "\(own) of \(holder)", holder: holder)
  }

  /// Words in quotation marks, on one line, cut where they are long.
  static func quoted(_ text: String) -> String {
    let line = String(text.unicodeScalars.map { $0.properties.isWhitespace ? " " : Character($0) })
    return line.unicodeScalars.count > 60
      ? "\"" + String(line.unicodeScalars.prefix(59)) + "…\"" : "\"\(line)\""
  }
}
