import ArgumentParser

/// `rolewright scorecard`.
struct ScorecardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scorecard",
    abstract: "Scorecards of candidates, from blank to the debrief.",
    subcommands: [ScorecardExportCommand.self, ScorecardImportCommand.self])
}
