internal import CLibYAML

/// Writes documents as YAML that reads back the same and is stable to the byte.
public enum YAMLWriter {
  /// The document as text, ending in a line end.
  public static func text(_ document: Document) -> String {
    let emitter = Emitter()
    emitter.begin()
    emitter.emit(document)
    return emitter.end()
  }
}

/// Owns libyaml's emitter and what it has written.
final class Emitter {
  private var emitter = yaml_emitter_t()
  private var output: [UInt8] = []

  init() {
    yaml_emitter_initialize(&emitter)
    yaml_emitter_set_unicode(&emitter, 1)
    yaml_emitter_set_width(&emitter, -1)
    yaml_emitter_set_indent(&emitter, 2)
  }

  deinit { yaml_emitter_delete(&emitter) }

  func begin() {
    let write: @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<UInt8>?, Int) -> Int32 = {
      context, bytes, count in
      guard let context else { return 0 }
      let emitter = Unmanaged<Emitter>.fromOpaque(context).takeUnretainedValue()
      emitter.output.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
      return 1
    }
    yaml_emitter_set_output(&emitter, write, Unmanaged.passUnretained(self).toOpaque())
    send { yaml_stream_start_event_initialize(&$0, YAML_UTF8_ENCODING) }
    send { yaml_document_start_event_initialize(&$0, nil, nil, nil, 1) }
  }

  func end() -> String {
    send { yaml_document_end_event_initialize(&$0, 1) }
    send { yaml_stream_end_event_initialize(&$0) }
    yaml_emitter_flush(&emitter)
    return String(decoding: output, as: UTF8.self)
  }

  func emit(_ document: Document) {
    switch document {
    case .text(let text): scalar(text, plain: !PlainScalar.needsQuotes(text))
    case .integer(let number): scalar(String(number), plain: true)
    case .number(let number): scalar(Document.decimal(number), plain: true)
    case .boolean(let flag): scalar(flag ? "true" : "false", plain: true)
    case .null: scalar("null", plain: true)
    case .list(let items, let inline):
      collection(isMapping: false, isInline: inline || items.isEmpty) { items.forEach(emit) }
    case .mapping(let pairs, let inline):
      collection(isMapping: true, isInline: inline || pairs.isEmpty) {
        for pair in pairs {
          scalar(pair.key, plain: !PlainScalar.needsQuotes(pair.key))
          emit(pair.value)
        }
      }
    }
  }

  func scalar(_ text: String, plain: Bool) {
    var text = text
    let style = plain ? YAML_PLAIN_SCALAR_STYLE : YAML_DOUBLE_QUOTED_SCALAR_STYLE
    text.withUTF8 { bytes in
      send { event in
        yaml_scalar_event_initialize(&event, nil, nil, bytes.baseAddress, Int32(bytes.count), 1, 1, style)
      }
    }
  }

  /// A list or a mapping: what begins it, what stands in it, and what ends it.
  func collection(isMapping: Bool, isInline: Bool, _ content: () -> Void) {
    if isMapping {
      let style = isInline ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE
      send { yaml_mapping_start_event_initialize(&$0, nil, nil, 1, style) }
      content()
      send { yaml_mapping_end_event_initialize(&$0) }
    } else {
      let style = isInline ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE
      send { yaml_sequence_start_event_initialize(&$0, nil, nil, 1, style) }
      content()
      send { yaml_sequence_end_event_initialize(&$0) }
    }
  }

  /// Hands one event to libyaml. It can refuse an event only for want of memory, or out of order.
  private func send(_ make: (inout yaml_event_t) -> Int32) {
    var event = yaml_event_t()
    guard make(&event) == 1, yaml_emitter_emit(&emitter, &event) == 1 else {
      preconditionFailure("libyaml refused an event: out of memory")
    }
  }
}

/// When a text may be written without quotes.
enum PlainScalar {
  /// True for a text that some YAML reader would take for something else than text, or that holds a
  /// line break. What the syntax forbids libyaml quotes by itself.
  static func needsQuotes(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    if mayBeWord(first), text.utf8.count < 6, words.contains(text.lowercased()) { return true }
    if isDigitOrSign(first), text.utf8.allSatisfy(isOfNumber) { return true }
    var text = text
    return text.withUTF8(holdsBreak)
  }

  /// Whether the bytes hold a control character, U+0085, U+2028 or U+2029.
  private static func holdsBreak(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0..<0x20: return true
      case 0xC2 where bytes[index...].starts(with: [0xC2, 0x85]): return true
      case 0xE2 where bytes[index...].starts(with: [0xE2, 0x80, 0xA8]): return true
      case 0xE2 where bytes[index...].starts(with: [0xE2, 0x80, 0xA9]): return true
      default: continue
      }
    }
    return false
  }

  /// The words that YAML 1.1 and 1.2 resolve to truth values and nothing.
  private static let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "y", "n", "null", "~"]

  /// Whether one of the words begins so; a quick look before the word itself is looked up.
  private static func mayBeWord(_ first: UInt8) -> Bool {
    switch first | 0x20 {
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "y"), UInt8(ascii: "n"), UInt8(ascii: "o"): true
    default: first == UInt8(ascii: "~")
    }
  }

  private static func isDigitOrSign(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".")
  }

  /// Digits and what else numbers, dates and times are made of.
  private static func isOfNumber(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || "+-._:eExXoOabcdfABCDFinTZ ".utf8.contains(byte)
  }
}
