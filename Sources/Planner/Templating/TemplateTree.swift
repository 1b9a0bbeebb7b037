import Diagnostics

/// A tag of a template, `{{...}}`.
struct TemplateTag {
  /// What the mark behind the braces says.
  enum Kind: UInt8 {
    case variable = 0x20
    case unescapedBraces = 0x7B  // {
    case unescaped = 0x26  // &
    case section = 0x23  // #
    case inverted = 0x5E  // ^
    case close = 0x2F  // /
    case partial = 0x3E  // >
    case parent = 0x3C  // <
    case block = 0x24  // $
    case comment = 0x21  // !
    case pragma = 0x25  // %
    case delimiter = 0x3D  // =
  }

  let kind: Kind
  let name: String
  let bytes: Range<Int>
}

/// The tags of a template, nested as its sections are.
struct TemplateTree {
  /// A tag and, for a section, what stands within it.
  struct Branch {
    let tag: TemplateTag
    var children: [Branch] = []
  }

  let source: SourceText
  private(set) var branches: [Branch] = []
  /// Every tag, in order.
  private(set) var tags: [TemplateTag] = []

  /// Reads the tags, noting sections that do not match and tags that do not end.
  init(_ source: SourceText, _ findings: inout [Finding]) {
    self.source = source
    var open: [Branch] = []
    tags = Self.tags(of: source, &findings)
    for tag in tags {
      switch tag.kind {
      case .section, .inverted, .parent, .block:
        open.append(Branch(tag: tag))
      case .close:
        close(tag, &open, &findings)
      default:
        add(Branch(tag: tag), to: &open)
      }
    }
    for branch in open {
      findings.append(finding("unclosed-section", "\"\(branch.tag.name)\" is never closed", at: branch.tag))
    }
  }

  /// A finding about a tag.
  func finding(_ rule: String, _ message: String, at tag: TemplateTag, help: String? = nil) -> Finding {
    Finding(rule, message, in: source, at: LineTable(source).range(tag.bytes), help: help)
  }

  private mutating func add(_ branch: Branch, to open: inout [Branch]) {
    if open.isEmpty {
      branches.append(branch)
    } else {
      open[open.count - 1].children.append(branch)
    }
  }

  private mutating func close(_ tag: TemplateTag, _ open: inout [Branch], _ findings: inout [Finding]) {
    guard let branch = open.popLast() else {
      findings.append(finding("unopened-section", "\"\(tag.name)\" is closed and was never opened", at: tag))
      return
    }
    if branch.tag.name != tag.name {
      let expected = "expected the end of \"\(branch.tag.name)\", found that of \"\(tag.name)\""
      findings.append(finding("section-mismatch", expected, at: tag))
    }
    add(branch, to: &open)
  }
}

extension TemplateTree {
  private static let braces: (open: UInt8, close: UInt8) = (UInt8(ascii: "{"), UInt8(ascii: "}"))

  /// The tags of a template in order, noting those that do not end.
  static func tags(of source: SourceText, _ findings: inout [Finding]) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    source.bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while let start = find(braces.open, in: bytes, from: offset) {
        guard let end = find(braces.close, in: bytes, from: start + 2) else {
          let range = LineTable(source).range(start..<start + 2)
          findings.append(Finding("unclosed-tag", "a tag begins here and never ends", in: source, at: range))
          return
        }
        let tag = tag(bytes, from: start, to: end)
        tags.append(tag)
        offset = tag.bytes.upperBound
      }
    }
    return tags
  }

  /// Where two of a brace stand together.
  private static func find(_ brace: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index + 1] != brace {
        index += 2
      } else if bytes[index] == brace {
        return index
      } else {
        index += 1
      }
    }
    return nil
  }

  private static func tag(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> TemplateTag {
    let kind = start + 2 < end ? TemplateTag.Kind(rawValue: bytes[start + 2]) ?? .variable : .variable
    let isMarked = kind != .variable
    let isTriple = kind == .unescapedBraces
    var first = start + (isMarked ? 3 : 2)
    var last = max(end, first)
    while first < last, ASCII.isSpace(bytes[first]) { first += 1 }
    while first < last, ASCII.isSpace(bytes[last - 1]) { last -= 1 }
    let isLong = isTriple && end + 2 < bytes.count && bytes[end + 2] == braces.close
    return TemplateTag(
      kind: kind, name: String(decoding: UnsafeBufferPointer(rebasing: bytes[first..<last]), as: UTF8.self),
      bytes: start..<(end + (isLong ? 3 : 2)))
  }
}
