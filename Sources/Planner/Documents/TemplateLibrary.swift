import Diagnostics
import Mustache

/// Templates, checked and parsed once.
struct TemplateLibrary: Sendable {
  /// Files that are printed as they are, such as the style sheet, by name.
  private(set) var verbatim: [String: String] = [:]
  private var library = MustacheLibrary()

  /// Templates by name. `documents` are the names that must be there; each is rendered with a view of
  /// the type `root`, and its partials with it.
  init(
    _ templates: [(name: String, source: SourceText)], root: any View.Type, documents: [String]
  ) throws(InvalidInput) {
    Escaping.register()
    let sources = Dictionary(templates.map { ($0.name, $0.source) }) { _, last in last }
    var findings: [Finding] = []
    var trees: [String: TemplateTree] = [:]
    for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
      if name.hasSuffix(".css") {
        verbatim[name] = source.text(in: 0..<source.bytes.count)
      } else if Escaping(template: name) != nil {
        trees[name] = TemplateTree(source, &findings)
      } else {
        let expected = "expected one of \".md\", \".html\", \".yaml\", \".css\""
        let message = "template \"\(name)\" is of no known kind; \(expected)"
        findings.append(Finding("unknown-template-kind", message, in: source, at: nil))
      }
    }
    var check = TemplateCheck(trees)
    for document in documents { check.checkDocument(document, root: root) }
    findings += check.findings
    for (name, tree) in trees.sorted(by: { $0.key < $1.key }) { parse(tree.source, as: name, &findings) }
    try findings.throwIfErrors()
  }

  /// The text that a template makes of a view; empty when there is no such template.
  func render(_ view: any View, with template: String) -> String {
    library.render(view, withTemplate: template) ?? ""
  }

  private mutating func parse(_ source: SourceText, as name: String, _ findings: inout [Finding]) {
    guard let escaping = Escaping(template: name) else { return }
    do {
      try library.register(escaping.pragma + source.text(in: 0..<source.bytes.count), named: name)
    } catch {
      // The check says it better, and with a better place, where it saw the fault too.
      guard !findings.contains(where: { $0.source.name == source.name }) else { return }
      let place = (error as? MustacheTemplate.ParserError)?.context
      let start = place.map { Place(line: max(1, $0.lineNumber - 1), column: max(1, $0.columnNumber)) }
      let range = start.map { PlaceRange(at: $0) }
      findings.append(Finding("template-syntax", "the template cannot be parsed", in: source, at: range))
    }
  }
}
