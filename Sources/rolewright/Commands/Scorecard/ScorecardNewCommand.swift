import ArgumentParser
import Diagnostics
import Planner
import Rubric

/// `rolewright scorecard new`.
struct ScorecardNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a candidate's folder with blank scorecards.",
    discussion: """
      LOOP is the folder that "rolewright plan -o" wrote. Writes, into a folder of the candidate's own, what the \
      scorecards rate (assessment.yaml) and for each interview a blank scorecard, twice: as YAML for an editor, \
      and as a form in HTML that any browser opens, without a network. The form saves the same YAML.

      Nothing that is there is written over. With --interviewer the name is part of the files' names, so that \
      several people can rate the same interview.
      """)

  @Argument(help: "The folder of a loop, or its loop.yaml or assessment.yaml.", completion: .directory)
  var loop: String

  @Option(
    name: .long,
    help: ArgumentHelp("What the candidate is called here, such as C-17: no name.", valueName: "label"))
  var candidate: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only the interview of this number. May be repeated. Without it, each that rates.", valueName: "n"))
  var interview: [Int] = []

  @Option(name: .long, help: ArgumentHelp("Who rates, a name or a label.", valueName: "name"))
  var interviewer: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder of the candidate.", valueName: "dir"),
    completion: .directory)
  var output: String

  @Option(
    name: .long,
    help: ArgumentHelp("Lay a folder of templates over the built-in ones, by name.", valueName: "dir"),
    completion: .directory)
  var templates: String?

  func validate() throws {
    let names = [("--candidate", candidate)] + (interviewer.map { [("--interviewer", $0)] } ?? [])
    for (option, text) in names where !CandidateLabel.isFit(text) {
      let limit = CandidateLabel.maximumLength
      throw ValidationError("\(option) takes one line of at most \(limit) visible characters.")
    }
  }

  func run() throws {
    try reportingFailure {
      let assessment = try LoopAssessment(at: loop)
      let interviews = try assessment.interviews(interview)
      let renderer = try ScorecardRenderer(
        templates: try LibraryOptions.templateSources(over: templates), areChecked: templates == nil)
      let bearer = ScorecardBearer(candidate: candidate, interviewer: interviewer ?? "")
      let documents = interviews.flatMap { renderer.scorecard(of: $0, in: assessment.plan, for: bearer) }
      let written = try NewScorecards(candidate: candidate, folder: output).write(documents, of: assessment)
      show(labelFindings)
      Terminal.note(written.map { "wrote \($0)\n" }.joined())
    }
  }

  /// A hint where the label seems to give away who it stands for.
  private var labelFindings: [Finding] {
    guard let found = CandidateLabel.personalData(in: candidate) else { return [] }
    let what = found == .address ? "an e-mail address" : "a person's name"
    return [
      Finding(
        "personal-label", "the label looks like \(what)", severity: .hint,
        in: SourceText(name: candidate, bytes: []), at: nil,
        help: "a label such as C-17 keeps personal data out of the files")
    ]
  }
}
