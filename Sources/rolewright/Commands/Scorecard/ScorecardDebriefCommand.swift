import ArgumentParser
import Diagnostics
import Planner
import Rubric
import YAML

/// `rolewright scorecard debrief`.
struct ScorecardDebriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "debrief",
    abstract: "Lay a candidate's scorecards side by side, once all are in.",
    discussion: """
      Ratings against what the role asks for, disagreement first; what was seen once, or not at all; \
      every note, word for word; and a combined figure with its parts and how much it depends on the \
      weights. It never says whom to hire: it ends in a form where a person records what was decided \
      and why, and which ratings were changed.

      Nothing is shown before every scorecard is in, so that everybody rates alone. The HTML page \
      saves the decision as decision.yaml, to be put beside the scorecards. Spreadsheets take no cell \
      of the CSV for a formula: such a text gets an apostrophe in front.

      Exit status: 0 shown, 1 scorecards are missing or do not belong together, 2 could not run.
      """)

  @Argument(help: "The folder of a candidate, or what scorecard bundle made of it.", completion: .file())
  var candidate: String

  @Flag(help: "Show what is in, and say everywhere what is missing.")
  var partial = false

  @Flag(help: "Show scorecards of different loops side by side, and say so everywhere.")
  var mixed = false

  @Option(name: .shortAndLong, help: "text, markdown, html, json or csv.")
  var format: ScorecardFormat = .text

  @OptionGroup var result: ResultFile

  @Flag(help: "Also write a blank decision.yaml beside the scorecards, unless one is there.")
  var decision = false

  @Option(
    name: .long,
    help: ArgumentHelp("Lay a folder of templates over the built-in ones, by name.", valueName: "dir"),
    completion: .directory)
  var templates: String?

  func run() throws {
    try reportingFailure {
      let input = try CandidateInput(at: candidate)
      let record = input.record
      let findings = DebriefCheck.findings(
        of: record, isPartial: partial && !decision, isMixed: mixed)
      guard findings.isEmpty else {
        show(findings)
        throw Exit.findings
      }
      let debrief = Debrief(of: record, seals: input.intactSeals)
      let renderer = try renderer()
      try ScorecardOutput(format: format, file: result).write(
        document: debrief.document, table: debrief.rows
      ) { renderer.text(debrief, as: $0) }
      if decision { try writeDecision(debrief, renderer, beside: input) }
    }
  }

  private func renderer() throws(InvalidInput) -> DebriefRenderer {
    try DebriefRenderer(
      templates: try LibraryOptions.templateSources(over: templates), areChecked: templates == nil)
  }

  private func writeDecision(
    _ debrief: Debrief, _ renderer: DebriefRenderer, beside input: CandidateInput
  ) throws {
    guard input.manifest == nil else {
      throw InvalidInput(
        "read-only-record", "an archive is never written to", file: input.path,
        help: "name the folder of the candidate with --decision")
    }
    let path = "\(input.path)/\(CandidateRecord.decisionName)"
    guard input.record.decision == nil else {
      Terminal.note("\(path.shown) is there already and stays as it is\n")
      return
    }
    try OutputFiles(mayReplace: false).write(renderer.blankDecision(debrief), to: path)
    Terminal.note("wrote \(path.shown)\n")
  }
}
