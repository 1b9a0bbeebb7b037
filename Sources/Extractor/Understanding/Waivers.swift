/// What a sentence says is not needed: "You don't have to know Kafka, but you must know Linux".
enum Waivers {
  /// The words that a phrase such as "you don't need to know" or "is not required" says are not needed, with itself.
  static func object(
    of waiver: PlacedCue, _ cues: PlacedCues, in clause: Range<Int>, _ marked: MarkedPosting
  ) -> Range<Int> {
    waiver.isOf(.waived)
      ? waiver.words.lowerBound..<end(behind: waiver.words, cues, in: clause, marked)
      : start(before: waiver.words, cues, in: clause, marked)..<waiver.words.upperBound
  }

  /// Up to what turns against it, with or without a comma, or to a comma behind which somebody is spoken of.
  private static func end(
    behind waiver: Range<Int>, _ cues: PlacedCues, in clause: Range<Int>, _ marked: MarkedPosting
  ) -> Int {
    var word = waiver.upperBound
    while word < clause.upperBound {
      if marked.holds(.contrast, in: word..<word + 1) { return word }
      if marked.words.gaps[word] >= .comma,
        cues.contains(where: { $0.isOf([.person, .required, .ours]) && (word...word + 1).contains($0.word) })
      {
        return word
      }
      word += 1
    }
    return clause.upperBound
  }

  /// From behind what it turns against, or from a last entry that nothing joins to those before, which are asked for
  /// by themselves: "Linux is required, Kafka is not required".
  private static func start(
    before waiver: Range<Int>, _ cues: PlacedCues, in clause: Range<Int>, _ marked: MarkedPosting
  ) -> Int {
    var word = waiver.lowerBound
    while word > clause.lowerBound {
      if word < waiver.lowerBound, marked.holds(.contrast, in: word..<word + 1) { return word + 1 }
      if marked.words.gaps[word] >= .comma, marked.holdsSignal(in: word..<waiver.lowerBound),
        !marked.holds(.glue, in: word..<waiver.lowerBound),
        cues.contains(where: {
          $0.isOf(.modality) && $0.words.upperBound <= word && $0.word >= clause.lowerBound
        })
      {
        return word
      }
      word -= 1
    }
    return clause.lowerBound
  }
}

/// What is told of other teams, with whom somebody works: "with the network team who look after our routers".
enum OtherTeams {
  /// How many words may stand between "with" and what is told: "with our data and storage infrastructure teams who".
  private static let farthest = 8

  /// The words behind "teams who" and the like up to what speaks of the person again. nil where the team is the
  /// person's own: "with a team that".
  static func stretch(
    behind relative: Range<Int>, _ cues: PlacedCues, in sentence: Range<Int>, _ marked: MarkedPosting
  ) -> Range<Int>? {
    let before = max(sentence.lowerBound, relative.lowerBound - farthest)..<relative.lowerBound
    guard let with = marked.words(of: .companion, in: before).last, with.upperBound < relative.upperBound,
      !marked.holds(.article, in: with.upperBound..<relative.lowerBound)
    else { return nil }
    var end = relative.upperBound
    while end < sentence.upperBound, marked.words.gaps[end] != .hard,
      !cues.contains(where: { $0.isOf(.person) && $0.word == end })
    {
      end += 1
    }
    return relative.upperBound..<end
  }
}

/// Addresses of pages in the text of a posting: what their words name is not asked for.
enum Address {
  /// How many bytes of an address are looked back over.
  private static let longest = 300

  /// Whether some words stand within an address, such as "https://orchardwick.example/jobs/kafka-engineer".
  static func holds(_ words: Range<Int>, _ marked: MarkedPosting) -> Bool {
    let bytes = marked.posting.text.bytes
    let start = marked.words.range(words.lowerBound).lowerBound
    // Most words have a space before them.
    guard start > 2, joints.contains(bytes[start - 1]) else { return false }
    let first = max(0, start - longest)
    var place = start - 1
    while place > first, bytes[place] > 0x20 {
      if bytes[place] == UInt8(ascii: "/"), bytes[place - 1] == UInt8(ascii: "/"), place > 1,
        bytes[place - 2] == UInt8(ascii: ":")
      {
        return true
      }
      place -= 1
    }
    return false
  }

  private static let joints = ByteSet("/-_=?&.#%".utf8)
}
