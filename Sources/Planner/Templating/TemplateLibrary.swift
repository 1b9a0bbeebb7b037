import Diagnostics

/// Templates, checked and parsed once.
struct TemplateLibrary: Sendable {
  /// Files that are printed as they are, such as the style sheet and the script, by name.
  private(set) var verbatim: [String: String] = [:]
  private var templates: [String: [TemplateNode]] = [:]

  /// Templates by name. `documents` are the names that must be there; each is rendered with a view of
  /// the type `root`, and its partials with it. Templates that are known to be without fault are not checked again,
  /// and of them only what the documents use is parsed.
  init(
    _ templates: [(name: String, source: SourceText)], root: any View.Type, documents: [String],
    areChecked: Bool = false
  ) throws(InvalidInput) {
    try self.init(templates, documents: documents.map { ($0, root) }, areChecked: areChecked)
  }

  /// Templates by name, where each document has a view of its own.
  init(
    _ templates: [(name: String, source: SourceText)], documents: [(name: String, root: any View.Type)],
    areChecked: Bool = false
  ) throws(InvalidInput) {
    let sources = Dictionary(templates.map { ($0.name, $0.source) }) { _, last in last }
    if areChecked {
      compile(sources, for: documents.map(\.name))
    } else {
      try check(sources, documents)
    }
  }

  /// Compiles some documents and the partials that they use.
  private mutating func compile(_ sources: [String: SourceText], for documents: [String]) {
    for (name, source) in sources where name.hasSuffix(".css") || name.hasSuffix(".js") {
      verbatim[name] = source.text
    }
    var open = documents
    while let name = open.popLast() {
      guard self.templates[name] == nil, let source = sources[name], let escaping = Escaping(template: name)
      else { continue }
      var findings: [Finding] = []
      let tags = TemplateTree.tags(of: source, &findings)
      self.templates[name] = TemplateCompiler.nodes(of: source, tags, escaping)
      for tag in tags where tag.kind == .partial || tag.kind == .parent { open.append(tag.name) }
    }
  }

  /// Checks all templates, and compiles them.
  private mutating func check(
    _ sources: [String: SourceText], _ documents: [(name: String, root: any View.Type)]
  ) throws(InvalidInput) {
    var findings: [Finding] = []
    var trees: [String: TemplateTree] = [:]
    for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
      if name.hasSuffix(".css") || name.hasSuffix(".js") {
        verbatim[name] = source.text
      } else if Escaping(template: name) != nil {
        trees[name] = TemplateTree(source, &findings)
      } else {
        let expected = "expected one of \".md\", \".html\", \".yaml\", \".txt\", \".css\", \".js\""
        let message = "template \"\(name)\" is of no known kind; \(expected)"
        findings.append(Finding("unknown-template-kind", message, in: source, at: nil))
      }
    }
    var check = TemplateCheck(trees)
    for document in documents { check.checkDocument(document.name, root: document.root) }
    findings += check.findings
    try findings.throwIfErrors()
    for (name, tree) in trees {
      guard let escaping = Escaping(template: name) else { continue }
      self.templates[name] = TemplateCompiler.nodes(of: tree.source, tree.tags, escaping)
    }
  }

  /// The text that a template makes of a view; empty when there is no such template.
  func render(_ view: any View, with template: String) -> String {
    TemplateRenderer.render(template, view, templates)
  }
}
