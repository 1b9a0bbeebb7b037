import ArgumentParser
import Diagnostics
import Planner
import Rubric
import YAML

/// `rolewright scorecard compare`.
struct ScorecardCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show the scorecards of several candidates side by side.",
    discussion: """
      Ratings by competency and candidate, each interviewer's and their mean, against the level asked for; and \
      how far the interviewers agree: Krippendorff's alpha, from ten competencies of candidates on that two or \
      more of them rated. Candidates stand in the order named. Nobody is ranked unless --rank asks for it.

      With --rater the ratings of that interviewer alone are laid beside the mean of the others, for that \
      interviewer's own eyes. There is no table of all interviewers.

      docs/scorecards.md has the formulas and their sources.

      Exit status: 0 compared; 1 scorecards are missing, or candidates do not belong together; 2 could not run.
      """)

  @Argument(help: "The folders of the candidates, or their archives.", completion: .file())
  var folders: [String]

  @Option(name: .shortAndLong, help: "text, markdown, html, json or csv.")
  var format: ScorecardFormat = .text

  @OptionGroup var result: ResultFile

  @Flag(help: "Compare what is in where scorecards are missing, and say what is missing.")
  var partial = false

  @Flag(
    help: "Of candidates of different loops, compare what is rated of all of them by the same anchors.")
  var comparable = false

  @Flag(help: "Order the candidates by label.")
  var byLabel = false

  @Flag(help: "Also order them by their combined figures, and say how much it takes to turn the order.")
  var rank = false

  @Option(
    help: ArgumentHelp(
      "Show how this interviewer rates beside the others, and nothing else.", valueName: "name"))
  var rater: String?

  @Option(
    help: ArgumentHelp("Lay a folder of templates over the built-in ones, by name.", valueName: "dir"),
    completion: .directory)
  var templates: String?

  /// The most candidates that are compared.
  private static let maximum = 200

  func validate() throws {
    if folders.count < 2, rater == nil {
      throw ValidationError("One candidate is compared with nobody; name the folders of two at least.")
    }
    if folders.count > Self.maximum {
      throw ValidationError("At most \(Self.maximum) candidates are compared.")
    }
    if rank, comparable {
      throw ValidationError(
        "--rank orders candidates of one loop, and --comparable is for several; leave one of them out.")
    }
    if rank, rater != nil {
      throw ValidationError("--rater shows one interviewer and no candidate; leave --rank out.")
    }
    if rank, format == .csv {
      throw ValidationError("A table of ratings holds no order; use another --format with --rank.")
    }
  }

  func run() throws {
    try reportingFailure {
      let comparison = try comparison()
      if let rater {
        guard let profile = RaterProfile(of: rater, in: comparison) else {
          throw InvalidInput(
            "unknown-rater", "no scorecard here is by an interviewer of that name", file: rater,
            help: "write the name as the scorecards have it")
        }
        try write(profile)
      } else {
        try write(comparison)
      }
    }
  }

  /// The comparison of the folders, in the order wanted. Shows what stands against it, and ends.
  private func comparison() throws -> Comparison {
    let records = try records()
    let findings = ComparisonCheck.findings(of: records, isPartial: partial, isMixed: comparable)
    guard findings.isEmpty else {
      show(findings)
      throw Exit.findings
    }
    var candidates = records.map { ComparedCandidate($0.record, folder: $0.path) }
    if byLabel { candidates.sort { ($0.label, $0.folder) < ($1.label, $1.folder) } }
    guard let comparison = Comparison(of: candidates) else { throw InvalidInput([]) }
    return comparison
  }

  private func records() throws(InvalidInput) -> [(path: String, record: CandidateRecord)] {
    var records: [(path: String, record: CandidateRecord)] = []
    var findings: [Finding] = []
    for folder in folders {
      do throws(InvalidInput) {
        let opened = try CandidateInput(at: folder)
        records.append((opened.path, opened.record))
      } catch {
        findings += error.findings
      }
    }
    guard findings.isEmpty else { throw InvalidInput(findings) }
    return records
  }

  private func write(_ comparison: Comparison) throws(InvalidInput) {
    let ranking = rank ? ComparisonRanking(of: comparison) : nil
    let written = ScorecardOutput(format: format, file: result)
    try written.write(
      document: comparison.document(ranking: ranking), table: comparison.table
    ) { form throws(InvalidInput) in
      try renderer().text(comparison, ranking: ranking, as: form)
    }
  }

  private func write(_ profile: RaterProfile) throws(InvalidInput) {
    let written = ScorecardOutput(format: format, file: result)
    try written.write(document: profile.document, table: profile.table) { form throws(InvalidInput) in
      try renderer().text(profile, as: form)
    }
  }

  private func renderer() throws(InvalidInput) -> ComparisonRenderer {
    try ComparisonRenderer(
      templates: try LibraryOptions.templateSources(over: templates), areChecked: templates == nil)
  }
}
