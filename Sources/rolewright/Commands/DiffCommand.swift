import ArgumentParser
import Diagnostics
import Extractor
import Planner
import Rubric

/// `rolewright diff`.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell what changed between two postings or roles.",
    discussion: """
      Each side is a posting or a role file. Competencies added and removed, importance, target \
      levels, alternatives, technologies, weights and facts, worst consequence first, each with the \
      words of both sides. Rewording, moved lines and order change nothing.

      Below the changes stands what follows: both sides are planned with the same rubrics and policy, and \
      the loops compared. --panel says whether the panel still covers it, and --scorecards which ratings of \
      candidates stay comparable. --no-loop leaves it out.

      Exit status: 0 nothing changed, 1 something did, 2 could not run.
      """)

  @Argument(help: "The first posting or role.", completion: .file())
  var from: String

  @Argument(help: "The second posting or role.", completion: .file())
  var to: String

  @Option(
    name: .long, help: ArgumentHelp("Overrides of the first posting.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var fromOverrides: String?

  @Option(
    name: .long, help: ArgumentHelp("Overrides of the second posting.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var toOverrides: String?

  @Option(name: .shortAndLong, help: "text, markdown, yaml or json.")
  var format: Format = .text

  @OptionGroup var consequences: ConsequenceOptions

  @OptionGroup var options: LibraryOptions

  /// How the comparison is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, yaml, json
  }

  func run() throws {
    try reportingFailure {
      let extractor = try options.extractor(policy: try consequences.policy(options)) {
        () throws(InvalidInput) in try options.library()
      }
      let sides = (
        try RoleInput(from, overrides: try Overrides(atPath: fromOverrides)) { extractor },
        try RoleInput(to, overrides: try Overrides(atPath: toOverrides)) { extractor }
      )
      let diff = RoleDiff(from: sides.0.role, to: sides.1.role)
      Terminal.write(try text(diff, try consequences.consequences(of: diff, options)))
      show(sides.0.findings + sides.1.findings)
      if !diff.isEmpty { throw Exit.findings }
    }
  }

  private func text(_ diff: RoleDiff, _ following: Consequences?) throws(InvalidInput) -> String {
    switch format {
    case .yaml: return DocumentFormat.yaml.text([diff.document.with(following)])
    case .json: return DocumentFormat.json.text([diff.document.with(following)])
    case .markdown: return try text(diff, following, as: .markdown)
    case .text: return coloured(try text(diff, following, as: .text))
    }
  }

  private func text(
    _ diff: RoleDiff, _ following: Consequences?, as format: DiffRenderer.Format
  ) throws(InvalidInput) -> String {
    try renderer().text(diff, names: (from, to), as: format)
      + consequences.text(following, as: format, options)
  }

  private func renderer() throws(InvalidInput) -> DiffRenderer {
    try DiffRenderer(templates: try options.templateSources())
  }

  /// Each line in the colour of its sign, wrapped for the terminal.
  private func coloured(_ text: String) -> String {
    let style = Terminal.resultStyle
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      Wrapping.lines(of: String(line), columns: Terminal.columns).map { part in
        Self.colour(part, as: line, style)
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func colour(_ part: String, as line: Substring, _ style: Style) -> String {
    let sign = line.drop { $0 == " " }.first
    let isSubject = line.first.map { $0 != " " } ?? false
    switch sign {
    case "+" where !isSubject: return style(.good, part)
    case "-" where !isSubject: return style(.bad, part)
    case "±": return style(.notice, part)
    default: return isSubject ? style(.strong, part) : part
    }
  }
}
