internal import Diagnostics
internal import YAML

/// Writes what a YAML file says as offsets into its text: the file is in the binary anyway, and finding its texts
/// again takes a tenth of the time that reading YAML does (docs/decisions/0020-exercises-in-the-snapshot.md).
///
/// A number is digits of five bits, lowest first, each a character from `0` on; all but the last have 32 added. The
/// snapshot is the number of bytes of the file, and a node. A node is a number, which is four times the count of
/// its items, entries or stretches, plus its `NodeMark`; then these follow. A key is written as a plain text.
///
/// A text is put together from stretches of the file: how many bytes lie between the last stretch and this one, and
/// three times its length plus what is added behind it: nothing, a space (1) or a line end (2). A text that the
/// file does not hold so has no stretches, and stands here itself behind its length.
struct NodeWriter {
  private(set) var bytes: [UInt8] = []
  private let source: [UInt8]
  private let table: LineTable
  private var position = 0

  /// The nodes of a file, without their places.
  static func bytes(of root: Node, in source: SourceText) -> [UInt8] {
    var writer = NodeWriter(source)
    writer.number(source.bytes.count)
    writer.write(root)
    return writer.bytes
  }

  private init(_ source: SourceText) {
    self.source = source.bytes
    table = LineTable(source)
  }

  /// A part of a text as it stands in the file.
  private struct Stretch {
    var range: Range<Int>
    var joint: Int
  }

  private mutating func number(_ number: Int) {
    var rest = number
    while rest >= 32 {
      bytes.append(0x30 + 32 + UInt8(truncatingIfNeeded: rest & 31))
      rest >>= 5
    }
    bytes.append(0x30 + UInt8(truncatingIfNeeded: rest))
  }

  private mutating func write(_ node: Node) {
    switch node.content {
    case .scalar(let text, let isPlain): write(text, isPlain ? .plain : .quoted, at: node.range.start)
    case .sequence(let items):
      number(items.count * 4 + NodeMark.sequence.rawValue)
      for item in items { write(item) }
    case .mapping(let entries):
      number(entries.count * 4 + NodeMark.mapping.rawValue)
      for entry in entries {
        write(entry.key, .plain, at: entry.keyRange.start)
        write(entry.value)
      }
    }
  }

  private mutating func write(_ text: String, _ mark: NodeMark, at place: Place) {
    let wanted = Array(text.utf8)
    guard let stretches = stretches(of: wanted, from: table.offset(of: place)), !stretches.isEmpty else {
      number(mark.rawValue)
      number(wanted.count)
      bytes += wanted
      return
    }
    number(stretches.count * 4 + mark.rawValue)
    for stretch in stretches {
      number(stretch.range.lowerBound - position)
      number(stretch.range.count * 3 + stretch.joint)
      position = stretch.range.upperBound
    }
  }

  /// The stretches of the file that make a text, which begins at an offset; nil where they do not make it, as
  /// where something is escaped.
  private func stretches(of wanted: [UInt8], from start: Int) -> [Stretch]? {
    var stretches: [Stretch] = []
    var (offset, next) = (contentStart(from: start), 0)
    guard offset >= position else { return nil }
    while next < wanted.count {
      if let last = stretches.indices.last, stretches[last].joint == 0, byte(at: offset) == Self.lineEnd,
        let joint = Self.joints.firstIndex(of: wanted[next])
      {
        stretches[last].joint = joint + 1
        (offset, next) = (offset + 1, next + 1)
        continue
      }
      while let byte = byte(at: offset), byte != wanted[next], byte == Self.space || byte == Self.lineEnd {
        offset += 1
      }
      let begin = offset
      while next < wanted.count, byte(at: offset) == wanted[next] { (offset, next) = (offset + 1, next + 1) }
      guard offset > begin else { return nil }
      stretches.append(Stretch(range: begin..<offset, joint: 0))
    }
    return stretches
  }

  private static let space = UInt8(ascii: " ")
  private static let lineEnd = UInt8(ascii: "\n")
  private static let joints = [space, lineEnd]

  private func byte(at offset: Int) -> UInt8? { source.indices.contains(offset) ? source[offset] : nil }

  /// Behind a quotation mark, or on the line below the mark of a block.
  private func contentStart(from start: Int) -> Int {
    switch byte(at: start) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): start + 1
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      (source[start...].firstIndex(of: Self.lineEnd) ?? start) + 1
    default: start
    }
  }
}

/// What a node of a snapshot is.
enum NodeMark: Int {
  /// A text that is not quoted, and not a block.
  case plain
  case quoted
  case sequence
  case mapping
}
