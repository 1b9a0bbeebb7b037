import Figures
import TestSupport
import Testing

@Suite("Units")
struct UnitTests {
  @Test(
    "a unit is a product of words",
    arguments: [
      ("1", "a number without unit", "1"), ("%", "a number without unit", "0.01"), ("min", "s", "60"),
      ("h", "s", "3600"), ("USD/month", "USD/month", "1"), ("1/s", "1/s", "1"),
      ("GB/node/day", "B/node/s", nil),
      ("engineer*h", "engineer*s", "3600"), ("h*engineer", "engineer*s", "3600"), ("s^2", "s^2", "1"),
      ("min^2/min", "s", "60"), ("h/h", "a number without unit", "1"), ("%/month", "1/month", "0.01"),
      ("1/s/s^2", "1/s^3", "1"), ("mvCPU", "vCPU", "0.001"), ("clock", "s", "1"),
      ("1*1/1^9", "a number without unit", "1"),
    ])
  func products(text: String, dimension: String, scale: String?) throws {
    let unit = try SampleUnits.table.unit(text)
    #expect(unit.text == text)
    #expect(unit.dimension.text == dimension)
    #expect(scale == nil || unit.scale.description == scale)
    #expect(unit.isClock == (text == "clock"))
  }

  @Test(
    "a unit that is none, and where",
    arguments: [
      ("", "0: expected a unit, found the end"), ("requests", "0: unknown unit \"requests\""),
      ("USD/mon", "4: unknown unit \"mon\""), ("GB per s", "2: expected \"*\" or \"/\", found \" \""),
      ("GB/", "3: expected a unit, found the end"), ("/s", "0: expected a unit, found \"/\""),
      ("2*s", "0: expected a unit, found \"2\""), ("10", "1: expected \"*\" or \"/\", found \"0\""),
      ("s^", "2: expected a power from 1 to 9, found the end"),
      ("s^0", "2: expected a power from 1 to 9, found \"0\""),
      ("s^-1", "2: expected a power from 1 to 9, found \"-\""),
      ("s^10", "3: expected \"*\" or \"/\", found \"0\""),
      ("GB/(node*day)", "3: expected a unit, found \"(\""),
      ("clock/day", "6: a time of day stands alone, without \"*\" and \"/\""),
      ("1/clock", "2: a time of day stands alone, without \"*\" and \"/\""),
      ("clock^1", "0: a time of day stands alone, without \"^\""), ("€", "0: expected a unit, found \"€\""),
      ("s/ß", "2: expected a unit, found \"ß\""), ("S", "0: unknown unit \"S\""),
      ("-", "0: expected a unit, found \"-\""),
      ("GB^9", "0: a number becomes too large to stay exact"),
      ("s^9/1*s^9*s^9*s^9*s^9*s^9*s^9*s^9", "30: the power of s is beyond 64"),
    ])
  func faults(text: String, message: String) {
    #expect(fault { () throws(FigureFault) in try SampleUnits.table.unit(text) } == message)
  }

