import Foundation
import TestSupport
import Testing

/// Whatever README.md shows of a terminal is run here, and what it shows of the output has to be so.
/// `ROLEWRIGHT_RECORD=1 swift test --filter ReadmeTests` writes the outputs anew.
@Suite("README.md", .serialized)
struct ReadmeTests {
  @Test("every command gives what is shown")
  func transcripts() throws {
    let readme = try ProjectFiles.text("README.md")
    var document = ReadmeDocument(readme)
    #expect(document.commands.count >= 5)
    let folder = try TemporaryFolder()
    for name in ["Examples", "Rubrics"] { try folder.link(name) }
    for index in document.commands.indices {
      let command = document.commands[index]
      let output = try Rolewright.shell(command.line, in: folder.path).output
      if ProcessInfo.processInfo.environment["ROLEWRIGHT_RECORD"] == "1" {
        document.commands[index].shown = Transcript.recorded(output, like: command.shown)
      } else {
        #expect(Transcript.matches(output, shown: command.shown), "$ \(command.line)\n\(output)")
      }
    }
    if document.text != readme {
      try Data(document.text.utf8).write(to: URL(filePath: ProjectFiles.root + "/README.md"))
    }
  }

  @Test("it fits the patience of a reader")
  func length() throws {
    #expect(
      try ProjectFiles.text("README.md").split(separator: "\n", omittingEmptySubsequences: false).count < 200)
  }

  @Test("every file that it links to is there")
  func links() throws {
    let prose = try ProjectFiles.text("README.md").split(separator: "```").enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
    let paths = prose.matches(of: /\]\(([^):#]+)\)/).map { String($0.1) }
    #expect(paths.count > 3)
    for path in paths {
      #expect(FileManager.default.fileExists(atPath: ProjectFiles.root + "/" + path), "\(path)")
    }
  }

  @Test("lines left out stand for any number of lines, and nothing else does")
  func matching() {
    let output = "a\nb\nc\nd\n"
    for shown in [["a", "b", "c", "d"], ["..."], ["a", "...", "d"], ["...", "b", "..."], ["a", "..."]] {
      #expect(Transcript.matches(output, shown: shown), "\(shown)")
    }
    for shown in [
      [], ["a"], ["a", "...", "c"], ["...", "c", "b", "..."], ["b", "..."], ["a", "b", "c", "d", "e"],
    ] {
      #expect(!Transcript.matches(output, shown: shown), "\(shown)")
    }
  }

  @Test("recording keeps what was left out")
  func recording() {
    let output = "a\nb\nc\nd\ne\n"
    #expect(Transcript.recorded(output, like: ["a", "...", "e"]) == ["a", "...", "e"])
    #expect(Transcript.recorded(output, like: ["x", "y", "...", "z"]) == ["a", "b", "...", "e"])
    #expect(
      Transcript.recorded(output, like: ["x", "...", "c", "z", "...", "y"]) == [
        "a", "...", "c", "d", "...", "e",
      ])
    #expect(Transcript.recorded(output, like: []) == ["a", "b", "c", "d", "e"])
    #expect(Transcript.recorded("a\n", like: ["x", "y", "...", "z"]) == ["a"])
  }
}
