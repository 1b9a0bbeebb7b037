internal import Rubric

/// How near exercises come to what a posting says of the work.
///
/// An exercise names the topics for which it is the right one (`about`). A topic counts for each sentence
/// of the posting that holds its words one after the other, and counts the more the more words it has and the fewer
/// exercises are about it: "consistent hashing" says more than "Linux". This is
/// the idea of inverse document frequency (Spärck Jones 1972) in small whole numbers. A single word without a
/// capital, such as "queues", counts 2, what very many exercises name 1, and an acronym has to stand there as one:
/// "REST" is not "the rest". A name on which the posting comes back, or which stands in its title, counts 3 more for
/// exercises that name it more than twice: it is what the role is about, and they are.
///
/// It counts so much only where the exercise shows what the sentence asks for, and is made of the topic: a name has to
/// stand in its texts. Where one of these is missing it counts half, and 1 where the word is all that they share. Of
/// several topics of an exercise in one sentence the weightiest counts so and each other one 1: "AWS, GCP or Azure" says
/// one thing. What is merely wished for decides nothing.
struct TopicNearness {
  private let sentences: PostingSentences
  private let topics: [Topic]
  /// For each sentence the topics it holds, with the words that do.
  private let found: [[(topic: Int, words: Range<Int>)]]
  /// For each exercise those of its topics that may occur in the posting, as all their words do.
  private let owned: [[Owned]]
  /// For each exercise the competencies of the role that it shows.
  private let shown: [PostingSentences.Asked]
  /// For each exercise whether it is about products, and the posting names none of those that it suits.
  private let foreign: [Bool]

  /// A topic of an exercise.
  fileprivate struct Owned {
    let topic: Int
    /// Whether the exercise is made of it.
    let isMade: Bool
    /// Whether it is what the exercise is about, and not one of several names that count the same.
    let isChief: Bool
  }

  /// A phrase that exercises are about.
  fileprivate struct Topic {
    let words: [UInt64]
    let isAcronym: Bool
    let isPlainWord: Bool
    let isName: Bool
    /// How many exercises are made of it.
    var owners = 0
    /// Whether the posting comes back on it, or has it in its title.
    var isCentral = false

    init(_ phrase: String, words: [UInt64]) {
      self.words = words
      isName = phrase.utf8.contains(where: ASCII.isCapital)
      guard words.count == 1 else {
        (isAcronym, isPlainWord) = (false, false)
        return
      }
      let letters = phrase.utf8.filter { (0x61...0x7A).contains($0 | 0x20) }
      isAcronym = letters.count > 1 && letters.allSatisfy { $0 < 0x61 }
      isPlainWord = letters.allSatisfy { $0 >= 0x61 }
    }

    /// Whether its words stand at a word of a sentence.
    func stands(at start: Int, of sentence: PostingSentences.Sentence) -> Bool {
      sentence.words.hashes[start...].starts(with: words) && (!isAcronym || sentence.isAcronym(start))
    }

    /// What it counts for one sentence.
    var weight: Int {
      if isCommon { return 1 }
      return isPlainWord ? 2 : min(words.count, 3) + rarity
    }

    /// Whether very many exercises are about it.
    var isCommon: Bool { !isName && owners > 8 }

    private var rarity: Int { owners <= 2 ? 4 : owners <= 4 ? 3 : owners <= 8 ? 2 : 1 }

    /// What it counts more for exercises that are about it.
    var bonus: Int { isName && isCentral ? 3 : 0 }

    /// What it counts for an exercise that is made of it, or shows what the sentence asks for, but not both.
    var halfWeight: Int { (weight + 1) / 2 }

    /// In so many sentences it counts at most.
    var mostSentences: Int { isName ? 3 : 2 }

    /// Whether it says enough for an exercise to be held because of it: a name, or a phrase that few exercises are
    /// about.
    var isTelling: Bool { isName || !isPlainWord && !isCommon }
  }

