import ArgumentParser

/// `rolewright scorecard`, from the blank scorecards of a candidate to the record of a decision.
struct ScorecardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scorecard",
    abstract: "From blank scorecards to a recorded decision.",
    discussion: """
      The way of a candidate, C-17, through the loop in the folder "loop":
        rolewright scorecard new loop --candidate C-17 -o candidates/C-17
        rolewright scorecard check candidates/C-17      what is missing or does not fit
        rolewright scorecard seal candidates/C-17/3-coding.yaml     before the debrief
        rolewright scorecard debrief candidates/C-17    when all are in
        rolewright scorecard bundle candidates/C-17 -o C-17.tar     the record

      A person decides and records why. Rolewright never says whom to hire.
      """,
    subcommands: [
      ScorecardNewCommand.self, ScorecardCheckCommand.self, ScorecardSealCommand.self,
      ScorecardVerifyCommand.self, ScorecardDebriefCommand.self, ScorecardBundleCommand.self,
      ScorecardCompareCommand.self, ScorecardAdverseImpactCommand.self, ScorecardExportCommand.self,
      ScorecardImportCommand.self,
    ])
}
