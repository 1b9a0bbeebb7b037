import ArgumentParser
import Diagnostics
import Rubric
import YAML

/// `rolewright scorecard seal`.
struct ScorecardSealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: "Seal a scorecard before the debrief.",
    discussion: """
      Writes NAME.seal.yaml beside the scorecard and prints one line with a digest of it. Send the line to the \
      others, or put it where its date can be seen, before the debrief, and keep the two files. Nobody can read \
      anything from the digest; "rolewright scorecard verify" shows afterwards that the scorecard is still what it \
      was then, and so does sha256sum:

        { printf 'rolewright-seal-1 %s\\n' SALT; cat FILE; } | sha256sum

      A seal is never replaced. What the debrief changes belongs in decision.yaml, and the scorecard stays.

      Exit status: 0 sealed, 1 ratings or the recommendation are missing, 2 could not run.
      """)

  @Argument(help: "The scorecard.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Flag(help: "Seal it though ratings are missing.")
  var asItIs = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Take this salt, 64 hexadecimal digits, in place of a random one. A salt that others know lets them try out "
        + "which ratings the digest stands for.", valueName: "hex"),
    transform: ScorecardSealCommand.salt)
  var salt: String?

  func validate() throws {
    if file == "-" { throw ValidationError("A seal stands beside its scorecard; name the file.") }
  }

  func run() throws {
    try reportingFailure {
      let source = try InputFiles.read(file)
      let missing = try Scorecard(from: source).findings(ofMissingIn: source)
      guard missing.isEmpty || asItIs else {
        show(missing)
        throw Exit.findings
      }
      let seal = Seal(of: source, salt: salt ?? Self.randomSalt())
      let path = Seal.path(ofScorecard: file)
      try OutputFiles(mayReplace: false).write(
        Array(YAMLWriter.text(seal.document).utf8), to: path,
        permissions: OutputFiles.commonPermissions(of: [file]),
        help: "a seal is never replaced; \"rolewright scorecard verify\" tells whether it still holds")
      Terminal.write(seal.line.shown + "\n")
      Terminal.note("wrote \(path); publish the line before the debrief, and keep both files\n")
    }
  }

  /// 32 bytes from the system's own source of randomness, in hexadecimal.
  private static func randomSalt() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<32).map { _ in
      let byte = String(UInt8.random(in: .min ... .max, using: &generator), radix: 16)
      return byte.count == 1 ? "0" + byte : byte
    }.joined()
  }

  @Sendable static func salt(_ text: String) throws -> String {
    let salt = text.lowercased()
    guard Seal.isDigest(salt) else {
      throw ValidationError("expected 64 hexadecimal digits, as \"openssl rand -hex 32\" prints")
    }
    return salt
  }
}

extension Scorecard {
  /// What a seal would seal in as missing: nothing where the scorecard is filled in whole.
  fileprivate func findings(ofMissingIn source: SourceText) -> [Finding] {
    let help = "fill it in, or say --as-it-is to seal it so"
    switch progress {
    case .complete: return []
    case .blank:
      return [Finding("blank-scorecard", "the scorecard is still blank", in: source, at: nil, help: help)]
    case .begun:
      let unrated = competencies.filter { $0.rating == nil }.map { competency in
        Finding(
          "unrated", "\"\(competency.id.value)\" is not rated", in: source, at: competency.id.range,
          help: "rate it, or say not_observed; or say --as-it-is to seal it so")
      }
      guard overall == nil else { return unrated }
      return unrated + [
        Finding("no-recommendation", "there is no overall recommendation", in: source, at: nil, help: help)
      ]
    }
  }
}