  /// The nearness of exercises that show these competencies of the role.
  init(
    _ sentences: PostingSentences, exercises: [ExerciseOutline], showing shown: [PostingSentences.Asked]
  ) {
    self.init(
      sentences, exercises.map { ($0.about, $0.unseen, $0.slight, !$0.products.isEmpty) }, showing: shown)
  }

  private init(
    _ sentences: PostingSentences,
    _ about: [(topics: [String], unseen: [String], slight: [String], isOfProducts: Bool)],
    showing shown: [PostingSentences.Asked]
  ) {
    self.sentences = sentences
    self.shown = shown
    var topics: [Topic] = []
    var numbers: [UInt64: [Int]] = [:]
    var present = WordFilter()
    for sentence in sentences.all { present.insert(sentence.words.hashes) }
    let owned = about.map { phrases, unseen, slight, _ in
      phrases.compactMap { phrase -> Owned? in
        guard let first = ScannedWords.first(in: phrase), present.mayHold(first) else { return nil }
        let words = ScannedWords.hashes(of: phrase)
        guard words.dropFirst().allSatisfy(present.mayHold) else { return nil }
        let number = numbers[first]?.first { topics[$0].words == words } ?? topics.count
        if number == topics.count {
          numbers[first, default: []].append(number)
          topics.append(Topic(phrase, words: words))
        }
        let isMade = !unseen.contains(phrase)
        if isMade { topics[number].owners += 1 }
        return Owned(topic: number, isMade: isMade, isChief: isMade && !slight.contains(phrase))
      }
    }
    let found = Self.find(topics, in: sentences)
    Self.markCentral(&topics, found, sentences)
    let named = Set(found.joined().map(\.topic).filter { topics[$0].isName })
    foreign = zip(about, owned).map { about, owned in
      about.isOfProducts && !owned.contains { named.contains($0.topic) }
    }
    self.topics = topics
    self.found = found
    self.owned = owned
  }

  private static func find(_ topics: [Topic], in sentences: PostingSentences) -> [[(
    topic: Int, words: Range<Int>
  )]] {
    var beginnings: [UInt64: [Int]] = [:]
    for (number, topic) in topics.enumerated() {
      if let first = topic.words.first { beginnings[first, default: []].append(number) }
    }
    return sentences.all.map { sentence in
      var found: [(topic: Int, words: Range<Int>)] = []
      for (start, word) in sentence.words.hashes.enumerated() {
        for number in beginnings[word] ?? [] where topics[number].stands(at: start, of: sentence) {
          found.append((number, start..<start + topics[number].words.count))
        }
      }
      return found.filter { place in
        // "Site reliability engineer" says no more where a part of it is a topic too.
        !found.contains {
          $0.words != place.words && $0.words.lowerBound <= place.words.lowerBound
            && place.words.upperBound <= $0.words.upperBound && topics[$0.topic].isCommon
        }
      }
    }
  }

  /// Marks what stands in the title, or on two lines that ask for more than a wish.
  private static func markCentral(
    _ topics: inout [Topic], _ found: [[(topic: Int, words: Range<Int>)]], _ sentences: PostingSentences
  ) {
    var lines: [Int?] = Array(repeating: nil, count: topics.count)
    for (number, found) in found.enumerated() where !sentences.all[number].isWish {
      let line = sentences.all[number].evidence.line
      for (topic, _) in found {
        if number == PostingSentences.title || lines[topic] ?? line != line { topics[topic].isCentral = true }
        lines[topic] = line
      }
    }
  }

  /// Whether a sentence asks for what an exercise shows. What no competency covers may be anything.
  private func shows(_ exercise: Int, in sentence: Int) -> Bool {
    let asks = sentences.all[sentence].asks
    return asks.isEmpty || !asks.isDisjoint(with: shown[exercise])
  }

