/// The words with a capital that an exercise's file holds outside the list of what it is about (`about`), and how often
/// each stands there.
struct NamesInText {
  private var counts: [String: Int] = [:]

  /// The names in the text of a file.
  init(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var isAbout = false
      var place = 0
      while place < bytes.count {
        let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        // A key of the file itself begins a line; what belongs to it is set in.
        if end > place, bytes[place] != UInt8(ascii: " "), bytes[place] != UInt8(ascii: "#") {
          isAbout = bytes[place..<end].starts(with: Self.about)
        }
        if !isAbout { count(bytes, place..<end) }
        place = end + 1
      }
    }
  }

  private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    var place = line.lowerBound
    while place < line.upperBound {
      let begin = place
      var hasCapital = false
      while place < line.upperBound, Self.isWord(bytes[place]) {
        hasCapital = hasCapital || Self.isCapital(bytes[place])
        place += 1
      }
      if hasCapital { counts[String(decoding: bytes[begin..<place], as: UTF8.self), default: 0] += 1 }
      place += 1
    }
  }

  /// Whether a topic is a name: it has a capital.
  static func isName(_ topic: String) -> Bool { topic.utf8.contains(where: isCapital) }

  /// How often a name stands in the text: of its words with a capital the one that stands there least often, so that
  /// "Kubernetes operators" stands where "Kubernetes" does. A word stands by itself, or with an "s" behind it, and long ones
  /// are one that begin alike: "Postgres" and "PostgreSQL". Capitals count.
  func count(of name: String) -> Int {
    let words = name.utf8.split { !Self.isWord($0) }.filter { $0.contains(where: Self.isCapital) }
    return words.map { count(ofWord: String(decoding: $0, as: UTF8.self)) }.min() ?? 0
  }

  private func count(ofWord word: String) -> Int {
    let beginning = word.utf8.prefix(Self.beginning)
    if word.utf8.count <= Self.beginning {
      return counts[word, default: 0] + counts[word + "s", default: 0]
    }
    return counts.reduce(0) { count, other in
      let isLong = other.key.utf8.count > Self.beginning
      return isLong && other.key.utf8.starts(with: beginning) ? count + other.value : count
    }
  }

  /// So many letters that two long words begin with are enough for them to be one.
  private static let beginning = 7
  private static let about = Array("about:".utf8)

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
