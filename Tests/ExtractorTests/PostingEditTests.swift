import Diagnostics
import Rubric
import TestSupport
import Testing

@testable import Extractor

@Suite("A posting that was edited")
struct PostingEditTests {
  /// An edit, and what it changes in words: nothing where it says the same.
  struct Edit: Sendable, CustomTestStringConvertible {
    let name: String
    let changes: [String]
    var suffix = ".md"
    let make: @Sendable (String) -> String

    var testDescription: String { name }
  }

  @Test("gives the one change that the edit makes, or none", arguments: edits)
  func changes(edit: Edit) throws {
    let text = try Self.posting()
    let edited = edit.make(text)
    #expect(edited != text)
    let diff = RoleDiff(
      from: try Self.role(text, "harbourline-sre.md"), to: try Self.role(edited, "edited" + edit.suffix))
    #expect(diff.changes.map(Self.words) == edit.changes)
  }

  static let edits: [Edit] = [
    Edit(name: "a requirement made optional", changes: ["importance-changed infrastructure-as-code: less"]) {
      text in
      moved(
        "  * Terraform in anger, including state that somebody else broke.\n",
        after: "candidate also has:**\n\n", text)
    },
    Edit(name: "a word swapped", changes: []) { text in
      text.replacing("state that somebody else broke", with: "state that a predecessor broke")
    },
    Edit(name: "a section moved", changes: []) { text in
      let start = text.firstRange(of: "**An ideal candidate also has:**")
      let end = text.firstRange(of: "A degree is fine")
      guard let start, let end, let place = text.firstRange(of: "**Minimum requirements") else { return "" }
      let section = text[start.lowerBound..<end.lowerBound]
      let parts = [
        text[..<place.lowerBound], section, text[place.lowerBound..<start.lowerBound],
        text[end.lowerBound...],
      ]
      return parts.joined()
    },
    Edit(name: "the damaged encoding repaired", changes: [], make: repaired),
    Edit(name: "converted to HTML", changes: [], suffix: ".html", make: html),
    Edit(name: "bullets of requirements turned into sentences", changes: []) { text in
      guard let start = text.firstRange(of: "**Minimum requirements"),
        let end = text.firstRange(of: "**An ideal")
      else { return "" }
      let section = text[start.lowerBound..<end.lowerBound].replacing("\n  * ", with: " ")
        .replacing("role:** ", with: "role:**\n\n")
      return [text[..<start.lowerBound], section, text[end.lowerBound...]].joined()
    },
    Edit(name: "a technology exchanged", changes: ["technologies-changed cloud: other"]) { text in
      text.replacing("clusters on AWS", with: "clusters on Google Cloud")
    },
    Edit(name: "years raised", changes: ["fact-changed min_years: more"]) { text in
      text.replacing("Around 3 years", with: "Around 6 years")
    },
    Edit(name: "a stage of interviewing added", changes: ["fact-changed interview_process: other"]) { text in
      text.replacing(
        "**Equal opportunity**",
        with: "**Interview process**\n\n  1. A call with the team lead (30 minutes)\n\n**Equal opportunity**")
    },
    Edit(name: "other white space, bullets, headings and line ends", changes: []) { text in
      text.replacing(/(?m)^\*\*(?<name>[A-Z][^*\n]*)\*\*$/) { "## \($0.output.name)\n" }
        .replacing("\n  * ", with: "\n-   ").replacing("\n\n", with: "\n\n\n").replacing("\n", with: "  \r\n")
    },
    Edit(name: "the pay raised", changes: ["fact-changed pay: other, pays more"]) { text in
      text.replacing("71,000", with: "76,000")
    },
    Edit(name: "a wish dropped", changes: ["competency-removed performance: less"]) { text in
      text.replacing("  * Experience with load testing ahead of a seasonal peak.\n", with: "")
    },
  ]

  private static func posting() throws -> String {
    String(decoding: try ProjectFiles.bytes("Examples/postings/harbourline-sre.md"), as: UTF8.self)
  }

  private static func role(_ text: String, _ name: String) throws -> RoleDefinition {
    try OwnLibrary.extractor().extract(from: SourceText(name: name, text: text)).role
  }

  private static func words(_ change: RoleChange) -> String {
    var subject = change.competencies.joined(separator: ", ")
    var pays = ""
    switch change {
    case .fact(let fact):
      subject = fact.fact.rawValue
      pays = fact.pays.map { ", pays \($0.rawValue)" } ?? ""
    case .unmappedAdded(let evidence), .unmappedRemoved(let evidence): subject = evidence.words
    default: break
    }
    return "\(change.kind.rawValue) \(subject): \(change.direction.rawValue)\(pays)"
  }

  private static func moved(_ line: String, after place: String, _ text: String) -> String {
    text.replacing(line, with: "").replacing(place, with: place + line)
  }

  /// What was UTF-8, read as Windows-1252, as it was before.
  @Sendable private static func repaired(_ text: String) -> String {
    let marks = [
      "â€“": "–", "â€”": "—", "â€™": "’", "â€œ": "“", "â€\u{9D}": "”", "Â£": "£", "â‚¬": "€", "Ã¸": "ø",
      "Ã…": "Å", "ÃŽ": "Î", "Ã¯": "ï",
    ]
    return marks.sorted { $0.key < $1.key }.reduce(text) { $0.replacing($1.key, with: $1.value) }
  }

  /// The posting as a page: headings, lists and paragraphs.
  @Sendable private static func html(_ text: String) -> String {
    var html = ""
    var isList = false
    for line in text.split(separator: "\n") {
      let words = line.drop { $0 == " " }
      let isItem = words.hasPrefix("* ")
      if isItem != isList { html += isItem ? "<ul>\n" : "</ul>\n" }
      isList = isItem
      if isItem {
        html += "<li>\(words.dropFirst(2))</li>\n"
      } else if words.hasPrefix("**") {
        html += "<h2>\(words.replacing("**", with: ""))</h2>\n"
      } else if words.hasPrefix("#") {
        let level = words.prefix { $0 == "#" }.count
        let name = words.drop { $0 == "#" || $0 == " " }.replacing(/\[(.*)\]\(.*\)/) { $0.output.1 }
        html += "<h\(level)>\(name)</h\(level)>\n"
      } else if !words.isEmpty {
        html += "<p>\(words)</p>\n"
      }
    }
    return "<!DOCTYPE html>\n<html><body>\n\(html)\(isList ? "</ul>\n" : "")</body></html>\n"
  }
}
