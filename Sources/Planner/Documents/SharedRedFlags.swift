import Rubric

/// Red flags that hold for more than one thing that a loop rates, such as those of programming for each language. They
/// stand once for all kits.
enum SharedRedFlags {
  /// Takes them out of the ratings, each of which keeps its own, and gives them with what they hold for.
  static func take(from interviews: inout [InterviewView]) -> [SharedRedFlagView] {
    var shared: [SharedRedFlagView] = []
    var places: [String: Int] = [:]
    for rating in interviews.flatMap(\.ratings) {
      for competency in rating.rating.demand.competencies {
        for text in competency.redFlags {
          if let place = places[text] {
            shared[place].add(competency.name)
          } else {
            places[text] = shared.count
            shared.append(SharedRedFlagView(text: text, names: [competency.name]))
          }
        }
      }
    }
    shared.removeAll { $0.names.count < 2 }
    let texts = Set(shared.map(\.text))
    for index in interviews.indices {
      for place in interviews[index].ratings.indices { interviews[index].ratings[place].shared = texts }
    }
    return shared
  }
}

/// A red flag with what it holds for.
struct SharedRedFlagView: View {
  let text: String
  private(set) var names: [String]

  mutating func add(_ name: String) {
    if !names.contains(name) { names.append(name) }
  }

  static let fields = Fields<SharedRedFlagView>([
    .text("text") { $0.text },
    // The competencies that it is a red flag of.
    .text("names") { Figures.listed($0.names) },
  ])
}
