/// What is looked for in texts is compared byte for byte. The standard library compares characters, takes many times as long
/// for it, and brings a reader of regular expressions, a megabyte, into a program that has none (docs/decisions/0040).
extension StringProtocol {
  /// Whether a text stands somewhere in this one.
  public func holds(_ text: String) -> Bool {
    var whole = String(self)
    return whole.withUTF8 { $0.holds(text) }
  }

  /// Where a text stands in this one, from the first place on; none overlaps another.
  public func places(of text: String) -> [Range<Index>] {
    let wanted = text.utf8
    guard let first = wanted.first else { return [] }
    var places: [Range<Index>] = []
    var start = utf8.startIndex
    while let place = utf8[start...].firstIndex(of: first) {
      guard utf8[place...].starts(with: wanted) else {
        start = utf8.index(after: place)
        continue
      }
      start = utf8.index(place, offsetBy: wanted.count)
      places.append(place..<start)
    }
    return places
  }

  /// What stands before, between and behind the places of a separator, as many of them as are asked for; what is empty is
  /// left out.
  public func parts(between separator: String, atMost most: Int = .max) -> [SubSequence] {
    var parts: [SubSequence] = []
    var start = startIndex
    for place in places(of: separator) where parts.count < most - 1 {
      if start < place.lowerBound { parts.append(self[start..<place.lowerBound]) }
      start = place.upperBound
    }
    return start < endIndex ? parts + [self[start...]] : parts
  }

  /// The text with another one wherever a text stands in it.
  public func putting(_ other: String, for text: String) -> String {
    var result = ""
    var start = startIndex
    for place in places(of: text) {
      result += self[start..<place.lowerBound]
      result += other
      start = place.upperBound
    }
    return result + self[start...]
  }
}
