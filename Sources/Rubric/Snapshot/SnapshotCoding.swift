/// Writes values in the compact form in which the built-in library is stored beside its text.
///
/// Whole numbers are decimal digits and a semicolon, texts their length and their UTF-8, digests eleven
/// characters of six bits. All of it is text, so that it can stand in a literal. Reader and writer are
/// of one build: the form needs no version.
public struct SnapshotWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []

  /// Nothing yet.
  public init() {}

  /// Adds a whole number.
  public mutating func integer(_ number: Int) {
    bytes += String(number).utf8
    bytes.append(UInt8(ascii: ";"))
  }

  /// Adds a text.
  public mutating func text(_ text: String) {
    integer(text.utf8.count)
    bytes += text.utf8
  }

  /// Adds a truth value.
  public mutating func flag(_ flag: Bool) { integer(flag ? 1 : 0) }

  /// Adds 64 bits.
  public mutating func digest(_ digest: UInt64) {
    for shift in stride(from: 60, through: 0, by: -6) {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: digest >> UInt64(shift) & 0x3F))
    }
  }

  /// Adds a number of values.
  public mutating func list<Element>(_ items: [Element], _ write: (inout SnapshotWriter, Element) -> Void) {
    integer(items.count)
    for item in items { write(&self, item) }
  }

  /// Adds a stretch of ASCII as it stands.
  public mutating func stretch(_ stretch: Slice<UnsafeBufferPointer<UInt8>>) {
    integer(stretch.count)
    bytes += stretch
  }

  /// Adds texts.
  public mutating func texts(_ texts: [String]) { list(texts) { $0.text($1) } }
}

/// Reads what a `SnapshotWriter` has written. What is cut short reads as nothing and zero.
public struct SnapshotReader: Sendable {
  @usableFromInline let bytes: SnapshotBytes
  @usableFromInline var offset = 0

  /// A reader at the beginning.
  public init(_ bytes: SnapshotBytes) { self.bytes = bytes }

  /// The next whole number.
  @inlinable public mutating func integer() -> Int {
    bytes.withBytes { bytes in
      var number = 0
      let isNegative = offset < bytes.count && bytes[offset] == UInt8(ascii: "-")
      if isNegative { offset += 1 }
      while offset < bytes.count, bytes[offset] != UInt8(ascii: ";") {
        number = number &* 10 &+ Int(bytes[offset] &- 0x30)
        offset += 1
      }
      offset += 1
      return isNegative ? -number : number
    }
  }

  /// The next text.
  public mutating func text() -> String {
    let range = stretch().range
    return bytes.withBytes { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
  }

  /// The next truth value.
  public mutating func flag() -> Bool { integer() == 1 }

  /// The next 64 bits.
  @inlinable public mutating func digest() -> UInt64 {
    bytes.withBytes { bytes in
      var digest: UInt64 = 0
      let end = min(offset + 11, bytes.count)
      while offset < end {
        digest = digest << 6 | UInt64((bytes[offset] &- 0x30) & 0x3F)
        offset += 1
      }
      return digest
    }
  }

  /// The next number of values.
  @inlinable public mutating func list<Element>(_ read: (inout SnapshotReader) -> Element) -> [Element] {
    let count = integer()
    var items: [Element] = []
    items.reserveCapacity(min(max(count, 0), bytes.count))
    while items.count < count, offset < bytes.count { items.append(read(&self)) }
    return items
  }

  /// The next stretch, where it stands.
  public mutating func stretch() -> (bytes: SnapshotBytes, range: Range<Int>) {
    let count = integer()
    let start = min(offset, bytes.count)
    offset = start + min(max(count, 0), bytes.count - start)
    return (bytes, start..<offset)
  }

  /// A reader of the next stretch, for later; this one goes on behind it.
  public mutating func apart() -> SnapshotReader {
    var reader = self
    reader.offset = stretch().range.lowerBound
    return reader
  }

  /// The next texts.
  public mutating func texts() -> [String] { list { $0.text() } }
}
