/// The ways in which pairs may be shown, in two rows: the search goes over them thousands of times.
struct WayTable {
  /// A question of one pair that shows another.
  struct Showing {
    /// The pair that would be asked it.
    let host: Int
    /// The question.
    let option: CoverageProblem.Option
  }

  /// The questions of all pairs, pair by pair, the shortest first.
  private(set) var options: [CoverageProblem.Option] = []
  /// What shows each pair besides its own questions, pair by pair, host by host.
  private(set) var shows: [Showing] = []
  private var optionStarts: [Int] = [0]
  private var showStarts: [Int] = [0]

  /// No pairs.
  init() {}

  /// The ways of some pairs.
  init(_ problem: CoverageProblem, _ pairs: [Pair]) {
    options.reserveCapacity(pairs.reduce(0) { $0 + problem.options(of: $1).count })
    optionStarts.reserveCapacity(pairs.count + 1)
    showStarts.reserveCapacity(pairs.count + 1)
    for pair in pairs {
      options += problem.options(of: pair)
      optionStarts.append(options.count)
    }
    for index in pairs.indices {
      for host in pairs.indices where host != index && pairs[host].session == pairs[index].session {
        for place in own(host) where problem.shows[options[place].question].contains(pairs[index].demand) {
          shows.append(Showing(host: host, option: options[place]))
        }
      }
      showStarts.append(shows.count)
    }
  }

  /// Where the own questions of a pair stand.
  func own(_ index: Int) -> Range<Int> { optionStarts[index]..<optionStarts[index + 1] }

  /// Where the questions of others stand that show a pair.
  func through(_ index: Int) -> Range<Int> { showStarts[index]..<showStarts[index + 1] }
}
