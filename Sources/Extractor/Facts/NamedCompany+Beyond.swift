internal import Diagnostics
internal import Rubric

/// Names of employers that the running text does not tell: they stand in other keys of the front matter, behind the
/// sign of a copyright, or in addresses alone.
extension NamedCompany {
  /// The name in what the file says about itself: "description: Orchardwick is looking for an engineer".
  func nameInMetadata() -> String? {
    let texts = marked.posting.metadata.lazy.map(\.value).filter { $0.utf8.contains(0x20) }.prefix(
      Self.mostTexts)
    guard !texts.isEmpty else { return nil }
    var posting = marked.posting
    posting.becomeText(of: Array(texts))
    let about = MarkedPosting(posting, marked.index)
    return NamedCompany(about, Zones(about)).nameInTexts()
  }

  private static let mostTexts = 40

  /// The name of which most is told in texts apart, where it is one.
  private func nameInTexts() -> String? {
    guard let best = weights.max(by: { ($0.value.sum, -$0.value.first) < ($1.value.sum, -$1.value.first) })
    else { return nameRepeated() }
    let isAlone = !weights.contains { $0.key != best.key && $0.value.sum == best.value.sum }
    return isAlone ? best.key : nil
  }

  /// "University of Ghent" or "Ghent University" of the place "Department of Ferries, Ghent University, Ghent".
  func houseInPlace() -> String? {
    let parts = marked.stated(.location).flatMap { $0.split(separator: ",") }.map {
      Trimming.trimmed($0, of: " ")
    }
    return parts.first { part in
      let words = part.split(separator: " ")
      return words.count > 1
        && [words.first, words.last].contains { marked.index.language.nameEndings.contains(String($0 ?? "")) }
    }
  }

  /// "Orchardwick" of "© 2024 Orchardwick Ltd. All rights reserved", wherever it stands in the file.
  func nameBehindCopyright() -> String? {
    let bytes = marked.posting.source.bytes
    let line = bytes.withUnsafeBufferPointer { input -> String? in
      Self.endOfCopyright(in: input).map { end in
        let line = input[end..<min(end + 120, input.count)].prefix {
          $0 >= 0x20 && !Self.endsOfName.contains($0)
        }
        return String(decoding: line, as: UTF8.self)
      }
    }
    let words = line?.split(separator: " ").drop { word in
      word.first?.isNumber ?? false
        || ["copyright", "copyrights", "by", "-", "–", "the"].contains(word.lowercased())
    }
    let name = words?.prefix(4).prefix { $0.first?.isUppercase ?? false }.joined(separator: " ") ?? ""
    let isNobody = marked.cues(ofText: name).contains { !$0.cue.isOf(.companyForm) }
    return name.utf8.count > 2 && !isNobody ? name : nil
  }

  /// The offset behind the first sign of a copyright.
  private static func endOfCopyright(in input: UnsafeBufferPointer<UInt8>) -> Int? {
    var offset = 0
    while let sign = input.firstOffset(of: 0xC2, in: offset..<input.count) {
      offset = sign + 1
      if offset < input.count, input[offset] == 0xA9 { return offset + 1 }
    }
    offset = 0
    while let sign = input.firstOffset(of: UInt8(ascii: "&"), in: offset..<input.count) {
      offset = sign + 1
      if input[sign...].starts(with: "&copy;".utf8) { return sign + 6 }
    }
    return nil
  }

  private static let endsOfName = ByteSet("<.,|;:&(\\".utf8)

  /// The owner of the mailbox or the site for applications, where it is one and the text never names it: "Arctic Ferry"
  /// of "jobs@arcticferry.example" where the text speaks of a ferry.
  func nameOfAddress(_ owners: AddressOwners) -> String? {
    let names = Set(owners.onWork.map(\.name))
    guard names.count == 1, let name = names.first, name.utf8.count > 4,
      name.utf8.allSatisfy({ CharacterClass.isSmall($0) || $0 == UInt8(ascii: "-") })
    else { return nil }
    let parts = name.split(separator: "-").map(String.init)
    return (parts.count > 1 ? parts : parted(name)).map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }

  /// The letters of a name in two parts, where the text holds the second as a word.
  private func parted(_ name: String) -> [String] {
    for count in 3..<max(3, name.utf8.count - 3) {
      let last = String(name.dropFirst(count))
      guard let hash = WordScanner.words(of: last).hashes.first, marked.words.hashes.contains(hash) else {
        continue
      }
      return [String(name.prefix(count)), last]
    }
    return [name]
  }
}
