import Diagnostics
import Extractor
import Rubric

/// A role, from a role file or read from a posting.
struct RoleInput {
  let role: RoleDefinition
  let findings: [Finding]
  /// The file, or the text that a program made of it.
  private let source: SourceText
  /// Whether a program made the text of another file, so that its places are not those of that file.
  let isConverted: Bool
  /// What was read from a posting; nil for a role file.
  private let extraction: Extraction?

  /// The text as a person reads it.
  var text: SideText { extraction?.text ?? SideText(roleFile: source, of: role) }

  /// The path in the repository, also of a file of a revision.
  var path: String {
    guard !InputFiles.isFile(source.name), let file = GitFile(source.name) else { return source.name }
    return file.path.hasPrefix("./") ? String(file.path.dropFirst(2)) : file.path
  }

  /// Reads a file as what it is. The extractor is made only where a posting asks for it. Only a posting
  /// has overrides.
  init(
    _ path: String, overrides: Overrides? = nil, _ extractor: () throws(InvalidInput) -> PostingExtractor
  ) throws(InvalidInput) {
    let file = try InputFiles.posting(path)
    source = file.text
    isConverted = file.original != nil
    if overrides != nil, file.original == nil { try Self.refuseRole(source) }
    if file.original == nil, Self.isRole(source) {
      role = try RoleDefinition(from: source)
      findings = []
      extraction = nil
    } else {
      let extraction = try extractor().extract(
        from: source, overrides: overrides, original: file.original)
      role = extraction.role
      findings = extraction.findings
      self.extraction = extraction
    }
  }

  /// Throws where a file is no posting but a role.
  static func refuseRole(_ source: SourceText) throws(InvalidInput) {
    guard isRole(source) else { return }
    throw InvalidInput(
      "not-a-posting", "this is a role file; expected a posting", file: source.name,
      help: "name the posting that the role was read from")
  }

  /// Role files end in `.yaml` or `.yml`; JSON, and text from standard input, is one when it has a key
  /// `competencies`.
  static func isRole(_ source: SourceText) -> Bool {
    if source.isNamedYAML { return true }
    let head = source.bytes.prefix { $0 <= 0x20 }.count
    guard head < source.bytes.count else { return false }
    if source.bytes[head] == UInt8(ascii: "{") { return source.holds("\"competencies\"") }
    return source.bytes[head...].starts(with: "title:".utf8) && source.holds("\ncompetencies:")
  }
}

extension SourceText {
  /// Whether its name is that of a file of YAML.
  var isNamedYAML: Bool { name.namesYAML }
}

extension String {
  /// Whether a path is that of a file of YAML.
  var namesYAML: Bool { hasSuffix(".yaml") || hasSuffix(".yml") }
}
