import Diagnostics
import TestSupport
import Testing
import YAML

/// `Golden/<name>.yaml` is read as `Sample`; `Golden/<name>.out` says what comes of it, word for word.
@Suite("YAML files and what is said about them")
struct GoldenTests {
  private static let folder = "Tests/YAMLTests/Golden"
  private static let names = ProjectFiles.list(folder, ending: ".yaml").map { String($0.dropLast(5)) }

  @Test("every file has its expected output, and no output is left over")
  func complete() {
    let outputs = ProjectFiles.list(Self.folder, ending: ".out").map { String($0.dropLast(4)) }
    #expect(outputs == Self.names)
    #expect(Self.names.count >= 15)
  }

  @Test("as expected", arguments: names)
  func asExpected(name: String) throws {
    let source = SourceText(
      name: "\(name).yaml", bytes: try ProjectFiles.bytes("\(Self.folder)/\(name).yaml"))
    let output = outcome(source)
    #expect(output == (try Golden.expected("\(Self.folder)/\(name).out", recording: output)))
  }

  private func outcome(_ source: SourceText) -> String {
    do {
      return "\(try Sample.shape.read(from: source))\n"
    } catch {
      return FindingPrinter().text(error.findings)
    }
  }
}

/// A small file of its own kind, with one of everything.
private struct Sample: CustomStringConvertible {
  enum Colour: String, CaseIterable {
    case red, green, blue
  }

  var name: Placed<String>
  var level: Int?
  var share: Double?
  var range: ClosedRange<Int>?
  var colour: Colour?
  var done: Bool?
  var tags: [String]
  var inner: [Keyed<String>]

  static let shape = Shape<Sample>.mapping("the sample") { fields in
    Sample(
      name: fields.required("name", Shape<String>.text.placed),
      level: fields.optional("level", .integer(1...5)),
      share: fields.optional("share", .number(0...1)),
      range: fields.optional("range", .range(within: 1...5)),
      colour: fields.optional("colour", Shape<Colour>.oneOf("colour")),
      done: fields.optional("done", .boolean),
      tags: fields.optional("tags", .list(of: .text, atLeast: 1), default: []),
      inner: fields.optional("inner", .dictionary(of: .text), default: []))
  }

  var description: String {
    """
    name: \(name.value.debugDescription) at \(place(name.range))
    level: \(level.map(String.init) ?? "-"), share: \(share.map { "\($0)" } ?? "-"), \
    range: \(range.map { "\($0)" } ?? "-"), colour: \(colour?.rawValue ?? "-"), done: \(done.map { "\($0)" } ?? "-")
    tags: \(tags)
    inner: \(inner.map { "\($0.key) at \(place($0.range)) = \($0.value.debugDescription)" })
    """
  }

  private func place(_ range: PlaceRange) -> String {
    "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
  }
}
