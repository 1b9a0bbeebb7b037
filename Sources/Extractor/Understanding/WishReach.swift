/// How far a wish reaches that stands behind what it softens, or in brackets.
enum WishReach {
  /// What brackets with a wish soften: what they name, or the entry before them where they name nothing: "work with
  /// Kafka (experience preferred) and Redis". One of a choice is preferred to the others, and asked for as they are:
  /// "Python (preferred) or Go".
  static func inBrackets(
    _ aside: Range<Int>, in sentence: Range<Int>, _ cues: PlacedCues, _ marked: MarkedPosting
  ) -> Range<Int> {
    guard !marked.holdsSignal(in: aside), aside.lowerBound > sentence.lowerBound else { return aside }
    if let entry = entry(behind: aside, in: sentence, marked) { return entry }
    var start = aside.lowerBound - 1
    while start > sentence.lowerBound, marked.words.gaps[start] < .comma { start -= 1 }
    let isChoice = cues.contains { $0.isOf(.joiner) && (start...aside.upperBound).contains($0.word) }
    return isChoice ? aside : start..<aside.upperBound
  }

  /// The entry that begins with brackets: "Linux, (ideally) some Kafka". nil where they end one.
  private static func entry(
    behind aside: Range<Int>, in sentence: Range<Int>, _ marked: MarkedPosting
  ) -> Range<Int>? {
    func parts(_ word: Int) -> Bool {
      marked.hasMark(",", before: word) || marked.hasMark(";", before: word)
    }
    guard parts(aside.lowerBound), aside.upperBound < sentence.upperBound, !parts(aside.upperBound)
    else { return nil }
    let rest = aside.upperBound..<sentence.upperBound
    let end = rest.dropFirst().first { marked.words.gaps[$0] >= .comma } ?? sentence.upperBound
    return marked.holdsSignal(in: aside.upperBound..<end) ? aside.lowerBound..<end : nil
  }

  /// The clause behind a wish that has no subject of its own: "Ansible, and it would be desirable to know Kafka". nil
  /// where the wish is about what stands before it.
  static func ahead(of wish: Range<Int>, in sentence: Range<Int>, _ marked: MarkedPosting) -> Range<Int>? {
    guard let boundary = lastBoundary(before: wish.lowerBound, from: sentence.lowerBound, marked),
      !marked.holdsSignal(in: boundary..<wish.lowerBound)
    else { return nil }
    var end = wish.upperBound
    while end < sentence.upperBound, marked.words.gaps[end] < .comma { end += 1 }
    guard marked.holdsSignal(in: wish.upperBound..<end) else { return nil }
    while end < sentence.upperBound, marked.words.gaps[end] != .hard { end += 1 }
    return wish.lowerBound..<end
  }

  /// Where a wish ends that stands behind what it softens: behind the brackets in which more is told of it: "Kafka is a plus
  /// (Connect, Streams)", or behind the examples of it: "Kafka is a plus, such as on AWS".
  static func end(of wish: Range<Int>, in sentence: Range<Int>, _ marked: MarkedPosting) -> Int {
    guard wish.upperBound < sentence.upperBound else { return wish.upperBound }
    if marked.words.gaps[wish.upperBound] == .comma,
      marked.cues(in: wish.upperBound..<sentence.upperBound).contains(where: {
        $0.isOf(.introducer) && $0.word == wish.upperBound
      })
    {
      return (wish.upperBound + 1..<sentence.upperBound).first { marked.words.gaps[$0] == .hard }
        ?? sentence.upperBound
    }
    guard Brackets.opens(at: wish.upperBound, marked) else { return wish.upperBound }
    let behind = wish.upperBound + 1..<sentence.upperBound
    let end = behind.first { marked.hasMark(")", before: $0) } ?? sentence.upperBound
    return marked.holds(.required, in: wish.upperBound..<end) ? wish.upperBound : end
  }

  /// Where a wish begins that stands behind entries: with the last one, where nothing joins it to those before, which
  /// begin as a demand does: "Experience with Kafka, Redis a plus", "Experience with Kafka, with Redis or Spark preferred",
  /// "Strong knowledge of Kafka, familiarity with its history a plus".
  static func lastEntry(before wish: Int, from clause: Int, _ cues: PlacedCues, _ marked: MarkedPosting)
    -> Int
  {
    guard let entry = lastBoundary(before: wish, from: clause, marked), entry > clause,
      marked.holdsSignal(in: entry..<wish) || marked.holds(.qualification, in: entry..<entry + 1),
      marked.holdsSignal(in: clause..<entry),
      !marked.holds(.glue, in: entry..<wish) || marked.holds(.companion, in: entry..<entry + 1),
      cues.contains(where: {
        $0.isOf([.qualification, .required]) && (clause...clause + 2).contains($0.word) && $0.word < entry
      })
    else { return clause }
    return entry
  }

  /// The last word before another with a comma before it.
  private static func lastBoundary(before word: Int, from start: Int, _ marked: MarkedPosting) -> Int? {
    var word = word
    while word > start {
      if marked.words.gaps[word] >= .comma { return word }
      word -= 1
    }
    return nil
  }
}
