public import Diagnostics

/// A remark beside the words of a pull request that it is about.
public struct GitHubAnnotation: Sendable {
  /// How much it matters.
  public let severity: Severity
  /// The path of the file in the repository.
  public let file: String
  /// The words of the file; nil when it concerns the file as a whole.
  public let place: PlaceRange?
  /// The heading of it.
  public let title: String
  /// What it says.
  public let text: String

  /// A remark from its parts.
  public init(severity: Severity, file: String, place: PlaceRange?, title: String, text: String) {
    (self.severity, self.file, self.place, self.title, self.text) = (severity, file, place, title, text)
  }

  /// The workflow command of GitHub Actions that makes it, on one line.
  public var command: String {
    let properties = ([("file", file)] + lines + [("title", title)]).map { key, value in
      let encoded = PercentEncoding.encode(value) { "%\r\n:,".utf8.contains($0) }
      return "\(key)=\(encoded.shown)"
    }
    let encoded = PercentEncoding.encode(text) { "%\r\n".utf8.contains($0) }
    return "::\(severity.githubCommand) \(properties.joined(separator: ","))::\(encoded)"
  }

  /// GitHub refuses columns where the words reach over several lines.
  private var lines: [(String, String)] {
    guard let place else { return [] }
    let isOneLine = place.start.line == place.end.line
    let columns = isOneLine ? [("col", place.start.column), ("endColumn", place.end.column)] : []
    return ([("line", place.start.line), ("endLine", place.end.line)] + columns).map { ($0, String($1)) }
  }
}

extension Severity {
  fileprivate var githubCommand: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .hint: "notice"
    }
  }
}
