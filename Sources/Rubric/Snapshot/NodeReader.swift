internal import Diagnostics
internal import YAML

/// Reads what a `NodeWriter` has written. The nodes have no places.
struct NodeReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let source: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var position = 0
  private var isBroken = false
  private var joined: [UInt8] = []

  /// The nodes of a file; nil where they are of another file, or cut short.
  static func root(_ bytes: SnapshotBytes, of source: [UInt8]) -> Node? {
    bytes.withBytes { bytes in
      source.withUnsafeBufferPointer { source in
        var reader = NodeReader(bytes: bytes, source: source)
        guard reader.number() == source.count else { return nil }
        let root = reader.node(depth: 1)
        return reader.isBroken || reader.offset != bytes.count ? nil : root
      }
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, source: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    self.source = source
  }

  private static let nowhere = PlaceRange(at: .start)

  private mutating func number() -> Int {
    var (number, shift) = (0, 0)
    while offset < bytes.count, shift < 40 {
      let digit = Int(bytes[offset] &- 0x30)
      offset += 1
      number |= (digit & 31) << shift
      if digit < 32 { return number }
      shift += 5
    }
    isBroken = true
    return 0
  }

  private mutating func node(depth: Int) -> Node {
    let head = number()
    let count = head >> 2
    guard depth <= YAMLParser.maximumDepth, count <= bytes.count else {
      isBroken = true
      return Node(.sequence([]), at: Self.nowhere)
    }
    switch NodeMark(rawValue: head & 3) {
    case .plain: return Node(.scalar(text(count), isPlain: true), at: Self.nowhere)
    case .quoted: return Node(.scalar(text(count), isPlain: false), at: Self.nowhere)
    case .mapping: return Node(.mapping(entries(count, depth: depth)), at: Self.nowhere)
    case .sequence, nil:
      var items: [Node] = []
      items.reserveCapacity(count)
      while items.count < count, !isBroken { items.append(node(depth: depth + 1)) }
      return Node(.sequence(items), at: Self.nowhere)
    }
  }

  private mutating func entries(_ count: Int, depth: Int) -> [Node.Entry] {
    var entries: [Node.Entry] = []
    entries.reserveCapacity(count)
    while entries.count < count, !isBroken {
      let key = text(number() >> 2)
      entries.append(Node.Entry(key: key, keyRange: Self.nowhere, value: node(depth: depth + 1)))
    }
    return entries
  }

  /// A text of so many stretches; without any, one that stands here.
  private mutating func text(_ count: Int) -> String {
    guard count > 0 else {
      let length = number()
      guard length <= bytes.count - offset else { return broken() }
      offset += length
      return Self.text(bytes, offset - length..<offset)
    }
    let (first, joint) = stretch()
    if count == 1, joint == 0 { return Self.text(source, first) }
    joined.removeAll(keepingCapacity: true)
    append(first, joint)
    for _ in 1..<count where !isBroken {
      let (next, joint) = stretch()
      append(next, joint)
    }
    return String(decoding: joined, as: UTF8.self)
  }

  private mutating func append(_ range: Range<Int>, _ joint: Int) {
    joined.append(contentsOf: UnsafeBufferPointer(rebasing: source[range]))
    if joint > 0 { joined.append(joint == 1 ? UInt8(ascii: " ") : UInt8(ascii: "\n")) }
  }

  private mutating func stretch() -> (Range<Int>, joint: Int) {
    let start = position + number()
    let (length, joint) = number().quotientAndRemainder(dividingBy: 3)
    guard start <= source.count, length <= source.count - start else {
      isBroken = true
      return (0..<0, 0)
    }
    position = start + length
    return (start..<position, joint)
  }

  private mutating func broken() -> String {
    isBroken = true
    return ""
  }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}
