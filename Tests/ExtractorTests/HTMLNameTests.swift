import Testing

@testable import Extractor

@Suite("Names of tags")
struct HTMLNameTests {
  @Test("each name is told, whatever its capitals", arguments: HTMLName.allCases)
  func told(name: HTMLName) {
    #expect(Self.name(name.rawValue) == name)
    #expect(Self.name(name.rawValue.uppercased()) == name)
  }

  @Test(
    "what is no name that matters is another", arguments: ["", "x", "bodyx", "bod", "h7", "aaaaaaaaaaaaaaaa"])
  func other(text: String) { #expect(Self.name(text) == .other) }

  @Test("headings have their levels, and begin blocks")
  func levels() {
    let names: [HTMLName] = [.h1, .h2, .h3, .h4, .h5, .h6]
    #expect(names.map(\.headingLevel) == [1, 2, 3, 4, 5, 6])
    #expect(names.allSatisfy { $0.isBlock && $0.mayBeHidden })
    #expect(HTMLName.header.headingLevel == nil)
  }

  private static func name(_ text: String) -> HTMLName {
    Array(text.utf8).withUnsafeBufferPointer { HTMLName($0[...]) }
  }
}
