extension String {
  /// The letters and digits in small letters, a space between words. The text itself where it holds neither.
  var foldedWords: String {
    guard let words = foldedASCII else {
      let words = lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "+" && $0 != "#" }
      return words.isEmpty ? self : words.joined(separator: " ")
    }
    return words.isEmpty ? self : words
  }

  /// The same of a text without any other letters; nil for one with some.
  private var foldedASCII: String? {
    var words: [UInt8] = []
    words.reserveCapacity(utf8.count)
    var isWithin = false
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"),
        UInt8(ascii: "#"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if !isWithin, !words.isEmpty { words.append(UInt8(ascii: " ")) }
        isWithin = true
        words.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
      case 0x80...: return nil
      default: isWithin = false
      }
    }
    return String(decoding: words, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Whether other words stand among these, one after the other, both folded.
  func holdsWords(_ words: [UInt8]) -> Bool {
    let space = UInt8(ascii: " ")
    return indices.contains { start in
      guard start == 0 || self[start - 1] == space else { return false }
      let end = start + words.count
      return end <= count && (end == count || self[end] == space) && self[start..<end].elementsEqual(words)
    }
  }
}
