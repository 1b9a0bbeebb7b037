public import Diagnostics

/// A scorecard held to its seal, and to the digests that were published.
public struct SealCheck: Sendable {
  /// The scorecard.
  public let scorecard: SourceText
  /// What the seal says of it.
  public let state: Seal.State
  /// The digest that the scorecard has with the salt of its seal; nil without a seal.
  public let digest: String?
  /// Whether that digest was published; nil where nobody has said which were.
  public let isPublished: Bool?
  private let isSealPublished: Bool

  /// Holds a scorecard to its seal, and to the digests that were published.
  public init(of scorecard: SourceText, seal: Seal?, published: [String]) {
    self.scorecard = scorecard
    state = seal?.state(of: scorecard.bytes) ?? .unsealed
    let reckoned = seal?.digest(of: scorecard.bytes)
    digest = reckoned
    isPublished = published.isEmpty ? nil : reckoned.map(published.contains) ?? false
    isSealPublished = seal.map { published.contains($0.digest) } ?? false
  }

  /// The digest that the check accounts for: that of the seal, or of the scorecard with its salt.
  public func accounts(for digest: String) -> Bool {
    if digest == self.digest { return true }
    guard case .broken(let sealed) = state else { return false }
    return digest == sealed
  }

  /// What is wrong; nil where the scorecard is what was sealed, and what was published.
  public var finding: Finding? {
    switch state {
    case .unsealed:
      return Finding(
        "no-seal", "has no seal beside it", in: scorecard, at: nil,
        help: "\"rolewright scorecard seal\" makes one; publish its digest before the debrief")
    case .broken(let sealed):
      return Finding(
        "broken-seal", broken, in: scorecard, at: nil,
        note: "sealed was \(sealed); with that salt, the scorecard now has \(digest ?? "none")",
        help: "ask the interviewer for what was sealed; what the debrief changes belongs in decision.yaml")
    case .intact(let digest):
      guard isPublished == false else { return nil }
      return Finding(
        "unpublished-digest", "is as it was sealed, and its digest is none of those published",
        in: scorecard, at: nil, note: "its digest is \(digest)",
        help: "it was sealed again, or the digest of another scorecard was published")
    }
  }

  private var broken: String {
    if isSealPublished { return "was changed after it was sealed; the seal is the one published" }
    if isPublished == true { return "is what was published; its seal was changed" }
    return "is not what was sealed: it was changed, or its seal"
  }
}
