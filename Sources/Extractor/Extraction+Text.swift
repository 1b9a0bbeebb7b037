internal import Diagnostics
public import Rubric

extension Extraction {
  /// The posting as it was read, block by block, with the words behind competencies, those that no competency covers,
  /// and those in which facts stand. Front matter stands before it, line by line.
  public var text: SideText {
    let lines = LineTable(posting.source)
    var passages = zip(posting.blocks, depths).map { block, depth in
      let line = lines.line(at: posting.origin(of: block.range).lowerBound)
      return SideText.Passage(block.passageKind, line: line, depth: depth, text: posting.string(block.range))
    }
    let all = Set(role.competencies.flatMap(\.evidence) + role.unmapped).map { ($0, place: $0.place) }
    let evidence = all.sorted { ($0.place.start, $0.place.end) < ($1.place.start, $1.place.end) }
    let sources = zip(lines.offsets(of: evidence.map(\.place.start)), evidence).map { start, item in
      start..<start + item.0.quote.utf8.count
    }
    let stretches = posting.text.over(posting.repaired).stretches(from: sources)
    for (item, parts) in zip(evidence, stretches) {
      var isFirst = true
      for (number, range) in inBlocks(parts) {
        passages[number].marks.append(
          .init(range: range, part: .words(item.0), place: item.place, isFirst: isFirst))
        isFirst = false
      }
    }
    let words = FactWords(posting, role)
    for fact in FactChange.Fact.allCases {
      guard let range = words.range(of: fact) else { continue }
      let place = lines.range(posting.origin(of: range))
      for (number, range) in inBlocks([range]) {
        passages[number].marks.append(.init(range: range, part: .fact(fact), place: place, isFirst: true))
      }
    }
    return SideText(frontMatter(lines) + passages)
  }

  /// The lines of the front matter, with the facts that stand in them.
  private func frontMatter(_ lines: LineTable) -> [SideText.Passage] {
    guard posting.format == .markdown, !posting.metadata.isEmpty else { return [] }
    let text = posting.repaired
    let ranges = text.bytes.withUnsafeBufferPointer { input in
      let end = FrontMatter.read(input).end
      return LineReader(input, from: ByteOrderMark.length(in: input)).prefix { $0.lowerBound < end }
        .map { $0.lowerBound..<$0.upperBound - (input[$0].last == UInt8(ascii: "\r") ? 1 : 0) }
    }
    var passages = ranges.map { range in
      SideText.Passage(
        .line, line: lines.line(at: text.origin(of: range).lowerBound),
        text: String(decoding: text.bytes[range], as: UTF8.self))
    }
    let words = FactWords(Array(text.bytes[..<(ranges.last?.upperBound ?? 0)]), blocks: ranges, role)
    for fact in FactChange.Fact.allCases {
      guard let range = words.range(of: fact),
        let number = ranges.firstIndex(where: { $0.contains(range.lowerBound) })
      else { continue }
      let start = ranges[number].lowerBound
      let place = lines.range(text.origin(of: range))
      passages[number].marks.append(
        .init(
          range: range.lowerBound - start..<range.upperBound - start, part: .fact(fact), place: place,
          isFirst: true))
    }
    return passages
  }

  /// How many lists each block stands within.
  private var depths: [Int] {
    var indents: [Int] = []
    return posting.blocks.map { block in
      guard block.kind == .item else {
        if block.kind != .paragraph { indents = [] }
        return 0
      }
      indents.removeAll { $0 >= block.indent }
      indents.append(block.indent)
      return indents.count - 1
    }
  }

  /// The stretches by the block that they stand in, from its beginning; those of one block as one.
  private func inBlocks(_ stretches: [Range<Int>]) -> [(number: Int, range: Range<Int>)] {
    var found: [(number: Int, range: Range<Int>)] = []
    for stretch in stretches {
      let first = posting.blocks.partitioningIndex { $0.range.upperBound > stretch.lowerBound }
      let numbers = posting.blocks.indices[first...].prefix {
        posting.blocks[$0].range.lowerBound < stretch.upperBound
      }
      for number in numbers {
        let block = posting.blocks[number].range
        let part = stretch.clamped(to: block)
        let range = part.lowerBound - block.lowerBound..<part.upperBound - block.lowerBound
        if let place = found.firstIndex(where: { $0.number == number }) {
          let known = found[place].range
          found[place].range =
            min(known.lowerBound, range.lowerBound)..<max(known.upperBound, range.upperBound)
        } else if !range.isEmpty {
          found.append((number, range))
        }
      }
    }
    return found
  }
}

extension Block {
  fileprivate var passageKind: SideText.Passage.Kind {
    switch kind {
    case .heading: .heading
    case .paragraph: .paragraph
    case .item: .item
    }
  }
}

extension Evidence {
  /// Where the words stand in the file.
  fileprivate var place: PlaceRange {
    let lines = quote.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    let length = lines.last.map { last in last.count { $0 & 0xC0 != 0x80 } } ?? 0
    let end =
      lines.count == 1
      ? Place(line: line, column: column + length) : Place(line: line + lines.count - 1, column: length + 1)
    return PlaceRange(start: Place(line: line, column: column), end: end)
  }
}
