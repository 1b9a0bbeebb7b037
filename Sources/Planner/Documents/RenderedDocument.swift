/// One file of a loop's folder.
public struct RenderedDocument: Sendable, Equatable {
  /// Where it stands in the folder: relative, parts joined by `/`, of ASCII letters, digits, dots and
  /// hyphens only.
  public let path: String
  /// What it holds.
  public let text: String

  /// A file by path and content.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
