public import Diagnostics
internal import YAML

/// Where the words that a label quotes stand in its posting.
public struct QuotePlaces: Sendable {
  /// The words of the posting.
  let words: SourceWords
  private var places: [String: Place] = [:]

  /// Looks for each quotation of a label. `asRead` finds words that the file has in another form: repaired,
  /// or without its marks.
  public init(_ label: PostingLabel, in posting: SourceText, asRead: (String) -> Place? = { _ in nil }) {
    words = SourceWords(posting)
    for quote in Set(label.competencies.compactMap(\.quote?.value)) {
      places[quote] = words.place(of: quote) ?? asRead(quote)
    }
  }

  /// The place of a quotation; nil where the posting does not have it.
  public subscript(quote: String) -> Place? { places[quote] }
}
