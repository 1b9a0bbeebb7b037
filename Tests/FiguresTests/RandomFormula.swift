import Figures
import TestSupport

/// A random formula without units, with what it should give. The text has no more brackets than it needs, so
/// that a parser that binds otherwise gives another value.
struct RandomFormula {
  /// The formula as it is written.
  var text: String
  /// What it gives; nil where the way there has a fault.
  var value: Rational?
  /// How tightly its outermost operator binds: 1 for a sum, 2 for a product, 3 for a sign, 4 for a power, 5 for
  /// everything that stands by itself.
  private var binding: Int

  /// The names that it may use.
  static let names = ["a", "b", "c"]

  /// A formula of some depth, for values of its names.
  static func make(_ random: inout SeededGenerator, depth: Int, values: [String: Rational]) -> RandomFormula {
    guard depth > 0, !random.once(in: 6) else { return leaf(&random, values) }
    let first = make(&random, depth: depth - 1, values: values)
    let second = make(&random, depth: depth - 1, values: values)
    switch random.next() % 9 {
    case 0, 1: return joined(first, "+", second, 1, &random)
    case 2: return joined(first, "-", second, 1, &random)
    case 3, 4: return joined(first, "*", second, 2, &random)
    case 5: return joined(first, "/", second, 2, &random)
    case 6: return RandomFormula(text: "-" + first.within(3), value: first.value.map { -$0 }, binding: 3)
    case 7: return power(first, Int(random.next() % 5) - 2)
    default: return called(first, second, &random)
    }
  }

  private static func leaf(_ random: inout SeededGenerator, _ values: [String: Rational]) -> RandomFormula {
    let name = random.pick(names)
    if random.once(in: 2) { return RandomFormula(text: name, value: values[name], binding: 5) }
    let number = SampleUnits.fraction(Int(random.next() % 100), random.pick([1, 1, 10, 100]))
    return RandomFormula(text: number.description, value: number, binding: 5)
  }

  private static func joined(
    _ first: RandomFormula, _ sign: String, _ second: RandomFormula, _ binding: Int,
    _ random: inout SeededGenerator
  ) -> RandomFormula {
    let space = random.pick(["", " ", "  "])
    let text = first.within(binding) + space + sign + space + second.within(binding + 1)
    guard let one = first.value, let other = second.value else {
      return RandomFormula(text: text, value: nil, binding: binding)
    }
    let value =
      switch sign {
      case "+": try? one.adding(other)
      case "-": try? one.subtracting(other)
      case "*": try? one.multiplying(by: other)
      default: try? one.dividing(by: other)
      }
    return RandomFormula(text: text, value: value, binding: binding)
  }

  private static func power(_ base: RandomFormula, _ exponent: Int) -> RandomFormula {
    let value = base.value.flatMap { try? $0.power(exponent) }
    return RandomFormula(text: base.within(5) + " ^ \(exponent)", value: value, binding: 4)
  }

  private static func called(
    _ first: RandomFormula, _ second: RandomFormula, _ random: inout SeededGenerator
  ) -> RandomFormula {
    let name = random.pick(["min", "max", "abs", "ceil", "floor", "if"])
    let isSingle = ["abs", "ceil", "floor"].contains(name)
    let pair = "\(first.text), \(second.text)"
    let text = name == "if" ? "\(first.text) < \(second.text), \(pair)" : isSingle ? first.text : pair
    guard let one = first.value, let other = isSingle ? first.value : second.value else {
      return RandomFormula(text: "\(name)(\(text))", value: nil, binding: 5)
    }
    let value =
      switch name {
      case "max": max(one, other)
      case "abs": one.magnitude
      case "ceil": try? one.rounded(.up, toMultipleOf: .one)
      case "floor": try? one.rounded(.down, toMultipleOf: .one)
      default: min(one, other)
      }
    return RandomFormula(text: "\(name)(\(text))", value: value, binding: 5)
  }

  /// The text where something of a binding is wanted, in brackets if need be.
  private func within(_ least: Int) -> String { binding >= least ? text : "(\(text))" }
}
