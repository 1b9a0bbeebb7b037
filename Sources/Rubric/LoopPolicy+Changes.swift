public import Diagnostics
public import YAML

extension LoopPolicy {
  /// This policy with the keys of a file laid over it: what the file leaves out stays as it is. Throws all that is
  /// wrong with the file, with places; formats have to be in the library.
  public func changed(by source: SourceText, library: RubricLibrary) throws(InvalidInput) -> LoopPolicy {
    let root = try YAMLParser.parse(source)
    var findings = Findings(in: source)
    var policy = Self.shape(over: self).read(root, &findings)
    if root["sizes"] == nil { policy = policy.everywhere(Self.sized.filter { root[$0] != nil }) }
    for (key, ids) in [("screens", policy.screens), ("formats", policy.formats)] {
      guard let listed = root[key] else { continue }
      for (index, id) in ids.enumerated() where !id.isEmpty && !library.formatIDs.contains(id) {
        findings.add(
          "unknown-format", "the policy names \"\(id)\", which is no interview format of the library",
          at: listed[index]?.range, help: Suggestion.help(for: id, in: library.formatIDs))
      }
    }
    try findings.all.throwIfErrors()
    return policy
  }

  /// What differs from another policy, in the form of a file that can be laid over it.
  public func changes(from base: LoopPolicy) -> Document {
    let pairs = zip(pairs, base.pairs).filter { $0 != $1 }.map(\.0)
    let targets = zip(targetPairs, base.targetPairs).filter { $0 != $1 }.map(\.0)
    // What a file sets for roles of every level needs no saying again.
    let isOtherwise = sizes != base.everywhere(pairs.map(\.key)).sizes
    return .mapping(
      pairs + (targets.isEmpty ? [] : [.init("targets", .mapping(targets, inline: true))])
        + (isOtherwise ? [.init("sizes", sizesDocument)] : []))
  }

  /// The policy whole, as text of one form: what a fingerprint is made of.
  public var canonicalText: String {
    YAMLWriter.text(
      .mapping(
        pairs + [.init("targets", .mapping(targetPairs, inline: true)), .init("sizes", sizesDocument)]))
  }

  /// The names of the keys in which a policy differs from another, in the order of a file; `targets` left aside.
  public func changedKeys(from base: LoopPolicy) -> [String] {
    zip(pairs, base.pairs).filter { $0 != $1 }.map(\.0.key)
  }

  /// The policy without some formats, screens included.
  public func excluding(_ ids: [String]) -> LoopPolicy {
    var policy = self
    policy.screens.removeAll(where: ids.contains)
    policy.formats.removeAll(where: ids.contains)
    policy.expected.removeAll(where: ids.contains)
    policy.sizes = sizes.mapValues { size in
      var size = size
      size.screens?.removeAll(where: ids.contains)
      size.formats?.removeAll(where: ids.contains)
      size.expected?.removeAll(where: ids.contains)
      if size.formats?.isEmpty == true { size.formats = nil }
      return size
    }
    return policy
  }

  /// The keys that sizes may have.
  static let sized = ["screens", "formats", "expected", "interviews", "minutes"]

  /// Stands for the other policy where nothing but the keys of a file is asked for.
  static let unset = LoopPolicy(
    screens: [], formats: [], expected: [], interviews: 1, minutes: nil, ratingsPerInterview: 1,
    minutesPerRating: 5,
    readings: 1, raterAgreement: nil, debriefMinutes: 0, preparationMinutes: 0, targets: [:])

  private var pairs: [Document.Pair] {
    [
      .init("screens", .inline(screens)), .init("formats", .inline(formats)),
      .init("expected", .inline(expected)),
      .init("interviews", .integer(interviews)), .init("minutes", .optional(minutes)),
      .init("ratings_per_interview", .integer(ratingsPerInterview)),
      .init("minutes_per_rating", .integer(minutesPerRating)), .init("readings", .integer(readings)),
      .init("rater_agreement", raterAgreement.map { .number($0) } ?? .null),
      .init("debrief_minutes", .integer(debriefMinutes)),
      .init("preparation_minutes", .integer(preparationMinutes)),
      .init("core_demands", .integer(decision.coreDemands)),
      .init("core_musts", .integer(decision.coreMusts)),
      .init("core_gap", .integer(decision.coreGap)),
      .init("follow_up_minutes", .integer(decision.followUpMinutes)),
      .init("others_per_miss", .integer(decision.othersPerMiss)),
      .init("senior_years", .optional(seniorYears)), .init("mid_years", .optional(midYears)),
      .init("most_for_one_line", .optional(mostForOneLine?.rawValue)),
      .init("level_demands", levelDemandsDocument),
    ]
  }

  private var levelDemandsDocument: Document {
    let pairs = Document.pairs(byLevel: levelDemands.mapValues(Document.inline))
    return pairs.isEmpty ? .null : .mapping(pairs, inline: true)
  }

  private var targetPairs: [Document.Pair] {
    RoleLevel.allCases.map { .init($0.rawValue, .integer(target(for: $0).rawValue)) }
  }
}
