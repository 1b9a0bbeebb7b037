public import Diagnostics
internal import YAML

extension SideText {
  /// The lines of a role file, with the places of its facts, its competencies and what no competency covers. The words
  /// behind competencies are of another file and not marked.
  public init(roleFile source: SourceText, of role: RoleDefinition) {
    let lines = LineTable(source)
    var passages = (1...lines.count).map { Passage(.line, line: $0, text: lines.text(ofLine: $0)) }
    let parts = Self.parts(of: source, role).sorted { $0.place.start < $1.place.start }
    let starts = lines.offsets(of: parts.map(\.place.start))
    // No part stands within another, so that ends come in the same order.
    let ends = lines.offsets(
      of: parts.map { part in
        let end = part.place.end
        return end.line > lines.count ? Place(line: lines.count, column: .max) : end
      })
    for (part, offsets) in zip(parts, zip(starts, ends)) where offsets.0 < offsets.1 {
      var isFirst = true
      let last = lines.line(at: offsets.1)
      for line in lines.line(at: offsets.0)...last {
        let all = lines.bytes(ofLine: line)
        let words = Self.trimmed((offsets.0..<offsets.1).clamped(to: all), source.bytes)
        guard !words.isEmpty else { continue }
        let range = words.lowerBound - all.lowerBound..<words.upperBound - all.lowerBound
        passages[line - 1].marks.append(
          Mark(range: range, part: part.part, place: part.place, isFirst: isFirst))
        isFirst = false
      }
    }
    self.init(passages)
  }

  /// A stretch without the spaces at its ends.
  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    guard let first = range.first(where: { bytes[$0] > 0x20 }),
      let last = range.last(where: { bytes[$0] > 0x20 })
    else { return range.lowerBound..<range.lowerBound }
    return first..<last + 1
  }

  private static func parts(of source: SourceText, _ role: RoleDefinition) -> [(
    part: Part, place: PlaceRange
  )] {
    guard let root = try? YAMLParser.parse(source), case .mapping(let entries) = root.content else {
      return []
    }
    return entries.flatMap { entry -> [(part: Part, place: PlaceRange)] in
      if let fact = FactChange.Fact(rawValue: entry.key) { return [(.fact(fact), entry.place)] }
      guard case .sequence(let items) = entry.value.content else { return [] }
      switch entry.key {
      case "competencies":
        return zip(items, role.competencies).map { (.competency($1.id), $0.placeWithoutWords) }
      case "unmapped": return zip(items, role.unmapped).map { (.words($1), $0.range) }
      default: return []
      }
    }
  }
}

extension Node.Entry {
  fileprivate var place: PlaceRange { PlaceRange(start: keyRange.start, end: value.range.end) }
}

extension Node {
  /// Where an entry stands up to the words behind it.
  fileprivate var placeWithoutWords: PlaceRange {
    guard case .mapping(let entries) = content else { return range }
    let own = entries.prefix { $0.key != "evidence" }
    return PlaceRange(start: range.start, end: own.last?.place.end ?? range.start)
  }
}
