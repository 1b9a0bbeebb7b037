internal import YAML

/// How much each sign tells that a name is the employer's.
struct EmployerSigns: Sendable {
  /// What tells of a name, beside the places where names of employers stand.
  enum Sign: String, CaseIterable {
    /// How much must be told of a name, and how much of one that only the five from `opening` to `owner` tell of.
    case enough, alone
    /// The name of who owns a mailbox, a site on work or a place on a job board.
    case address
    /// The name of who owns any other address.
    case link
    /// The name as a domain in running text: "Orchardwick.example".
    case domain
    /// The name is in what the file says about itself.
    case metadata
    /// The first paragraph begins with it.
    case opening
    /// It is named twice, and more often.
    case repeated, often
    /// It has a capital inside: "OrchardWick".
    case mixed
    /// Something is its own: "the Orchardwick platform".
    case owner
    /// The most that the five before it tell together.
    case most
    /// What counts against the name of a technology, against one in a list of others, and against that of a place.
    case technology, listed, placed
  }

  /// The points of the signs, in their order.
  let points: [Int]

  subscript(_ sign: Sign) -> Int {
    Sign.allCases.firstIndex(of: sign).flatMap { $0 < points.count ? points[$0] : nil } ?? 0
  }

  static let shape = Shape<[Keyed<Int>]>.dictionary(
    of: .integer(0...9), names: (what: "the signs of an employer", all: Sign.allCases.map(\.rawValue))
  ).map { signs in
    EmployerSigns(
      points: Sign.allCases.map { sign in signs.first { $0.key == sign.rawValue }?.value ?? 0 })
  }
}
