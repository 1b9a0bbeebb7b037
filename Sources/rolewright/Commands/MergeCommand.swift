import ArgumentParser
import Diagnostics

/// `rolewright merge`.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge two versions of a role file, as a merge driver of git.",
    discussion: """
      What only one side changed is as that side has it: competency by competency and key by key, \
      not line by line. What both changed in different ways is marked in the file as git marks it, \
      and explained. A loop.yaml is merged likewise.

      As a merge driver of git (docs/diff.md says where the lines go):
        *.role.yaml merge=rolewright
        rolewright merge %O %A %B -o %A --marker-size %L --path %P

      Exit status: 0 merged; 1 conflicts, which are marked; 129 could not run, at which git stops.
      """)

  @Argument(help: "The version that both come from; may be empty.", completion: .file())
  var base: String

  @Argument(help: "Our version.", completion: .file())
  var ours: String

  @Argument(help: "Their version.", completion: .file())
  var theirs: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file. OURS is replaced; any other must be new.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(name: .long, help: ArgumentHelp("What the file is called in what is told.", valueName: "path"))
  var path: String?

  @Option(name: .long, help: ArgumentHelp("How many signs a mark of a conflict has.", valueName: "n"))
  var markerSize = 7

  /// Could not run. Git takes less for a number of conflicts, and the file for one with marks.
  private static let failure = ExitCode(129)

  func validate() throws {
    guard (1...1_000).contains(markerSize) else {
      throw ValidationError("--marker-size is from 1 to 1000.")
    }
  }

  func run() throws {
    do {
      let files = (
        base: try InputFiles.read(base), ours: try InputFiles.read(ours), theirs: try InputFiles.read(theirs)
      )
      let name = path ?? ours
      let merge = VersionMerge(
        base: SourceText(name: "\(name) (base)", bytes: files.base.bytes),
        ours: SourceText(name: name, bytes: files.ours.bytes),
        theirs: SourceText(name: "\(name) (theirs)", bytes: files.theirs.bytes))
      let result = merge.result(marks: markerSize)
      try write(result.text, over: files.ours)
      show(result.findings)
      if result.hasConflicts { throw Exit.findings }
    } catch let invalid as InvalidInput {
      show(invalid.findings)
      throw Self.failure
    }
  }

  private func write(_ text: SourceText, over read: SourceText) throws(InvalidInput) {
    guard let output else { return Terminal.write(text.text) }
    if output == ours {
      try OutputFiles.update(output, from: read.bytes, to: text.text, isDurable: true)
    } else {
      try OutputFiles(mayReplace: false).write(
        text.bytes, to: output, help: "choose another place, or name OURS")
    }
  }
}
