/// What somebody who leads a drill has typed.
enum DrillRequest: Equatable {
  /// Nothing.
  case nothing
  /// `?`: what there is.
  case list
  /// `n TEXT`: a note.
  case note(String)
  /// `w 2`: minutes pass; 1 where no number stands.
  case wait(Int)
  /// `h`: give a hint.
  case hint
  /// `u`: take the last step back.
  case undo
  /// `q`: the end.
  case quit
  /// `c3`: a check, counted from 1.
  case check(number: Int)
  /// `a2`: an action, counted from 1.
  case action(number: Int)
  /// Anything else: words of what is asked for.
  case words(String)

  /// What a line asks for.
  init(_ line: String) {
    let text = line.trimmed
    let word = text.prefix { !$0.isWhitespace }
    let rest = String(text.dropFirst(word.count)).trimmed
    switch (word.lowercased(), rest.isEmpty) {
    case ("", _): self = .nothing
    case ("?", true): self = .list
    case ("h", true): self = .hint
    case ("u", true): self = .undo
    case ("q", true): self = .quit
    case ("w", true): self = .wait(1)
    case ("n", _): self = .note(rest)
    case ("w", false): self = Int(rest).map { .wait($0) } ?? .words(text)
    case (let word, true): self = Self.number(word) ?? .words(text)
    default: self = .words(text)
    }
  }

  /// `c3`, `a2` and `w2`. A number that is too large to be one stands for nothing in a drill.
  private static func number(_ word: String) -> DrillRequest? {
    let digits = word.dropFirst()
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let number = Int(digits) ?? .max
    switch word.first {
    case "c": return .check(number: number)
    case "a": return .action(number: number)
    case "w": return .wait(number)
    default: return nil
    }
  }
}

extension StringProtocol {
  /// The text without space at its ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
