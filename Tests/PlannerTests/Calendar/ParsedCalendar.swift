/// A calendar as a strict reader takes it (RFC 5545): it throws at the first thing that is not so.
struct ParsedCalendar {
  /// The events, each with its properties.
  private(set) var events: [[String: String]] = []

  /// What is wrong.
  struct Fault: Error {
    let line: String
  }

  init(_ text: String) throws {
    var lines = try Self.unfolded(text)
    guard lines.first == "BEGIN:VCALENDAR", lines.popLast() == "END:VCALENDAR" else {
      throw Fault(line: "ends")
    }
    guard lines.contains("VERSION:2.0"), lines.contains(where: { $0.hasPrefix("PRODID:-//") }) else {
      throw Fault(line: "version")
    }
    var event: [String: String]?
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { throw Fault(line: line) }
      let (name, value) = (String(line[..<colon]), String(line[line.index(after: colon)...]))
      guard !name.isEmpty, name.utf8.allSatisfy({ (0x41...0x5A).contains($0) || $0 == 0x2D }) else {
        throw Fault(line: line)
      }
      switch (line, event) {
      case ("BEGIN:VEVENT", nil): event = [:]
      case ("END:VEVENT", let done?):
        guard Set(done.keys).isSuperset(of: ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"]) else {
          throw Fault(line: "\(done)")
        }
        events.append(done)
        event = nil
      case (_, nil): continue
      case (_, let open?):
        guard open[name] == nil else { throw Fault(line: line) }
        event?[name] = try Self.value(value, of: name)
      }
    }
    guard event == nil else { throw Fault(line: "an open event") }
  }

  /// Lines end in CR LF and have at most 75 bytes; what begins with a space goes on.
  private static func unfolded(_ text: String) throws -> [String] {
    guard text.utf8.suffix(2).elementsEqual([0x0D, 0x0A]) else { throw Fault(line: "the last line end") }
    var lines: [[UInt8]] = []
    for var line in Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
      guard line.popLast() == 0x0D, line.count <= 75, !line.isEmpty, !line.contains(0x0D) else {
        throw Fault(line: String(decoding: line, as: UTF8.self))
      }
      // A line that is cut within a character is no UTF-8.
      guard String(validating: line, as: UTF8.self) != nil else { throw Fault(line: "a cut character") }
      if line.first == 0x20 {
        guard !lines.isEmpty else { throw Fault(line: "a first line that goes on") }
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(Array(line))
      }
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func value(_ value: String, of name: String) throws -> String {
    if name.hasPrefix("DT") {
      let form = /\d{8}T([01]\d|2[0-3])[0-5]\d00Z?/
      guard value.wholeMatch(of: form) != nil else { throw Fault(line: value) }
      return value
    }
    guard name == "SUMMARY" || name == "DESCRIPTION" else { return value }
    var text = ""
    var scalars = value.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar.value >= 0x20, scalar.value != 0x7F, scalar != ";", scalar != "," else {
        throw Fault(line: value)
      }
      guard scalar == "\\" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      switch scalars.next() {
      case "n": text += "\n"
      case let next? where "\\;,".unicodeScalars.contains(next): text.unicodeScalars.append(next)
      default: throw Fault(line: value)
      }
    }
    return text
  }
}
