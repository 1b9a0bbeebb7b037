public import Diagnostics
public import YAML

/// The seal of a scorecard: the file `NAME.seal.yaml` beside `NAME.yaml`.
///
/// Its digest is the SHA-256 of one line, `rolewright-seal-1 SALT`, and of the scorecard's bytes behind it, so that
/// anybody can reckon it without this program:
///
///     { printf 'rolewright-seal-1 %s\n' SALT; cat FILE; } | sha256sum
///
/// Who publishes the digest before the debrief can show afterwards that the scorecard is the one of then
/// (docs/decisions/0023-seals-and-records.md). The salt keeps others from guessing the ratings of a short scorecard by trying
/// them all; it is no secret once the scorecard is open.
public struct Seal: Sendable, Equatable {
  /// How the digest is made.
  public var scheme: Scheme
  /// The name of the scorecard's file, without its folder.
  public var file: String
  /// What stands before the scorecard when it is digested: 32 random bytes, as 64 hexadecimal digits.
  public var salt: String
  /// The SHA-256 of the salt and the scorecard, as 64 hexadecimal digits.
  public var digest: String

  /// The ways in which seals are made.
  public enum Scheme: String, Sendable, CaseIterable {
    /// SHA-256 of the line `rolewright-seal-1 SALT` and of the bytes behind it.
    case first = "rolewright-seal-1"
  }

  /// Seals the bytes of a scorecard. The salt is 64 small hexadecimal digits (`isDigest`).
  public init(of scorecard: SourceText, salt: String) {
    scheme = .first
    file = scorecard.fileName
    self.salt = salt
    digest = Self.digest(of: scorecard.bytes, salt: salt, scheme: .first)
  }

  /// Whether a text is 64 small hexadecimal digits, as a digest and a salt are.
  public static func isDigest(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  private static func digest(of bytes: [UInt8], salt: String, scheme: Scheme) -> String {
    var digest = SHA256()
    digest.update("\(scheme.rawValue) \(salt)\n")
    digest.update(bytes)
    return digest.finish()
  }

}

extension Seal {
  /// The digest that a scorecard has with the salt of this seal.
  public func digest(of scorecard: [UInt8]) -> String {
    Self.digest(of: scorecard, salt: salt, scheme: scheme)
  }

  /// What a seal says of a scorecard.
  public enum State: Sendable, Equatable {
    /// There is no seal.
    case unsealed
    /// It is what was sealed, to the byte. Nothing is said of when: compare the digest with what was published.
    case intact(digest: String)
    /// The scorecard or the seal was changed after sealing.
    case broken(digest: String)
  }

  /// What this seal says of the bytes of a scorecard.
  ///
  /// A view of the debrief shows it so: `CandidateInput` gives the seals of a folder or a bundle by their names, and
  /// `Seal.state(of: file.source, among: input.seals)` the state of each scorecard of the record.
  public func state(of scorecard: [UInt8]) -> State {
    digest(of: scorecard) == digest ? .intact(digest: digest) : .broken(digest: digest)
  }

  /// What the seals beside a scorecard say of it. They are given by the names of their files: that of `2-coding.yaml`
  /// is `2-coding.seal.yaml`.
  public static func state(of scorecard: SourceText, among seals: [String: Seal]) -> State {
    seals[path(ofScorecard: scorecard.fileName)]?.state(of: scorecard.bytes) ?? .unsealed
  }

  /// The path of the seal of a scorecard: `2-coding.seal.yaml` for `2-coding.yaml`.
  public static func path(ofScorecard path: String) -> String {
    for ending in [".yaml", ".yml"] where path.hasSuffix(ending) {
      return path.dropLast(ending.count) + ".seal.yaml"
    }
    return path + ".seal.yaml"
  }

  /// Whether a file is a seal, by its name.
  public static func isSeal(_ name: String) -> Bool { name.hasSuffix(".seal.yaml") && !name.hasPrefix(".") }

  /// The line that is published: the scheme, the digest, and the name of the file.
  public var line: String { "\(scheme.rawValue) \(digest) \(file)" }

  /// The digest in what people copied from where it was published: the digest alone, or the line.
  public static func digest(inPublished text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }.filter(isDigest)
    return words.count == 1 ? words[0] : nil
  }
}

extension Seal {
  /// Reads a seal, or throws all that is wrong with it.
  public init(from source: SourceText) throws(InvalidInput) {
    self = try Self.shape.read(from: source)
  }

  private init(scheme: Scheme, file: String, salt: String, digest: String) {
    self.scheme = scheme
    self.file = file
    self.salt = salt
    self.digest = digest
  }

  /// What a file of a seal holds.
  public static let shape = Shape<Seal>.mapping("the seal") { fields in
    Seal(
      scheme: fields.required("scheme", Shape<Scheme>.oneOf("scheme")),
      file: fields.required("file", .text), salt: fields.required("salt", .digest),
      digest: fields.required("digest", .digest))
  }

  /// The seal as it is written to YAML and JSON.
  public var document: Document {
    .mapping([
      .init("scheme", .text(scheme.rawValue)), .init("file", .text(file)), .init("salt", .text(salt)),
      .init("digest", .text(digest)),
    ])
  }
}

extension Shape<String> {
  /// 64 hexadecimal digits. Anything else is a finding of `not-a-digest`.
  static let digest = Shape<String>.text.checked { text, node, findings in
    guard !Seal.isDigest(text) else { return }
    findings.add(
      "not-a-digest", "expected 64 hexadecimal digits, found \(text.utf8.count) characters", at: node.range)
  }
}
