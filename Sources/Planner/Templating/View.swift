/// What templates see of one thing: texts, flags, lists and further views, each under a name.
///
/// The names are what a company's own templates build on, so they change less than the model behind
/// them. They are also what templates are checked against before anything is rendered.
protocol View: Sendable {
  /// All that templates may name.
  static var fields: Fields<Self> { get }

  /// What stands behind a name; nil when the view has no such name. A requirement, so that it is compiled for each
  /// view: it is the inner loop of rendering.
  func value(of name: FieldName) -> TemplateValue?
}

extension View {
  func value(of name: FieldName) -> TemplateValue? { Self.fields.value(of: name, in: self) }

  /// What a name stands for; nil when the view has no such name.
  static func kind(of name: String) -> FieldKind? { fields.kind(of: FieldName(name)) }

  /// Every name, in the order of the table.
  static var names: [String] { fields.names.all }
}

/// What a name of a view stands for.
enum FieldKind: Sendable {
  /// A text; a section over it is shown when it is not empty.
  case text
  /// A program or lines for one. May stand unescaped where the document is not HTML.
  case code
  /// Text that is markup of our own and may stand unescaped.
  case markup
  /// Whether a section is shown.
  case flag
  /// Texts, each `{{.}}` within the section.
  case texts
  /// A text of the library in Markdown, of one line or of many: HTML in a document of HTML, and as it is written
  /// elsewhere. Text of a posting is never of this kind.
  case prose
  /// Texts of the library in Markdown, each `{{.}}` within the section.
  case phrases
  /// One thing, or none.
  case view(any View.Type)
  /// Several things.
  case list(any View.Type)
}

/// One name of a view.
struct Field<Owner>: Sendable {
  let name: String
  let kind: FieldKind
  let value: @Sendable (Owner) -> TemplateValue
  /// Whether a list has any elements, which is known before there is a value for each; nil for what is no list.
  var hasElements: (@Sendable (Owner) -> Bool)?

  static func text(_ name: String, _ value: @escaping @Sendable (Owner) -> String?) -> Field {
    Field(name: name, kind: .text) { .text(PlainText.cleaned(value($0) ?? "")) }
  }

  /// Words cut out of a line, with the spaces around them.
  static func line(_ name: String, _ value: @escaping @Sendable (Owner) -> String) -> Field {
    Field(name: name, kind: .text) { .text(PlainText.cleaned(line: value($0))) }
  }

  static func number(_ name: String, _ value: @escaping @Sendable (Owner) -> Int?) -> Field {
    Field(name: name, kind: .text) { .text(value($0).map { String($0) } ?? "") }
  }

  static func code(_ name: String, _ value: @escaping @Sendable (Owner) -> String) -> Field {
    Field(name: name, kind: .code) { .text(PlainText.cleaned(code: value($0))) }
  }

  static func markup(_ name: String, _ value: @escaping @Sendable (Owner) -> String) -> Field {
    Field(name: name, kind: .markup) { .text(value($0)) }
  }

  static func flag(_ name: String, _ value: @escaping @Sendable (Owner) -> Bool) -> Field {
    Field(name: name, kind: .flag) { .flag(value($0)) }
  }

  static func texts(_ name: String, _ value: @escaping @Sendable (Owner) -> [String]) -> Field {
    list(name, .texts, value) { .text(PlainText.cleaned($0)) }
  }

  /// Paragraphs, lists, tables and code of the library.
  static func prose(_ name: String, _ value: @escaping @Sendable (Owner) -> String?) -> Field {
    Field(name: name, kind: .prose) { .prose(value($0) ?? "") }
  }

  /// A line of the library.
  static func phrase(_ name: String, _ value: @escaping @Sendable (Owner) -> String?) -> Field {
    Field(name: name, kind: .prose) { .phrase(value($0) ?? "") }
  }

  /// Lines of the library.
  static func phrases(_ name: String, _ value: @escaping @Sendable (Owner) -> [String]) -> Field {
    list(name, .phrases, value) { .phrase($0) }
  }

  static func lines(_ name: String, _ value: @escaping @Sendable (Owner) -> [Substring]) -> Field {
    list(name, .texts, value) { .text(PlainText.cleaned(line: $0)) }
  }

  static func view<Child: View>(_ name: String, _ value: @escaping @Sendable (Owner) -> Child?) -> Field {
    // Without a value the name is still found here, and not looked for further out.
    Field(name: name, kind: .view(Child.self)) { owner in value(owner).map { .view($0) } ?? .nothing }
  }

  static func list<Child: View>(_ name: String, _ value: @escaping @Sendable (Owner) -> [Child]) -> Field {
    list(name, .list(Child.self), value) { .view($0) }
  }

  private static func list<Element>(
    _ name: String, _ kind: FieldKind, _ elements: @escaping @Sendable (Owner) -> [Element],
    _ value: @escaping @Sendable (Element) -> TemplateValue
  ) -> Field {
    Field(
      name: name, kind: kind, value: { .list(elements($0).map(value)) },
      hasElements: { !elements($0).isEmpty })
  }
}

/// The names of a view. A list `probes` brings the flag `hasProbes` with it, so that a heading stands
/// only where something follows.
struct Fields<Owner>: Sendable {
  /// Every name.
  let names: FieldNames
  private let fields: [Field<Owner>]

  init(_ fields: [Field<Owner>]) {
    // There are two hundred of these, and each is compiled for itself: what need not know the owner is elsewhere.
    names = FieldNames(fields.map { ($0.name, $0.hasElements != nil) })
    self.fields = fields
  }

  func value(of name: FieldName, in owner: Owner) -> TemplateValue? {
    guard let place = names.place(of: name) else { return nil }
    let field = fields[place.field]
    return place.isFlag ? .flag(field.hasElements?(owner) ?? false) : field.value(owner)
  }

  func kind(of name: FieldName) -> FieldKind? {
    names.place(of: name).map { $0.isFlag ? .flag : fields[$0.field].kind }
  }
}

/// What stands behind a name of a view.
enum TemplateValue: Sendable {
  /// Nothing at all.
  case nothing
  case text(String)
  /// Markdown of the library: paragraphs, or one line.
  case prose(String), phrase(String)
  case flag(Bool)
  indirect case view(any View)
  case list([TemplateValue])

  /// Whether a section over it is skipped.
  var isEmpty: Bool {
    switch self {
    case .nothing: true
    case .text(let text), .prose(let text), .phrase(let text): text.isEmpty
    case .flag(let flag): !flag
    case .view: false
    case .list(let values): values.isEmpty
    }
  }
}
