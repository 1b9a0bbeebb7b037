import ArgumentParser

/// `rolewright scorecard`, from the blank scorecards of a candidate to the record of a decision.
struct ScorecardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scorecard",
    abstract: "Make, check and compare the scorecards of candidates.",
    subcommands: [
      ScorecardNewCommand.self, ScorecardCheckCommand.self, ScorecardSealCommand.self, ScorecardVerifyCommand.self,
      ScorecardDebriefCommand.self, ScorecardExportCommand.self, ScorecardImportCommand.self,
      ScorecardBundleCommand.self,
    ])
}
