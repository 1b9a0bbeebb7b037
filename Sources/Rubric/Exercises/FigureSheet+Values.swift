internal import Diagnostics
internal import Figures

extension FigureSheet {
  /// What fills the slots of one form: words, and figures with their units.
  struct Values: Sendable {
    /// The words of the row.
    var words: [String: String]
    var quantities: [String: Quantity]
  }

  /// A fault of a computation with the figure or the constraint in which it arose.
  struct ValueFault: Error {
    /// The figure; nil for a constraint.
    var figure: String?
    /// The number of the constraint, from 0; nil for a figure.
    var constraint: Int?
    var fault: FigureFault
  }

  /// The values of the first form.
  func firstValues() throws(ValueFault) -> Values {
    try values(row: 0) { $0.first }
  }

  /// The values of the form that a seed draws: the first draw in which all constraints hold; nil when a
  /// thousand draws gave none.
  func values(seed: String) throws(ValueFault) -> Values? {
    var draws = SeededDraws(seed: seed)
    for _ in 0..<Self.draws {
      let row = draws.below(max(1, rows.count))
      var drawn: [String: Rational] = [:]
      for input in inputs { drawn[input.name] = Self.draw(input, &draws) }
      let values: Values
      do throws(ValueFault) {
        values = try self.values(row: row) { drawn[$0.name] ?? $0.first }
        if try brokenConstraint(values) == nil { return values }
      } catch {
        // Another draw may be computable: a rate that is zero in this one divides nothing in the next.
        guard case .dividedByZero = error.fault.kind else { throw error }
      }
    }
    return nil
  }

  /// How many draws are tried for a form.
  static let draws = 1_000

  /// The number of the first constraint that does not hold, from 0.
  func brokenConstraint(_ values: Values) throws(ValueFault) -> Int? {
    for (index, constraint) in constraints.enumerated() {
      do throws(FigureFault) {
        if try !constraint.formula.holds(values.quantities) { return index }
      } catch {
        throw ValueFault(figure: nil, constraint: index, fault: error)
      }
    }
    return nil
  }

  private static func draw(_ input: Input, _ draws: inout SeededDraws) -> Rational {
    switch input.choices {
    case .constant: return input.first
    case .list(let values): return values[draws.below(values.count)]
    case .steps(let from, let step, let count):
      let number = Rational(draws.below(count))
      return (try? number.multiplying(by: step).adding(from)) ?? input.first
    }
  }

  private func values(row: Int, _ drawn: (Input) -> Rational) throws(ValueFault) -> Values {
    var quantities: [String: Quantity] = [:]
    for input in inputs {
      do throws(FigureFault) { quantities[input.name] = try Quantity(drawn(input), input.unit) } catch {
        throw ValueFault(figure: input.name, constraint: nil, fault: error)
      }
    }
    for figure in figures {
      do throws(FigureFault) { quantities[figure.name] = try figure.value(quantities) } catch {
        throw ValueFault(figure: figure.name, constraint: nil, fault: error)
      }
    }
    return Values(words: rows.indices.contains(row) ? rows[row] : [:], quantities: quantities)
  }
}

extension FigureSheet.Figure {
  /// The figure, rounded as it says.
  func value(_ values: [String: Quantity]) throws(FigureFault) -> Quantity {
    let amount = try formula.amount(values, in: unit)
    guard let rounding else {
      guard unit.isClock || amount.decimalPlaces.map({ $0 <= FigureSheet.exactDecimals }) ?? false else {
        throw FigureFault(.notWhole, "the figure needs more than three decimals, and states no rounding")
      }
      return try Quantity(amount, unit)
    }
    return try Quantity(try amount.rounded(rounding.direction, toMultipleOf: rounding.step), unit)
  }
}
