/// The accuracy of an extractor on labelled postings: figures of all of them, and of each half where they
/// are halved; what is wrong, posting by posting.
public struct Evaluation: Sendable, Equatable {
  /// How the labels are halved; nil where they are not, and all is shown.
  public var halves: LabelHalves?
  /// The figures of all postings, then of each half.
  public var parts: [Part]
  /// Each competency of the postings shown, those with most errors first.
  public var competencies: [CompetencyRow]
  /// The postings whose errors are shown, by name.
  public var postings: [Posting]

  /// The figures of some of the postings.
  public struct Part: Sendable, Equatable {
    /// Which postings these are.
    public var name: Name
    /// The figures.
    public var counts: AccuracyCounts

    /// All postings, or a half of them.
    public enum Name: String, Sendable, CaseIterable {
      case all, first, second
    }
  }

  /// How often a competency was found rightly.
  public struct CompetencyRow: Sendable, Equatable {
    /// The competency's id.
    public var id: String
    /// The figures.
    public var hits: Hits
  }

  /// What is wrong with the reading of a posting.
  public struct Posting: Sendable, Equatable {
    /// The name of the label's file, without folders and ending.
    public var name: String
    /// The file name of the posting.
    public var file: String
    /// A digest of the label and the posting.
    public var digest: String
    /// What is wrong, down the page.
    public var errors: [AccuracyError]
  }

  /// The figures of all postings.
  public var counts: AccuracyCounts { parts.first { $0.name == .all }?.counts ?? AccuracyCounts() }
}

extension Evaluation {
  /// Sums up what was measured on each posting.
  public init(_ postings: [PostingEvaluation], halves: LabelHalves? = nil) {
    let postings = postings.sorted { $0.name < $1.name }
    let shown = postings.filter { posting in halves.map { $0.half(of: posting.name) == $0.shown } ?? true }
    self.halves = halves
    parts = [Self.part(.all, postings)]
    if let halves {
      parts += [
        Self.part(.first, postings.filter { halves.half(of: $0.name) == .first }),
        Self.part(.second, postings.filter { halves.half(of: $0.name) == .second }),
      ]
    }
    competencies = Self.rows(shown)
    self.postings = shown.map {
      Posting(name: $0.name, file: $0.file, digest: $0.digest, errors: $0.errors)
    }
  }

  private static func part(_ name: Part.Name, _ postings: [PostingEvaluation]) -> Part {
    Part(name: name, counts: postings.reduce(AccuracyCounts()) { $0 + $1.counts })
  }

  private static func rows(_ postings: [PostingEvaluation]) -> [CompetencyRow] {
    let hits = postings.reduce(into: [String: Hits]()) { $0.merge($1.hits) { $0 + $1 } }
    return hits.map { CompetencyRow(id: $0.key, hits: $0.value) }.sorted { a, b in
      let errors = (a.hits.wrong + a.hits.missed, b.hits.wrong + b.hits.missed)
      return errors.0 != errors.1 ? errors.0 > errors.1 : a.id < b.id
    }
  }
}
