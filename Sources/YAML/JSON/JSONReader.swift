/// Reads JSON (RFC 8259) and keeps where everything stands, to the byte.
///
/// `YAMLParser` reads the JSON that people write for Rolewright; this reads what other programs have written, for
/// whoever looks for something in it (docs/decisions/0015-own-json-reader.md).
public struct JSONReader {
  private let input: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var offset: Int
  private var depth = 0

  /// Deeper than any file of use nests, and shallow enough for the stack.
  private static let deepest = 64

  /// Why a text is no JSON, and where.
  public struct Fault: Error {
    /// The byte at which reading ended.
    public var offset: Int
    /// What should have stood there.
    public var expected: String
    /// Whether the text nests too deep, and may be JSON all the same.
    public var isTooDeep = false
  }

  /// The value that a stretch of a text holds.
  public static func read(_ input: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) throws(Fault) -> JSONValue
  {
    var reader = JSONReader(input: input, end: range.upperBound, offset: range.lowerBound)
    let value = try reader.value()
    reader.skipSpace()
    guard reader.offset == reader.end else { throw reader.fault("the end of the file") }
    return value
  }

  /// The text of the string that begins a text, and what stands behind it; nil where no whole string begins it.
  public static func string(
    leading text: Substring.UTF8View
  ) -> (value: String, rest: Substring.UTF8View)? {
    guard text.first == UInt8(ascii: "\"") else { return nil }
    var (length, isEscaped) = (1, false)
    for byte in text.dropFirst() {
      length += 1
      if !isEscaped, byte == UInt8(ascii: "\"") {
        let value = Array(text.prefix(length)).withUnsafeBufferPointer { JSONString.text($0, 1..<length - 1) }
        return (value, text.dropFirst(length))
      }
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    }
    return nil
  }

  private init(input: UnsafeBufferPointer<UInt8>, end: Int, offset: Int) {
    self.input = input
    self.end = end
    self.offset = offset
  }

  private mutating func value() throws(Fault) -> JSONValue {
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return try nested { reader throws(Fault) in try reader.object() }
    case UInt8(ascii: "["): return try nested { reader throws(Fault) in try reader.array() }
    case UInt8(ascii: "\""): return JSONValue(content: .string, range: try string())
    default: return try word()
    }
  }

  private mutating func nested(
    _ read: (inout JSONReader) throws(Fault) -> JSONValue
  ) throws(Fault) -> JSONValue {
    guard depth < Self.deepest else {
      throw Fault(offset: offset, expected: "nesting of at most \(Self.deepest)", isTooDeep: true)
    }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func object() throws(Fault) -> JSONValue {
    let start = offset
    var entries: [JSONValue.Entry] = []
    offset += 1
    while !skips(UInt8(ascii: "}")) {
      if !entries.isEmpty { try expect(UInt8(ascii: ","), "\",\" or \"}\"") }
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw fault("a key between quotation marks") }
      let key = try string()
      try expect(UInt8(ascii: ":"), "\":\"")
      entries.append(JSONValue.Entry(key: JSONString.text(input, key), keyRange: key, value: try value()))
    }
    return JSONValue(content: .object(entries), range: start..<offset)
  }

  private mutating func array() throws(Fault) -> JSONValue {
    let start = offset
    var items: [JSONValue] = []
    offset += 1
    while !skips(UInt8(ascii: "]")) {
      if !items.isEmpty { try expect(UInt8(ascii: ","), "\",\" or \"]\"") }
      items.append(try value())
    }
    return JSONValue(content: .array(items), range: start..<offset)
  }

  /// The bytes between quotation marks. Line ends inside are no JSON, and are let pass.
  private mutating func string() throws(Fault) -> Range<Int> {
    let start = offset + 1
    var position = start
    while position < end {
      switch input[position] {
      case UInt8(ascii: "\""):
        offset = position + 1
        return start..<position
      case UInt8(ascii: "\\"): position += 2
      default: position += 1
      }
    }
    throw Fault(offset: offset, expected: "a quotation mark that closes this text")
  }

  private mutating func word() throws(Fault) -> JSONValue {
    let start = offset
    while offset < end, Self.isOfWord(input[offset]) {
      offset += 1
    }
    let bytes = input[start..<offset]
    if bytes.elementsEqual("null".utf8) { return JSONValue(content: .null, range: start..<offset) }
    let isNumber = bytes.first.map { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") } ?? false
    guard isNumber || bytes.elementsEqual("true".utf8) || bytes.elementsEqual("false".utf8) else {
      offset = start
      throw fault("a value")
    }
    return JSONValue(content: .word, range: start..<offset)
  }

  /// ASCII letters and digits, and the signs of numbers.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "+-.".utf8.contains(byte)
  }

  private mutating func skips(_ byte: UInt8) -> Bool {
    skipSpace()
    guard peek == byte else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ byte: UInt8, _ expected: String) throws(Fault) {
    guard skips(byte) else { throw fault(expected) }
  }

  private mutating func skipSpace() {
    while offset < end, input[offset] <= 0x20 { offset += 1 }
  }

  private var peek: UInt8 { offset < end ? input[offset] : 0 }

  private func fault(_ expected: String) -> Fault { Fault(offset: offset, expected: expected) }
}
