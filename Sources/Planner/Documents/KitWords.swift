/// The words of the posting in the kits: of each demand the best, in the kit that rates it first, and each words once.
enum KitWords {
  /// Gives each rating its words, and the number of the interview that rates the same first.
  static func give(to interviews: inout [InterviewView]) {
    var first: [String: Int] = [:]
    let demands = interviews.flatMap {
      $0.ratings.map { $0.rating.isFirstReading ? $0.rating.demand.evidence : [] }
    }
    var leading = EvidenceView.leading(demands)[...]
    for index in interviews.indices {
      let number = interviews[index].interview.number
      for place in interviews[index].ratings.indices {
        interviews[index].ratings[place].leading = leading.popFirst() ?? nil
        let id = interviews[index].ratings[place].rating.demand.id
        first[id] = first[id] ?? number
        interviews[index].ratings[place].first = first[id]
      }
    }
  }
}
