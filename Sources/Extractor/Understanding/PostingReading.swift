internal import Diagnostics

/// A posting as it is understood: its zones, its sentences and what they state.
struct PostingReading {
  let marked: MarkedPosting
  let zones: Zones
  let sentences: [Sentence]
  let claims: [Claim]

  init(_ posting: Posting, _ index: SignalIndex) {
    marked = MarkedPosting(posting, index)
    zones = Zones(marked)
    sentences = Sentences.split(marked, zones)
    var finder = ClaimFinder(marked)
    claims = finder.claims(in: sentences)
  }

  /// The places of some words in the file.
  func places(of words: Range<Int>, _ lines: LineTable) -> PlaceRange {
    lines.range(marked.posting.origin(of: marked.bytes(of: words)))
  }
}
