internal import Diagnostics

/// Tells which elements of a page are no text of its matter: navigation, scripts, forms, and what is
/// hidden.
struct HTMLElements {
  private let input: UnsafeBufferPointer<UInt8>
  /// The names of elements for which no further end tag follows. An end that was missed once is not
  /// looked for again.
  private var unclosed: [HTMLName] = []

  init(_ input: UnsafeBufferPointer<UInt8>) { self.input = input }

  /// Behind the end of an element that is not read, or behind its tag where it has no end; nil for
  /// elements that are read.
  mutating func endOfUnread(_ tag: HTMLTag) -> Int? {
    guard !tag.isEnd else { return nil }
    if tag.name.isSkipped {
      let end = (tag.name.isRawText ? rawEnd(of: tag) : end(of: tag))?.end ?? tag.end
      // Some servers wrap the whole page in one form, and the source of a component is one template.
      let mayBeAll = tag.name == .form || tag.name == .template
      return mayBeAll && (end - tag.start) * 2 > input.count ? tag.end : end
    }
    guard tag.name.mayBeHidden, isHidden(tag) else { return nil }
    return end(of: tag)?.end
  }

  /// The content of a script of linked data.
  func data(of tag: HTMLTag) -> Range<Int>? {
    guard tag.name == .script, let kind = HTMLAttributes(input, tag)["type"],
      kind.lowercased().hasPrefix("application/ld+json"),
      let end = HTMLTag.endTag(.script, in: input, from: tag.end)
    else { return nil }
    return tag.end..<end.start
  }

  /// The end tag of an element in which no other tag counts.
  mutating func rawEnd(of tag: HTMLTag) -> HTMLTag? { find(tag, HTMLTag.endTag) }

  private mutating func end(of tag: HTMLTag) -> HTMLTag? { find(tag, HTMLTag.endOfElement) }

  private mutating func find(
    _ tag: HTMLTag, _ search: (HTMLName, UnsafeBufferPointer<UInt8>, Int) -> HTMLTag?
  ) -> HTMLTag? {
    guard !unclosed.contains(tag.name) else { return nil }
    let end = search(tag.name, input, tag.end)
    if end == nil { unclosed.append(tag.name) }
    return end
  }

  /// Whether an element is not shown, or is a part of the frame around the matter (WAI-ARIA).
  private func isHidden(_ tag: HTMLTag) -> Bool {
    guard tag.end - tag.nameEnd > 5 else { return false }
    let attributes = HTMLAttributes(input, tag)
    if attributes["hidden"] != nil { return true }
    if let role = attributes["role"], Self.frameRoles.contains(role.lowercased()) { return true }
    guard let style = attributes["style"]?.lowercased().filter({ $0 != " " }) else { return false }
    return style.holds("display:none") || style.holds("visibility:hidden")
  }

  private static let frameRoles: Set<String> = [
    "navigation", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar",
  ]
}

/// The attributes of a tag.
struct HTMLAttributes {
  private let input: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>

  init(_ input: UnsafeBufferPointer<UInt8>, _ tag: HTMLTag) {
    self.input = input
    range = min(tag.nameEnd, tag.end - 1)..<tag.end - 1
  }

  /// The value of an attribute as it is written; empty where it has none, nil where there is no such
  /// attribute.
  subscript(name: String) -> String? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard !isGap(input[offset]) else {
        offset += 1
        continue
      }
      let nameEnd = end(from: offset) { isGap($0) || $0 == UInt8(ascii: "=") }
      let isWanted = input[offset..<nameEnd].elementsEqual(name.utf8) { $0 | 0x20 == $1 }
      let value = value(behind: nameEnd)
      if isWanted { return String(decoding: input[value.text], as: UTF8.self) }
      offset = max(value.end, offset + 1)
    }
    return nil
  }

  private func value(behind start: Int) -> (text: Range<Int>, end: Int) {
    let mark = end(from: start) { $0 > 0x20 }
    guard mark < range.upperBound, input[mark] == UInt8(ascii: "=") else { return (start..<start, start) }
    let first = end(from: mark + 1) { $0 > 0x20 }
    guard first < range.upperBound else { return (first..<first, first) }
    let quote = input[first]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let last = end(from: first) { $0 <= 0x20 }
      return (first..<last, last)
    }
    let last = end(from: first + 1) { $0 == quote }
    return (first + 1..<last, min(last + 1, range.upperBound))
  }

  /// The first offset whose byte ends something.
  private func end(from start: Int, _ isEnd: (UInt8) -> Bool) -> Int {
    var offset = start
    while offset < range.upperBound, !isEnd(input[offset]) { offset += 1 }
    return offset
  }

  private func isGap(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: "/") }
}
