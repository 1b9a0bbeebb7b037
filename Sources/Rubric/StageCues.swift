public import Diagnostics
internal import YAML

/// The words by which the stages of a stated interview process are told apart
/// (`Rubrics/postings/stages.yaml`).
public struct StageCues: Sendable {
  /// The cues of each format, in the order of the file.
  public var formats: [FormatCues]

  /// The cues of one format.
  public struct FormatCues: Sendable {
    /// The id of the format; nil for stages that are no interview.
    public var format: String?
    /// Words and phrases, the most telling first.
    public var phrases: [String]
  }

  /// No cues, or some.
  public init(formats: [FormatCues] = []) { self.formats = formats }

  static let shape = Shape<[Keyed<[String]>]>.dictionary(of: .list(of: .text)).map { entries in
    StageCues(formats: entries.map { FormatCues(format: $0.key == "none" ? nil : $0.key, phrases: $0.value) })
  }
}

extension RubricLibrary {
  /// The cues of the stages of an interview process; none where the library has no such file.
  public func stageCues() throws(InvalidInput) -> StageCues {
    if let cues = snapshot?.stageCues() { return cues }
    guard let source = source(ofPostingLanguage: "stages") else { return StageCues() }
    return try StageCues.shape.read(from: source)
  }
}
