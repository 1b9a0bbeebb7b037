/// A word, number or sign of a formula.
struct FormulaToken: Sendable {
  enum Content: Sendable, Hashable {
    case number(Quantity)
    case name(String)
    case word(FormulaWord)
    case function(FormulaFunction)
    case sign(String)
    case end
  }

  var content: Content
  /// How many bytes of the formula stand before it.
  var offset: Int
  /// It as it is written.
  var text: String
}

/// The words that are neither names nor functions of amounts.
enum FormulaWord: String, CaseIterable, Sendable {
  case and
  case or
  case not
  case `if`
}

/// Tokens, and how far they have been read.
struct FormulaCursor {
  private let tokens: [FormulaToken]
  private var index = 0
  private let end: FormulaToken

  /// Tokens of a formula of so many bytes, from the first on.
  init(_ tokens: [FormulaToken], count: Int) {
    self.tokens = tokens
    end = FormulaToken(content: .end, offset: count, text: "")
  }

  /// The token that comes next; `end` behind the last.
  var token: FormulaToken { index < tokens.count ? tokens[index] : end }

  /// Goes on to the next token.
  mutating func advance() { index += 1 }

  /// The fault that something else was to come next.
  func unexpected(_ expected: String) -> FigureFault {
    let found = token.content == .end ? "the end" : "\"\(token.text)\""
    return FigureFault(.syntax, "expected \(expected), found \(found)", at: token.offset)
  }
}
