public import Diagnostics

/// Turns the bytes of a file into blocks of clean text.
public enum PostingReader {
  /// The largest file that is read. Real postings stay below 100 KB; a page with all its scripts takes
  /// a megabyte.
  public static let maximumBytes = 2 << 20

  /// Reads a posting, or says with its place why it cannot be read.
  public static func read(_ source: SourceText) throws(InvalidInput) -> Posting {
    try check(source)
    let (repaired, damage) = TextRepair.repaired(source.bytes)
    let format = format(of: repaired.bytes)
    var builder = BlockBuilder(capacity: repaired.bytes.count)
    var metadata: [Posting.Metadatum] = []
    repaired.bytes.withUnsafeBufferPointer { input in
      switch format {
      case .html: metadata = HTMLReader.read(input, into: &builder)
      case .markdown: metadata = MarkdownReader.read(input, into: &builder)
      }
    }
    let (text, blocks) = builder.finish()
    guard !blocks.isEmpty else {
      throw InvalidInput(
        Finding("empty-file", "no text in it", in: source, at: nil, help: "expected a job posting"))
    }
    return Posting(
      source: source, format: format, metadata: metadata, damage: damage, text: text, repaired: repaired,
      blocks: blocks)
  }

  private static func check(_ source: SourceText) throws(InvalidInput) {
    guard source.bytes.count <= maximumBytes else {
      let message = "larger than \(maximumBytes >> 20) MiB; no posting is that long"
      throw InvalidInput(Finding("too-large", message, in: source, at: nil))
    }
    guard source.bytes.contains(where: { $0 > 0x20 }) else {
      throw InvalidInput(
        Finding("empty-file", "nothing in it", in: source, at: nil, help: "expected a job posting"))
    }
    if let offset = source.bytes.firstIndex(of: 0) {
      let range = LineTable(source).range(offset..<offset + 1)
      let help = "expected a posting as Markdown, plain text or HTML"
      throw InvalidInput(
        Finding("binary-file", "a NUL byte: this is not a text file", in: source, at: range, help: help))
    }
    if let offset = UTF8Check.firstInvalidByte(in: source.bytes) {
      let range = LineTable(source).range(offset..<offset + 1)
      let help = "save the file as UTF-8"
      throw InvalidInput(Finding("encoding", "not UTF-8 text", in: source, at: range, help: help))
    }
  }

  /// HTML is what begins with a tag or a doctype, or holds several block tags.
  private static func format(of bytes: [UInt8]) -> Posting.Format {
    bytes.withUnsafeBufferPointer { input in
      HTMLReader.countBlockTags(in: input, upTo: 3) >= 2 ? .html : .markdown
    }
  }
}

/// U+FEFF at the head of a file, which says that it is UTF-8 and is no part of its text.
enum ByteOrderMark {
  /// How many bytes it takes; 0 where there is none.
  static func length(in input: UnsafeBufferPointer<UInt8>) -> Int {
    input.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }
}

/// Finds where bytes stop being UTF-8.
enum UTF8Check {
  /// The offset of the first byte that is no part of a well-formed sequence (Unicode, table 3-7).
  static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    return bytes.withUnsafeBufferPointer { input in
      var offset = 0
      while offset < input.count {
        guard let length = sequenceLength(at: offset, in: input) else { return offset }
        offset += length
      }
      return nil
    }
  }

  private static func sequenceLength(at offset: Int, in input: UnsafeBufferPointer<UInt8>) -> Int? {
    let lead = input[offset]
    if lead < 0x80 { return 1 }
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch lead {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0...0)
      }
    guard length > 0, offset + length <= input.count, second.contains(input[offset + 1]) else { return nil }
    return (2..<length).allSatisfy { input[offset + $0] & 0xC0 == 0x80 } ? length : nil
  }
}
