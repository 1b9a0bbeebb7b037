import ArgumentParser

/// `rolewright scorecard`.
struct ScorecardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scorecard",
    abstract: "Make, check and compare the scorecards of candidates.",
    subcommands: [
      ScorecardDebriefCommand.self, ScorecardCompareCommand.self, ScorecardAdverseImpactCommand.self,
    ])
}
