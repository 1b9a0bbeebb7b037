public import ArgumentParser
import Diagnostics
import Extractor
import Planner
public import Rubric
import YAML

/// `rolewright eval`.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Measure accuracy on labelled postings.",
    discussion: """
      A label says what people found in a posting: a JSON or YAML file each, described in \
      docs/file-formats.md. Every posting is read as "extract" would; precision, recall and F1 of the \
      competencies and of the required ones, the share of right importance, alternatives, quotations \
      and facts are printed, then every error with its words.

      With --only-half, the labels are halved by a hash of their file names. The figures of both \
      halves are shown and the errors of one only: what a change does to the other half tells whether \
      it is right about the language, or only about the postings that were looked at.

      To see what a change does:
        rolewright eval --gold labels --postings postings -f json > before.json
        rolewright eval --gold labels --postings postings --compare before.json

      Exit status: 0 measured, 1 a figure is below a --floor, 2 could not run, or a posting could not \
      be read.
      """)

  @Option(help: ArgumentHelp("The folder of labels.", valueName: "dir"), completion: .directory)
  var gold: String

  @Option(help: ArgumentHelp("The folder of postings.", valueName: "dir"), completion: .directory)
  var postings: String

  @Option(
    help: ArgumentHelp("Show the errors of one half of the labels: first or second.", valueName: "half"))
  var onlyHalf: LabelHalves.Half?

  @Option(help: ArgumentHelp("Make other halves.", valueName: "number"))
  var seed: Int = 1

  @Flag(help: "Show a row for each competency.")
  var table = false

  @Option(
    help: ArgumentHelp("Show what changed since an earlier run, written as JSON.", valueName: "file"),
    completion: .file())
  var compare: String?

  @Option(
    help: ArgumentHelp(
      "End with 1 where a figure is lower, such as f1=0.94 or title=0.95. Several may be given.",
      valueName: "figure=share"))
  var floor: [AccuracyFloor] = []

  @Option(name: .shortAndLong, help: "text or json.")
  var format: Format = .text

  @OptionGroup var options: LibraryOptions

  /// How the evaluation is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func validate() throws {
    let seeds = LabelHalves.seeds
    guard seeds.contains(seed) else {
      throw ValidationError("The seed is a number from \(seeds.lowerBound) to \(seeds.upperBound).")
    }
  }

  func run() throws {
    try reportingFailure {
      let earlier = try compare.map { file throws(InvalidInput) in try Self.earlier(file) }
      let library = try options.library()
      let extractor = try options.extractor { library }
      let labelled = try LabelledPostings(
        labels: gold, postings: postings, known: library.competencyIDs, extractor)
      let halves = onlyHalf.map { LabelHalves(seed: seed, shown: $0) }
      let evaluation = Evaluation(labelled.evaluations, halves: halves)
      Terminal.write(try text(evaluation, since: earlier))
      let low = floor.filter { !$0.holds(evaluation.counts) }
      show(labelled.findings.sorted() + low.map { $0.finding(evaluation.counts, in: gold) })
      if labelled.isIncomplete { throw Exit.failure }
      if !low.isEmpty { throw Exit.findings }
    }
  }

  private static func earlier(_ file: String) throws(InvalidInput) -> Evaluation {
    try Evaluation(from: try InputFiles.read(file))
  }

  private func text(_ evaluation: Evaluation, since earlier: Evaluation?) throws(InvalidInput) -> String {
    let comparison = earlier.map { EvaluationComparison(from: $0, to: evaluation) }
    guard format == .text else {
      return JSONWriter.text(comparison?.document ?? evaluation.document)
    }
    let renderer = try EvaluationRenderer(templates: try options.templateSources())
    let since = comparison.map { EvaluationRenderer.Earlier(name: compare ?? "", comparison: $0) }
    return Terminal.page(renderer.text(evaluation, showsTable: table, earlier: since))
  }
}

extension LabelHalves.Half: ExpressibleByArgument {}
