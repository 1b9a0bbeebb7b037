/// Which names an exercise's file holds outside the list of what it is about (`about`).
struct NamesInText {
  private let bytes: [UInt8]

  /// The names in the text of a file.
  init(_ text: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isAbout = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      // A key of the file itself begins a line; what belongs to it is set in.
      if let first = line.utf8.first, first != UInt8(ascii: " "), first != UInt8(ascii: "#") {
        isAbout = line.hasPrefix("about:")
      }
      if isAbout { continue }
      bytes += line.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    self.bytes = bytes
  }

  /// Whether a topic is a name: it has a capital.
  static func isName(_ topic: String) -> Bool { topic.utf8.contains { (0x41...0x5A).contains($0) } }

  /// How often a name stands in the text: of its words with a capital the one that stands there least often, so that
  /// "Kubernetes operators" stands where "Kubernetes" does. A word stands by itself, or with an "s" behind it, and one of
  /// six letters also begins another: "Postgres" and "PostgreSQL". Capitals count.
  func count(of name: String) -> Int {
    let words = name.utf8.split { !Self.isWord($0) }.filter { $0.contains { (0x41...0x5A).contains($0) } }
    return words.map { count(ofWord: Array($0)) }.min() ?? 0
  }

  private func count(ofWord name: [UInt8]) -> Int {
    guard let first = name.first else { return 0 }
    return bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      var place = 0
      while place + name.count <= bytes.count {
        if bytes[place] == first, stands(name, at: place, in: bytes) { count += 1 }
        place += 1
      }
      return count
    }
  }

  private func stands(_ name: [UInt8], at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if place > 0, Self.isWord(bytes[place - 1]) { return false }
    for (offset, byte) in name.enumerated() where bytes[place + offset] != byte { return false }
    if name.count >= Self.beginning { return true }
    var end = place + name.count
    if end < bytes.count, bytes[end] == UInt8(ascii: "s") { end += 1 }
    return end >= bytes.count || !Self.isWord(bytes[end])
  }

  /// So many letters are enough for the beginning of a word to say which it is.
  private static let beginning = 6

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
