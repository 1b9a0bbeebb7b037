/// Writes tables as CSV (RFC 4180): commas, CR LF, double quotes where they are needed, UTF-8.
///
/// A spreadsheet takes a cell for a formula when it begins with `=`, `+`, `-`, `@`, a tab or a carriage
/// return. Such a text gets an apostrophe in front, as OWASP advises
/// (https://owasp.org/www-community/attacks/CSV_Injection).
public enum CSVWriter {
  /// The rows as text.
  public static func text(_ rows: [[String]]) -> String {
    rows.map { row in row.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func cell(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    let text = isFormula ? "'" + text : text
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      return text
    }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
