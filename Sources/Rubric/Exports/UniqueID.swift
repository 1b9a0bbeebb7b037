/// A universally unique identifier (RFC 9562).
struct UniqueID: Sendable, Equatable {
  /// Its 16 bytes.
  let bytes: [UInt8]

  /// Reads the usual form, `c9a646d3-9c61-4cb7-bfcd-ee2522c8f633`; nil for anything else.
  init?(_ text: String) {
    let digits = text.utf8.filter { $0 != UInt8(ascii: "-") }.map { Character(Unicode.Scalar($0)) }
    let hyphens = text.utf8.enumerated().filter { $0.element == UInt8(ascii: "-") }.map(\.offset)
    guard digits.count == 32, hyphens == [8, 13, 18, 23] else { return nil }
    guard digits.allSatisfy(\.isHexDigit) else { return nil }
    bytes = stride(from: 0, to: 32, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
  }

  /// The identifier of a name within a namespace (version 5): the same name, the same identifier.
  init(_ name: String, in namespace: UniqueID) {
    var bytes = Array(SHA1.digest(of: namespace.bytes + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    self.bytes = bytes
  }

  /// The usual form, in small letters.
  var text: String {
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return text
  }
}