  @Test("a word that is missing is named by its fault")
  func unknown() {
    #expect(throws: FigureFault(.unknownUnit("mon"), "unknown unit \"mon\"", at: 4)) {
      try SampleUnits.table.unit("USD/mon")
    }
  }

  @Test("a unit has an end")
  func long() {
    let text = Array(repeating: "s", count: 101).joined(separator: "/")
    let message = "0: a unit has at most 200 characters"
    #expect(fault { () throws(FigureFault) in try SampleUnits.table.unit(text) } == message)
  }

  @Test("the table knows its words in order, and what it has no use for")
  func names() {
    let table = UnitTable([
      .init(name: "s"), .init(name: "s"), .init(name: "min", factor: Rational(60), base: "s"),
      .init(name: "none", factor: .zero), .init(name: "less", factor: Rational(-1), base: "s"),
      .init(name: "lost", base: "nowhere"), .init(name: "round", base: "again"),
      .init(name: "again", base: "round"), .init(name: "clock"), .init(name: "%"), .init(name: "a b"),
      .init(name: "end-"), .init(name: ""), .init(name: "é"), .init(name: "late", base: "node"),
    ])
    #expect(table.names == ["s", "min", "%", "clock", "1"])
    #expect(
      table.rejected == [
        "s", "clock", "%", "a b", "end-", "", "é", "none", "less", "lost", "round", "again", "late",
      ])
    let more = table.adding(counts: ["node"]).adding(counts: ["test-case", "min"])
    #expect(more.names == ["s", "min", "late", "node", "test-case", "%", "clock", "1"])
    #expect(more.rejected.contains("min") && !more.rejected.contains("late"))
  }

  @Test("counts that are added stand behind the others, and a second has no use")
  func added() throws {
    let table = UnitTable([.init(name: "s"), .init(name: "min", factor: Rational(60), base: "s")])
    let more = table.adding(counts: ["node", "min", "clock", "a b", "job", "node"])
    #expect(more.names == ["s", "min", "node", "job", "%", "clock", "1"])
    #expect(more.rejected == ["min", "clock", "a b", "node"])
    #expect(try more.unit("job/node").dimension.isCounted)
    #expect(more.adding(counts: ["rack"]).names == ["s", "min", "node", "job", "rack", "%", "clock", "1"])
    #expect(table.adding(counts: []).names == table.names && table.rejected.isEmpty)
  }

  @Test("a count called s is what the clock counts")
  func countedSeconds() throws {
    let table = UnitTable([.init(name: "USD")]).adding(counts: ["s"])
    #expect(try table.unit("clock").dimension == table.unit("s").dimension)
  }

  @Test("only counts have one for a whole step")
  func counted() throws {
    let counted = ["1", "%", "node", "vCPU/node", "mvCPU", "1/request"]
    for text in counted { #expect(try SampleUnits.table.unit(text).dimension.isCounted, "\(text)") }
    for text in ["s", "request/s", "GB/node", "USD", "clock"] {
      #expect(try !SampleUnits.table.unit(text).dimension.isCounted, "\(text)")
    }
  }

  @Test("a clock without seconds has a dimension of its own")
  func clock() throws {
    let unit = try UnitTable([]).unit("clock")
    #expect(unit.isClock && unit.dimension.text == "clock" && unit.scale == .one)
  }

  @Test(
    "an amount in another unit",
    arguments: [
      ("90", "min", "h", "1.5"), ("1", "GB", "Gbit", "8"), ("10", "Gbit/s", "GB/s", "1.25"),
      ("40", "%", "1", "0.4"),
      ("0.25", "1", "%", "25"), ("2", "year", "month", "24"), ("50700", "clock", "h", nil),
      ("3", "GB/node/day", "B/node/s", nil), ("1", "s", "s", "1"),
    ])
  func converted(amount: String, unit: String, other: String, result: String?) throws {
    let converted = try SampleUnits.quantity(amount, unit).amount(in: SampleUnits.table.unit(other))
    #expect(result == nil || converted.description == result)
    let back = try Quantity(converted, SampleUnits.table.unit(other))
    #expect(try back.amount(in: SampleUnits.table.unit(unit)) == SampleUnits.number(amount))
    #expect(back == SampleUnits.quantity(amount, unit))
  }

  @Test(
    "an amount has none in a unit of another dimension",
    arguments: [
      ("GB/s", "GB", "the amount is in B/s, and the unit says GB"),
      ("month", "day", "the amount is in month, and the unit says day"),
      ("%", "USD", "the amount is a number without unit, and the unit says USD"),
      ("request", "1", "the amount is in request, and the unit says 1"),
    ])
  func otherDimension(unit: String, other: String, message: String) {
    let quantity = SampleUnits.quantity("1", unit)
    let result = fault { () throws(FigureFault) in
      try quantity.amount(in: try SampleUnits.table.unit(other))
    }
    #expect(result == message)
  }

  @Test("any amount in any unit converts there and back", arguments: 0..<200)
  func thereAndBack(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = ["min", "GB", "node", "USD", "%", "ms", "h^2", "mvCPU", "1"]
    let text = (0..<(1 + random.next() % 3)).reduce(random.pick(words)) { text, _ in
      text + random.pick(["*", "/"]) + random.pick(words)
    }
    let unit = try SampleUnits.table.unit(text)
    let amount = RandomNumber.make(&random)
    #expect(try Quantity(amount, unit).amount(in: unit) == amount, "\(text)")
    let inverse = try SampleUnits.table.unit("1/" + text.split(separator: "*").joined(separator: "/"))
    let isProduct = !text.contains("/")
    #expect(try !isProduct || inverse.scale.multiplying(by: unit.scale) == .one, "\(text)")
  }
}
