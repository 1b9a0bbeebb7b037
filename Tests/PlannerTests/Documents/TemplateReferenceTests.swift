import Foundation
import TestSupport
import Testing

@testable import Planner

/// Holds docs/templates.md to what templates may name. `ROLEWRIGHT_RECORD=1` writes its tables anew and keeps the
/// meanings, which are written by hand.
@Suite("docs/templates.md")
struct TemplateReferenceTests {
  private static let file = URL(filePath: ProjectFiles.root + "/docs/templates.md")
  private static let start = "## What templates may name\n"
  private let text: String

  init() throws { text = try String(contentsOf: Self.file, encoding: .utf8) }

  @Test("names and kinds are those of the views, and each name has its meaning")
  func tables() throws {
    let head = try #require(text.components(separatedBy: Self.start).first)
    let meanings = self.meanings
    var expected = head + Self.start
    for view in views() {
      expected += "\n### \(title(view))\n\n| name | kind | meaning |\n| --- | --- | --- |\n"
      for name in names(of: view) {
        let meaning = meanings["\(title(view)).\(name)"] ?? ""
        #expect(!meaning.isEmpty, "\(title(view)).\(name) has no meaning")
        expected += "| `\(name)` | \(kind(of: name, in: view)) | \(meaning) |\n"
      }
    }
    if ProcessInfo.processInfo.environment["ROLEWRIGHT_RECORD"] == "1" {
      try Data(expected.utf8).write(to: Self.file)
    } else {
      #expect(text == expected)
    }
  }

  @Test("every template of documents is named in it")
  func documents() {
    for name in DocumentRenderer.documents + ScorecardRenderer.documents + DebriefRenderer.documents {
      #expect(text.contains("`\(name)`"), "\(name)")
    }
  }

  /// The meanings by the heading of their table and their name.
  private var meanings: [String: String] {
    var heading = ""
    var meanings: [String: String] = [:]
    for line in text.split(separator: "\n") {
      if line.hasPrefix("### ") { heading = String(line.dropFirst(4)) }
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, cells[0].hasPrefix("`") else { continue }
      meanings["\(heading).\(cells[0].dropFirst().dropLast())"] = cells[2]
    }
    return meanings
  }

  /// All views that the documented templates can reach, in the order of reaching.
  private func views() -> [any View.Type] {
    var views: [any View.Type] = [LoopView.self, ScorecardView.self, DebriefView.self] + Self.comparisons
    var index = 0
    while index < views.count {
      for name in views[index].names {
        guard case .view(let next) = views[index].kind(of: name) ?? .flag else {
          if case .list(let next) = views[index].kind(of: name) ?? .flag, !contains(next, in: views) {
            views.append(next)
          }
          continue
        }
        if !contains(next, in: views) { views.append(next) }
      }
      index += 1
    }
    return views
  }

  /// Where the templates of comparisons, and of what git shows, start.
  private static let comparisons: [any View.Type] = [
    ComparisonView.self, RaterProfileView.self, AdverseImpactView.self, DiffView.self, MatrixView.self,
    ConsequencesView.self, DiffAnnotationView.self, LibraryDiffView.self, MeaningView.self,
  ]

  private func contains(_ view: any View.Type, in views: [any View.Type]) -> Bool {
    views.contains { ObjectIdentifier($0) == ObjectIdentifier(view) }
  }

  /// The names, without the flags that lists bring with them.
  private func names(of view: any View.Type) -> [String] {
    let brought = view.names.filter { name in
      switch view.kind(of: name) {
      case .list, .texts, .phrases: true
      default: false
      }
    }.map { "has" + $0.prefix(1).uppercased() + $0.dropFirst() }
    return view.names.filter { !brought.contains($0) }
  }

  private func title(_ view: any View.Type) -> String {
    let name = String(describing: view).dropLast("View".count)
    return String(name.flatMap { $0.isUppercase ? [" ", $0] : [$0] }.dropFirst()).lowercased()
  }

  private func kind(of name: String, in view: any View.Type) -> String {
    switch view.kind(of: name) {
    case .text: "text"
    case .code: "code"
    case .markup: "markup"
    case .flag: "flag"
    case .texts: "texts"
    case .prose: "Markdown"
    case .phrases: "texts in Markdown"
    case .view(let view): link(to: view)
    case .list(let view): "list of " + link(to: view)
    case nil: ""
    }
  }

  private func link(to view: any View.Type) -> String {
    "[\(title(view))](#\(title(view).replacing(" ", with: "-")))"
  }
}
