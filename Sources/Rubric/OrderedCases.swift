/// An enumeration whose cases are listed in their order.
public protocol OrderedCases: CaseIterable, Comparable where AllCases == [Self] {}

extension OrderedCases {
  /// The place of the case among all, from 0.
  var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// A case is less than those that are listed behind it.
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}
