internal import YAML

/// What a policy says otherwise of the loops of one level of role: how many interviews, which, how long. What is nil
/// stays as the policy has it.
public struct LoopSize: Sendable, Equatable {
  /// The formats held before the others.
  public var screens: [String]?
  /// The formats that may follow.
  public var formats: [String]?
  /// Those of them that every loop holds.
  public var expected: [String]?
  /// The most interviews after the screens.
  public var interviews: Int?
  /// The most minutes of the candidate in all of these.
  public var minutes: Int?

  static let shape = Shape<LoopSize>.mapping("the size") { fields in
    LoopSize(
      screens: fields.optional("screens", .list(of: .identifier)),
      formats: fields.optional("formats", .list(of: .identifier, atLeast: 1)),
      expected: fields.optional("expected", .list(of: .identifier)),
      interviews: fields.optional("interviews", .integer(LoopPolicy.interviewLimits)),
      minutes: fields.optional("minutes", .integer(LoopPolicy.minuteLimits)))
  }

  static let allShape = shape.bySomeLevels("the sizes")

  var document: Document {
    let pairs: [Document.Pair] = [
      .init("screens", screens.map(Document.inline) ?? .null),
      .init("formats", formats.map(Document.inline) ?? .null),
      .init("expected", expected.map(Document.inline) ?? .null),
      .init("interviews", .optional(interviews)), .init("minutes", .optional(minutes)),
    ]
    return .mapping(pairs.filter { $0.value != .null }, inline: true)
  }
}

extension LoopPolicy {
  /// The policies by which a loop for a level of role is sought, the smallest first: the first that does is taken. A
  /// smaller loop has the screens of its size and then those of the policy, then more interviews; the last has the
  /// other formats of the policy too.
  public func sizes(for level: RoleLevel) -> [LoopPolicy] {
    guard let size = sizes[level] else { return [self] }
    var small = self
    small.formats = size.formats ?? formats
    small.expected = size.expected ?? expected
    small.screens = size.screens ?? screens
    small.interviews = size.interviews ?? interviews
    small.minutes = size.minutes ?? minutes
    var all = [small]
    if small.screens != screens {
      small.screens = screens
      all.append(small)
    }
    while small.interviews < interviews {
      small.interviews += 1
      small.minutes = minutes
      all.append(small)
    }
    small.minutes = minutes
    small.formats = joined(small.formats)
    return all.last == small ? all : all + [small]
  }

  /// The formats of the policy and some others, each behind the one that it stands behind there.
  private func joined(_ others: [String]) -> [String] {
    var joined = formats
    for (index, id) in others.enumerated() where !joined.contains(id) {
      let before = index > 0 ? joined.firstIndex(of: others[index - 1]).map { $0 + 1 } : nil
      joined.insert(id, at: before ?? 0)
    }
    return joined
  }

  /// The policy as far as it concerns roles of a level: with no sizes and demands of levels but theirs.
  public func concerning(_ level: RoleLevel) -> LoopPolicy {
    var policy = self
    policy.sizes = sizes.filter { $0.key == level }
    policy.levelDemands = levelDemands.filter { $0.key == level }
    return policy
  }

  /// The policy in which some of its keys hold for roles of every level.
  public func everywhere(_ keys: [String]) -> LoopPolicy {
    var policy = self
    policy.sizes = sizes.mapValues { size in
      LoopSize(
        screens: keys.contains("screens") ? nil : size.screens,
        formats: keys.contains("formats") ? nil : size.formats,
        expected: keys.contains("expected") ? nil : size.expected,
        interviews: keys.contains("interviews") ? nil : size.interviews,
        minutes: keys.contains("minutes") ? nil : size.minutes)
    }.filter { $0.value != LoopSize() }
    return policy
  }

  /// The sizes as a file writes them; nil where there are none.
  var sizesDocument: Document {
    let pairs = Document.pairs(byLevel: sizes.mapValues(\.document))
    return .mapping(pairs, inline: pairs.isEmpty)
  }
}
