import ArgumentParser
import Diagnostics
import Extractor
import Planner
import Rubric

/// `rolewright diff`.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    // Read by itself, it need not look for what only the whole tree of commands answers.
    _superCommandName: "rolewright",
    abstract: "Tell what changed between two postings or roles.",
    discussion: """
      Each side is a posting or a role file. Of two it tells, worst consequence first: competencies \
      added and removed, importance, target levels, alternatives, technologies, weights and facts, each \
      with the words of both sides. Rewording, moved lines and order change nothing. More than two make \
      a table of competencies by roles.

      Below the changes stands what follows: both sides are planned with the same rubrics and policy, and \
      the loops compared. --panel says whether the panel still covers it, and --scorecards which ratings of \
      candidates stay comparable. --no-loop leaves it out.

      Exit status: 0 nothing changed, 1 something did, 2 could not run.
      """)

  @Argument(help: ArgumentHelp("Two or more postings or roles.", valueName: "side"), completion: .file())
  var sides: [String]

  @Option(
    name: .long, help: ArgumentHelp("Overrides of the first posting.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var fromOverrides: String?

  @Option(
    name: .long, help: ArgumentHelp("Overrides of the second posting.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var toOverrides: String?

  @Flag(help: "Show each change by itself, with all its words, and all that follows.")
  var all = false

  @Flag(help: "Show what is asked for alike in other words.")
  var rewording = false

  @Option(
    name: .shortAndLong,
    help: "text, brief (one line), markdown, html, github (remarks of a pull request), yaml or json.")
  var format: Format = .text

  @OptionGroup var result: ResultFile

  @OptionGroup var consequences: ConsequenceOptions

  @OptionGroup var options: LibraryOptions

  /// How the comparison is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, brief, markdown, html, github, yaml, json

    /// What it shows of the loops beside their interviews.
    var detail: LoopDetail { self == .yaml || self == .json ? [.smallestConflict, .fingerprint] : [] }
  }

  func validate() throws {
    guard sides.count > 1 else {
      throw ValidationError(
        options.rubrics == nil
          ? "name at least two postings or roles"
          : "name at least two postings or roles; two versions of the rubrics are told apart by "
            + "`rolewright rubric diff OLD NEW`")
    }
    guard sides.count > 2 else { return }
    switch format {
    case .brief:
      throw ValidationError("brief is a line about two sides; for \(sides.count) name another format")
    case .github:
      throw ValidationError(
        "github remarks on the second of two sides; for \(sides.count) name another format")
    default: break
    }
  }

  func run() throws {
    try reportingFailure {
      let library = try options.library()
      let policy = try consequences.policy(of: library)
      let inputs = try read(library, policy)
      let names = SideNames.of(paths: sides, roles: inputs.map(\.role))
      let isSame: Bool
      var following: Consequences?
      if inputs.count == 2 {
        let diff = RoleDiff(from: inputs[0].role, to: inputs[1].role)
        let isBare = format == .brief || format == .github
        following =
          isBare ? nil : try consequences.consequences(of: diff, library, policy: policy, format.detail)
        try result.write(try text(diff, following, (names[0], names[1]), inputs))
        isSame = diff.isEmpty
      } else {
        let matrix = RoleMatrix(inputs.map(\.role))
        try result.write(try text(matrix, names))
        isSame = matrix.isUniform
      }
      show(inputs.flatMap(\.findings))
      if !isSame { Exit.findings.end(holding: (library, inputs, following)) }
    }
  }

  private func read(_ library: RubricLibrary, _ policy: LoopPolicy?) throws(InvalidInput) -> [RoleInput] {
    let extractor = try options.extractor(policy: policy) { library }
    var inputs: [RoleInput] = []
    for (index, side) in sides.enumerated() {
      let file = index == 0 ? fromOverrides : index == 1 ? toOverrides : nil
      inputs.append(try RoleInput(side, overrides: try Overrides(atPath: file)) { extractor })
    }
    return inputs
  }

  private func text(
    _ diff: RoleDiff, _ following: Consequences?, _ names: (from: String, to: String), _ inputs: [RoleInput]
  ) throws(InvalidInput) -> String {
    switch format {
    case .yaml: return DocumentFormat.yaml.text([diff.document.with(following)])
    case .json: return DocumentFormat.json.text([diff.document.with(following)])
    case .markdown: return try text(diff, names, as: .markdown, following, as: .markdown)
    case .brief: return try renderer().text(diff, names: names, as: .brief)
    case .html:
      return try pages().page(comparison(diff, names, inputs), consequences: following, isWhole: all)
    case .github:
      return try pages().annotations(
        comparison(diff, names, inputs), file: inputs[1].path, hasPlaces: !inputs[1].isConverted,
        hasRewordings: rewording)
    case .text: return page.shown(try text(diff, names, as: .text, following, as: .text))
    }
  }

  /// The changes, and below them what follows.
  private func text(
    _ diff: RoleDiff, _ names: (from: String, to: String), as format: DiffRenderer.Format,
    _ following: Consequences?, as other: ConsequenceRenderer.Format
  ) throws(InvalidInput) -> String {
    let templates = try options.templateSources()
    let renderer = try DiffRenderer(
      templates: templates, areChecked: options.hasOnlyBuiltInTemplates, formats: [format], matrices: [])
    let detail = DiffRenderer.Detail(isWhole: all, hasRewordings: rewording)
    return renderer.text(diff, names: names, as: format, detail: detail)
      + (try consequences.text(
        following, as: other, isWhole: all, templates: templates,
        areChecked: options.hasOnlyBuiltInTemplates))
  }

  private func text(_ matrix: RoleMatrix, _ names: [String]) throws(InvalidInput) -> String {
    switch format {
    case .yaml: DocumentFormat.yaml.text([matrix.document])
    case .json: DocumentFormat.json.text([matrix.document])
    case .markdown: try renderer().text(matrix, names: names, as: .markdown)
    case .html: try pages().page(matrix, names: names)
    case .text, .brief, .github: try renderer().text(matrix, names: names, as: .text)
    }
  }

  /// The terminal's look, or plain lines of 80 columns in a file.
  private var page: DiffText { result.output == nil ? DiffText() : DiffText(style: .plain, columns: 80) }

  private func comparison(
    _ diff: RoleDiff, _ names: (from: String, to: String), _ inputs: [RoleInput]
  ) -> DiffPageRenderer.Comparison {
    DiffPageRenderer.Comparison(diff, names: names, texts: (inputs[0].text, inputs[1].text))
  }

  private func pages() throws(InvalidInput) -> DiffPageRenderer {
    try DiffPageRenderer(
      templates: try options.templateSources(), areChecked: options.hasOnlyBuiltInTemplates)
  }

  private func renderer() throws(InvalidInput) -> DiffRenderer {
    try DiffRenderer(templates: try options.templateSources(), areChecked: options.hasOnlyBuiltInTemplates)
  }
}
