internal import Diagnostics

/// Finds phrases that a person copied from a posting: the same words in order, whatever marks and line ends
/// stand between them.
struct PhraseSearch {
  private let marked: MarkedPosting

  /// Only so much of a posting is searched for what a phrase may have been copied from, so that many
  /// phrases that stand nowhere take no time worth speaking of.
  private static let reach = 20_000
  private static let mostCandidates = 1_000
  private static let longest = 40

  init(_ marked: MarkedPosting) { self.marked = marked }

  /// Where a phrase stands, in order, none over another; nowhere for one without words. A digest of as many
  /// words rolls over the posting (Karp and Rabin 1987), so that no phrase takes longer than another.
  func places(of phrase: String) -> [Range<Int>] {
    let wanted = WordScanner.words(of: phrase).hashes
    let hashes = marked.words.hashes
    guard !wanted.isEmpty, wanted.count <= hashes.count else { return [] }
    let digest = Self.digest(wanted[...])
    let leaving = (0..<wanted.count).reduce(UInt64(1)) { power, _ in power &* Self.base }
    var current = Self.digest(hashes[..<wanted.count])
    var places: [Range<Int>] = []
    for start in 0...hashes.count - wanted.count {
      let words = start..<start + wanted.count
      if current == digest, start >= places.last?.upperBound ?? 0, hashes[words] == wanted[...],
        isOfOneBlock(words)
      {
        places.append(words)
      }
      guard words.upperBound < hashes.count else { break }
      current = current &* Self.base &+ hashes[words.upperBound] &- hashes[start] &* leaving
    }
    return places
  }

  private static let base: UInt64 = 0x100_0000_01B3

  private static func digest(_ words: ArraySlice<UInt64>) -> UInt64 { words.reduce(0) { $0 &* base &+ $1 } }

  /// The words of the posting that were most likely meant; nil where none are alike.
  func nearest(to phrase: String) -> String? {
    let wanted = WordScanner.words(of: phrase).hashes
    guard wanted.count <= Self.longest else { return nil }
    guard wanted.count > 1 else { return nearestWord(to: phrase) }
    let hashes = marked.words.hashes
    var best: (start: Int, common: Int)?
    for start in 0..<max(0, min(Self.reach, hashes.count - wanted.count + 1)) {
      let common = wanted.indices.count { hashes[start + $0] == wanted[$0] }
      if common * 2 >= wanted.count, common > best?.common ?? 0,
        isOfOneBlock(start..<start + wanted.count)
      {
        best = (start, common)
      }
    }
    return best.map { marked.text(of: $0.start..<$0.start + wanted.count) }
  }

  private func nearestWord(to word: String) -> String? {
    var seen: Set<UInt64> = []
    var candidates: [String] = []
    for number in 0..<min(Self.reach, marked.words.count) where candidates.count < Self.mostCandidates {
      guard seen.insert(marked.words.hashes[number]).inserted else { continue }
      candidates.append(marked.text(of: number..<number + 1))
    }
    return Suggestion.nearest(to: word, in: candidates)
  }

  private func isOfOneBlock(_ words: Range<Int>) -> Bool {
    words.dropFirst().allSatisfy { marked.words.gaps[$0] < .block }
  }
}
