import Figures
import TestSupport
import Testing

@Suite("Hostile formulas and units")
struct HostileFormulaTests {
  @Test("nesting ends at 64", arguments: Nesting.all)
  func deep(nesting: Nesting) throws {
    let formula = try Formula(nesting.text(64), units: SampleUnits.table)
    #expect(fault { () throws(FigureFault) in try formula.value(SampleUnits.values) } == "")
    for depth in [65, 70] {
      let result = fault { () throws(FigureFault) in
        try Formula(nesting.text(depth), units: SampleUnits.table)
      }
      #expect(
        result == "\(nesting.open.utf8.count * 64 + nesting.offset): a formula is nested at most 64 deep")
    }
  }

  @Test(
    "what nests without end stops at the first fault", arguments: ["(", "-", "not ", "if(", "min(1, ", "2^("])
  func endless(opener: String) {
    let text = String(repeating: opener, count: 4000 / opener.utf8.count)
    #expect(fault { () throws(FigureFault) in try Formula(text, units: SampleUnits.table) } != "")
  }

  @Test("a formula has at most 4,000 characters")
  func long() throws {
    let text = String(repeating: "1+", count: 1999) + "1 "
    #expect(text.utf8.count == 4000)
    #expect(try Formula(text, units: SampleUnits.table).amount([:], in: .none) == Rational(2000))
    let message = "0: a formula has at most 4000 characters"
    let longer = [text + " ", String(repeating: "é", count: 2001), String(repeating: "(", count: 1_000_000)]
    for text in longer {
      #expect(fault { () throws(FigureFault) in try Formula(text, units: SampleUnits.table) } == message)
    }
  }

  @Test(
    "long rows are no depth",
    arguments: ["+1", "*1", "-1", "/1", "+(1)", "--1", "*abs(1)", " and 1<2", " or 1<2", " and not 1<2"])
  func rows(link: String) throws {
    let first = link.hasSuffix("<2") ? "1<2" : "1"
    let text = first + String(repeating: link, count: (4000 - first.utf8.count) / link.utf8.count)
    let formula = try Formula(text, units: SampleUnits.table)
    #expect(fault { () throws(FigureFault) in try formula.value([:]) } == "")
  }

  @Test("any row of parts ends with a value or with a fault that has its place", arguments: 0..<2000)
  func soup(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = (0..<(1 + random.next() % 8)).map { _ in random.pick(Self.parts) }.joined()
    do throws(FigureFault) {
      let formula = try Formula(text, units: SampleUnits.table)
      #expect(Set(formula.names).count == formula.names.count)
      _ = try formula.value(SampleUnits.values)
    } catch {
      let starts = text.unicodeScalars.indices.map { text.utf8.distance(from: text.startIndex, to: $0) }
      #expect((starts + [text.utf8.count]).contains(error.offset ?? -1), "\(text): \(error)")
      #expect(!error.message.isEmpty && !error.message.hasSuffix("."))
    }
  }

  @Test("any text as a unit, likewise", arguments: 0..<1000)
  func unitSoup(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = (0..<(1 + random.next() % 9)).map { _ in random.pick(Self.unitParts) }.joined()
    do throws(FigureFault) {
      #expect(try SampleUnits.table.unit(text).scale > .zero)
    } catch { #expect((0...text.utf8.count).contains(error.offset ?? -1), "\(text): \(error)") }
  }

  @Test("formulas that are read come with a value often enough to prove something")
  func soupIsRich() {
    let values = (0..<2000).count { seed in
      var random = SeededGenerator(seed: UInt64(seed))
      let text = (0..<(1 + random.next() % 8)).map { _ in random.pick(Self.parts) }.joined()
      return (try? Formula(text, units: SampleUnits.table).value(SampleUnits.values)) != nil
    }
    #expect(values > 50, "\(values)")
  }

  private static let parts = [
    "rate", "two", "two", "two", "zero", "half", "there", "1", "1", "7", "+", "*", "/", ")", " ", "0", "2.5",
    "10[min]", "40[%]", "9[GB/s^2]",
    "999999999999999999999",
    "+", "-", "*", "/", "^", "<", "==", "!=", "(", ")", "(", ")", ",", " and ", " or ", " not ", "if(",
    "min(", "max(",
    "abs(", "ceil(", "round(", "[", "]", "%", "=", "\u{0}", "\u{301}", "é", "🚀", "\r\n", "\u{202E}",
    "\u{FEFF}",
    " ", "A", "_", ".", "1_0", "\"", "\\", "{=two}", "٣", "²",
  ]

  private static let unitParts = [
    "s", "min", "GB", "node", "%", "1", "clock", "*", "/", "/", "^2", "^9", "^", "-", "_", "0", " ", "é",
    "\u{301}",
    "\u{0}", "🚀", "[", "]", "USD",
  ]
}

/// A way to nest a formula.
struct Nesting: Sendable, CustomTestStringConvertible {
  var open: String
  var core = "1"
  var close = ""
  /// Where in `open` the deeper level begins.
  var offset = 0

  var testDescription: String { open }

  /// A formula that is nested so deep.
  func text(_ depth: Int) -> String {
    String(repeating: open, count: depth) + core + String(repeating: close, count: depth)
  }

  /// Brackets, signs, functions, and what takes the most levels of precedence on the way down.
  static let all = [
    Nesting(open: "(", close: ")"), Nesting(open: "-"), Nesting(open: "not ", core: "1 < 2"),
    Nesting(open: "abs(", close: ")"), Nesting(open: "min(2,", close: ")"),
    Nesting(open: "if(1<2,2,", close: ")"), Nesting(open: "1^(", core: "1", close: ")", offset: 2),
    Nesting(open: "1>2 or 1<2 and (", core: "1<2", close: ")", offset: 15),
    Nesting(open: "1>2 or 1<2 and 1<2+0*if(", core: "1<2", close: ",1,2)", offset: 21),
  ]
}
