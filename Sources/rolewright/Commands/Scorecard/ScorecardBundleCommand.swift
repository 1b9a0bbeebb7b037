import ArgumentParser
import Diagnostics
import Planner
import Rubric

/// `rolewright scorecard bundle`.
struct ScorecardBundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: "Keep the record of a candidate in one archive.",
    discussion: """
      DIR is the folder of a candidate. The archive holds the assessment, the scorecards with their seals, the \
      decision, and the role, the loop and the posting as far as they are named, with a manifest of their digests. \
      "rolewright scorecard debrief FILE.tar" shows from it the same debrief, years later. The same files give the \
      same bytes; its SHA-256 is printed.

      Files that contradict each other are shown, and nothing is written, unless --as-it-is is said. An archive that \
      is there is never replaced, and nothing is ever deleted.

      How long to keep it is for you to say. docs/scorecards.md names what some laws ask for.

      Exit status: 0 written, 1 contradictions, 2 could not run.
      """)

  @Argument(help: "The folder of a candidate.", completion: .directory)
  var folder: String

  @Option(
    name: .long, help: ArgumentHelp("The folder of the loop: its role and its interviews.", valueName: "dir"),
    completion: .directory)
  var loop: String?

  @Option(name: .long, help: ArgumentHelp("The posting.", valueName: "file"), completion: .file())
  var posting: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day until which to keep the record, such as 2031-03-12. Without it, that of decision.yaml.",
      valueName: "date"),
    transform: ScorecardBundleCommand.date)
  var retainUntil: String?

  @Flag(help: "Write it though files contradict each other.")
  var asItIs = false

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The archive to write, such as C-17.tar.", valueName: "file"),
    completion: .file(extensions: ["tar"]))
  var output: String

  func run() throws {
    try reportingFailure {
      let files = try recordFiles()
      let contradictions = files.contradictions
      guard contradictions.isEmpty || asItIs else {
        show(contradictions)
        throw Exit.findings
      }
      let bundle = try RecordBundle(
        of: files, rolewright: Rolewright.configuration.version, retainUntil: retainUntil)
      let bytes = bundle.bytes
      let parts = bundle.manifest.files.map { "\(folder)/\($0.name)" }
        .filter(FileSystem.exists)
      try OutputFiles(mayReplace: false).write(
        bytes, to: output, permissions: OutputFiles.commonPermissions(of: parts),
        help: "a record is never replaced; choose another name")
      Terminal.write("\(SHA256.hexadecimal(of: bytes))  \(output)\n")
      show(contradictions + hints(bundle.manifest))
      Terminal.note("wrote \(bundle.entries.count) files into \(output)\n")
    }
  }

  /// All that belongs to the record.
  private func recordFiles() throws(InvalidInput) -> RecordFiles {
    let input = try CandidateInput(at: folder)
    guard input.manifest == nil else {
      throw InvalidInput(
        "not-a-record", "is an archive already", file: folder, help: "name the folder of a candidate")
    }
    var files = input.files
    let source = loop ?? folder
    files.role = try read("\(source)/role.yaml")
    files.loop = try read("\(source)/loop.yaml")
    files.posting = try posting.map { path throws(InvalidInput) in try InputFiles.read(path) }
    files.debrief = try debrief(input)
    return files
  }

  /// A file of the loop. Where a loop was named it must be there.
  private func read(_ path: String) throws(InvalidInput) -> SourceText? {
    guard loop != nil || FileSystem.exists(path) else { return nil }
    return try InputFiles.read(path)
  }

  /// The debrief as Markdown: a copy for those who have no Rolewright at hand. Nil while scorecards are missing or do
  /// not belong together.
  private func debrief(_ input: CandidateInput) throws(InvalidInput) -> SourceText? {
    guard DebriefCheck.findings(of: input.record, isPartial: false, isMixed: false).isEmpty else {
      return nil
    }
    let renderer = try DebriefRenderer(
      templates: try LibraryOptions.templateSources(over: nil), areChecked: true)
    let debrief = Debrief(of: input.record, seals: input.intactSeals)
    return SourceText(name: "debrief.md", text: renderer.text(debrief, as: .markdown))
  }

  /// What the record lacks, and what of the folder is not in it.
  private func hints(_ manifest: RecordManifest) -> [Finding] {
    let place = SourceText(name: output, bytes: [])
    let missing = manifest.missing.map { part in
      Finding("missing-record", Self.text(part), severity: .hint, in: place, at: nil)
    }
    let kept = Set(manifest.files.map(\.name))
    let names = (try? CandidateFolder(at: folder).names) ?? []
    let others = names.filter { !kept.contains($0) && !isForm($0, of: kept) && !Self.isHidden($0) }
    return missing
      + others.map { name in
        Finding(
          "not-in-record", "is not part of the record", severity: .hint,
          in: SourceText(name: "\(folder)/\(name)", bytes: []), at: nil,
          help: name.hasPrefix(".") ? "a command that was ended left it; look into it, then remove it" : nil)
      }
  }

  private static func text(_ part: RecordManifest.Missing) -> String {
    if let interview = part.interview { return "interview \(interview) has no scorecard filled in whole" }
    if let scorecard = part.of { return "\(scorecard) has no seal" }
    return "there is no \(part.kind.rawValue) in the record"
  }

  /// Whether a file is the form of a scorecard in HTML, which holds nothing but what the scorecard holds.
  private func isForm(_ name: String, of kept: Set<String>) -> Bool {
    name.hasSuffix(".html") && kept.contains(name.dropLast(5) + ".yaml")
  }

  /// Whether a file is hidden, and none that a command of ours has left.
  private static func isHidden(_ name: String) -> Bool {
    name.hasPrefix(".") && !name.hasPrefix(".rolewright-")
  }

  @Sendable static func date(_ text: String) throws -> String {
    _ = try CalendarOptions.date(text)
    return text
  }
}
