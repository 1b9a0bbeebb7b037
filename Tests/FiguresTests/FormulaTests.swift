import Figures
import Testing

@Suite("Formulas")
struct FormulaTests {
  @Test(
    "what a formula gives, in a unit",
    arguments: [
      ("rate * period * (1 - objective)", "request", "1036800"),
      ("rate * outage * failing", "request", "480000"),
      ("1 + 2 * 3", "1", "7"), ("(1 + 2) * 3", "1", "9"), ("2 - 3 - 4", "1", "-5"), ("2 - (3 - 4)", "1", "3"),
      ("12 / 3 / 2", "1", "2"), ("12 / 3 * 2", "1", "8"), ("-2 ^ 2", "1", "-4"), ("(-2) ^ 2", "1", "4"),
      ("2 ^ -2", "1", "0.25"),
      ("2 * -3", "1", "-6"), ("2--3", "1", "5"), ("- - 2", "1", "2"), ("2 ^ (1 + 1)", "1", "4"),
      ("1 / 3", "1", "1/3"), ("1 / 3 * 3", "1", "1"), ("0.1 + 0.2", "1", "0.3"),
      ("10[min] + 1[h]", "min", "70"),
      ("10[min]^2", "min^2", "100"), ("outage ^ -1", "1/min", "0.02"), ("outage ^ (2)", "min^2", "2500"),
      ("rate ^ 2 / rate", "request/s", "400"),
      ("3[USD/month] * 1[year]", "USD", "36"),
      ("100[%] - failing", "%", "60"), ("1 + 20[%]", "1", "1.2"), ("0[min] + outage", "min", "50"),
      ("(1 + half) ^ (outage / 25[min])", "1", "2.25"), ("size / 8[Gbit/s]", "s", "3"),
      ("price * period", "USD", "180"), ("page + outage", "clock", "53700"), ("min(3, 1, 2)", "1", "1"),
      ("max(outage, 1[h], 59[min])", "h", "1"), ("abs(2 - 5)", "1", "3"), ("abs(-rate)", "request/s", "400"),
      ("ceil(cpu / each)", "node", "3"), ("floor(cpu / each)", "node", "2"),
      ("round(cpu / each)", "node", "2"),
      ("round(2.5)", "1", "3"), ("ceil(outage, 15[min])", "min", "60"),
      ("floor(outage, 15[min])", "min", "45"),
      ("round(failing, 25[%])", "%", "50"), ("ceil(failing)", "1", "1"),
      ("if(failing > 30[%], 1[h], outage)", "min", "60"),
      ("if(not failing > 30[%], 1[h], outage)", "min", "50"),
      ("if(if(two == 2, 1 < 2, 2 < 1), 3, 4)", "1", "3"), ("\n rate\t*\r\n1[s] ", "request", "400"),
      ("minimum_2", "1", "8"),
    ])
  func amounts(text: String, unit: String, amount: String) throws {
    var values = SampleUnits.values
    values["minimum_2"] = SampleUnits.quantity("8", "1")
    let formula = try Formula(text, units: SampleUnits.table)
    #expect(formula.text == text)
    #expect(try formula.amount(values, in: SampleUnits.table.unit(unit)).description == amount)
  }

  @Test(
    "whether a condition holds",
    arguments: [
      ("failing > 20[%] and failing < 90[%]", true), ("1 < 1", false), ("1 <= 1", true), ("1 > 1", false),
      ("2 >= 3", false),
      ("60[min] == 1[h]", true), ("60[min] != 1[h]", false), ("1 / 3 == 2 / 6", true),
      ("1 > 2 or 1 < 2 and 2 > 3", false), ("(1 > 2 or 1 < 2) and 2 > 3", false),
      ("1 < 2 or 1 < 2 and 2 > 3", true),
      ("not 1 > 2 and 2 > 3", false), ("not (1 > 2 and 2 > 3)", true), ("not not 1 < 2", true),
      ("1 + 1 < 3 * 1", true), ("-1 < 0", true), ("if(1 < 2, 2 < 3, 1 / zero > 0)", true),
      ("page > 14[h] and page < 14.5[h]", true), ("1 < 2 and 2 < 3 and 3 < 2", false),
      ("1 > 2 or 2 > 3 or 3 > 2", true),
    ])
  func conditions(text: String, holds: Bool) throws {
    let formula = try Formula(text, units: SampleUnits.table)
    #expect(try formula.holds(SampleUnits.values) == holds)
    #expect(try formula.value(SampleUnits.values) == .truth(holds))
  }

  @Test("the names, in the order of their first use, each once")
  func names() throws {
    let text = "if(b > a, max(c, b), ceil(a, d_2)) + 1[min] * zebra ^ 2"
    #expect(try Formula(text, units: SampleUnits.table).names == ["b", "a", "c", "d_2", "zebra"])
    #expect(try Formula("1", units: SampleUnits.table).names == [])
  }

  @Test("what can be a name")
  func isName() {
    #expect(["a", "rate", "p99_late", "x_", "minimum", "iff"].allSatisfy(Formula.isName))
    let others = ["", "_a", "9a", "Rate", "rate-2", "é", "a b"] + Formula.reservedWords
    #expect(!others.contains(where: Formula.isName))
    #expect(
      Formula.reservedWords == [
        "and", "or", "not", "if", "min", "max", "abs", "ceil", "floor", "round",
      ])
  }

  @Test(
    "only what is needed is computed",
    arguments: [
      ("if(zero == 0, 5, 1 / zero)", "5"), ("if(zero != 0, 1 / zero, 5)", "5"),
      ("if(zero == 0 or 1 / zero > 2, 5, 6)", "5"), ("if(zero != 0 and 1 / zero > 2, 5, 6)", "6"),
      ("if(1 > 0, 5, 10 ^ 99)", "5"), ("if(1 > 0, 5, 2 ^ half)", "5"),
    ])
  func lazy(text: String, amount: String) throws {
    let formula = try Formula(text, units: SampleUnits.table)
    #expect(try formula.amount(SampleUnits.values, in: .none).description == amount)
  }

  @Test("a value is what it says, in base units")
  func value() throws {
    let formula = try Formula("rate * outage", units: SampleUnits.table)
    let expected = SampleUnits.quantity("1200000", "request")
    #expect(try formula.value(SampleUnits.values) == .quantity(expected))
    #expect(expected.dimension.text == "request")
  }
}
