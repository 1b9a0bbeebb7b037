import Diagnostics
import Testing

@Suite("Places of a text")
struct LineTableTests {
  @Test("a tab counts as one column")
  func tab() {
    let table = LineTable(SourceText(name: "x", text: "\ta\n\t\tb"))
    #expect(table.place(at: 1) == Place(line: 1, column: 2))
    #expect(table.place(at: 5) == Place(line: 2, column: 3))
  }

  @Test("wide characters and emoji count as one column, however many bytes they take")
  func wide() {
    let table = LineTable(SourceText(name: "x", text: "日本語x\n🚀y"))
    #expect(table.place(at: 9) == Place(line: 1, column: 4))
    #expect(table.place(at: 15) == Place(line: 2, column: 2))
  }

  @Test("columns of a very long line are counted like those of a short one")
  func long() {
    let text = "ab\n" + String(repeating: "é日x🚀", count: 5_000) + "\nlast"
    let table = LineTable(SourceText(name: "x", text: text))
    let start = 3
    for scalar in [0, 1, 7, 2_003, 9_999, 19_999, 20_000] {
      let bytes = scalar / 4 * 10 + [0, 2, 5, 6][scalar % 4]
      #expect(table.place(at: start + bytes) == Place(line: 2, column: scalar + 1))
    }
    #expect(table.place(at: start + 50_001) == Place(line: 3, column: 1))
  }

  @Test("a combining mark counts as a column of its own")
  func combining() {
    let table = LineTable(SourceText(name: "x", text: "e\u{301}x"))
    #expect(table.place(at: 3) == Place(line: 1, column: 3))
  }

  @Test("a CR before the LF belongs to the line end")
  func carriageReturn() {
    let table = LineTable(SourceText(name: "x", text: "one\r\ntwo\r\n"))
    #expect(table.count == 3)
    #expect(table.text(ofLine: 1) == "one")
    #expect(table.text(ofLine: 2) == "two")
    #expect(table.place(at: 5) == Place(line: 2, column: 1))
    #expect(table.offset(of: Place(line: 1, column: 99)) == 3)
  }

  @Test("places in long lines are counted in scalars, wherever a line begins")
  func longLines() {
    let text = "é\n" + String(repeating: "aé🚀", count: 20_000) + "\n" + String(repeating: "日x", count: 9_000)
    let bytes = Array(text.utf8)
    let table = LineTable(SourceText(name: "x", text: text))
    for offset in stride(from: 0, to: bytes.count, by: 997) where bytes[offset] & 0xC0 != 0x80 {
      let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let column = bytes[start..<offset].count { $0 & 0xC0 != 0x80 } + 1
      #expect(table.place(at: offset).column == column)
    }
    #expect(table.place(at: bytes.count) == Place(line: 3, column: 18_001))
  }

  @Test("the last line needs no line end")
  func lastLine() {
    let table = LineTable(SourceText(name: "x", text: "one\ntwo"))
    #expect(table.count == 2)
    #expect(table.text(ofLine: 2) == "two")
    #expect(table.place(at: 7) == Place(line: 2, column: 4))
    #expect(table.place(at: 1_000) == Place(line: 2, column: 4))
  }

  @Test("an empty text has one empty line, and lines that are not there are empty")
  func empty() {
    let table = LineTable(SourceText(name: "x", text: ""))
    #expect(table.count == 1)
    #expect(table.text(ofLine: 1) == "")
    #expect(table.text(ofLine: 0) == "")
    #expect(table.text(ofLine: 2) == "")
    #expect(table.place(at: 0) == .start)
  }

  @Test(
    "a place leads back to its byte",
    arguments: ["a\tb\r\ncd", "日本\n\n語x", "e\u{301}\u{301}\n🚀🚀", "\n", "no end", "end\n"])
  func roundTrip(text: String) {
    let table = LineTable(SourceText(name: "x", text: text))
    var offset = 0
    for scalar in text.unicodeScalars {
      // A CR LF is one line end: its LF has no place of its own.
      if scalar != "\n" { #expect(table.offset(of: table.place(at: offset)) == offset) }
      offset += UTF8.width(scalar)
    }
  }

  @Test("places in their order lead back to their bytes in one pass, as each does by itself")
  func offsets() {
    let table = LineTable(SourceText(name: "x", text: "a日b語c\r\n\nde"))
    let places = [(1, 1), (1, 2), (1, 2), (1, 4), (1, 9), (2, 1), (3, 2), (3, 5), (7, 1)].map {
      Place(line: $0.0, column: $0.1)
    }
    #expect(table.offsets(of: places) == places.map { table.offset(of: $0) })
    #expect(table.offsets(of: places.reversed()) == places.reversed().map { table.offset(of: $0) })
  }
}
