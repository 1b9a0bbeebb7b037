import Foundation
import TestSupport
import Testing

@Suite("rubric")
struct RubricTests {
  private static let golden = "Tests/CommandTests/Golden/rubric"
  private static let own = ["--rubrics", "Examples/rubrics"]

  @Test("lists every competency, in 80 columns and for programs")
  func list() throws {
    let text = try Rolewright.run(["rubric", "list"])
    #expect(text.status == 0 && text.errors.isEmpty)
    #expect(text.output == (try Golden.expected("\(Self.golden)/list.txt", recording: text.output)))
    #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let json = try Rolewright.run(["rubric", "list", "--format", "json"])
    struct Row: Decodable {
      var id: String
      var questions: Int
    }
    let rows = try JSONDecoder().decode([Row].self, from: Data(json.output.utf8))
    #expect(rows.count == 46 && rows.allSatisfy { $0.questions >= 6 })
    #expect(rows.allSatisfy { text.output.contains("  \($0.id) ") })
  }

  @Test(
    "shows a competency of one's own as text, Markdown and HTML", arguments: ["text", "markdown", "html"])
  func show(format: String) throws {
    let outcome = try Rolewright.run(["rubric", "show", "partner-integration", "-f", format] + Self.own)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let path = "\(Self.golden)/show.\(format)"
    #expect(outcome.output == (try Golden.expected(path, recording: outcome.output)))
  }

  @Test("shows every competency of the library in 80 columns, but for words that are longer")
  func width() throws {
    for id in ["go", "ci-cd", "databases", "communication"] {
      let lines = try Rolewright.run(["rubric", "show", id]).output.split(separator: "\n")
      let wide = lines.filter { $0.count > 80 && $0.drop { $0 == " " }.contains(" ") }
      #expect(wide == [], "\(id)")
    }
  }

  @Test("as YAML a competency is its file")
  func file() throws {
    let outcome = try Rolewright.run(["rubric", "show", "on-call", "--format", "yaml"])
    #expect(outcome.output == (try ProjectFiles.text("Rubrics/competencies/operations/on-call.yaml")))
  }

  @Test("a page goes to a file, and not over one that is there")
  func output() throws {
    let folder = try TemporaryFolder()
    let arguments = ["rubric", "show", "go", "-f", "html", "-o", "go.html"]
    #expect(try Rolewright.run(arguments, in: folder.path).status == 0)
    let page = try folder.text("go.html")
    #expect(page.hasPrefix("<!doctype html>") && page.contains("<h1>Go</h1>"))
    try folder.write("mine", to: "go.html")
    #expect(try Rolewright.run(arguments, in: folder.path).status == 2)
    #expect(try folder.text("go.html") == "mine")
    #expect(try Rolewright.run(arguments + ["--force"], in: folder.path).status == 0)
    #expect(try folder.text("go.html") == page)
  }

