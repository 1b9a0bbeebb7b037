internal import Diagnostics

/// Writes trees as they were read: what was plain stays plain, what stood on one line stays on one.
public enum NodeWriter {
  /// The tree as YAML, ending in a line end.
  public static func yaml(_ node: Node) -> String {
    let emitter = Emitter()
    emitter.begin()
    emitter.emit(NodeLayout(node, isInline: false))
    return emitter.end()
  }

  /// The tree as JSON, likewise.
  public static func json(_ node: Node) -> String {
    var output: [UInt8] = []
    NodeLayout(node, isInline: false).write(indent: 0, to: &output)
    output.append(UInt8(ascii: "\n"))
    return String(decoding: output, as: UTF8.self)
  }
}

/// A tree with what is written on one line.
private indirect enum NodeLayout {
  /// A value without quotation marks.
  case word(String)
  /// A text.
  case text(String)
  /// Values in order.
  case list([NodeLayout], isInline: Bool)
  /// Keys with values.
  case mapping([(key: String, value: NodeLayout)], isInline: Bool)

  init(_ node: Node, isInline: Bool) {
    switch node.content {
    case .scalar(_, isPlain: true) where node.isNull: self = .word("null")
    case .scalar(let text, isPlain: true): self = .word(text)
    case .scalar(let text, isPlain: false): self = .text(text)
    case .sequence(let items):
      self = .list(
        items.map { NodeLayout($0, isInline: isInline || Self.isFlow($0)) },
        isInline: isInline || items.isEmpty)
    case .mapping(let entries):
      let pairs = entries.map { entry in
        let isBeside = entry.value.range.start.line == entry.keyRange.start.line
        let value = NodeLayout(entry.value, isInline: isInline || isBeside && Self.isOnOneLine(entry.value))
        return (key: entry.key, value: value)
      }
      self = .mapping(pairs, isInline: isInline || entries.isEmpty)
    }
  }

  /// Whether an item of a list stands between brackets, on one line.
  private static func isFlow(_ item: Node) -> Bool {
    guard isOnOneLine(item) else { return false }
    switch item.content {
    case .scalar: return false
    case .sequence(let items):
      return items.first.map { $0.range.start.column == item.range.start.column + 1 } ?? true
    case .mapping(let entries): return entries.first.map { $0.keyRange.start != item.range.start } ?? true
    }
  }

  private static func isOnOneLine(_ node: Node) -> Bool { node.range.start.line == node.range.end.line }
}

extension NodeLayout {
  fileprivate func write(indent: Int, to output: inout [UInt8]) {
    switch self {
    case .word(let word): output += JSONWriter.word(word).utf8
    case .text(let text): JSONWriter.quote(text, to: &output)
    case .list(let items, let isInline):
      JSONWriter.block("[", "]", items, inline: isInline, indent: indent, to: &output) { item, output in
        item.write(indent: indent + 1, to: &output)
      }
    case .mapping(let pairs, let isInline):
      JSONWriter.block("{", "}", pairs, inline: isInline, indent: indent, to: &output) { pair, output in
        JSONWriter.name(pair.key, to: &output)
        pair.value.write(indent: indent + 1, to: &output)
      }
    }
  }
}

extension JSONWriter {
  /// A value without quotation marks as JSON has it: as it is, where JSON has such a word, else as a string.
  fileprivate static func word(_ text: String) -> String {
    let isNumber = text.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
    let isWord = ["true", "false", "null"].contains(text) || isNumber
    return isWord && (try? JSONFile(SourceText(name: "", text: text))) != nil ? text : quoted(text)
  }
}

extension Emitter {
  fileprivate func emit(_ layout: NodeLayout) {
    switch layout {
    case .word(let word): scalar(word, plain: true)
    case .text(let text): scalar(text, plain: !PlainScalar.needsQuotes(text))
    case .list(let items, let isInline):
      collection(isMapping: false, isInline: isInline) { items.forEach(emit) }
    case .mapping(let pairs, let isInline):
      collection(isMapping: true, isInline: isInline) {
        for pair in pairs {
          scalar(pair.key, plain: !PlainScalar.needsQuotes(pair.key))
          emit(pair.value)
        }
      }
    }
  }
}
