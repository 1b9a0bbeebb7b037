/// What a panel agrees on before it knows a candidate: how many demands decide, and by what.
public struct DecisionRule: Sendable, Equatable {
  /// How many demands of a role are its core, which the rule is about.
  public var coreDemands: Int
  /// How many of these, the heaviest, have to be at their target in any case.
  public var coreMusts: Int
  /// So many levels below its target, a rating of a core demand speaks against hiring, whatever else was seen.
  public var coreGap: Int
  /// The minutes of the talk that follows on a core demand of which nobody saw anything; 0 for none.
  public var followUpMinutes: Int
  /// Of what else is rated and no mere wish, one in so many may be rated below its target, by one level; 0 where the rule
  /// leaves it out.
  public var othersPerMiss: Int

  /// How many of so many may be rated below their targets; of one alone none, or the rule would say nothing of it.
  public func misses(of count: Int) -> Int {
    if count == 1, othersPerMiss > 0 { return 0 }
    return othersPerMiss == 0 ? count : (count + othersPerMiss - 1) / othersPerMiss
  }

  /// A rule by its figures.
  public init(
    coreDemands: Int = 5, coreMusts: Int = 2, coreGap: Int = 2, followUpMinutes: Int = 30,
    othersPerMiss: Int = 3
  ) {
    self.coreDemands = coreDemands
    self.coreMusts = coreMusts
    self.coreGap = coreGap
    self.followUpMinutes = followUpMinutes
    self.othersPerMiss = othersPerMiss
  }
}
