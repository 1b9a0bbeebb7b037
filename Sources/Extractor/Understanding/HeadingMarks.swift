internal import Rubric

/// Tells headings that no phrase of headings covers by single words in them: "Examples of desirable skills,
/// knowledge and experience" heads wishes.
enum HeadingMarks {
  /// Longer headings are sentences.
  private static let longest = 16

  /// The zone that the marks in a heading tell, and whether it may open within another part, which one that
  /// names a competency may not: "Leadership skills" among duties. Marks of zones that ask for nothing go
  /// first, then those of wishes, of demands and of duties.
  static func zone(of words: Range<Int>, _ marked: MarkedPosting) -> (zone: Int, opensWithin: Bool)? {
    let zones = marked.index.language.zones
    guard words.count <= longest,
      let zone = marked.markedZones(in: words).min(by: { rank(zones[$0]) < rank(zones[$1]) })
    else { return nil }
    let isPlain = !zones[zone].needsPerson && marked.signals(in: words).isEmpty
    return (wished(zone, words, marked) ?? zone, isPlain)
  }

  /// The zone of wishes, where a heading of demands wishes: "It's a bonus, not a requirement, if you have".
  private static func wished(_ zone: Int, _ words: Range<Int>, _ marked: MarkedPosting) -> Int? {
    let zones = marked.index.language.zones
    guard zones[zone].asks == .required, marked.holds([.preferredBefore, .preferredBehind], in: words) else {
      return nil
    }
    return marked.index.language.wishes
  }

  private static func rank(_ zone: ZoneCues) -> Int {
    if zone.needsPerson { return 5 }
    switch zone.asks {
    case nil: return 0
    case .preferred: return zone.alone == nil ? 1 : 2
    case .required: return 3
    case .duty: return 4
    }
  }
}
