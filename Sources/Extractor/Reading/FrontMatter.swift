/// The block of `key: value` lines between two lines of dashes at the head of a file, or of `key = value` lines between
/// two of plus signs.
enum FrontMatter {
  /// The facts of the block, and where the text behind it begins. Only keys at the margin count, and the name of
  /// what stands below one; the block need not be sound YAML, and seldom is.
  static func read(_ input: UnsafeBufferPointer<UInt8>) -> Reading {
    let start = ByteOrderMark.length(in: input)
    var lines = LineReader(input, from: start)
    let none = Reading(facts: [], end: start)
    guard let first = lines.next() else { return none }
    if let fence = Fence.allCases.first(where: { $0.is(first, of: input) }) {
      return read(input, from: lines.offset, fence) ?? none
    }
    guard let opening = Opening(input, from: start) else {
      return FrontMatterHead.read(input, from: start) ?? none
    }
    return read(input, from: start, .dashes, opening) ?? none
  }

  /// What was read.
  struct Reading {
    var facts: [Posting.Metadatum]
    /// Where the text behind the block begins.
    var end: Int
    /// Whether the posting stands in the keys of the block, which is read as its text.
    var isText = false
  }

  /// The facts of the lines up to a fence, and where the text behind it begins; nil where no fence follows.
  private static func read(
    _ input: UnsafeBufferPointer<UInt8>, from inside: Int, _ fence: Fence, _ opening: Opening? = nil
  ) -> Reading? {
    var lines = LineReader(input, from: inside)
    let margin = opening?.margin ?? (fence == .dashes ? marginBelowOnlyKey(input, from: inside) : 0)
    var facts: [Posting.Metadatum] = []
    // The key over lines that stand deeper: "employer:" over "  name: Orchardwick".
    var outer: String?
    // The table that lines of TOML stand in.
    var table: String?
    // The key whose text goes on below it, and whether a line without text stands before.
    var told: String?
    var isBehindBlank = false
    while let line = lines.next() {
      if fence.is(line, of: input) {
        // The last line of a file may end without a line feed.
        let end = min(lines.offset, input.count)
        let isText = isBare(input, inside, end)
        return Reading(facts: facts, end: isText ? inside : end, isText: isText)
      }
      // "- title: Platform Engineer" begins the only entry of a list.
      let spaces = line.prefix { input[$0] == 0x20 || margin > 0 && input[$0] == UInt8(ascii: "-") }.count
      let (depth, line) = (max(0, spaces - margin), line.dropFirst(min(spaces, margin)))
      if depth > 0, let told {
        facts = continued(facts, told, input[line.dropFirst(depth)], isNew: isBehindBlank)
        isBehindBlank = false
        continue
      }
      isBehindBlank = told != nil && line.allSatisfy { input[$0] <= 0x20 }
      // "[company]" over "name = 'Orchardwick'".
      if fence == .pluses, let first = line.first, input[first] == UInt8(ascii: "[") {
        let name = String(decoding: input[line], as: UTF8.self).lowercased()
        table = Trimming.trimmed(name, of: "[] \t\r")
        continue
      }
      guard let found = fact(input, line.dropFirst(depth), fence) else { continue }
      if let table {
        if found.key == "name" { facts.append(.init(key: table, value: found.value)) }
        continue
      }
      if depth == 0 {
        told = found.value.utf8.first.map(blockMarks.contains) ?? false ? found.key : nil
        outer = found.value.isEmpty || told != nil ? found.key : nil
        if told != nil { continue }
      }
      let name = depth > 0 && found.key == "name" ? outer : depth == 0 ? found.key : nil
      if let name, !found.value.isEmpty { facts.append(.init(key: name, value: found.value)) }
      if facts.count > 200 { break }
    }
    return opening?.isWhole ?? false ? Reading(facts: facts, end: inside, isText: true) : nil
  }

  /// How deep the keys stand where one key is over all of them, "position:" over "  title: Platform Engineer"; 0 elsewhere.
  private static func marginBelowOnlyKey(_ input: UnsafeBufferPointer<UInt8>, from inside: Int) -> Int {
    var lines = LineReader(input, from: inside)
    guard let first = lines.next(), let key = fact(input, first, .dashes), key.value.isEmpty else { return 0 }
    var margin: Int?
    while let line = lines.next(), !Fence.dashes.is(line, of: input) {
      let depth = line.prefix { input[$0] == 0x20 }.count
      guard let start = line.dropFirst(depth).first, input[start] > 0x20 else { continue }
      // "tags:" over "  - linux" is a list, and no key is over the others.
      if depth == 0 || margin == nil && input[start] == UInt8(ascii: "-") { return 0 }
      margin = min(margin ?? depth, depth)
    }
    return margin ?? 0
  }

  /// The marks of YAML before a text on lines of its own.
  private static let blockMarks = ByteSet(">|".utf8)

