/// Percent-encoding (RFC 3986, section 2.1).
enum PercentEncoding {
  /// A text with some of its bytes written as `%` and two digits.
  static func encode(_ text: String, where isEncoded: (UInt8) -> Bool) -> String {
    var output: [UInt8] = []
    for byte in text.utf8 {
      if isEncoded(byte) {
        output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
      } else {
        output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// A path as a URI reference: relative as it is, absolute as `file://`.
  static func uri(ofPath path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    let isAbsolute = path.hasPrefix("/")
    return (isAbsolute ? "file:///" : "") + encode(parts) { !isUnreserved($0) && $0 != UInt8(ascii: "/") }
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  /// What stands for itself in every part of a URI (RFC 3986, section 2.3).
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: true
    default: "-._~".utf8.contains(byte)
    }
  }
}
