/// Whether tags are ours and close in the order in which they opened.
enum WellFormed {
  /// What Markdown becomes.
  static let markdown: Set<String> = [
    "p", "ul", "ol", "li", "pre", "code", "em", "strong", "blockquote", "table", "thead", "tbody", "tr", "th",
    "td", "div",
  ]
  /// What a kit is made of.
  static let kit = markdown.union([
    "section", "h2", "h3", "h4", "h5", "a", "b", "q", "span", "figure", "figcaption",
  ])

  /// The first fault of a text that may hold some tags; nil when there is none.
  static func fault(of names: Set<String>, in html: String) -> String? {
    var open: [String] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      guard let end = rest[start...].firstIndex(of: ">") else { return "a tag never ends" }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      let name = String(tag.prefix { $0 != " " }.drop { $0 == "/" })
      if name == "hr" { continue }
      guard names.contains(name) else { return "a tag \(name)" }
      if !tag.hasPrefix("/") {
        open.append(name)
      } else if open.popLast() != name {
        return "\(name) closes out of order"
      }
    }
    return open.isEmpty ? nil : "\(open) never close"
  }
}
