internal import Diagnostics

extension FindingReport {
  /// Workflow commands of GitHub Actions, one a line. Each becomes a remark beside the words of a pull
  /// request that it is about.
  public var githubCommands: String { findings.map { $0.githubCommand + "\n" }.joined() }
}

extension Finding {
  fileprivate var githubCommand: String {
    let properties = ([("file", source.name)] + githubPlace + [("title", rule)]).map { key, value in
      let encoded = PercentEncoding.encode(value) { "%\r\n:,".utf8.contains($0) }
      return "\(key)=\(encoded.shown)"
    }
    let text = PercentEncoding.encode(lines) { "%\r\n".utf8.contains($0) }
    return "::\(severity.githubCommand) \(properties.joined(separator: ","))::\(text)"
  }

  /// GitHub refuses columns where the words reach over several lines.
  private var githubPlace: [(String, String)] {
    guard let range else { return [] }
    let isOneLine = range.start.line == range.end.line
    let columns = isOneLine ? [("col", range.start.column), ("endColumn", range.end.column)] : []
    return ([("line", range.start.line), ("endLine", range.end.line)] + columns).map { ($0, String($1)) }
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