  @Test("says what was meant by a name that the library does not have")
  func unknown() throws {
    let outcome = try Rolewright.run(["rubric", "show", "onncall"])
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(
      outcome.errors == """
        onncall: error: no competency of that name is in the library [unknown-competency]
           = help: did you mean "on-call"?

        1 error

        """)
    #expect(
      try Rolewright.run(["rubric", "show", "juggling"]).errors.contains(
        "\"rolewright rubric list\" shows the names"))
  }

  @Test("begins a file that has its shape, and in which nothing is wrong but what is to be written")
  func new() throws {
    let outcome = try Rolewright.run(["rubric", "new", "service-mesh", "--family", "platform"])
    #expect(outcome.status == 0)
    #expect(outcome.output == (try Golden.expected("\(Self.golden)/new.yaml", recording: outcome.output)))
    let folder = try TemporaryFolder()
    try folder.write(outcome.output, to: "ours/competencies/platform/service-mesh.yaml")
    let lint = try Rolewright.run(["lint", "--rubrics", "ours"], in: folder.path)
    let rules = Set(lint.errors.matches(of: /\[([a-z-]+)\]\n/).map { String($0.output.1) })
    #expect(lint.status == 1)
    #expect(rules == ["unfinished"], "\(lint.errors)")
    let marks = outcome.output.matches(of: /\n[^#\n]*(- |: )TODO/).count
    #expect(lint.errors.contains("\n\(marks) warnings\n"), "\(marks): \(lint.errors.suffix(40))")
  }

  @Test("a special case takes its levels from the general one")
  func newSpecialCase() throws {
    let arguments = ["rubric", "new", "elixir", "--family", "languages", "--extends", "programming"]
    let outcome = try Rolewright.run(arguments)
    #expect(outcome.output.contains("\nextends: \"programming\"\n"))
    #expect(!outcome.output.contains("\nlevels:"))
  }

  @Test(
    "refuses a name that is taken, one that is none, and a general case that is not there",
    arguments: [
      (["go", "--family", "languages"], 2, "the library has this competency"),
      (["Service Mesh", "--family", "platform"], 64, "small letters, digits and hyphens"),
      (["a/b", "--family", "platform"], 64, "small letters, digits and hyphens"),
      (["mesh", "--family", "networks"], 64, "invalid for '--family"),
      (["elixir", "--family", "languages", "--extends", "programing"], 2, "did you mean \"programming\"?"),
    ])
  func refused(arguments: [String], status: Int, words: String) throws {
    let outcome = try Rolewright.run(["rubric", "new"] + arguments)
    #expect(outcome.status == status && outcome.output.isEmpty)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test("the schemas of the project are those of the readers, and describe every key")
  func schemas() throws {
    let folder = try TemporaryFolder()
    let arguments = ["rubric", "export", "--format", "json-schema", "-o", folder.path]
    #expect(try Rolewright.run(arguments).errors == "wrote \(folder.files.count) files to \(folder.path)\n")
    for name in folder.files {
      let schema = try folder.text(name)
      #expect(schema == (try Golden.expected("Rubrics/schemas/\(name)", recording: schema)), "\(name)")
      let root = try JSONSerialization.jsonObject(with: Data(schema.utf8)) as? [String: Any] ?? [:]
      for mapping in [root] + ((root["$defs"] as? [String: [String: Any]])?.values.map { $0 } ?? []) {
        for (key, property) in mapping["properties"] as? [String: [String: Any]] ?? [:] {
          #expect(property["description"] != nil, "\(name): \(key) is not described in schemas/keys.yaml")
        }
      }
    }
    #expect(ProjectFiles.list("Rubrics/schemas", ending: ".json") == folder.files)
  }

  /// But for a candidate's folder: what commands write stands wherever its users put it.
  @Test("every YAML file that is shipped names its schema")
  func modelines() throws {
    let files = ["Rubrics", "Examples"].flatMap { folder in
      ProjectFiles.list(folder, ending: ".yaml").map { "\(folder)/\($0)" }
    }
    #expect(files.count > 100)
    for file in files where !file.hasPrefix("Examples/candidates/") {
      let line = try ProjectFiles.text(file).prefix { $0 != "\n" }
      let schema = line.wholeMatch(of: /# yaml-language-server: \$schema=(\S+\.schema\.json)/)?.output.1 ?? ""
      let path = URL(filePath: ProjectFiles.root + "/" + file).deletingLastPathComponent()
        .appending(path: String(schema)).standardizedFileURL.path
      #expect(
        schema.isEmpty == false && FileManager.default.fileExists(atPath: path), "\(file) names no schema")
    }
  }

  @Test("exports the framework and the tables, and not over files that are there")
  func export() throws {
    let folder = try TemporaryFolder()
    for (format, files) in [
      ("case", ["framework.json"]), ("csv", ["anchors.csv", "competencies.csv", "questions.csv"]),
    ] {
      let arguments = ["rubric", "export", "-f", format, "-o", "\(folder.path)/\(format)"]
      #expect(try Rolewright.run(arguments).status == 0)
      let contents = try folder.contents().filter { $0.key.hasPrefix(format) }
      #expect(contents.keys.sorted() == files.map { "\(format)/\($0)" })
      let again = try Rolewright.run(arguments)
      #expect(again.status == 2 && again.errors.contains("[file-exists]"))
      #expect(try Rolewright.run(arguments + ["--force"]).status == 0)
      #expect(try folder.contents().filter { $0.key.hasPrefix(format) } == contents)
    }
  }
}
