import Rubric

/// Numbers as people read them.
enum Figures {
  /// Minutes in hours and minutes: `45 min`, `2 h`, `5 h 20 min`.
  static func time(_ minutes: Int) -> String {
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    if hours == 0 { return "\(rest) min" }
    return rest == 0 ? "\(hours) h" : "\(hours) h \(rest) min"
  }

  /// A whole number with its thousands apart: `102,638`.
  static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var end = digits.index(digits.endIndex, offsetBy: -3, limitedBy: digits.startIndex)
    while let index = end, index > digits.startIndex {
      digits.insert(",", at: index)
      end = digits.index(index, offsetBy: -3, limitedBy: digits.startIndex)
    }
    return digits
  }

  /// Pay between its ends: `GBP 25,000–35,000/year`.
  static func range(_ pay: Pay) -> String {
    let ends = ends(of: pay, "–", least: { "≥ \($0)" }, most: { "≤ \($0)" })
    return "\(pay.currency) \(ends)/\(pay.period.rawValue)"
  }

  /// Pay as one says it aloud: `GBP 25,000 to 35,000 a year`.
  static func spoken(_ pay: Pay) -> String {
    let ends = ends(of: pay, " to ", least: { "\($0) or more" }, most: { "up to \($0)" })
    return "\(pay.currency) \(ends) \(pay.period == .hour ? "an" : "a") \(pay.period.rawValue)"
  }

  /// Both ends of pay with something between them, or the one that is known.
  private static func ends(
    of pay: Pay, _ between: String, least: (String) -> String, most: (String) -> String
  ) -> String {
    switch (pay.min.map(grouped), pay.max.map(grouped)) {
    case (let low?, let high?): low == high ? low : low + between + high
    case (let low?, nil): least(low)
    case (nil, let high?): most(high)
    case (nil, nil): ""
    }
  }

  /// A share of a whole with two decimals: `0.83`.
  static func share(_ share: Double) -> String {
    let hundredths = Int((share * 100).rounded())
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    return "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// A share of a whole with three decimals: `0.947`.
  static func thousandths(_ share: Double) -> String {
    let (whole, rest) = AccuracyFigure.units(share, scale: 1000).quotientAndRemainder(dividingBy: 1000)
    return "\(whole)." + String(String(1000 + rest).dropFirst())
  }

  /// A text of ASCII at the right of a column.
  static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }

  /// Numbers or names in a row: `2, 5 and 9`.
  static func listed(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Figures {
  /// Quotations in a row between marks that the text around them has: `first', 'second' and 'third`.
  static func listed(_ quotes: [String], quotedBy mark: String) -> String {
    guard let last = quotes.last, quotes.count > 1 else { return quotes.first ?? "" }
    return quotes.dropLast().joined(separator: "\(mark), \(mark)") + "\(mark) and \(mark)" + last
  }

  /// Names to choose from: `Go, Ruby or Python`.
  static func chosen(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " or " + last
  }
}

/// Paths of the folder.
enum Slug {
  /// A text as part of a file name: small ASCII letters and digits, joined by hyphens, at most 48. Setting
  /// the bit 0x20 makes a capital small and leaves small letters and digits as they are.
  static func of(_ text: String) -> String {
    var words: [String] = []
    for part in text.utf8.split(whereSeparator: { !ASCII.isWord($0) }) {
      words.append(String(decoding: part.map { $0 | 0x20 }, as: UTF8.self))
    }
    let slug = words.joined(separator: "-").prefix(48)
    return slug.isEmpty ? "interview" : String(slug)
  }
}

/// Text filled into lines of a width in bytes.
enum LineFilling {
  /// The words of a text in lines of at most `width` bytes, longer only where a single word is.
  static func lines(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.utf8.split(whereSeparator: ASCII.isSpace).map({ Substring($0) }) {
      if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
