import ArgumentParser
import Diagnostics
import Planner
import Rubric

/// `rolewright scorecard verify`.
struct ScorecardVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "See whether scorecards are what was sealed.",
    discussion: """
      Holds each scorecard to its seal, NAME.seal.yaml beside it, and with --digest to what was published. Of a \
      folder, all scorecards are. An archive of "rolewright scorecard bundle" is held to its manifest first, and then each scorecard in it.

      It shows that this content existed when the digest was published. It does not show when it was written, by \
      whom, or that there is no other sealed version.

      Exit status: 0 each is what was sealed, 1 something differs or has no seal, 2 could not run.
      """)

  @Argument(help: "Scorecards, folders of candidates, or archives of records.", completion: .file())
  var files: [String]

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A digest that was published, alone or in its line. May be repeated; then each scorecard needs one.",
      valueName: "hex"),
    transform: ScorecardVerifyCommand.digest)
  var digest: [String] = []

  func validate() throws {
    if files.contains("-") { throw ValidationError("A seal stands beside its scorecard; name the file.") }
  }

  func run() throws {
    try reportingFailure {
      var checks: [SealCheck] = []
      var findings: [Finding] = []
      var seen: Set<String> = []
      for file in files {
        if let bundle = try Self.bundle(file) {
          findings += bundle.mismatches
          if bundle.mismatches.isEmpty { checks += check(try bundle.files()) }
        } else {
          for scorecard in try Self.scorecards(at: file) where seen.insert(scorecard).inserted {
            checks.append(try check(scorecard))
          }
        }
      }
      findings += checks.compactMap(\.finding)
      if !checks.isEmpty { try write(checks) }
      findings += digest.filter { digest in !checks.contains { $0.accounts(for: digest) } }.map {
        Finding(
          "unmatched-digest", "no scorecard here has this digest", in: SourceText(name: $0, bytes: []),
          at: nil)
      }
      show(findings)
      if !findings.isEmpty { throw Exit.findings }
    }
  }

  private func write(_ checks: [SealCheck]) throws(InvalidInput) {
    let renderer = try SealRenderer(templates: try LibraryOptions.templateSources(over: nil))
    Terminal.write(Terminal.page(renderer.text(checks)))
  }

  /// The archive of a path; nil for what is no archive by its name and its beginning.
  private static func bundle(_ path: String) throws(InvalidInput) -> RecordBundle? {
    guard path.hasSuffix(".tar") else { return nil }
    return try CandidateInput.bundle(at: path)
  }

  /// The scorecards that a path stands for: all of a folder, that of a seal, or itself.
  private static func scorecards(at path: String) throws(InvalidInput) -> [String] {
    if (try? FileSystem.status(of: path, followingLinks: true))??.kind == .folder {
      let folder = try CandidateFolder(at: path)
      return folder.scorecards.map(\.name)
    }
    guard Seal.isSeal(SourceText.fileName(of: path)) else { return [path] }
    let name = path.dropLast(".seal.yaml".count)
    return [FileSystem.exists(name + ".yml") ? name + ".yml" : name + ".yaml"]
  }

  private func check(_ files: RecordFiles) -> [SealCheck] {
    let seals = files.sealsByName
    return files.record.scorecards.map { file in
      let path = Seal.path(ofScorecard: file.source.fileName)
      return SealCheck(of: file.source, seal: seals[path], published: digest)
    }
  }

  private func check(_ path: String) throws(InvalidInput) -> SealCheck {
    let source = try InputFiles.read(path)
    let sealPath = Seal.path(ofScorecard: path)
    let isThere = FileSystem.exists(sealPath)
    let seal = isThere ? try Seal(from: try InputFiles.read(sealPath)) : nil
    return SealCheck(of: source, seal: seal, published: digest)
  }

  @Sendable static func digest(_ text: String) throws -> String {
    guard let digest = Seal.digest(inPublished: text) else {
      throw ValidationError("expected 64 hexadecimal digits, or the line that was published")
    }
    return digest
  }
}
