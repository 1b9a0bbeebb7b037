/// A text that `embed-catalog` has packed (`TextPacker`), on its way back.
///
/// Nothing is read or written outside of what is there, whatever the bytes say: what cannot be unpacked is nil.
struct PackedText {
  private let packed: UnsafeBufferPointer<UInt8>
  private let text: UnsafeMutableBufferPointer<UInt8>
  private var next = 0
  private var end: Int

  /// The text behind some bytes, of which its length and the text that it was packed with are known.
  static func unpacked(_ packed: UnsafeBufferPointer<UInt8>, count: Int, base: [UInt8] = []) -> [UInt8]? {
    guard count >= 0 else { return nil }
    var isWhole = false
    let text = [UInt8](unsafeUninitializedCapacity: base.count + count) { buffer, initialized in
      _ = UnsafeMutableBufferPointer(rebasing: buffer[..<base.count]).initialize(fromContentsOf: base)
      var reader = PackedText(packed: packed, text: buffer, end: base.count, count: base.count + count)
      isWhole = reader.unpack()
      initialized = reader.end
    }
    guard isWhole else { return nil }
    return base.isEmpty ? text : Array(text[base.count...])
  }

  private init(
    packed: UnsafeBufferPointer<UInt8>, text: UnsafeMutableBufferPointer<UInt8>, end: Int, count: Int
  ) {
    self.packed = packed
    // An array may be given more room than it asked for.
    self.text = UnsafeMutableBufferPointer(rebasing: text[..<max(end, min(count, text.count))])
    self.end = end
  }

  /// Follows the steps. True when they end with the text.
  private mutating func unpack() -> Bool {
    while next < packed.count {
      let head = Int(packed[next])
      next += 1
      guard head < 128 else { return false }
      var count = head >> 4
      if count == 7 { count += excess() }
      guard copyLiterals(count) else { return false }
      if next == packed.count { break }
      guard let distance = distance() else { return false }
      var length = head & 15
      if length == 15 { length += excess() }
      guard repeatText(distance, length + 4) else { return false }
    }
    return end == text.count
  }

  private mutating func copyLiterals(_ count: Int) -> Bool {
    guard count <= packed.count - next, count <= text.count - end else { return false }
    if count > 0, let from = packed.baseAddress, let to = text.baseAddress {
      (to + end).initialize(from: from + next, count: count)
    }
    next += count
    end += count
    return true
  }

  /// A match may reach into what it writes itself: then it is copied byte by byte.
  private mutating func repeatText(_ distance: Int, _ length: Int) -> Bool {
    guard distance <= end, length <= text.count - end, let start = text.baseAddress else { return false }
    let (from, to) = (start + end - distance, start + end)
    if distance >= length {
      to.initialize(from: from, count: length)
    } else {
      for offset in 0..<length { (to + offset).initialize(to: from[offset]) }
    }
    end += length
    return true
  }

  private mutating func distance() -> Int? {
    guard next + 2 <= packed.count else { return nil }
    let first = Int(packed[next])
    let isFar = first & 64 != 0
    guard next + (isFar ? 3 : 2) <= packed.count, first < 128 else { return nil }
    var distance = (first & 63) << 7 | Int(packed[next + 1] & 127)
    if isFar { distance = distance << 7 | Int(packed[next + 2] & 127) }
    next += isFar ? 3 : 2
    return distance + 1
  }

  /// What is added to a number that did not fit its symbol.
  private mutating func excess() -> Int {
    var sum = 0
    while next < packed.count {
      let symbol = Int(packed[next] & 127)
      next += 1
      sum += symbol
      if symbol < 127 { break }
    }
    return sum
  }
}
