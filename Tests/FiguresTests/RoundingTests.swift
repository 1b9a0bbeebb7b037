import Figures
import TestSupport
import Testing

@Suite("Rounding and writing")
struct RoundingTests {
  @Test(
    "to the nearest, next upper and next lower multiple",
    arguments: [
      ("2.5", "1", "3", "3", "2"), ("-2.5", "1", "-3", "-2", "-3"), ("2.4", "1", "2", "3", "2"),
      ("-2.4", "1", "-2", "-2", "-3"), ("7", "5", "5", "10", "5"), ("7.5", "5", "10", "10", "5"),
      ("10", "5", "10", "10", "10"), ("0.37", "0.05", "0.35", "0.4", "0.35"), ("0", "3", "0", "0", "0"),
      ("0.2", "1", "0", "1", "0"), ("-0.2", "1", "0", "0", "-1"), ("1", "1000", "0", "1000", "0"),
    ])
  func multiples(number: String, step: String, nearest: String, up: String, down: String) throws {
    let step = SampleUnits.number(step)
    let rounded = try Rounding.allCases.map {
      try SampleUnits.number(number).rounded($0, toMultipleOf: step).description
    }
    #expect(rounded == [nearest, up, down])
  }

  @Test("a step is greater than zero", arguments: ["0", "-1"])
  func step(text: String) {
    let result = fault { () throws(FigureFault) in
      try Rational.one.rounded(.up, toMultipleOf: SampleUnits.number(text))
    }
    #expect(result == "a step has to be greater than zero")
  }

  @Test(
    "what is rounded is a multiple, lies as near as it says, and stays when rounded again", arguments: 0..<300
  )
  func laws(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let number = RandomNumber.make(&random)
    let step = try RandomNumber.make(&random).magnitude.adding(SampleUnits.fraction(1, 7))
    for rounding in Rounding.allCases {
      let rounded = try number.rounded(rounding, toMultipleOf: step)
      #expect(try rounded.dividing(by: step).isWhole)
      #expect(try rounded.rounded(rounding, toMultipleOf: step) == rounded)
      let error = try rounded.subtracting(number)
      switch rounding {
      case .nearest: #expect(try error.magnitude.multiplying(by: Rational(2)) <= step)
      case .up: #expect(error >= .zero && error < step)
      case .down: #expect(error <= .zero && -error < step)
      }
    }
  }

  @Test(
    "numbers as they are written",
    arguments: [
      ("1036800", 0, "1,036,800", "1036800"), ("999", 0, "999", "999"), ("1000", 0, "1,000", "1000"),
      ("-1000.5", 1, "-1,000.5", "-1000.5"), ("0.25", 2, "0.25", "0.25"), ("0.25", 1, "0.3", "0.3"),
      ("-0.25", 1, "-0.3", "-0.3"), ("-0.04", 1, "0.0", "0.0"), ("999.96", 1, "1,000.0", "1000.0"),
      ("5", 2, "5.00", "5.00"),
      ("12", -4, "12", "12"), ("0", 0, "0", "0"), ("100000", 0, "100,000", "100000"),
    ])
  func written(number: String, decimals: Int, grouped: String, plain: String) {
    let number = SampleUnits.number(number)
    #expect(NumberStyle.text(number, decimals: decimals, isGrouped: true) == grouped)
    #expect(NumberStyle.text(number, decimals: decimals, isGrouped: false) == plain)
  }

  @Test("however large a number is, it is written")
  func extremes() throws {
    let most = try Rational(2).power(126).subtracting(.one).adding(try Rational(2).power(126))
    let digits = "170,141,183,460,469,231,731,687,303,715,884,105,727"
    #expect(NumberStyle.text(most, decimals: 0, isGrouped: true) == digits)
    #expect(NumberStyle.text(-most, decimals: 0, isGrouped: true) == "-" + digits)
    let almostOne = try most.subtracting(.one).dividing(by: most)
    #expect(NumberStyle.text(almostOne, decimals: 3, isGrouped: true) == "1.000")
    #expect(
      NumberStyle.text(almostOne, decimals: .max, isGrouped: true) == "1." + String(repeating: "0", count: 30)
    )
    #expect(
      NumberStyle.text(SampleUnits.fraction(2, 3), decimals: 30, isGrouped: true)
        == "0." + String(repeating: "6", count: 29) + "7")
  }

  @Test("a number with a finite form reads back the same", arguments: 0..<200)
  func back(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let number = RandomNumber.decimal(&random)
    #expect(Rational(decimal: number.description) == number)
  }

  @Test(
    "a time of day, on any day",
    arguments: [
      (0, "00:00"), (50_700, "14:05"), (86_340, "23:59"), (86_400, "00:00"), (90_060, "01:01"),
      (-60, "23:59"),
      (61, nil), (Int.max, nil), (Int.min, nil),
    ])
  func clock(seconds: Int, text: String?) {
    #expect(NumberStyle.clock(Rational(seconds)) == text)
    #expect(NumberStyle.clock(SampleUnits.fraction(1, 2)) == nil)
  }
}

/// Numbers for laws.
enum RandomNumber {
  /// A fraction of small whole numbers, of either sign.
  static func make(_ random: inout SeededGenerator) -> Rational {
    SampleUnits.fraction(Int(random.next() % 2001) - 1000, Int(random.next() % 60) + 1)
  }

  /// A number with up to nine decimals.
  static func decimal(_ random: inout SeededGenerator) -> Rational {
    let scale = random.pick([1, 10, 100, 1000, 1_000_000_000])
    return SampleUnits.fraction(Int(truncatingIfNeeded: random.next() >> 16) - (1 << 47), scale)
  }
}
