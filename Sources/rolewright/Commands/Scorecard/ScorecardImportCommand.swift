import ArgumentParser
import Diagnostics
import Planner
import Rubric
import YAML

/// `rolewright scorecard import`.
struct ScorecardImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read scorecards of a hiring platform into a candidate's folder.",
    discussion: """
      Reads what "export" writes and what the platform itself gives: scorecards of Greenhouse's Harvest v1, \
      or the tables of v3 under their names in one object; feedback forms of Lever; answers of Ashby's \
      applicationFeedback.list.

      Competencies and questions are told by the ids of --mapping, or by their exact names. A rating is \
      taken over where its note says it to the level, or where the table exchange.yaml has one level for \
      it; else nothing is rated, and the evidence says what stood there. What nothing of the loop is called \
      goes behind the summary. All of this is listed.

      A scorecard with anything in it is never written over. A blank one is filled in.

      Exit status: 0 done; 1 done, and something was left out or left open; 2 could not run.
      """)

  @Argument(help: "JSON of the platform, or - for standard input.", completion: .file(extensions: ["json"]))
  var input: String

  @Option(help: "greenhouse, lever or ashby.")
  var from: ExchangePlatform

  @Option(
    help: ArgumentHelp("The folder of a loop or of a candidate, or its assessment.yaml.", valueName: "path"),
    completion: .file())
  var loop: String

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder of the candidate.", valueName: "dir"),
    completion: .directory)
  var output: String

  @Option(
    help: ArgumentHelp("The ids of the platform, as for export.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var mapping: String?

  @Option(help: ArgumentHelp("The interview, where the file does not tell it.", valueName: "number"))
  var interview: Int?

  @Option(help: ArgumentHelp("The label of the candidate, such as C-17.", valueName: "label"))
  var candidate: String?

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try reportingFailure {
      let tables = try options.library().exchangeTables()
      let planSource = try CandidateFolder.planFile(of: loop)
      let plan = try AssessmentPlan(from: planSource)
      let mapping = try mapping.map { path throws(InvalidInput) in
        try ExchangeMapping(atPath: path, for: from, of: [plan])
      }
      let imported = try ScorecardImport(
        try InputFiles.read(input), from: from, tables, plan: plan, mapping: mapping, interview: interview,
        candidate: candidate)
      let writer = ScorecardFiller(folder: output, plan: plan)
      var findings = imported.findings
      if !imported.scorecards.isEmpty {
        try writer.begin(with: planSource, candidate: imported.scorecards[0].scorecard.candidate.value)
      }
      for card in imported.scorecards {
        do throws(InvalidInput) {
          Terminal.note(try writer.write(card) + "\n")
        } catch {
          findings += error.findings
        }
      }
      show(findings)
      if findings.contains(where: { $0.severity != .hint }) { throw Exit.findings }
    }
  }
}
