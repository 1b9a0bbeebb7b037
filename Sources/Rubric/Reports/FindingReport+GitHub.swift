internal import Diagnostics

extension FindingReport {
  /// Workflow commands of GitHub Actions, one a line. Each becomes a remark beside the words of a pull
  /// request that it is about.
  public var githubCommands: String { findings.map { $0.githubAnnotation.command + "\n" }.joined() }
}

extension Finding {
  fileprivate var githubAnnotation: GitHubAnnotation {
    GitHubAnnotation(severity: severity, file: source.name, place: range, title: rule, text: lines)
  }
}
