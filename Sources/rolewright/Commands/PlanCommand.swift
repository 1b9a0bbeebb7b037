import ArgumentParser
import Diagnostics
import Extractor
import Planner
import Rubric
import YAML

/// `rolewright plan`, the main job.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan the interview loop of a posting or a role.",
    discussion: """
      With -o, writes a folder: the loop, a kit for each interviewer, what each exercise hands out, a sheet for \
      the candidate, blank scorecards, a debrief, and the role to review. Open index.html in it. Without -o, \
      prints the loop.

      The loop is the best that the policy allows. When it cannot rate every required competency, it \
      says which compete and what would help, and the command ends with status 1.
      """)

  @Argument(help: "A posting, a role file, or - for standard input.", completion: .file())
  var input: String

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write the folder of documents.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Option(name: .shortAndLong, help: "How the loop is printed: markdown, html, yaml or json.")
  var format: Format?

  @Flag(help: "Replace files that are there. Scorecards that are there always stay.")
  var force = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Set right what is read from the posting, as a file of overrides says.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var overrides: String?

  @OptionGroup var options: LibraryOptions

  /// How a loop is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, html, yaml, json
  }

  func validate() throws {
    if output != nil, format != nil {
      throw ValidationError("--format prints the loop and --output writes a folder; choose one of them.")
    }
  }

  func run() throws {
    try reportingFailure {
      let library = try options.library()
      let input = try RoleInput(input, overrides: try Overrides(atPath: overrides)) {
        () throws(InvalidInput) in
        try options.extractor { library }
      }
      let loop = try LoopPlanner(library: library, policy: try library.policy()).plan(input.role)
      if let output {
        try write(loop, library, to: output)
      } else {
        Terminal.write(try text(loop, library))
      }
      show(input.findings)
      if loop.conflict != nil { throw Exit.findings }
    }
  }

  private func text(_ loop: InterviewLoop, _ library: RubricLibrary) throws(InvalidInput) -> String {
    switch format ?? .markdown {
    case .yaml: return DocumentFormat.yaml.text([loop.document])
    case .json: return DocumentFormat.json.text([loop.document])
    case .markdown: return try renderer().loop(loop, as: .markdown)
    case .html: return try renderer().loop(loop, forms: try forms(of: loop, library), as: .html)
    }
  }

  private func write(_ loop: InterviewLoop, _ library: RubricLibrary, to folder: String) throws {
    let files = try renderer().documents(
      of: loop, forms: try forms(of: loop, library), loopFile: YAMLWriter.text(loop.document))
    let role = RenderedDocument(path: "role.yaml", text: YAMLWriter.text(loop.role.document))
    let kept = try OutputFiles(mayReplace: force).write(
      (files + [role]).map { ($0.path, $0.text) }, to: folder)
    for path in kept { Terminal.note("kept \(path): a scorecard that is there is never replaced\n") }
    Terminal.note("wrote \(files.count + 1 - kept.count) files; open \(folder)/index.html\n")
  }

  /// The forms of the loop's exercises by id. They are read only for documents, which show them whole.
  private func forms(of loop: InterviewLoop, _ library: RubricLibrary) throws(InvalidInput) -> [String:
    ExerciseForm]
  {
    var forms: [String: ExerciseForm] = [:]
    for planned in loop.interviews.compactMap(\.exercise) {
      forms[planned.id] = try library.exercise(planned.id)?.form(seed: planned.seed)
    }
    return forms
  }

  private func renderer() throws(InvalidInput) -> DocumentRenderer {
    try DocumentRenderer(templates: try options.templateSources())
  }
}
