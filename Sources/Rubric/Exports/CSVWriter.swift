/// Writes tables as CSV (RFC 4180): commas, CR LF, double quotes where they are needed, UTF-8.
///
/// A spreadsheet takes a cell for a formula when it begins with `=`, `+`, `-`, `@`, one of them in full width, a tab or
/// a line end; some drop spaces before they look. Such a text gets an apostrophe in front, as OWASP advises
/// (https://owasp.org/www-community/attacks/CSV_Injection).
public enum CSVWriter {
  /// The rows as text.
  public static func text(_ rows: [[String]]) -> String {
    rows.map { row in row.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// What a formula begins with.
  private static let formulaStarts = "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars

  private static func cell(_ text: String) -> String {
    let start = text.unicodeScalars.first { $0 != " " }
    let isFormula = start.map { formulaStarts.contains($0) } ?? false
    let text = isFormula ? "'" + text : text
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      return text
    }
    // By scalars: a quotation mark with an accent upon it is still one to whoever reads the file.
    var quoted = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
