/// A slot in a text: `{=name}`, or `{=name in unit}`.
struct TextSlot: Equatable {
  /// The figure or the word that fills it.
  let name: String
  /// The unit in which the figure is written; nil for its own.
  let unit: String?
}

/// The pieces of a text of an exercise: what is written as it stands, and slots. Knows what is code.
///
/// Code is what stands between lines that begin with three backticks, and between backticks within a
/// paragraph.
struct SlotScanner {
  /// A piece of a text.
  enum Piece: Equatable {
    case text(Range<Int>, isCode: Bool)
    case slot(TextSlot, Range<Int>, isCode: Bool)
    /// `{=` without a name and a brace behind it.
    case broken(Range<Int>)
  }

  private let bytes: [UInt8]
  private let isAllCode: Bool
  private var isFenced = false
  private var isQuoted = false
  private var start = 0
  private var pieces: [Piece] = []

  /// The pieces of a text, by byte offsets; `isCode` where all of it is code.
  static func pieces(of text: String, isCode: Bool) -> [Piece] {
    var scanner = SlotScanner(text, isCode: isCode)
    scanner.scan()
    return scanner.pieces
  }

  /// Whether there is a slot in a text, whole or broken.
  static func mayHoldSlots(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var previous: UInt8 = 0
      for byte in bytes {
        if byte == UInt8(ascii: "="), previous == UInt8(ascii: "{") { return true }
        previous = byte
      }
      return false
    }
  }

  private init(_ text: String, isCode: Bool) {
    bytes = Array(text.utf8)
    isAllCode = isCode
  }

  private var isCode: Bool { isAllCode || isFenced || isQuoted }

  private mutating func scan() {
    var offset = 0
    while offset < bytes.count {
      if isFenceLine(at: offset) {
        let end = lineEnd(from: offset)
        flush(to: offset)
        isFenced.toggle()
        isQuoted = false
        offset = end
      } else if bytes[offset] == UInt8(ascii: "`"), !isFenced {
        flush(to: offset)
        isQuoted.toggle()
        offset += 1
      } else if isBlankLine(at: offset) {
        flush(to: offset)
        isQuoted = false
        offset += 1
      } else if bytes[offset] == UInt8(ascii: "{"), isNext(UInt8(ascii: "="), after: offset) {
        flush(to: offset)
        offset = takeSlot(at: offset)
        start = offset
      } else {
        offset += 1
      }
    }
    flush(to: bytes.count)
  }

  private mutating func flush(to end: Int) {
    if start < end { pieces.append(.text(start..<end, isCode: isCode)) }
    start = end
  }

  private mutating func takeSlot(at open: Int) -> Int {
    let limit = min(bytes.count, open + 120)
    guard let close = bytes[open..<limit].firstIndex(of: UInt8(ascii: "}")) else {
      pieces.append(.broken(open..<open + 2))
      return open + 2
    }
    let words = bytes[open + 2..<close].split(separator: UInt8(ascii: " "))
      .map { String(decoding: $0, as: UTF8.self) }
    let range = open..<close + 1
    if words.count == 1 {
      pieces.append(.slot(TextSlot(name: words[0], unit: nil), range, isCode: isCode))
    } else if words.count == 3, words[1] == "in" {
      pieces.append(.slot(TextSlot(name: words[0], unit: words[2]), range, isCode: isCode))
    } else {
      pieces.append(.broken(range))
    }
    return close + 1
  }

  private func isFenceLine(at offset: Int) -> Bool {
    let tick = UInt8(ascii: "`")
    guard bytes[offset] == tick, isNext(tick, after: offset), isNext(tick, after: offset + 1) else {
      return false
    }
    let line = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return bytes[line..<offset].allSatisfy { $0 == UInt8(ascii: " ") }
  }

  private func isBlankLine(at offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: "\n") && isNext(UInt8(ascii: "\n"), after: offset)
  }

  private func isNext(_ byte: UInt8, after offset: Int) -> Bool {
    offset + 1 < bytes.count && bytes[offset + 1] == byte
  }

  private func lineEnd(from offset: Int) -> Int {
    bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }
}
