/// What was found in a posting at some of its words.
protocol FoundInWords: Sendable {
  /// The first word.
  var word: Int { get }
  /// The words.
  var words: Range<Int> { get }
}

extension Lexicon.Hit: FoundInWords {}
extension Lexicon.RuleHit: FoundInWords {}

/// What was found of one sort in a posting, by place; what stands within some words is found at once.
struct HitRow<Hit: FoundInWords>: Sendable {
  let hits: [Hit]
  /// For each word, and for the place behind the last, how many hits begin before it.
  private let before: [Int32]

  /// The hits in so many words, by place.
  init(_ hits: [Hit], in words: Int) {
    self.hits = hits
    before = Array(unsafeUninitializedCapacity: words + 1) { before, count in
      var word = 0
      for (number, hit) in hits.enumerated() {
        while word <= hit.word {
          before.initializeElement(at: word, to: Int32(truncatingIfNeeded: number))
          word &+= 1
        }
      }
      before[word...].initialize(repeating: Int32(truncatingIfNeeded: hits.count))
      count = words + 1
    }
  }

  /// The hits within some words, by place: a part of all, for hardly any reaches beyond a sentence.
  func hits(in range: Range<Int>) -> ArraySlice<Hit> { parts(of: hits, in: range) }

  /// What belongs to the hits within some words, of values of which there is one for each hit.
  @inline(__always)
  func parts<Value>(of values: [Value], in range: Range<Int>) -> ArraySlice<Value> {
    let places = places(in: range)
    for place in places where hits[place].words.upperBound > range.upperBound {
      return places.filter { hits[$0].words.upperBound <= range.upperBound }.map { values[$0] }[...]
    }
    return values[places]
  }

  /// Whether a condition holds for a hit within some words.
  @inline(__always)
  func holds(in range: Range<Int>, _ condition: (Hit) -> Bool) -> Bool {
    for place in places(in: range) where hits[place].words.upperBound <= range.upperBound {
      if condition(hits[place]) { return true }
    }
    return false
  }

  /// What comes of all the hits that begin within some words.
  @inline(__always)
  func reduce<Value>(
    in range: Range<Int>, into start: Value, _ add: (inout Value, Hit) -> Void
  ) -> Value {
    var value = start
    for place in places(in: range) { add(&value, hits[place]) }
    return value
  }

  /// The hits that begin within some words, by number.
  @inline(__always)
  private func places(in range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return Int(before[range.lowerBound])..<Int(before[range.upperBound])
  }
}
