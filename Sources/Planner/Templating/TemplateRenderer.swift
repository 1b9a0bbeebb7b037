/// Prints compiled templates with a view.
///
/// Mustache (mustache(5)) without lambdas and set delimiters, with the inheritance of its optional
/// module and `last()`. Why not a library: docs/decisions/0007-own-mustache.md.
struct TemplateRenderer {
  private let templates: [String: [TemplateNode]]
  private var output: [UInt8] = []
  private var frames: [Frame] = []
  private var blocks: [(name: String, nodes: [TemplateNode])] = []

  /// What surrounds a tag: a thing, and whether it is the last of its list.
  private struct Frame {
    var value: TemplateValue
    var isLast: Bool
  }

  /// The text that a template makes of a view; empty when there is no such template.
  static func render(_ name: String, _ view: any View, _ templates: [String: [TemplateNode]]) -> String {
    guard let nodes = templates[name] else { return "" }
    var renderer = TemplateRenderer(templates: templates)
    renderer.output.reserveCapacity(1 << 15)
    renderer.frames = [Frame(value: .view(view), isLast: true)]
    renderer.render(nodes)
    return String(decoding: renderer.output, as: UTF8.self)
  }

  private init(templates: [String: [TemplateNode]]) { self.templates = templates }

  private mutating func render(_ nodes: [TemplateNode]) {
    for node in nodes {
      switch node {
      case .text(let bytes): output += bytes
      case .variable(let name, let escaping): emit(value(of: name), escaping)
      case .section(let name, let isInverted, let children):
        isInverted ? renderUnless(value(of: name), children) : render(value(of: name), children)
      case .partial(let name): render(templates[name] ?? [])
      case .parent(let name, let given):
        // What an outer child gives goes before what an inner one does.
        let outer = blocks
        blocks += given.filter { block in !outer.contains { $0.name == block.name } }
        render(templates[name] ?? [])
        blocks = outer
      case .block(let name, let standard):
        render(blocks.first { $0.name == name }?.nodes ?? standard)
      }
    }
  }

  private mutating func emit(_ value: TemplateValue, _ escaping: Escaping?) {
    switch value {
    case .text(let text):
      if let escaping { escaping.append(text, to: &output) } else { output += text.utf8 }
    case .prose(let text): escaping?.append(prose: text, to: &output)
    case .phrase(let text): escaping?.append(phrase: text, to: &output)
    default: break
    }
  }

  private mutating func render(_ value: TemplateValue, _ nodes: [TemplateNode]) {
    switch value {
    case .nothing, .flag(false): break
    case .flag(true): render(nodes)
    case .text(let text), .prose(let text), .phrase(let text):
      if !text.isEmpty { render(nodes, within: value, isLast: true) }
    case .view: render(nodes, within: value, isLast: true)
    case .list(let values):
      for (index, value) in values.enumerated() {
        render(nodes, within: value, isLast: index == values.count - 1)
      }
    }
  }

  private mutating func renderUnless(_ value: TemplateValue, _ nodes: [TemplateNode]) {
    if value.isEmpty { render(nodes) }
  }

  private mutating func render(_ nodes: [TemplateNode], within value: TemplateValue, isLast: Bool) {
    frames.append(Frame(value: value, isLast: isLast))
    render(nodes)
    frames.removeLast()
  }

  /// The first thing, from the inside out, that knows the first part of a name decides; the rest of
  /// the name is looked up in what it stands for.
  private func value(of name: TemplateName) -> TemplateValue {
    guard let first = name.first else { return frames.last?.value ?? .nothing }
    if name.isLast { return .flag(frames.last?.isLast ?? true) }
    var depth = frames.count
    while depth > 0 {
      depth -= 1
      guard case .view(let view) = frames[depth].value, var value = view.value(of: first) else { continue }
      for part in name.rest {
        guard case .view(let view) = value else { return .nothing }
        value = view.value(of: part) ?? .nothing
      }
      return value
    }
    return .nothing
  }
}
