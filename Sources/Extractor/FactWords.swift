internal import Rubric

/// Finds the words of a text in which a fact of a role stands: where its value is written, not why it was taken.
struct FactWords {
  private let bytes: [UInt8]
  private let blocks: [Range<Int>]
  private let role: RoleDefinition

  /// Looks into the text of a posting, for the facts of its role.
  init(_ posting: Posting, _ role: RoleDefinition) {
    self.init(posting.text.bytes, blocks: posting.blocks.map(\.range), role)
  }

  /// Looks into a text that has some blocks, for the facts of a role.
  init(_ bytes: [UInt8], blocks: [Range<Int>], _ role: RoleDefinition) {
    (self.bytes, self.blocks, self.role) = (bytes, blocks, role)
  }

  /// Where a fact stands in the text; nil where its value is not written.
  func range(of fact: FactChange.Fact) -> Range<Int>? {
    switch fact {
    case .title: first(role.title)
    case .company: role.company.flatMap { first($0) }
    case .location: role.location.flatMap { first($0) }
    case .level: role.level == .unspecified ? nil : first(role.level.rawValue, isWord: true)
    case .remote: role.remote == nil ? nil : first("remote", isWord: true)
    case .minYears: role.minYears.flatMap(years)
    case .pay: role.pay.flatMap(pay)
    case .interviewProcess: stages(role.interviewProcess.map(\.name))
    }
  }

  /// The block that names the most stages.
  private func stages(_ names: [String]) -> Range<Int>? {
    let counts = blocks.map { block in
      names.count { first($0, isWord: true, in: block) != nil }
    }
    guard let most = counts.max(), most > 0 else { return nil }
    return counts.firstIndex(of: most).map { blocks[$0] }
  }

  /// The first place of a text, whatever its capitals.
  private func first(_ text: String, isWord: Bool = false, in range: Range<Int>? = nil) -> Range<Int>? {
    let wanted = text.utf8.map(CharacterClass.small)
    let range = range ?? 0..<bytes.count
    guard let head = wanted.first, range.count >= wanted.count else { return nil }
    let bytes = bytes
    for start in range.lowerBound...(range.upperBound - wanted.count)
    where CharacterClass.small(bytes[start]) == head {
      let end = start + wanted.count
      guard bytes[start..<end].lazy.map(CharacterClass.small).elementsEqual(wanted) else { continue }
      let isInside = isWord && (isLetter(before: start, in: bytes) || isLetter(before: end + 1, in: bytes))
      if !isInside { return start..<end }
    }
    return nil
  }

  private func isLetter(before offset: Int, in bytes: [UInt8]) -> Bool {
    offset > 0 && offset <= bytes.count && CharacterClass.isLetter(bytes[offset - 1])
  }

  /// A number with "years" close behind it.
  private func years(_ count: Int) -> Range<Int>? {
    let bytes = bytes
    for number in numbers(in: 0..<bytes.count) where number.value == count {
      let behind = bytes[number.range.upperBound...].prefix(20).map(CharacterClass.small)
      guard let end = behind.indices.first(where: { behind[$0...].starts(with: "year".utf8) }) else {
        continue
      }
      let isSeveral = behind.dropFirst(end + 4).first == UInt8(ascii: "s")
      return number.range.lowerBound..<number.range.upperBound + end + (isSeveral ? 5 : 4)
    }
    return nil
  }

  /// The amounts, in the first block that has one of them.
  private func pay(_ pay: Pay) -> Range<Int>? {
    let wanted = [pay.min, pay.max].compactMap { $0 }
    for block in blocks {
      let found = numbers(in: block).filter { wanted.contains($0.value) }
      if let first = found.first, let last = found.last {
        return first.range.lowerBound..<last.range.upperBound
      }
    }
    return nil
  }

  /// The whole numbers of a stretch: `56,000`, `56 000` and `56k` are one.
  private func numbers(in range: Range<Int>) -> [(range: Range<Int>, value: Int)] {
    var numbers: [(range: Range<Int>, value: Int)] = []
    let bytes = bytes
    var offset = range.lowerBound
    while offset < range.upperBound {
      let start = offset
      var value = 0
      while offset < range.upperBound, value < 100_000_000 {
        if CharacterClass.isDigit(bytes[offset]) {
          value = value * 10 + Int(bytes[offset] - 0x30)
        } else if offset == start || !isGroup(at: offset, in: bytes[..<range.upperBound]) {
          break
        }
        offset += 1
      }
      guard offset > start else {
        offset += 1
        continue
      }
      let isThousands = offset < range.upperBound && CharacterClass.small(bytes[offset]) == UInt8(ascii: "k")
      if isThousands { offset += 1 }
      numbers.append((start..<offset, isThousands ? value * 1000 : value))
    }
    return numbers
  }

  /// Whether a mark stands between groups of three digits.
  private func isGroup(at offset: Int, in bytes: ArraySlice<UInt8>) -> Bool {
    guard ",.' ".utf8.contains(bytes[offset]) else { return false }
    let behind = bytes[(offset + 1)...].prefix(4)
    return behind.prefix(3).count { CharacterClass.isDigit($0) } == 3
      && !(behind.count == 4 && CharacterClass.isDigit(behind[offset + 4]))
  }

}
