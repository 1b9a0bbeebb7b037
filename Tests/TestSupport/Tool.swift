/// Programs and leave that some tests need.
public enum Tool {
  /// Whether a program is installed.
  public static func isThere(_ name: String) -> Bool { works("command -v \(name) >/dev/null") }

  /// Whether a line of shell ends well in an empty folder.
  public static func works(_ line: String) -> Bool {
    guard let folder = try? TemporaryFolder() else { return false }
    return (try? Rolewright.shell(line, in: folder.path).status) == 0
  }
}
