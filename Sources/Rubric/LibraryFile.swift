public import Diagnostics

/// A file of a library, read when it is asked for.
public struct LibraryFile: Sendable {
  /// Its path below `Rubrics/`.
  public let path: String
  private let read: @Sendable () -> SourceText

  /// A file by its path.
  public init(path: String, read: @escaping @Sendable () -> SourceText) {
    self.path = path
    self.read = read
  }

  /// The file.
  public var source: SourceText { read() }
}
