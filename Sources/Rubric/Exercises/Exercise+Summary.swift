public import Diagnostics
public import YAML

extension Exercise {
  /// The exercise in a line, for lists.
  public var summary: Document {
    .mapping([
      .init("id", .text(id)), .init("kind", .text(kind.rawValue)), .init("title", .text(title)),
      .init("minutes", .integer(minutes)),
      .init(
        "rates",
        .list(
          rates.map { .mapping([.init("id", .text($0.id)), .init("levels", .text($0.levels.written))]) })),
      .init("also", .list(also.map { .text($0) })), .init("about", .list(about.map { .text($0) })),
    ])
  }
}

extension RubricLibrary {
  /// The names of all competencies for people, by id.
  public func competencyNames() throws(InvalidInput) -> [String: String] {
    if let known = snapshot?.competencyNames() { return known }
    return try competencies(competencyIDs).mapValues(\.name)
  }
}

extension CodingTask.Starter {
  /// What the name of its file ends in.
  public var fileEnding: String {
    switch language {
    case "python": "py"
    case "typescript": "ts"
    case "javascript": "js"
    case "ruby": "rb"
    case "bash": "sh"
    case "csharp": "cs"
    case "rust": "rs"
    default: language
    }
  }
}
