import ArgumentParser
import Diagnostics
import Extractor
import Rubric
import YAML

/// `rolewright extract`.
struct ExtractCommand: ManyFiles {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    // Read by itself, it need not look for what only the whole tree of commands answers.
    _superCommandName: "rolewright",
    abstract: "Read what a posting asks for.",
    discussion: """
      Prints the role: title, level, pay and the like, every competency with its importance, target \
      level and the words that state it, and what was asked for and no competency covers. Edit the \
      result, then plan and compare it: it is a file like any other. With --overrides, what a person has \
      set right of a posting is read again each time, and marked as such.

      Markdown, plain text, HTML and JSON are read: pages as they were saved, JobPosting of \
      schema.org, and what Greenhouse, Lever and Ashby publish. PDF, Word, OpenDocument and RTF are read \
      where pdftotext and pandoc are installed. "-" is standard input.
      """)

  @Argument(help: "The postings.", completion: .file())
  var postings: [String]

  @Option(name: .shortAndLong, help: "yaml or json.")
  var format: DocumentFormat = .yaml

  @Flag(help: "Show the posting with a caret under the words behind each competency.")
  var explain = false

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Replace the file if it is there.")
  var force = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Set right what is read from the posting, as a file of overrides says.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var overrides: String?

  @OptionGroup var library: LibraryOptions

  var files: [String] {
    get { postings }
    set { postings = newValue }
  }

  func validate() throws {
    if postings.isEmpty { throw ValidationError("Name a posting, or - for standard input.") }
    if overrides != nil, postings.count > 1 {
      throw ValidationError("--overrides belongs to one posting; name one.")
    }
  }

  func run() throws {
    try reportingFailure {
      let extractor = try library.extractor { () throws(InvalidInput) in try library.library() }
      let overrides = try Overrides(atPath: overrides)
      var roles: [RoleDefinition] = []
      var explanations: [String] = []
      var findings: [Finding] = []
      for posting in postings {
        let file = try InputFiles.posting(posting)
        let extraction = try extractor.extract(
          from: file.text, overrides: overrides, original: file.original)
        if explain { explanations.append(explanation(extraction)) } else { roles.append(extraction.role) }
        findings += extraction.findings
      }
      let text =
        explain ? explanations.joined(separator: "\n") : format.text(roles.map(\.document))
      if let output {
        try OutputFiles(mayReplace: force).write(text, to: output)
      } else {
        Terminal.write(text)
      }
      show(findings)
    }
  }

  private func explanation(_ extraction: Extraction) -> String {
    let style = output == nil ? Terminal.resultStyle : .plain
    return Explanation(extraction).text(columns: Terminal.columns, style: style)
  }
}

/// The forms in which roles and loops are printed for other programs.
enum DocumentFormat: String, ExpressibleByArgument, CaseIterable {
  case yaml, json

  /// One document as it is; several as a YAML stream or a JSON list.
  func text(_ documents: [Document]) -> String {
    switch self {
    case .yaml: documents.map { YAMLWriter.text($0) }.joined(separator: "---\n")
    case .json: JSONWriter.text(documents.count == 1 ? documents[0] : .list(documents))
    }
  }
}