  /// For each exercise, in the order given, the sentences that speak of its topics, with what these count there.
  func spoken() -> [[CoverageProblem.Mention]] {
    var owners: [[(exercise: Int, owned: Owned)]] = topics.map { _ in [] }
    for (exercise, topics) in owned.enumerated() {
      for owned in topics { owners[owned.topic].append((exercise, owned)) }
    }
    var tally = TopicTally(exercises: owned.count)
    for (sentence, found) in found.enumerated() where !found.isEmpty {
      let here = Set(found.map(\.topic)).sorted { (-topics[$0].weight, $0) < (-topics[$1].weight, $1) }
      for topic in here {
        for owner in owners[topic] {
          let isShown = shows(owner.exercise, in: sentence)
          let weight = topics[topic].weight(for: owner.owned, isShown: isShown)
          tally.count(topic, weight, of: owner.exercise, in: sentence, most: topics[topic].mostSentences) {
            sentences.worth($0, in: sentence)
          }
        }
      }
    }
    return tally.mentions
  }

  /// Whether an exercise is about products by name, and the posting names none that it suits.
  func isForeign(_ exercise: Int) -> Bool { foreign[exercise] }

  /// How much the posting speaks of other lists of topics, in the same measure.
  func worth(of about: [[String]]) -> [Int] {
    Self(sentences, about.map { ($0, [], [], false) }, showing: about.map { _ in .all })
      .spoken().map { $0.reduce(0) { $0 + $1.worth } }
  }

  /// What says no more of the work than a word or two that many exercises name.
  private static let least = 3

  /// The sentences that ask for some of the competencies that an exercise shows, and speak of what it is made of, the
  /// nearest first, each with the words that it and the topics have in common; then those that ask for what no competency
  /// covers; the title where no other has any and it has a name, as it says least of the work. What is merely wished for is
  /// no reason that anybody would give.
  func links(of exercise: Int, rating rated: PostingSentences.Asked) -> [Nearness] {
    let owned = owned[exercise].filter { $0.isMade && topics[$0.topic].isTelling }
    let made = Set(owned.map(\.topic))
    let chief = Set(owned.filter(\.isChief).map(\.topic))
    guard !made.isEmpty else { return [] }
    var links: [Link] = []
    for (number, sentence) in sentences.all.enumerated() where !found[number].isEmpty && !sentence.isWish {
      let isTitle = number == PostingSentences.title
      guard isTitle || sentence.isUncovered || !sentence.asks.isDisjoint(with: rated) else { continue }
      let here = Set(said(in: number).map(\.topic)).intersection(made).filter {
        !isTitle || topics[$0].isName
      }
      let value = here.reduce(0) { value, topic in
        let weight = topics[topic].weight + (chief.contains(topic) ? topics[topic].bonus : 0)
        return value + sentences.worth(weight, in: number)
      }
      let hasName = here.contains { topics[$0].isName }
      if hasName || value > Self.least {
        links.append(
          Link(sentence: number, isUncovered: sentence.isUncovered, value: value, hasName: hasName))
      }
    }
    if links.count > 1 { links.removeAll { $0.sentence == PostingSentences.title } }
    links.sort { $0.precedes($1) }
    return links.map { nearness(of: $0.sentence, made) }
  }

  /// A sentence that an exercise practises. Products tell more than phrases.
  private struct Link {
    let sentence: Int
    let isUncovered: Bool
    let value: Int
    let hasName: Bool

    func precedes(_ other: Link) -> Bool {
      if isUncovered != other.isUncovered { return other.isUncovered }
      if hasName != other.hasName { return hasName }
      return value == other.value ? sentence < other.sentence : value > other.value
    }
  }

  /// The topics that a sentence speaks of, without names that are the first part of another: "Kubernetes" in "Kubernetes
  /// API". A title has every word in capitals.
  private func said(in number: Int) -> [(topic: Int, words: Range<Int>)] {
    guard number != PostingSentences.title else { return found[number] }
    return found[number].filter {
      !topics[$0.topic].isName || !sentences.all[number].isCapital($0.words.upperBound)
    }
  }

