import TestSupport
import Testing

/// The Swift files of the project, as text.
struct SourceFile: CustomTestStringConvertible {
  /// The path below `Sources/`.
  let path: String
  /// The lines, without those that hold comments only.
  let code: [String]
  /// How many lines there are in all.
  let lineCount: Int

  var testDescription: String { path }

  /// The module it belongs to.
  var module: String { String(path.prefix { $0 != "/" }) }

  /// The modules it imports.
  var imports: [String] {
    code.compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
        words[..<index].allSatisfy({ Self.importModifiers.contains($0) })
      else { return nil }
      let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
      let name = kinds.contains(words[index + 1]) ? words.dropFirst(index + 2).first ?? "" : words[index + 1]
      return String(name.prefix { $0 != "." })
    }
  }

  private static let importModifiers = [
    "public", "package", "internal", "fileprivate", "private", "@preconcurrency", "@testable", "@_exported",
    "@_implementationOnly",
  ]

  /// Every file below `Sources/`.
  static let all: [SourceFile] = ProjectFiles.list("Sources", ending: ".swift").compactMap { path in
    guard let text = try? ProjectFiles.text("Sources/\(path)") else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let code = lines.filter { line in !line.drop { $0 == " " }.hasPrefix("//") }
    return SourceFile(path: path, code: code, lineCount: lines.count - 1)
  }
}
