import Figures
import TestSupport
import Testing

@Suite("What holds for every formula")
struct FormulaLawTests {
  private static let table = SampleUnits.table

  @Test("it gives what its operations give, one after the other", arguments: 0..<400)
  func oracle(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (values, quantities) = try Self.values(&random)
    let formula = RandomFormula.make(&random, depth: 4, values: values)
    let read = try Formula(formula.text, units: Self.table)
    #expect((try? read.amount(quantities, in: .none)) == formula.value, "\(formula.text)")
  }

  @Test(
    "sums and products may be turned, and what is added is taken away again",
    arguments: [
      ("(X) + (Y)", "(Y) + (X)"), ("(X) * (Y)", "(Y) * (X)"), ("(X) + (Y) - (Y)", "X"),
      ("(X) - (Y)", "-((Y) - (X))"), ("(X) * 2", "(X) + (X)"), ("((X) + (Y)) * 3", "(X) * 3 + (Y) * 3"),
      ("max(X, Y) + min(X, Y)", "(X) + (Y)"), ("abs(X) * abs(X)", "(X) ^ 2"), ("floor(-(X))", "-ceil(X)"),
      ("round(-(X), 0.3)", "-round(X, 0.3)"), ("floor(floor(X, 0.7), 0.7)", "floor(X, 0.7)"),
    ])
  func laws(left: String, right: String) throws {
    var count = 0
    for seed in 0..<60 {
      var random = SeededGenerator(seed: UInt64(seed))
      let (values, quantities) = try Self.values(&random)
      let x = RandomFormula.make(&random, depth: 3, values: values)
      let y = RandomFormula.make(&random, depth: 3, values: values)
      let sides = try [left, right].map { side in
        let text = side.map { $0 == "X" ? "(\(x.text))" : $0 == "Y" ? "(\(y.text))" : "\($0)" }
        return try Formula(text.joined(), units: Self.table)
      }
      guard let one = try? sides[0].amount(quantities, in: .none),
        let other = try? sides[1].amount(quantities, in: .none)
      else { continue }
      count += 1
      #expect(one == other, "\(sides[0].text)")
    }
    #expect(count > 20)
  }

  @Test("of two amounts, one comparison of three holds", arguments: 0..<100)
  func compared(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (_, values) = try Self.values(&random)
    func holds(_ text: String) throws -> Bool { try Formula(text, units: Self.table).holds(values) }
    let (less, equal, greater) = (try holds("a < b"), try holds("a == b"), try holds("a > b"))
    #expect([less, equal, greater].count { $0 } == 1)
    #expect(try holds("a <= b") == (less || equal) && holds("a >= b") == (greater || equal))
    #expect(try holds("a != b") == !equal && holds("not a == b") == !equal)
    #expect(try holds("a - b < 0") == less && holds("max(a, b) == a") == (greater || equal))
    #expect(try !holds("a < b and b < c and a >= c"))
  }

  @Test("what is computed in other units is the same amount", arguments: 0..<100)
  func units(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let amount = RandomNumber.make(&random)
    let texts = ["s", "ms", "min", "h", "day"]
    let (unit, other) = (try Self.table.unit(random.pick(texts)), try Self.table.unit(random.pick(texts)))
    let first = try Quantity(amount, unit)
    let second = try Quantity(try first.amount(in: other), other)
    let formula = try Formula("t * 3[GB] / 1[min] + 5[B]", units: Self.table)
    #expect(try formula.value(["t": first]) == formula.value(["t": second]))
  }

  /// Small values for the names of random formulas.
  private static func values(
    _ random: inout SeededGenerator
  ) throws -> (values: [String: Rational], quantities: [String: Quantity]) {
    var values: [String: Rational] = [:]
    for name in RandomFormula.names { values[name] = RandomNumber.make(&random) }
    return (values, try values.mapValues { try Quantity($0, .none) })
  }
}
