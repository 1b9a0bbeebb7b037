import Figures
import Testing

@Suite("Faults of formulas")
struct FormulaFaultTests {
  @Test(
    "a text that is no formula, and where",
    arguments: [
      ("", #"0: expected a number, a name or "(", found the end"#),
      ("rate *", #"6: expected a number, a name or "(", found the end"#),
      ("rate * * 2", #"7: expected a number, a name or "(", found "*""#),
      ("rate outage", #"5: expected an operator, found "outage""#),
      ("(1 + 2", #"6: expected an operator or ")", found the end"#),
      ("1 + 2)", #"5: expected an operator, found ")""#),
      ("()", #"1: expected a number, a name or "(", found ")""#),
      ("+1", #"0: expected a number, a name or "(", found "+""#),
      ("1, 2", #"1: expected an operator, found ",""#),
      ("1 < 2 < 3", #"6: comparisons are joined by "and": a < b and b < c"#),
      ("1 == 2 != 3", #"7: comparisons are joined by "and": a < b and b < c"#),
      ("2 ^ 3 ^ 2", "6: a power of a power needs brackets: (a ^ 2) ^ 3"),
      ("2 ^ - - 2", #"6: expected a number, a name or "(", found "-""#),
      ("1 + not zero > 1", #"4: "not" needs brackets here: (not a < b)"#),
      ("and", #"0: expected a number, a name or "(", found "and""#),
      ("min", #"0: "min" is a function: min(a, b, ...)"#),
      ("if > 2", #"0: "if" is a function: if(condition, a, b)"#),
      ("2 * abs - 1", #"4: "abs" is a function: abs(a)"#), ("sum(1, 2)", #"0: unknown function "sum""#),
      ("min(1)", "0: expected min(a, b, ...), found 1 value"),
      ("abs(1, 2)", "0: expected abs(a), found 2 values"),
      ("ceil(1, 2, 3)", "0: expected ceil(a, step), found 3 values"),
      ("if(1 < 2, 3)", "0: expected if(condition, a, b), found 2 values"),
      ("min()", #"4: expected a number, a name or "(", found ")""#),
      ("min(1 2)", #"6: expected an operator or ")", found "2""#),
      ("10 [min]", "3: a unit stands right behind a number: 10[min]"),
      ("rate[GB]", "4: a unit stands right behind a number: 10[min]"), ("10[min", #"2: "[" without "]""#),
      ("10[mins]", #"3: unknown unit "mins""#), ("1 + 10[GB/nod]", #"10: unknown unit "nod""#),
      ("10[]", "3: expected a unit, found the end"),
      ("14[clock]", "3: a time of day in a formula is a time since midnight: 14[h]"),
      ("20%", "2: a percentage has its sign in brackets: 20[%]"),
      ("a = b", #"2: two things are compared by "==""#),
      ("Rate", #"0: a name has small letters, digits and "_", and begins with a letter"#),
      ("_a", #"0: a name has small letters, digits and "_", and begins with a letter"#),
      ("größe", #"2: no formula has "ö""#), ("1 & 2", #"2: no formula has "&""#),
      ("!a", #"0: no formula has "!""#),
      ("max(1,000, 5)", "6: thousands are not grouped, and no number begins with an idle 0"),
      ("1_000", "0: a number is written in digits with a point, at most 30 of them"),
      ("1e3", "0: a number is written in digits with a point, at most 30 of them"),
      ("2x", "0: a number is written in digits with a point, at most 30 of them"),
      ("3.", "0: a number is written in digits with a point, at most 30 of them"),
      ("999999999999999999999999999999[GB]", "0: a number becomes too large to stay exact"),
    ])
  func unreadable(text: String, message: String) {
    let result = fault { () throws(FigureFault) in try Formula(text, units: SampleUnits.table) }
    #expect(result == message)
  }

  @Test(
    "a formula that has no value, and where",
    arguments: [
      ("rate + price", "5: adds USD/s to request/s"), ("price - rate", "6: takes request/s from USD/s"),
      ("1 + outage", "2: adds s to a number without unit"),
      ("outage + 0", "7: adds a number without unit to s"),
      ("outage > 0", "7: compares s with a number without unit"),
      ("rate == price", "5: compares request/s with USD/s"),
      ("min(rate, rate, price)", "16: min of request/s and USD/s"),
      ("max(two, size)", "9: max of a number without unit and B"),
      ("round(outage, 5)", "14: rounds s to a multiple of a number without unit"),
      ("ceil(size)", "5: ceil of B: name a step, as in ceil(a, 1[B])"),
      ("round(2 * rate)", "6: round of request/s: name a step, as in round(a, 1[request/s])"),
      ("if(two > 1, 5[USD], 1 / zero)", "20: if gives USD or a number without unit"),
      ("if(two > 1, 1 < 2, 3)", "19: if gives a condition or an amount"),
      ("if(two, 1, 2)", "3: an amount stands where a condition is wanted"),
      ("two and 1 < 2", "0: an amount stands where a condition is wanted"),
      ("1 < 2 or two", "9: an amount stands where a condition is wanted"),
      ("not two", "4: an amount stands where a condition is wanted"),
      ("1 + (2 > 1)", "5: a condition stands where an amount is wanted"),
      ("-(2 > 1)", "2: a condition stands where an amount is wanted"),
      ("(1 < 2) == (2 < 3)", "1: a condition stands where an amount is wanted"),
      ("abs(1 < 2)", "4: a condition stands where an amount is wanted"),
      ("1 > 2 and 1[s] > 2", "15: compares s with a number without unit"),
      ("two * there", #"6: unknown name "there""#),
      ("two / zero", "4: divides by zero"), ("zero ^ -1", "5: divides by zero"),
      ("1 + two / (1 - 1)", "8: divides by zero"), ("10 ^ 40", "3: a number becomes too large to stay exact"),
      ("10 ^ 30 * 10 ^ 30", "8: a number becomes too large to stay exact"),
      ("ceil(10 ^ 30, 1 / 10 ^ 30)", "0: a number becomes too large to stay exact"),
      ("2 ^ 99999999999999999999", "2: a number becomes too large to stay exact"),
      ("2 ^ half", "2: the exponent 0.5 is no whole number"),
      ("2 ^ (1 / 3)", "2: the exponent 1/3 is no whole number"),
      ("2 ^ outage", "4: an exponent is a number without unit, not s"),
      ("rate ^ two", "7: the exponent of request/s has to be a whole number in digits"),
      ("outage ^ 0.5", "9: the exponent of s has to be a whole number in digits"),
      ("outage ^ 65", "7: the power of s is beyond 64"),
      ("outage ^ 64 * outage", "12: the power of s is beyond 64"),
      ("outage ^ -999999999999999999", "7: the power of s is beyond 64"),
      ("round(two, zero)", "0: a step has to be greater than zero"),
      ("floor(two, -1)", "0: a step has to be greater than zero"),
    ])
  func worthless(text: String, message: String) throws {
    let formula = try Formula(text, units: SampleUnits.table)
    let result = fault { () throws(FigureFault) in try formula.value(SampleUnits.values) }
    #expect(result == message)
  }

  @Test(
    "a formula of another kind or dimension than its unit",
    arguments: [
      ("size / outage", "GB", "the formula is in B/s, and the unit says GB"),
      ("size / 1[B]", "GB", "the formula is a number without unit, and the unit says GB"),
      ("size", "%", "the formula is in B, and the unit says %"),
      ("size > 1[B]", "GB", "the formula is a condition, and the unit says GB"),
    ])
  func otherUnit(text: String, unit: String, message: String) throws {
    let formula = try Formula(text, units: SampleUnits.table)
    let unit = try SampleUnits.table.unit(unit)
    #expect(fault { () throws(FigureFault) in try formula.amount(SampleUnits.values, in: unit) } == message)
  }

  @Test("an amount is no condition")
  func noCondition() throws {
    let formula = try Formula("size", units: SampleUnits.table)
    let message = "the formula is an amount, and no condition such as a < b"
    #expect(fault { () throws(FigureFault) in try formula.holds(SampleUnits.values) } == message)
  }

  @Test(
    "faults say what they are",
    arguments: [
      ("two +", .syntax), ("1[x]", .unknownUnit("x")), ("there", .unknownName("there")),
      ("two + size", .dimensions),
      ("not two", .condition), ("1 / zero", .dividedByZero), ("10 ^ 99", .tooLarge), ("2 ^ half", .notWhole),
      ("ceil(size)", .step),
    ] as [(String, FigureFault.Kind)])
  func kinds(text: String, kind: FigureFault.Kind) {
    do throws(FigureFault) {
      _ = try Formula(text, units: SampleUnits.table).value(SampleUnits.values)
      Issue.record("no fault")
    } catch { #expect(error.kind == kind) }
  }
}
