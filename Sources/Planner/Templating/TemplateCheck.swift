import Diagnostics

/// Walks the tags of templates against the names that the views offer. Mustache prints nothing for a
/// name that does not exist, and a reader would never know what is missing.
struct TemplateCheck {
  private(set) var findings: [Finding] = []
  private let trees: [String: TemplateTree]

  init(_ trees: [String: TemplateTree]) { self.trees = trees }

  /// What surrounds a tag.
  private struct Scope {
    /// The views in reach, outermost first; nil stands for a text.
    var views: [(any View.Type)?]
    /// The partials on the way here.
    var path: [String]
    /// What a child template puts into the blocks of its parent, and the template it comes from.
    var blocks: [String: (children: [TemplateTree.Branch], template: String)] = [:]

    func within(_ view: (any View.Type)?) -> Scope {
      var scope = self
      scope.views.append(view)
      return scope
    }
  }

  /// Checks a template that is rendered with a view, and every partial it uses.
  mutating func checkDocument(_ name: String, root: any View.Type) {
    guard let tree = trees[name] else {
      let source = SourceText(name: "\(name).mustache", bytes: [])
      findings.append(Finding("missing-template", "there is no template \"\(name)\"", in: source, at: nil))
      return
    }
    check(tree.branches, of: tree, Scope(views: [root], path: [name]))
  }

  private mutating func check(_ branches: [TemplateTree.Branch], of tree: TemplateTree, _ scope: Scope) {
    for branch in branches {
      switch branch.tag.kind {
      case .variable: checkText(branch.tag, isEscaped: true, of: tree, scope)
      case .unescaped, .unescapedBraces: checkText(branch.tag, isEscaped: false, of: tree, scope)
      case .section, .inverted: checkSection(branch, of: tree, scope)
      case .partial, .parent: checkPartial(branch, of: tree, scope)
      case .block: checkBlock(branch, of: tree, scope)
      case .delimiter:
        note(tree.finding("set-delimiter", "delimiters cannot be changed here", at: branch.tag))
      case .pragma: checkPragma(branch.tag, of: tree, scope)
      case .comment, .close: break
      }
    }
  }

  private mutating func checkText(_ tag: TemplateTag, isEscaped: Bool, of tree: TemplateTree, _ scope: Scope)
  {
    guard let kind = kind(of: tag, in: tree, scope) else { return }
    switch kind {
    case .markup: break
    case .code where isEscaped || scope.path.last?.hasSuffix(".html") == false: break
    case .text where isEscaped, .prose where isEscaped: break
    case .text, .prose, .code:
      let message = "\"\(tag.name)\" must be escaped: its text may come from a posting"
      note(tree.finding("unescaped", message, at: tag, help: "write {{\(tag.name)}}"))
    default:
      let help = "open a section: {{#\(tag.name)}}...{{/\(tag.name)}}"
      note(tree.finding("not-a-text", "\"\(tag.name)\" is not a text", at: tag, help: help))
    }
  }

  private mutating func checkSection(_ branch: TemplateTree.Branch, of tree: TemplateTree, _ scope: Scope) {
    guard let kind = kind(of: branch.tag, in: tree, scope) else { return }
    let isInverted = branch.tag.kind == .inverted
    switch kind {
    case .flag: check(branch.children, of: tree, scope)
    case _ where isInverted: check(branch.children, of: tree, scope)
    case .text, .texts, .prose, .phrases, .code, .markup: check(branch.children, of: tree, scope.within(nil))
    case .view(let view), .list(let view): check(branch.children, of: tree, scope.within(view))
    }
  }

  private mutating func checkPartial(_ branch: TemplateTree.Branch, of tree: TemplateTree, _ scope: Scope) {
    let name = branch.tag.name
    guard let partial = trees[name] else {
      let help = Suggestion.help(for: name, in: trees.keys.sorted())
      note(tree.finding("unknown-partial", "there is no template \"\(name)\"", at: branch.tag, help: help))
      return
    }
    guard !scope.path.contains(name) else {
      note(tree.finding("circular-partial", "\"\(name)\" ends up in itself", at: branch.tag))
      return
    }
    for child in branch.children where child.tag.kind != .block && child.tag.kind != .comment {
      note(tree.finding("outside-block", "only blocks may stand in \"\(name)\" here", at: child.tag))
    }
    var inner = scope
    inner.path.append(name)
    for block in branch.children where block.tag.kind == .block {
      // The outermost child decides, as in Mustache.
      if inner.blocks[block.tag.name] == nil {
        inner.blocks[block.tag.name] = (block.children, scope.path.last ?? name)
      }
    }
    check(partial.branches, of: partial, inner)
  }

  private mutating func checkBlock(_ branch: TemplateTree.Branch, of tree: TemplateTree, _ scope: Scope) {
    guard let block = scope.blocks[branch.tag.name], let owner = trees[block.template] else {
      return check(branch.children, of: tree, scope)
    }
    check(block.children, of: owner, scope)
  }

  /// The escaping follows from the file's name. Only where an indent or a `#` already guards the line
  /// may a template do without, and HTML has no such place.
  private mutating func checkPragma(_ tag: TemplateTag, of tree: TemplateTree, _ scope: Scope) {
    let isLine = tag.name.filter { $0 != " " } == "CONTENT_TYPE:LINE"
    if isLine, scope.path.last?.hasSuffix(".html") == false { return }
    let help = "leave it out: the kind of the document decides how text is escaped"
    note(tree.finding("pragma", "the escaping cannot be changed here", at: tag, help: help))
  }

  /// What a tag's name stands for; nil, with a finding, when it stands for nothing.
  private mutating func kind(of tag: TemplateTag, in tree: TemplateTree, _ scope: Scope) -> FieldKind? {
    if tag.name == "." {
      if let view = scope.views.last, view == nil { return .text }
      note(tree.finding("not-a-text", "\".\" is not a text here", at: tag))
      return nil
    }
    if Self.positions.contains(tag.name) { return .flag }
    if let kind = Self.resolve(tag.name, in: scope.views) { return kind }
    let names = scope.views.compactMap { $0?.names }.flatMap { $0 }
    let message = "there is no \"\(tag.name)\" here; expected one of \(Self.listed(scope.views))"
    note(tree.finding("unknown-name", message, at: tag, help: Suggestion.help(for: tag.name, in: names)))
    return nil
  }

  /// Where an element stands in its list.
  private static let positions: Set<String> = ["last()"]

  /// The first view that knows the first part of a name decides, from the inside out; the rest of the
  /// name is looked up in what it stands for.
  private static func resolve(_ name: String, in views: [(any View.Type)?]) -> FieldKind? {
    let parts = name.split(separator: ".").map { String($0) }
    guard let first = parts.first else { return nil }
    guard var kind = views.reversed().lazy.compactMap({ $0?.kind(of: first) }).first else { return nil }
    for part in parts.dropFirst() {
      guard case .view(let view) = kind, let next = view.kind(of: part) else { return nil }
      kind = next
    }
    return kind
  }

  private static func listed(_ views: [(any View.Type)?]) -> String {
    (views.compactMap { $0 }.last?.names ?? []).map { "\"\($0)\"" }.joined(separator: ", ")
  }

  /// A partial is checked wherever it is used; a fault of it is shown once.
  private mutating func note(_ finding: Finding) {
    let isKnown = findings.contains {
      $0.source.name == finding.source.name && $0.range == finding.range && $0.rule == finding.rule
    }
    if !isKnown { findings.append(finding) }
  }
}
