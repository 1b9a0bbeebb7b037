public import Diagnostics

/// A file of JSON that another program has written: its values, the texts that they stand for, and where they are.
public struct JSONFile: Sendable {
  /// The file.
  public let source: SourceText
  /// Its value.
  public let root: JSONValue

  private let lines: LineTable

  /// Reads a file, or throws what is wrong with it: `encoding`, `json-syntax` or `too-deep`.
  public init(_ source: SourceText) throws(InvalidInput) {
    self.source = source
    lines = LineTable(source)
    guard String(validating: source.bytes, as: UTF8.self) != nil else {
      throw InvalidInput(Finding("encoding", "not UTF-8 text", in: source, at: nil))
    }
    let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let read = source.bytes.withUnsafeBufferPointer { input -> Result<JSONValue, JSONReader.Fault> in
      do throws(JSONReader.Fault) {
        return .success(try JSONReader.read(input, start..<input.count))
      } catch {
        return .failure(error)
      }
    }
    switch read {
    case .success(let root): self.root = root
    case .failure(let fault):
      let rule = fault.isTooDeep ? "too-deep" : "json-syntax"
      throw InvalidInput(
        Finding(
          rule, "expected \(fault.expected)", in: source, at: PlaceRange(at: lines.place(at: fault.offset)),
          help: fault.isTooDeep ? nil : "is the file whole?"))
    }
  }

  /// What a string, a number or a truth value says; nil for anything else.
  public func text(_ value: JSONValue) -> String? {
    switch value.content {
    case .string: source.bytes.withUnsafeBufferPointer { JSONString.text($0, value.range) }
    case .word: source.text(in: value.range)
    case .null, .array, .object: nil
    }
  }

  /// What the value of a key of an object says, likewise.
  public func text(_ key: String, of value: JSONValue) -> String? {
    value[key].flatMap { text($0.value) }
  }

  /// Where a value stands.
  public func place(of value: JSONValue) -> PlaceRange { place(of: value.range) }

  /// Where some bytes stand.
  public func place(of range: Range<Int>) -> PlaceRange { lines.range(range) }
}
