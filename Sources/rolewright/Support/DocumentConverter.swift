import Diagnostics
import Extractor
import Rubric

/// The kinds of laid-out documents that other programs make text of.
enum DocumentKind: String, CaseIterable {
  case pdf, docx, odt, rtf
  /// Word before 2007.
  case doc

  /// What a document is by its content, whatever its name.
  init?(_ bytes: [UInt8]) {
    // Hardly any text begins as these do.
    guard let first = bytes.first, Self.firstBytes.contains(first) else { return nil }
    if bytes.starts(with: "%PDF-".utf8) {
      self = .pdf
    } else if bytes.starts(with: "{\\rtf".utf8) {
      self = .rtf
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .doc
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      // The names of the parts of a zip archive stand in it as they are.
      if Self.holds(bytes.prefix(200), "application/vnd.oasis.opendocument.text") {
        self = .odt
      } else if Self.holds(bytes[...], "word/document.xml") {
        self = .docx
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  /// What the documents begin with.
  private static let firstBytes: [UInt8] = [UInt8(ascii: "%"), UInt8(ascii: "{"), 0xD0, 0x50]

  /// Whether bytes may be the head of such a document.
  static func mayBegin(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || DocumentKind(Array(bytes.prefix(8))) != nil
  }

  private static func holds(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    let wanted = Array(text.utf8)
    var rest = bytes
    while let start = rest.firstIndex(of: wanted[0]), start + wanted.count <= rest.endIndex {
      if rest[start..<start + wanted.count].elementsEqual(wanted) { return true }
      rest = rest[(start + 1)...]
    }
    return false
  }

  /// What people call it.
  var name: String {
    switch self {
    case .pdf: "a PDF"
    case .docx: "a Word document"
    case .odt: "an OpenDocument text"
    case .rtf: "an RTF document"
    case .doc: "a Word document of before 2007"
    }
  }

  /// The program that makes text of it; nil where none is known.
  var program: (name: String, package: String, arguments: [String])? {
    switch self {
    case .pdf: ("pdftotext", "poppler-utils", ["-layout", "-nopgbrk", "-enc", "UTF-8", "-", "-"])
    // Not `plain`, which writes a heading as any other line.
    case .docx, .odt, .rtf:
      ("pandoc", "pandoc", ["--sandbox", "-f", rawValue, "-t", "gfm-raw_html", "--wrap=none"])
    case .doc: nil
    }
  }
}

/// Makes text of laid-out documents with the programs that are installed.
enum DocumentConverter {
  /// The text of a document; nil for what is no such document.
  static func text(of file: SourceText) throws(InvalidInput) -> PostingFile? {
    guard let kind = DocumentKind(file.bytes) else { return nil }
    guard let (name, package, arguments) = kind.program else {
      throw notConverted(
        file, "\(kind.name), which no program here reads", help: "save it as .docx or as text")
    }
    let process = ChildProcess(
      program: name, arguments: arguments, mostBytes: PostingReader.maximumBytes)
    switch process.run(input: file.bytes) {
    case .notFound:
      let help = "install \(package), or save the posting as text"
      throw InvalidInput(
        "missing-tool", "\(kind.name); reading one needs \(name), which is not installed", file: file.name,
        help: help)
    case .failed: throw notConverted(file, "\(kind.name) that \(name) cannot read")
    case .tookTooLong: throw notConverted(file, "\(kind.name) that takes \(name) too long")
    case .wroteTooMuch: throw notConverted(file, "\(kind.name) with more text than any posting has")
    case .done(let bytes) where !bytes.contains(where: { $0 > 0x20 }):
      throw notConverted(file, "\(kind.name) without text; is it a picture of pages?")
    case .done(let bytes): return PostingFile(file, text: bytes, by: name)
    }
  }

  private static func notConverted(
    _ file: SourceText, _ message: String, help: String = "save the posting as text"
  ) -> InvalidInput {
    InvalidInput("not-converted", message, file: file.name, help: help)
  }
}

/// A posting as text, with the document that it was made from where it was.
struct PostingFile {
  /// The text.
  let text: SourceText
  /// The document; nil for a file that is text.
  let original: RoleSource?

  /// A file that is text.
  init(_ file: SourceText) {
    text = file
    original = nil
  }

  /// The text that a program made of a document.
  init(_ file: SourceText, text: [UInt8], by program: String) {
    self.text = SourceText(name: file.name, bytes: text)
    original = RoleSource(
      file: file.fileName, sha256: SHA256.hexadecimal(of: file.bytes), convertedBy: program)
  }
}
