public import Diagnostics
public import Rubric
internal import YAML

/// What the keys of postings in JSON mean: the file `Rubrics/postings/ats.yaml`.
public struct PostingFields: Sendable {
  /// Keys below which a posting may stand.
  let wrappers: [String]
  /// Words of fields on remote work.
  let remote: [(word: String, isRemote: Bool)]
  /// Words for the periods of pay.
  let periods: [(word: String, period: Pay.Period)]
  /// The forms of postings; the first that fits is taken.
  let forms: [PostingForm]

  /// Reads the file.
  public init(from source: SourceText) throws(InvalidInput) {
    self = try Self.shape.read(from: source)
  }

  /// No form is known.
  public init() { self.init(wrappers: [], remote: [], periods: [], forms: []) }

  private init(
    wrappers: [String], remote: [(word: String, isRemote: Bool)],
    periods: [(word: String, period: Pay.Period)], forms: [PostingForm]
  ) {
    self.wrappers = wrappers
    self.remote = remote
    self.periods = periods
    self.forms = forms
  }

  fileprivate static var schema: Schema { shape.schema() }

  private static let shape = Shape<PostingFields>.mapping("the posting fields") { fields in
    PostingFields(
      wrappers: fields.required("wrappers", .list(of: .text)),
      remote: fields.required("remote", words([("yes", true), ("no", false)])).map { ($0.text, $0.meaning) },
      periods: fields.required("periods", words(Pay.Period.allCases.map { ($0.rawValue, $0) }))
        .map { ($0.text, $0.meaning) },
      forms: fields.required("forms", .dictionary(of: PostingForm.shape)).map(\.value))
  }

  /// Lists of words under known names; capitals do not matter.
  private static func words<Meaning: Sendable>(
    _ names: [(name: String, meaning: Meaning)]
  ) -> Shape<[(text: String, meaning: Meaning)]> {
    Shape.texts(of: "the posting fields", under: names).map { $0.map { ($0.text.lowercased(), $0.meaning) } }
  }
}

/// One form of postings in JSON: how it is told, and where its facts and texts stand.
///
/// A path is keys apart by points; lists on the way are passed through. Of several paths, the first that
/// leads to something is taken. Paths apart by spaces lead to parts that are joined by commas.
struct PostingForm: Sendable {
  /// The `@type` of linked data; nil where the keys tell.
  var type: String?
  /// Paths that must all lead to something.
  var has: [String]
  var title: [String]
  var company: [String]
  var location: [String]
  var remote: [String]
  var pay: PayFields?
  var texts: [TextField]
  /// Whether its longest text is the posting where none of `texts` is there.
  var isLongest: Bool

  /// Where the pay stands.
  struct PayFields: Sendable {
    var currency: [String]
    var low: [String]
    var high: [String]
    var period: [String]
    /// Whether amounts are in hundredths.
    var isInCents: Bool
  }

  /// A text of the posting.
  struct TextField: Sendable {
    var paths: [String]
    /// What stands above it.
    var heading: String?
    /// The key, in each value, of the heading above it.
    var headingKey: String?
    /// The key, in each value, of its text.
    var bodyKey: String?
  }

  static let shape = Shape<PostingForm>.mapping("the posting form") { fields in
    PostingForm(
      type: fields.optional("type", .text), has: fields.optional("has", .list(of: .text), default: []),
      title: fields.required("title", .list(of: .text)),
      company: fields.required("company", .list(of: .text)),
      location: fields.required("location", .list(of: .text)),
      remote: fields.required("remote", .list(of: .text)),
      pay: fields.optional("pay", PayFields.shape),
      texts: fields.required("text", .list(of: TextField.shape)),
      isLongest: fields.optional("longest", .boolean, default: false))
  }
}

extension PostingForm.PayFields {
  static let shape = Shape<Self>.mapping("the pay fields") { fields in
    Self(
      currency: fields.required("currency", .list(of: .text)), low: fields.required("min", .list(of: .text)),
      high: fields.required("max", .list(of: .text)),
      period: fields.optional("period", .list(of: .text)) ?? [],
      isInCents: fields.optional("cents", .boolean, default: false))
  }
}

extension PostingForm.TextField {
  static let shape = Shape<Self>.mapping("the text field") { fields in
    Self(
      paths: fields.required("from", .list(of: .text, atLeast: 1)),
      heading: fields.optional("heading", .text),
      headingKey: fields.optional("heading_key", .text), bodyKey: fields.optional("body_key", .text))
  }
}

extension FileKind {
  /// What the keys of postings in JSON mean.
  public static var postingFields: FileKind { FileKind("posting-fields", PostingFields.schema) }
}
