internal import CLibYAML
internal import Diagnostics

/// One event of libyaml's parser, copied out of its memory.
struct Event {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd
    case scalar(String, isPlain: Bool)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    case alias
  }

  let kind: Kind
  let range: PlaceRange
}

/// Owns libyaml's parser and the bytes it reads. Turns its marks, which count from 0, into places,
/// once and here.
final class EventReader {
  private let source: SourceText
  private let section: Range<Int>
  private let firstLine: Int
  private var parser = yaml_parser_t()
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let surrogatePairs: SurrogatePairs?
  private let hasByteOrderMark: Bool

  init(_ source: SourceText, section: Range<Int>, firstLine: Int) {
    self.source = source
    self.section = section
    self.firstLine = firstLine
    // libyaml takes the mark for an indentation of one.
    hasByteOrderMark = source.bytes[section].starts(with: [0xEF, 0xBB, 0xBF])
    let text = source.bytes[section].dropFirst(hasByteOrderMark ? 3 : 0)
    surrogatePairs = SurrogatePairs(text)
    let bytes = surrogatePairs?.bytes[...] ?? text
    input = .allocate(capacity: bytes.count)
    _ = input.initialize(from: bytes)
    yaml_parser_initialize(&parser)
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, input.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(&parser)
    input.deallocate()
  }

  /// The next event. Reports what libyaml cannot read, and anchors and tags, with their places.
  func next() throws(InvalidInput) -> Event {
    var raw = yaml_event_t()
    guard yaml_parser_parse(&parser, &raw) == 1 else { throw InvalidInput(syntaxError()) }
    defer { yaml_event_delete(&raw) }
    let range = PlaceRange(start: place(raw.start_mark), end: place(raw.end_mark))
    if let (property, text) = forbidden(raw) {
      let message = "\(property) (\"\(text)\") are not allowed"
      throw InvalidInput(
        Finding("yaml-property", message, in: source, at: range, help: "write the plain value"))
    }
    return Event(kind: kind(raw), range: range)
  }

  private func kind(_ raw: yaml_event_t) -> Event.Kind {
    switch raw.type {
    case YAML_STREAM_START_EVENT: return .streamStart
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_SCALAR_EVENT:
      let scalar = raw.data.scalar
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return .scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
    case YAML_SEQUENCE_START_EVENT: return .sequenceStart
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_START_EVENT: return .mappingStart
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    case YAML_ALIAS_EVENT: return .alias
    default: return .streamEnd
    }
  }

  private func forbidden(_ raw: yaml_event_t) -> (property: String, text: String)? {
    let (anchor, tag): (UnsafeMutablePointer<yaml_char_t>?, UnsafeMutablePointer<yaml_char_t>?)
    switch raw.type {
    case YAML_SCALAR_EVENT: (anchor, tag) = (raw.data.scalar.anchor, raw.data.scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      (anchor, tag) = (raw.data.sequence_start.anchor, raw.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT: (anchor, tag) = (raw.data.mapping_start.anchor, raw.data.mapping_start.tag)
    default: return nil
    }
    if let anchor { return ("anchors", "&" + String(cString: anchor)) }
    return tag.map { ("tags", String(cString: $0)) }
  }

  /// libyaml's own complaint, in a sentence, at its place.
  private func syntaxError() -> Finding {
    let problem = parser.problem.map { String(cString: $0) } ?? "not YAML"
    guard parser.error != YAML_READER_ERROR else { return encodingError(problem) }
    guard let context = parser.context.map({ String(cString: $0) }) else {
      return syntaxError(problem, at: place(parser.problem_mark), note: nil)
    }
    let (begin, end) = (place(parser.context_mark), place(parser.problem_mark))
    // What is never closed is mended where it begins, not at the end of the file.
    if problem.hasSuffix("end of stream") {
      return syntaxError("\(context), \(problem)", at: begin, note: nil)
    }
    let note = begin == end ? nil : "it begins at \(begin.line):\(begin.column)"
    return syntaxError("\(context), \(problem)", at: end, note: note)
  }

  private func syntaxError(_ message: String, at place: Place, note: String?) -> Finding {
    let help = help(for: message, at: place)
    return Finding("yaml-syntax", message, in: source, at: PlaceRange(at: place), note: note, help: help)
  }

  /// libyaml's reader leaves its mark at 0 and gives a byte offset instead.
  private func encodingError(_ problem: String) -> Finding {
    let offset =
      (surrogatePairs?.offset(parser.problem_offset) ?? parser.problem_offset) + (hasByteOrderMark ? 3 : 0)
    let place = LineTable(source).place(at: section.lowerBound + offset)
    let message = problem.hasPrefix("control") ? problem : "not UTF-8 text: \(problem)"
    return Finding("encoding", message, in: source, at: PlaceRange(at: place))
  }

  private func help(for message: String, at place: Place) -> String? {
    if message.holds("mapping values are not allowed") {
      return "a text that holds \": \" must be quoted"
    }
    if message.holds("cannot start any token") {
      let offset = LineTable(source).offset(of: place)
      return source.bytes[offset...].first == UInt8(ascii: "\t")
        ? "indent with spaces, not tabs" : "quote the text"
    }
    return nil
  }

  private func place(_ mark: yaml_mark_t) -> Place {
    let (line, column) = (Int(mark.line), Int(mark.column))
    let mark = line == 0 && hasByteOrderMark ? 1 : 0
    return Place(
      line: line + firstLine, column: (surrogatePairs?.column(column, line: line) ?? column) + mark + 1)
  }
}
