/// One thing that two libraries do not say alike. Each side comes with its place and its words.
public struct LibraryChange: Sendable, Equatable {
  /// What kind of change it is.
  public let kind: LibraryChangeKind
  /// What the old library says; nil where it says nothing.
  public let from: Side?
  /// What the new library says; nil where it says nothing.
  public let to: Side?

  /// One of the two libraries, at the place of the change.
  public struct Side: Sendable, Equatable {
    /// The file by kind and id, such as `competencies/go`.
    public let file: String
    /// The place in it, in words, such as `level 3`; empty for the file as a whole.
    public let part: String
    /// What it says there, on one line; empty where there is too much to say, and where only the other side
    /// says anything.
    public let text: String
    /// How many entries only this side has, where they are counted and not told; else nil.
    public let count: Int?

    /// A side in words.
    public init(file: String, part: String, text: String) { self.init(file, part, text) }

    init(_ file: String, _ part: String = "", _ text: String = "", count: Int? = nil) {
      (self.file, self.part, self.text, self.count) = (file, part, text, count)
    }
  }

  /// The file by kind and id: that of the new library, where it has one.
  public var file: String { (to ?? from)?.file ?? "" }

  /// The place in the file: that of the new library, where it has one.
  public var part: String { (to ?? from)?.part ?? "" }

  /// The files that it is about, sorted: two where something moved between them.
  public var files: [String] { Set([from?.file, to?.file].compactMap { $0 }).sorted() }

  /// The change back.
  public var reversed: LibraryChange { LibraryChange(kind: kind.reversed, from: to, to: from) }
}

extension LibraryChange: Comparable {
  /// Worst consequence first, then by file, kind, place and words.
  public static func < (a: LibraryChange, b: LibraryChange) -> Bool {
    if a.kind.effect != b.kind.effect { return a.kind.effect < b.kind.effect }
    if a.file != b.file { return a.file < b.file }
    if a.kind != b.kind { return a.kind < b.kind }
    return a.words.lexicographicallyPrecedes(b.words)
  }

  private var words: [String] {
    let (first, second) = (to ?? from, from)
    return [first?.part ?? "", second?.part ?? "", second?.text ?? "", to?.text ?? "", second?.file ?? ""]
  }
}
