/// Packs the texts that the binary carries: what a text has said before, or what another text says that is at hand
/// when it is unpacked, stands in it as a distance and a length (Ziv & Lempel 1977).
///
/// What comes of it is UTF-8 without a byte of its own above 127, so that it can stand in a literal. It is a row of
/// steps. A step begins with a symbol of seven bits, `16 * literals + match`; then follow as many bytes of the text
/// as there are literals, and unless that was the end, how far back a match lies and the rest of its length.
/// Fifteen for the match, seven for the literals say that symbols follow to be added, up to the first that is not
/// 127. A match is four bytes longer than its number. A distance is one less, in two symbols, or in three where the
/// first has its bit of 64 set. `PackedText` of the catalogue unpacks it.
public struct TextPacker {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The last place at which four bytes stood that have this hash, and that before each place; -1 for none.
  private var latest = [Int32](repeating: -1, count: 1 << hashBits)
  private var earlier: [Int32]
  private var packed: [UInt8] = []

  private static let hashBits = 16
  /// How many places are looked at for a match.
  private static let tries = 24
  private static let shortest = 4
  private static let farthest = 1 << 20

  /// Packs a text with the help of a base.
  public static func packed(_ text: [UInt8], base: [UInt8] = []) -> [UInt8] {
    (base + text).withUnsafeBufferPointer { bytes in
      var packer = TextPacker(bytes)
      packer.pack(from: base.count)
      return packer.packed
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    earlier = [Int32](repeating: -1, count: bytes.count)
  }

  private mutating func pack(from start: Int) {
    for place in 0..<start { note(place) }
    var (place, literals) = (start, start)
    while place < bytes.count {
      let found = match(at: place)
      note(place)
      guard let found, gain(at: place + 1) <= found.gain else {
        place += 1
        continue
      }
      write(literals..<place, found)
      for passed in place + 1..<place + found.length { note(passed) }
      place += found.length
      literals = place
    }
    if literals < bytes.count { write(literals..<bytes.count, nil) }
  }

  /// An earlier stretch that is the same.
  private struct Match {
    var distance: Int
    var length: Int
    /// How many bytes it saves.
    var gain: Int { length - (distance <= 1 << 13 ? 2 : 3) }
  }

  private func gain(at place: Int) -> Int { place < bytes.count ? match(at: place)?.gain ?? 0 : 0 }

  /// The match that saves most. Matches begin and end where characters do: what lies between them is UTF-8.
  private func match(at place: Int) -> Match? {
    guard place + Self.shortest <= bytes.count, !isWithinCharacter(place) else { return nil }
    var best: Match?
    var candidate = Int(latest[hash(at: place)])
    for _ in 0..<Self.tries {
      guard candidate >= 0, place - candidate <= Self.farthest else { break }
      let match = Match(distance: place - candidate, length: length(candidate, place))
      if match.length >= Self.shortest, match.gain > max(1, best?.gain ?? 0) { best = match }
      candidate = Int(earlier[candidate])
    }
    return best
  }

  private func length(_ candidate: Int, _ place: Int) -> Int {
    var length = 0
    while place + length < bytes.count, bytes[candidate + length] == bytes[place + length] { length += 1 }
    while length > 0, isWithinCharacter(place + length) { length -= 1 }
    return length
  }

  private func isWithinCharacter(_ place: Int) -> Bool { place < bytes.count && bytes[place] & 0xC0 == 0x80 }

  private func hash(at place: Int) -> Int {
    var word: UInt32 = 0
    for offset in 0..<Self.shortest { word = word << 8 | UInt32(bytes[place + offset]) }
    return Int((word &* 2_654_435_761) >> UInt32(32 - Self.hashBits))
  }

  private mutating func note(_ place: Int) {
    guard place + Self.shortest <= bytes.count else { return }
    let hash = hash(at: place)
    earlier[place] = latest[hash]
    latest[hash] = Int32(truncatingIfNeeded: place)
  }

  private mutating func write(_ literals: Range<Int>, _ match: Match?) {
    let rest = match.map { $0.length - Self.shortest } ?? 0
    packed.append(UInt8(min(literals.count, 7) << 4 | min(rest, 15)))
    if literals.count >= 7 { write(excess: literals.count - 7) }
    packed += bytes[literals]
    guard let match else { return }
    let distance = match.distance - 1
    if distance < 1 << 13 {
      packed.append(UInt8(distance >> 7))
    } else {
      packed += [UInt8(64 | distance >> 14), UInt8(distance >> 7 & 127)]
    }
    packed.append(UInt8(distance & 127))
    if rest >= 15 { write(excess: rest - 15) }
  }

  private mutating func write(excess: Int) {
    packed += repeatElement(127, count: excess / 127)
    packed.append(UInt8(excess % 127))
  }
}
