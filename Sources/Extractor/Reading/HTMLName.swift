/// The name of a tag, as far as it matters here.
///
/// A page has hundreds of tags. To make a `String` of each name and to look it up in sets of strings was a tenth of
/// the time that the page took; a name is looked up once, as a number.
enum HTMLName: String, CaseIterable {
  case html, head, body, title, meta
  case p, div, section, article, main, header, address, figure, details, summary, blockquote, pre, br, hr
  case ul, ol, li, dl, dt, dd, table, tr, td, th
  case h1, h2, h3, h4, h5, h6
  case b, strong, u, span
  case script, style, noscript, svg, template, iframe
  case nav, footer, select, button, form, aside, dialog
  /// Any other; comments and declarations too.
  case other

  /// More letters than this no name has.
  static let longest = 16

  /// The name that some bytes spell, of which there are no more than sixteen.
  init(_ bytes: UnsafeBufferPointer<UInt8>.SubSequence) {
    let letters = Self.packed(bytes)
    var slot = Self.slot(of: letters)
    while let entry = Self.places[slot], entry.letters != letters { slot = (slot + 1) % Self.size }
    self = Self.places[slot]?.name ?? .other
  }

  /// The level of `h1` to `h6`; nil for other names.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// The names by their letters, each at the first free place from the one that its letters tell.
  private static let places: [(letters: UInt128, name: HTMLName)?] = {
    var places = [(letters: UInt128, name: HTMLName)?](repeating: nil, count: size)
    for name in allCases where name != .other {
      let letters = packed(name.rawValue.utf8)
      var slot = slot(of: letters)
      while places[slot] != nil { slot = (slot + 1) % size }
      places[slot] = (letters, name)
    }
    return places
  }()

  private static let size = 128

  private static func slot(of letters: UInt128) -> Int {
    let mixed = UInt64(truncatingIfNeeded: letters ^ letters >> 64) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> 57)
  }

  /// Letters made small, as one number.
  private static func packed(_ bytes: some Sequence<UInt8>) -> UInt128 {
    bytes.reduce(0) { $0 << 8 | UInt128(CharacterClass.small($1)) }
  }
}

/// What is known of elements by their names.
extension HTMLName {
  /// Whether it begins a new block.
  var isBlock: Bool {
    switch self {
    case .p, .div, .section, .article, .ul, .ol, .li, .h1, .h2, .h3, .h4, .h5, .h6, .table, .tr, .pre,
      .blockquote, .main, .header, .dl, .dt, .dd, .hr, .body, .br, .figure, .address, .details, .summary:
      true
    default: false
    }
  }

  /// Whether a line of Markdown that begins with its tag begins a stretch of HTML.
  var beginsHTML: Bool { isBlock || isRawText || self == .nav || self == .footer }

  /// Whether its content is no text of the page's matter.
  var isSkipped: Bool {
    switch self {
    case .script, .style, .nav, .footer, .noscript, .svg, .template, .select, .button, .form, .iframe, .aside,
      .dialog:
      true
    default: false
    }
  }

  /// Whether no tag in it counts but its own end tag.
  var isRawText: Bool {
    switch self {
    case .script, .style, .noscript, .svg, .template, .iframe, .title: true
    default: false
    }
  }

  /// Whether it may be hidden: not the whole page, which some show only when their scripts have run.
  var mayBeHidden: Bool {
    switch self {
    case .body, .main, .article, .br, .hr: false
    case .span: true
    default: isBlock
    }
  }
}
