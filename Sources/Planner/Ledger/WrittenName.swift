/// The name of a product, to be looked for in texts: as it is written, between what is neither a letter nor a digit. Of a
/// name of several words an abbreviation in capitals stands for all: "EKS" for "Amazon EKS".
struct WrittenName {
  private let forms: [[UInt8]]

  init(_ name: String) {
    let words = name.utf8.split(separator: UInt8(ascii: " "))
    let short = words.count > 1 ? words.filter { $0.count > 2 && $0.allSatisfy(ASCII.isCapital) } : []
    forms = [Array(name.utf8)] + short.map { Array($0) }
  }

  /// Whether it stands in a text.
  func stands(in text: String) -> Bool { stands(in: Array(text.utf8)) }

  /// Whether it stands in a text of some bytes.
  func stands(in bytes: [UInt8]) -> Bool {
    forms.contains { form in
      guard let first = form.first, bytes.count >= form.count else { return false }
      return (0...bytes.count - form.count).contains { start in
        bytes[start] == first && bytes[start..<start + form.count].elementsEqual(form)
          && !(start > 0 && ASCII.isWord(bytes[start - 1]))
          && !(start + form.count < bytes.count && ASCII.isWord(bytes[start + form.count]))
      }
    }
  }
}
