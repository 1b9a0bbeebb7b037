public import ArgumentParser
import Diagnostics
import Planner
public import Rubric
import YAML

/// `rolewright scorecard export`.
struct ScorecardExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write scorecards for a hiring platform.",
    discussion: """
      greenhouse: the scorecard of Harvest v1, for programs that read it; Greenhouse takes none itself.
      lever: the body of a feedback form, to be sent to the opportunity.
      ashby: the body of applicationFeedback.submit.

      A platform knows forms, fields, applications and people by ids of its own. --mapping names a file with \
      them; where it is not there, a blank one is written to be filled in, and nothing else is done. Without \
      it, names of ours stand in their place.

      --form writes no scorecards: it makes the feedback templates of a loop for Lever, one for each \
      interview, with what each level means. Lever answers with the ids of their fields.

      Levels become what the platform has, by the table exchange.yaml; the exact level, the target and the \
      choice stand in the note beside it. Standard error lists what is carried as text and what not at all. \
      docs/scorecards.md shows what becomes what.

      Exit status: 0 done; 1 done, and an id is missing or something is not carried; 2 could not run.
      """)

  @Argument(
    help: "Scorecards, or folders of candidates; with --form the folder of a loop.", completion: .file())
  var inputs: [String]

  @Option(help: "greenhouse, lever or ashby.")
  var to: ExchangePlatform

  @Option(
    help: ArgumentHelp(
      "The ids of the platform; a blank file is written if it is not there.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var mapping: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to a file; with a / at its end, or a folder that is there, a file for each.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Make the forms of the loop's interviews, for Lever.")
  var form = false

  @Flag(help: "Replace files that are there.")
  var force = false

  @OptionGroup var options: LibraryOptions

  func validate() throws {
    if inputs.isEmpty { throw ValidationError("Name a scorecard, or the folder of a candidate.") }
    guard form else { return }
    if to != .lever { throw ValidationError("--form makes feedback templates, which Lever alone takes.") }
    if inputs.count > 1 { throw ValidationError("--form takes one loop.") }
  }

  func run() throws {
    try reportingFailure {
      let tables = try options.library().exchangeTables()
      if form { return try makeForms(tables) }
      let read = try CandidateScorecards(inputs)
      for file in read.blank { Terminal.note("left out \(file.shown): it is blank\n") }
      guard !read.files.isEmpty else { throw Exit.findings }
      guard let mapping = try mappingFile(read) else { throw Exit.findings }
      let exports = read.files.map { file, plan in
        ScorecardExport(file, plan: plan, to: to, tables, mapping: mapping.value)
      }
      let names = Self.distinct(read.files.map(\.file.source.name))
      try write(zip(names, exports).map { ("\($0).\(to.rawValue)", $1.document, $1.address) })
      let findings = exports.flatMap(\.findings)
      show(findings)
      for (export, file) in zip(exports, read.files) {
        Terminal.note(summary(export, of: file.file.source.name))
      }
      if findings.contains(where: { $0.severity != .hint }) { throw Exit.findings }
    }
  }

  /// The mapping, where one is named; nil where a blank one was written.
  private func mappingFile(_ read: CandidateScorecards) throws(InvalidInput) -> (
    value: ExchangeMapping?, Void
  )? {
    guard let path = mapping else { return (nil, ()) }
    guard FileSystem.exists(path) else {
      let plan = read.files[0].plan
      let blank = ExchangeMapping(of: plan, to: to, for: read.files.map(\.file.scorecard))
      try OutputFiles(mayReplace: false).write(YAMLWriter.text(blank.document), to: path)
      Terminal.note("wrote \(path.shown): fill in the ids and export again; null is for what has no field\n")
      return nil
    }
    return (try ExchangeMapping(atPath: path, for: to, of: read.files.map(\.plan)), ())
  }

  private func makeForms(_ tables: ExchangeTables) throws(InvalidInput) {
    let plan = try AssessmentPlan(from: try CandidateFolder.planFile(of: inputs[0]))
    let forms = FeedbackTemplate.all(of: plan, tables)
    try write(forms.map { ($0.fileName + ".lever-template", $0.document, Self.templateAddress) })
  }

  /// Where templates are sent.
  private static let templateAddress = "https://api.lever.co/v1/feedback_templates"

  /// Writes documents: to standard output or one file all of them, to a folder a file for each.
  private func write(
    _ parts: [(name: String, document: Document, address: String?)]
  ) throws(InvalidInput) {
    let files = OutputFiles(mayReplace: force)
    guard let output else { return Terminal.write(DocumentFormat.json.text(parts.map(\.document))) }
    guard output.hasSuffix("/") || InputFiles.isFolder(output) else {
      try files.write(DocumentFormat.json.text(parts.map(\.document)), to: output)
      return Terminal.note("wrote \(output.shown)\n")
    }
    let folder = InputFiles.folder(output)
    let paths = parts.map { "\(folder)/\($0.name).json" }
    try files.refuseAny(of: paths)
    for (path, part) in zip(paths, parts) {
      try files.write(JSONWriter.text(part.document), to: path)
      Terminal.note("wrote \(path.shown)" + (part.address.map { ", for POST to \($0)" } ?? "") + "\n")
    }
  }

  /// The names of files without folder and ending, each once.
  private static func distinct(_ paths: [String]) -> [String] {
    var taken: Set<String> = []
    return paths.map { path in
      let file = SourceText.fileName(of: path)
      let name = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
      var free = name
      var number = 2
      while !taken.insert(free).inserted {
        free = "\(name)-\(number)"
        number += 1
      }
      return free
    }
  }

  /// How much of a scorecard is carried as it is.
  private func summary(_ export: ScorecardExport, of name: String) -> String {
    let nowhere = export.losses.filter { $0.fate == .nowhere }.count
    let asText = export.losses.count - nowhere
    let parts =
      export.partCount == 1 ? "rating, text or recommendation" : "ratings, texts and recommendations"
    return "\(name.shown): of \(export.partCount) \(parts), \(export.partCount - asText - nowhere) "
      + "in a field of their own, \(asText) as text, \(nowhere) not at all\n"
  }
}

extension ExchangePlatform: ExpressibleByArgument {}
