/// How a page is written for people. The raw value is the ending of its template and of its file.
public enum PageFormat: String, Sendable, CaseIterable {
  /// For a terminal of 80 columns.
  case text = "txt"
  /// For text that lives in git.
  case markdown = "md"
  /// For a browser and for print, in one file.
  case html
}
