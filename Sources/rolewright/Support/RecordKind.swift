import Diagnostics
import Rubric

/// What a file of a loop's or a candidate's folder is.
enum RecordKind {
  case scorecard, assessment, decision, seal, loop

  /// What a file is by its name, or else by the keys at its margin; nil where it is something else, such as a role.
  init?(of source: SourceText) {
    let name = source.fileName
    switch name {
    case CandidateRecord.planName: self = .assessment
    case CandidateRecord.decisionName: self = .decision
    case "loop.yaml", "loop.yml": self = .loop
    case let name where name.hasSuffix(".seal.yaml"): self = .seal
    default:
      let keys = Self.keys(of: source)
      guard !keys.isEmpty, let kind = Self.kind(by: keys) else { return nil }
      self = kind
    }
  }

  private static func kind(by keys: Set<String>) -> RecordKind? {
    func has(_ names: String...) -> Bool { keys.isSuperset(of: names) }
    if has("fingerprint", "interview") || has("interview", "interviewer", "competencies") {
      return .scorecard
    }
    if has("fingerprint", "decided_by") || has("fingerprint", "decision") { return .decision }
    if has("scheme", "salt", "digest") { return .seal }
    if has("fingerprint", "interviews") { return has("competencies") ? .assessment : .loop }
    return nil
  }

  /// The most keys that are looked for: none of these files has as many.
  private static let mostKeys = 64

  /// The keys at the margin of YAML, or those of the outermost mapping of JSON.
  private static func keys(of source: SourceText) -> Set<String> {
    if source.bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") { return jsonKeys(of: source.bytes) }
    guard
      source.isNamedYAML || source.bytes.starts(with: "fingerprint:".utf8)
        || source.holds("\nfingerprint:")
    else { return [] }
    var keys: Set<String> = []
    for line in source.text.split(whereSeparator: \.isNewline) where keys.count < mostKeys {
      guard let first = line.utf8.first, (0x61...0x7A).contains(first) else { continue }
      let key = line.prefix { $0.isLetter || $0 == "_" }
      if line.dropFirst(key.count).first == ":" { keys.insert(String(key)) }
    }
    return keys
  }

  /// The texts in front of a colon of the outermost mapping.
  private static func jsonKeys(of bytes: [UInt8]) -> Set<String> {
    bytes.withUnsafeBufferPointer { bytes in
      var scan = JSONKeyScan(bytes)
      for offset in bytes.indices where scan.keys.count < mostKeys { scan.take(offset) }
      return scan.keys
    }
  }
}

/// Looks for the keys of the outermost mapping of JSON, byte by byte.
private struct JSONKeyScan {
  private(set) var keys: Set<String> = []

  private let bytes: UnsafeBufferPointer<UInt8>
  private var depth = 0
  private var isText = false
  private var isEscaped = false
  private var start = 0
  private var last: Range<Int>?

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func take(_ offset: Int) {
    let byte = bytes[offset]
    if isText {
      if !isEscaped, byte == UInt8(ascii: "\"") {
        isText = false
        last = start..<offset
      }
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      return
    }
    switch byte {
    case UInt8(ascii: "\""):
      isText = true
      start = offset + 1
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
    case UInt8(ascii: ":"):
      if depth == 1, let last { keys.insert(String(decoding: bytes[last], as: UTF8.self)) }
    default: break
    }
  }
}
