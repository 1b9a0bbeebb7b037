import Figures
import TestSupport
import Testing

@Suite("Exact numbers")
struct RationalTests {
  @Test(
    "a number is read from digits, a point and a minus sign",
    arguments: [
      ("0", "0"), ("12", "12"), ("0.25", "0.25"), ("-3.5", "-3.5"), ("-0", "0"), ("1.500", "1.5"),
      ("007", "7"), ("0.000000001", "0.000000001"),
      ("999999999999999999999999999999", "999999999999999999999999999999"),
    ])
  func digits(text: String, shown: String) {
    #expect(Rational(decimal: text)?.description == shown)
  }

  @Test(
    "anything else is no number",
    arguments: [
      "", "-", ".", ".5", "5.", "+1", "--1", "1_000", "1,000", "1e3", "1.2.3", " 1", "1 ", "0x1F", "٣",
      "1\u{301}",
      "1234567890123456789012345678901", "0.123456789012345678901234567890", "inf", "NaN", "1/2",
    ])
  func noNumber(text: String) {
    #expect(Rational(decimal: text) == nil)
  }

  @Test(
    "a time of day is read in seconds after midnight",
    arguments: [
      ("00:00", 0), ("09:30", 34_200), ("14:05", 50_700), ("23:59", 86_340), ("24:00", nil), ("12:60", nil),
      ("9:30", nil), ("09-30", nil), ("09:3a", nil), ("", nil), ("-1:30", nil), ("09:30:00", nil),
    ])
  func clock(text: String, seconds: Int?) {
    #expect(Rational(clock: text) == seconds.map { Rational($0) })
  }

  @Test("it is always in lowest terms, so that equal numbers are one")
  func lowest() throws {
    let third = SampleUnits.fraction(-2, -6)
    #expect(third == SampleUnits.fraction(1, 3) && third.description == "1/3")
    #expect(try third.adding(SampleUnits.fraction(2, 3)) == .one)
    #expect(Set([SampleUnits.fraction(1, 2), SampleUnits.number("0.5")]).count == 1)
    #expect(SampleUnits.fraction(4, -2).whole == -2)
    #expect(third.whole == nil && !third.isWhole)
  }

  @Test(
    "powers",
    arguments: [
      ("2", 10, "1024"), ("0.5", 3, "0.125"), ("2", -2, "0.25"), ("-2", -3, "-0.125"), ("7", 0, "1"),
      ("0", 0, "1"), ("-1", Int.min, "1"), ("1", Int.max, "1"),
      ("10", 38, "1" + String(repeating: "0", count: 38)),
    ])
  func powers(base: String, exponent: Int, power: String) throws {
    #expect(try SampleUnits.number(base).power(exponent).description == power)
  }

  @Test("what does not fit is a fault, never another number")
  func tooLarge() throws {
    let most = try Rational(2).power(126).subtracting(.one).adding(try Rational(2).power(126))
    let least = try Rational(2).power(-126)
    let message = "a number becomes too large to stay exact"
    #expect(fault { () throws(FigureFault) in try most.adding(.one) } == message)
    #expect(fault { () throws(FigureFault) in try (-most).subtracting(.one) } == message)
    #expect(fault { () throws(FigureFault) in try most.multiplying(by: Rational(2)) } == message)
    #expect(fault { () throws(FigureFault) in try least.dividing(by: Rational(4)) } == message)
    #expect(fault { () throws(FigureFault) in try least.adding(SampleUnits.fraction(1, 3)) } == message)
    #expect(fault { () throws(FigureFault) in try Rational(10).power(39) } == message)
    #expect(fault { () throws(FigureFault) in try Rational(-2).power(127) } == message)
    #expect(fault { () throws(FigureFault) in try Rational(10).power(.min) } == message)
    #expect(
      fault { () throws(FigureFault) in try most.rounded(.up, toMultipleOf: Rational(2)) } == message)
    #expect(try most.multiplying(by: most.dividing(by: most)) == most)
    #expect(try (-most).adding(most) == .zero)
    #expect((-most).magnitude == most && -most < least && least < most)
  }

  @Test("nothing is divided by zero")
  func zero() {
    let message = "divides by zero"
    #expect(fault { () throws(FigureFault) in try Rational.one.dividing(by: .zero) } == message)
    #expect(fault { () throws(FigureFault) in try Rational.zero.power(-1) } == message)
  }

  @Test(
    "the decimals that a number needs",
    arguments: [
      ("12", 0), ("0.5", 1), ("0.125", 3), ("1.10", 1), ("0.000000001", 9), ("0.0000000001", nil),
      ("-2.25", 2),
    ])
  func decimals(text: String, places: Int?) {
    #expect(SampleUnits.number(text).decimalPlaces == places)
    #expect(SampleUnits.fraction(1, 3).decimalPlaces == nil)
  }
}
