/// Two halves of a set of labels: whoever changes the extractor looks at the errors of one, and sees by the
/// figures of the other whether the change is right about the language or only about the postings seen.
public struct LabelHalves: Sendable, Equatable {
  /// Another seed makes other halves.
  public var seed: Int
  /// The half whose errors are shown.
  public var shown: Half

  /// One of two halves.
  public enum Half: String, Sendable, CaseIterable {
    case first, second
  }

  /// Halves by a seed.
  public init(seed: Int, shown: Half) {
    self.seed = seed
    self.shown = shown
  }

  /// The half that a label belongs to. It follows from the name of its file alone, and stays when others
  /// are added.
  public func half(of name: String) -> Half {
    let digest = SHA256.hexadecimal(of: Array("\(seed)/\(name)".utf8))
    return digest.utf8.first.map { $0 < UInt8(ascii: "8") } ?? true ? .first : .second
  }
}
