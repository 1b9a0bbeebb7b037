import TestSupport
import Testing

/// Documents that other programs make text of. What the programs do is not tested here, and they need not
/// be installed: scripts stand in for them.
@Suite("PDF and word processors' files")
struct DocumentTests {
  private static let text = "Systems Engineer\n\nREQUIREMENTS\n\n- Linux\n- Terraform\n"

  private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  private static let documents: [(name: String, bytes: [UInt8], program: String, format: String)] = [
    ("a.pdf", Array("%PDF-1.7\n".utf8) + [0, 0xFF], "pdftotext", "-layout"),
    ("b.docx", zip + [0] + Array("word/document.xml".utf8), "pandoc", "docx"),
    ("c.odt", zip + Array("mimetypeapplication/vnd.oasis.opendocument.text".utf8), "pandoc", "odt"),
    ("d.rtf", Array("{\\rtf1 x}".utf8), "pandoc", "rtf"),
    ("called-otherwise.md", Array("{\\rtf1 x}".utf8), "pandoc", "rtf"),
  ]

  @Test("are read through the program for them, and the role says so", arguments: documents)
  func read(document: (name: String, bytes: [UInt8], program: String, format: String)) throws {
    let folder = try TemporaryFolder()
    try folder.write(document.bytes, to: document.name)
    // The script answers only where it got the document itself, and was told what it is.
    try folder.write(Self.text, to: "text")
    let script = """
      #!/bin/sh
      case "$*" in *\(document.format)*) ;; *) exit 3 ;; esac
      /usr/bin/cmp -s - "\(folder.path)/\(document.name)" && exec /bin/cat "\(folder.path)/text"
      """
    let outcome = try Self.extract(document.name, script, document.program, folder)
    #expect(outcome.errors.isEmpty && outcome.status == 0)
    #expect(outcome.output.contains("title: Systems Engineer\n"))
    #expect(outcome.output.contains("{line: 5, column: 3, section: required, quote: Linux}"))
    #expect(outcome.output.contains("source: {file: \(document.name), sha256: "))
    #expect(outcome.output.contains(", converted_by: \(document.program)}\n"))
  }

  @Test(
    "are refused with the reason",
    arguments: [
      ("exit 1", "a PDF that pdftotext cannot read [not-converted]"),
      ("kill -9 $$", "a PDF that pdftotext cannot read [not-converted]"),
      ("echo", "a PDF without text; is it a picture of pages? [not-converted]"),
      ("exec /usr/bin/yes", "a PDF with more text than any posting has [not-converted]"),
    ])
  func refused(script: String, message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("%PDF-1.7\n", to: "a.pdf")
    let outcome = try Self.extract("a.pdf", "#!/bin/sh\n\(script)\n", "pdftotext", folder)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors == "a.pdf: error: \(message)\n   = help: save the posting as text\n\n1 error\n")
  }

  @Test("are refused where the program is missing, or none is known")
  func missing() throws {
    let folder = try TemporaryFolder()
    for document in Self.documents { try folder.write(document.bytes, to: document.name) }
    try folder.write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], to: "old.doc")
    let names = Self.documents.map(\.name) + ["old.doc"]
    let errors = try names.map { name in
      try Rolewright.run(["extract", name], in: folder.path, environment: ["PATH": folder.path + "/bin"])
        .errors
    }
    let expected = "Tests/CommandTests/Golden/documents.out"
    let shown = errors.joined(separator: "\n")
    #expect(shown == (try Golden.expected(expected, recording: shown)))
  }

  @Test("come from standard input as well, and are planned like any other posting")
  func planned() throws {
    let folder = try TemporaryFolder()
    try folder.write("{\\rtf1 x}", to: "a.rtf")
    try folder.write(Self.text, to: "text")
    try Self.install("#!/bin/sh\nexec /bin/cat \"\(folder.path)/text\"\n", "pandoc", folder)
    let line = "PATH=$PWD/bin:$PATH; rolewright extract - <a.rtf | tail -1; rolewright plan a.rtf | head -1"
    let outcome = try Rolewright.shell(line, in: folder.path)
    #expect(outcome.output.contains("source: {file: <standard input>, sha256: "))
    #expect(outcome.output.contains("# Systems Engineer: interview loop"))
  }

  private static func extract(
    _ name: String, _ script: String, _ program: String, _ folder: TemporaryFolder
  ) throws -> Rolewright.Outcome {
    try install(script, program, folder)
    return try Rolewright.run(
      ["extract", name], in: folder.path, environment: ["PATH": folder.path + "/bin"])
  }

  private static func install(_ script: String, _ program: String, _ folder: TemporaryFolder) throws {
    // Copied by another process: a test that starts a program at this moment would hand its copy of an open file
    // on, and a file that is open for writing cannot be run.
    try folder.write(script, to: "bin/\(program).text")
    _ = try Rolewright.shell(
      "cp bin/\(program).text bin/\(program) && chmod +x bin/\(program)", in: folder.path)
  }
}