  /// The facts with another line of the text of a key.
  private static func continued(
    _ facts: [Posting.Metadatum], _ key: String, _ line: Slice<UnsafeBufferPointer<UInt8>>, isNew: Bool
  ) -> [Posting.Metadatum] {
    let text = Trimming.trimmed(String(decoding: line, as: UTF8.self), of: " \t\r")
    guard let last = facts.last, last.key == key, !isNew else {
      return facts + [.init(key: key, value: text)]
    }
    guard last.value.utf8.count < longText else { return facts }
    return facts.dropLast() + [.init(key: key, value: last.value + " " + text)]
  }

  /// More bytes of a text below a key than are worth reading.
  private static let longText = 600

  /// A block of keys in small letters at the head of a file without a fence before it: "title: Platform Engineer" over
  /// "company: Orchardwick".
  private struct Opening {
    /// Whether no fence stands behind it either: the whole file is keys, with lists of texts below some.
    let isWhole: Bool
    /// How deep its keys stand: those of the only entry of a list by two.
    let margin: Int

    /// More lines than keys take that only name things, and more than any posting has.
    private static let mostLines = (ofKeys: 60, ofFile: 2_000)

    init?(_ input: UnsafeBufferPointer<UInt8>, from start: Int) {
      var (keys, items, number) = (0, 0, 0)
      let isList = input[start...].starts(with: "- ".utf8)
      margin = isList ? 2 : 0
      for line in LineReader(input, from: start) {
        number += 1
        if number > 1, number < Self.mostLines.ofKeys, Fence.dashes.is(line, of: input) {
          isWhole = false
          guard keys > 2, !isList else { return nil }
          return
        }
        let line =
          isList && number == 1 ? line.dropFirst(2) : isList ? line.dropFirst(min(2, line.count)) : line
        guard number < Self.mostLines.ofFile else { return nil }
        guard let first = line.first(where: { input[$0] > 0x20 }) else { continue }
        if input[first] == UInt8(ascii: "-") { items += 1 }
        if first > line.lowerBound || input[first] == UInt8(ascii: "-") || input[first] == UInt8(ascii: "#") {
          continue
        }
        guard Self.isKey(line, input) else { return nil }
        keys += 1
      }
      isWhole = true
      guard keys > 2, items > 1 else { return nil }
    }

    /// "nice_to_have:" or "title: Platform Engineer".
    static func isKey(_ line: Range<Int>, _ input: UnsafeBufferPointer<UInt8>) -> Bool {
      let key = line.prefix {
        CharacterClass.isSmall(input[$0]) || input[$0] == UInt8(ascii: "_") || input[$0] == UInt8(ascii: "-")
      }
      guard !key.isEmpty, key.upperBound < line.upperBound, input[key.upperBound] == UInt8(ascii: ":") else {
        return false
      }
      return key.upperBound + 1 == line.upperBound || input[key.upperBound + 1] <= 0x20
    }
  }

  /// Whether a line begins with a key.
  static func isKey(_ line: Range<Int>, _ input: UnsafeBufferPointer<UInt8>) -> Bool {
    Opening.isKey(line, input)
  }

  /// Whether next to nothing follows the block: the posting stands in its keys, "requirements:" over a list.
  private static func isBare(_ input: UnsafeBufferPointer<UInt8>, _ inside: Int, _ end: Int) -> Bool {
    if input[end...].allSatisfy({ $0 <= 0x20 }) { return true }
    return end - inside > longKeys && input.count - end < (end - inside) / 2
  }

  /// More bytes than keys take that only name things.
  private static let longKeys = 1_000

  /// What the block stands between.
  enum Fence: CaseIterable {
    case dashes, pluses

    private var sign: UInt8 { self == .dashes ? UInt8(ascii: "-") : UInt8(ascii: "+") }

    /// What stands behind a key.
    var separator: UInt8 { self == .dashes ? UInt8(ascii: ":") : UInt8(ascii: "=") }

    /// Whether a line is one.
    func `is`(_ line: Range<Int>, of input: UnsafeBufferPointer<UInt8>) -> Bool {
      var count = 0
      for byte in input[line] where byte != 0x0D && byte != 0x20 {
        guard byte == sign else { return false }
        count += 1
      }
      return count == 3
    }
  }

  /// The key and the value of a line; nil where it has none.
  static func fact(
    _ input: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ fence: Fence
  ) -> Posting.Metadatum? {
    guard let first = line.first, CharacterClass.isLetter(input[first]) else { return nil }
    guard let sign = line.first(where: { input[$0] == fence.separator }) else { return nil }
    let key = String(decoding: input[line.lowerBound..<sign], as: UTF8.self).lowercased()
    let value = String(decoding: input[sign + 1..<line.upperBound], as: UTF8.self)
    return Posting.Metadatum(
      key: Trimming.trimmed(key, of: " \t"), value: withoutBrackets(Trimming.trimmed(value, of: " \t\r\"'")))
  }

  /// "Orchardwick" of "<Orchardwick>", as some fill in a form.
  private static func withoutBrackets(_ value: String) -> String {
    value.hasPrefix("<") && value.hasSuffix(">") ? Trimming.trimmed(value, of: "<> \t") : value
  }
}