  private func nearness(of number: Int, _ made: Set<Int>) -> Nearness {
    let here = said(in: number).filter { made.contains($0.topic) }
      .sorted {
        (-topics[$0.topic].weight, $0.words.lowerBound) < (-topics[$1.topic].weight, $1.words.lowerBound)
      }
    let sentence = sentences.all[number]
    return Nearness(evidence: sentence.evidence, words: sentence.spelled(here.map(\.words)))
  }
}

extension TopicNearness.Topic {
  /// What it counts for an exercise in a sentence that asks for what this shows, or does not.
  fileprivate func weight(for owned: TopicNearness.Owned, isShown: Bool) -> Int {
    if owned.isMade && isShown { return weight + (owned.isChief ? bonus : 0) }
    return owned.isMade || isShown ? halfWeight : 1
  }
}

/// What the topics of exercises come to, sentence by sentence.
private struct TopicTally {
  /// For each exercise the sentences that speak of its topics.
  private(set) var mentions: [[CoverageProblem.Mention]]
  /// For each exercise, in how many sentences each of its topics has been counted.
  private var counts: [[(topic: Int, sentences: Int)]]
  /// For each exercise the most that a topic has counted in its last sentence.
  private var most: [Int]

  init(exercises: Int) {
    mentions = Array(repeating: [], count: exercises)
    counts = Array(repeating: [], count: exercises)
    most = Array(repeating: 0, count: exercises)
  }

  /// Counts a topic of an exercise in a sentence: the weightiest so far in full, and 1 for each other one.
  mutating func count(
    _ topic: Int, _ weight: Int, of exercise: Int, in sentence: Int, most sentences: Int,
    worth: (Int) -> Int
  ) {
    let place = counts[exercise].firstIndex { $0.topic == topic } ?? counts[exercise].count
    if place == counts[exercise].count { counts[exercise].append((topic, 0)) }
    guard counts[exercise][place].sentences < sentences else { return }
    counts[exercise][place].sentences += 1
    let last = mentions[exercise].count - 1
    guard last >= 0, mentions[exercise][last].sentence == sentence else {
      mentions[exercise].append(.init(sentence: sentence, worth: worth(weight)))
      most[exercise] = weight
      return
    }
    mentions[exercise][last].worth += worth(1)
    guard weight > most[exercise] else { return }
    mentions[exercise][last].worth += worth(weight) - worth(most[exercise])
    most[exercise] = weight
  }
}

extension PostingSentences.Sentence {
  /// Whether a word begins with two capitals.
  func isAcronym(_ word: Int) -> Bool {
    let letters = evidence.words.utf8.dropFirst(words.ranges[word].lowerBound).prefix(2)
    return letters.allSatisfy(ASCII.isCapital)
  }

  /// Whether a word begins with a capital, with nothing but a space before it.
  func isCapital(_ word: Int) -> Bool {
    guard words.ranges.indices.contains(word), words.ranges.indices.contains(word - 1) else { return false }
    let (before, range) = (words.ranges[word - 1], words.ranges[word])
    let bytes = evidence.words.utf8.dropFirst(before.upperBound).prefix(2)
    return range.lowerBound == before.upperBound + 1 && bytes.first == UInt8(ascii: " ")
      && (bytes.last.map(ASCII.isCapital) ?? false)
  }

  /// Stretches of its words as the posting writes them, each once, those within another left out.
  func spelled(_ stretches: [Range<Int>]) -> [String] {
    let bytes = Array(evidence.words.utf8)
    var texts: [String] = []
    for stretch in stretches {
      let isPart = stretches.contains {
        $0 != stretch && $0.lowerBound <= stretch.lowerBound && stretch.upperBound <= $0.upperBound
      }
      guard !isPart, let first = words.ranges[stretch].first, let last = words.ranges[stretch].last else {
        continue
      }
      let text = String(decoding: bytes[first.lowerBound..<last.upperBound], as: UTF8.self)
      if !texts.contains(text) { texts.append(text) }
    }
    return texts
  }
}
