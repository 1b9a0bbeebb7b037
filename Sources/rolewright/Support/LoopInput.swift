import Diagnostics
import YAML

/// The loop file that a command was given in place of a posting, with the role that stands beside it.
struct LoopInput {
  /// The file.
  let source: SourceText
  /// The path of the role of the same folder.
  let role: String

  /// Reads a file if it is a loop; nil where it is something else.
  init?(_ path: String) throws(InvalidInput) {
    guard path.namesYAML || path.hasSuffix(".json") else { return nil }
    source = try InputFiles.read(path)
    guard Self.isLoop(source) else { return nil }
    role = LoopFolder.folder(of: path) + "/role.yaml"
    // The role in the folder belongs to the loop in the folder, and not to one of a revision.
    guard InputFiles.isFile(path), FileSystem.exists(role) else {
      throw InvalidInput(
        "no-role", "this is a loop, and the role that it is for is not beside it", file: path,
        help: "put the role there as role.yaml, or name a posting or a role")
    }
  }

  /// The loop as a tree.
  func node() throws(InvalidInput) -> Node { try YAMLParser.parse(source) }

  /// A file with interviews and without competencies of its own.
  static func isLoop(_ source: SourceText) -> Bool {
    let head = source.bytes.first { $0 > 0x20 }
    if head == UInt8(ascii: "{") {
      return source.holds("\"interviews\"") && source.holds("\"ratings\"")
    }
    let lines = source.text.split(whereSeparator: \.isNewline)
    return lines.contains { $0.hasPrefix("interviews:") } && !lines.contains { $0.hasPrefix("competencies:") }
  }
}
