internal import Rubric

/// Headings that stand in the line that they head: "Requirements: Linux, and ...", "What do you bring? Linux, and ...".
enum Labels {
  /// What such words before a colon or a question mark tell.
  struct Label {
    let zone: Int
    let words: Range<Int>
  }

  /// How many words may stand before the colon.
  private static let longest = 8

  private static func asksWhat(_ label: Range<Int>, _ marked: MarkedPosting) -> Bool {
    marked.holds(.question, in: label.lowerBound..<label.lowerBound + 1)
  }

  /// The label with which some words begin, where more words follow it.
  static func label(of words: Range<Int>, _ marked: MarkedPosting) -> Label? {
    let start = words.prefix(longest + 1)
    guard marked.holdsHeading(in: start),
      let end = start.dropFirst().first(where: {
        marked.hasMark(":", before: $0) || marked.hasMark("?", before: $0)
      })
    else { return nil }
    let label = words.lowerBound..<end
    // "Do you know Python?" asks for an answer, and heads nothing.
    if marked.hasMark("?", before: end), !asksWhat(label, marked) { return nil }
    let whole = marked.headings(in: label).first { $0.words == label }.map { Int($0.meaning.index) }
    if let whole = whole ?? marked.zone(ofWhole: label) { return Label(zone: whole, words: label) }
    guard let cue = HeadingCue.of(label, marked), cue.isWhole || cue.leavesName else { return nil }
    return Label(zone: cue.zone, words: label)
  }

  /// What is worked with, where the first words of a paragraph tell it without a colon: "Some of the technologies you'll work
  /// with are Kafka and Linux".
  static func stack(toldBy words: Range<Int>, _ marked: MarkedPosting) -> Int? {
    let stack = marked.index.language.stack
    let tells = marked.headings(in: words.prefix(longest + 2)).contains { hit in
      hit.count > 2 && Int(hit.meaning.index) == stack
        && marked.holdsSignal(in: hit.words.upperBound..<min(hit.words.upperBound + 3, words.upperBound))
    }
    return tells ? stack : nil
  }

  /// The label of an item: one that wishes for what follows, or any under no heading that says what stands there.
  static func label(ofItem words: Range<Int>, in zone: Int, _ marked: MarkedPosting) -> Label? {
    let zones = marked.index.language.zones
    return label(of: words, marked).flatMap { label in
      zones[label.zone].asks == .preferred || zones[zone].needsPerson ? label : nil
    }
  }
}
