/// How many topics exercises have in common with each other. Topics are one whatever their capitals.
struct SharedTopics {
  /// How many topics each exercise has.
  private var counts: [Int] = []
  /// For each exercise, in rows, how many topics it has in common with each one before it.
  private var common: [Int32]

  /// A topic of an exercise.
  private struct Owned {
    let topic: UInt64
    let exercise: Int
  }

  /// Of the topics of some exercises (`about`).
  init(_ about: [[String]]) {
    var owned: [Owned] = []
    for (exercise, phrases) in about.enumerated() {
      let first = owned.count
      for topic in phrases.map(ScannedWords.digest)
      where !owned[first...].contains(where: { $0.topic == topic }) {
        owned.append(Owned(topic: topic, exercise: exercise))
      }
      counts.append(owned.count - first)
    }
    common = Array(repeating: 0, count: about.count * about.count)
    owned.sort { ($0.topic, $0.exercise) < ($1.topic, $1.exercise) }
    var first = 0
    for (place, own) in owned.enumerated() {
      if owned[first].topic != own.topic { first = place }
      for other in owned[first..<place] { common[own.exercise * about.count + other.exercise] += 1 }
    }
  }

  /// Whether two exercises, the later first, share three fifths of the topics of one.
  func areOneSubject(_ exercise: Int, _ before: Int) -> Bool {
    let shared = Int(common[exercise * counts.count + before])
    return shared > 0 && 5 * shared >= 3 * min(counts[exercise], counts[before])
  }
}
