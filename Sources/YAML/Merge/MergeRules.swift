/// How files of one kind are merged by meaning: what tells the entries of their lists apart, and what in them
/// follows from the rest.
///
/// A path is the keys from the root down, joined by `/`; lists on the way do not show: `interviews/minutes` is
/// the length of each interview.
public struct MergeRules: Sendable {
  /// A list whose entries have names.
  public struct List: Sendable {
    /// What an entry is, in a word for messages: "interview".
    public let noun: String
    /// What an entry is called in messages.
    public let name: @Sendable (Node) -> String?
    /// By what two entries of two files are the same one, the most telling first. Entries that the first leaves
    /// over are tried by the next.
    public let keys: [@Sendable (Node) -> String?]

    /// A list whose entries are told apart by keys, and called by the last of them unless said otherwise.
    public init(
      _ noun: String, by keys: [@Sendable (Node) -> String?], name: (@Sendable (Node) -> String?)? = nil
    ) {
      self.noun = noun
      self.keys = keys
      self.name = name ?? { node in keys.lazy.compactMap { $0(node) }.first }
    }

    /// A list whose entries are told apart by one of their keys.
    public init(_ noun: String, by key: String) {
      self.init(noun, by: [{ $0[key]?.words }])
    }
  }

  /// The lists whose entries have names, by path. Entries of other lists are the same where they say the same.
  public let lists: [String: List]
  /// Whether the value at a path follows from the rest and is nobody's to edit: the new one always stands.
  public let isDerived: @Sendable (String) -> Bool

  /// Rules for a kind of file.
  public init(
    lists: [String: List] = [:], isDerived: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.lists = lists
    self.isDerived = isDerived
  }
}

/// The two sides of a merge.
public enum MergeSide: Sendable {
  /// What a person has made of the base.
  case ours
  /// What comes from elsewhere.
  case theirs
}

extension Node {
  /// What a scalar says; the contents of another value, one after the other. nil for nothing.
  public var words: String? {
    switch content {
    case .scalar(let text, _): isNull ? nil : text
    case .sequence(let items): items.map { $0.words ?? "" }.joined(separator: ", ")
    case .mapping(let entries): entries.map { $0.key + ": " + ($0.value.words ?? "") }.joined(separator: ", ")
    }
  }

  /// Whether there is nothing in it: null, or a list or a mapping of nothing. It is the same as leaving it out.
  var isNothing: Bool {
    switch content {
    case .scalar: isNull
    case .sequence(let items): items.isEmpty
    case .mapping(let entries): entries.allSatisfy(\.value.isNothing)
    }
  }

  /// The value, unless there is nothing in it.
  var something: Node? { isNothing ? nil : self }

  /// The entries of a mapping; none of anything else.
  var entries: [Entry] { if case .mapping(let entries) = content { entries } else { [] } }

  /// The items of a list; none of anything else.
  var items: [Node] { if case .sequence(let items) = content { items } else { [] } }
}
