import Rubric

/// The words of the posting in the kits: those shown for each demand, in the kit that rates it first.
enum KitWords {
  /// Gives each rating its words, and the number of the interview that rates the same first.
  static func give(to interviews: inout [InterviewView], _ shown: ShownWords) {
    var first: [String: Int] = [:]
    for index in interviews.indices {
      let number = interviews[index].interview.number
      for place in interviews[index].ratings.indices {
        let rating = interviews[index].ratings[place].rating
        if rating.isFirstReading { interviews[index].ratings[place].leading = shown[rating.demand] }
        first[rating.demand.id] = first[rating.demand.id] ?? number
        interviews[index].ratings[place].first = first[rating.demand.id]
      }
    }
  }
}
