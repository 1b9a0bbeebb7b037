internal import Rubric

/// What laws of the role's place say of pay in postings, by the data of the interview that settles it.
struct PayLaws {
  /// The laws of the place, most often one. Those of a part of a country go before those of the whole.
  let laws: [PlaceLaw]

  init(_ loop: InterviewLoop) {
    let checks = loop.interviews.flatMap { $0.format?.checks ?? [] }
    let known = checks.first { $0.topic == .pay }?.laws ?? []
    let places =
      [loop.role.location].compactMap(\.self)
      + loop.role.open.filter { $0.kind == .residence }.map(\.evidence.words)
    let words = places.map(PlaceWords.init)
    let found = known.filter { law in law.places.contains { place in words.contains { $0.holds(place) } } }
    laws = Array(found.prefix(1))
  }
}

/// The words of a place, in capitals and small letters as they stand.
private struct PlaceWords {
  private let words: [Substring]

  init(_ text: String) { words = Self.split(text) }

  private static func split(_ text: String) -> [Substring] {
    text.split { !($0.isLetter || $0.isNumber) }
  }

  /// Whether the words of a name stand in it one after the other.
  func holds(_ name: String) -> Bool {
    let name = Self.split(name)
    guard !name.isEmpty, words.count >= name.count else { return false }
    return (0...words.count - name.count).contains { words[$0..<$0 + name.count].elementsEqual(name) }
  }
}
