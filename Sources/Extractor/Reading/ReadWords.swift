public import Diagnostics
internal import Rubric

/// The words of a posting as people read them, repaired and without marks, each with its place in the file.
public struct ReadWords: Sendable {
  private let posting: Posting
  private let words: SourceWords
  private let read: LineTable
  private let file: LineTable

  /// The words of a posting.
  public init(_ posting: Posting) {
    let text = SourceText(name: posting.source.name, bytes: posting.text.bytes)
    self.posting = posting
    words = SourceWords(text)
    read = LineTable(text)
    file = LineTable(posting.source)
  }

  /// Where in the file some words stand; nil where the posting does not have them.
  public func place(of quote: String) -> Place? {
    guard let place = words.place(of: quote) else { return nil }
    let offset = read.offset(of: place)
    return file.place(at: posting.origin(of: offset..<offset + 1).lowerBound)
  }
}
