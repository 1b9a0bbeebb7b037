@testable import Planner

extension Escaping {
  /// A text as a document of this kind writes it.
  func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
