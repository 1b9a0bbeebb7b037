import CLibrary
import Diagnostics

/// The two streams that the command writes to.
enum Terminal {
  /// Writes a result.
  static func write(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Writes findings and progress.
  static func note(_ text: String) { write(text, to: STDERR_FILENO) }

  /// Colours for a result: only on a terminal, and not where `NO_COLOR` is set.
  static var resultStyle: Style { style(STDOUT_FILENO) }

  /// Colours for findings.
  static var noteStyle: Style { style(STDERR_FILENO) }

  /// Whether results go to a terminal.
  static var isResultTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The columns of the terminal; 80 where the output goes elsewhere.
  static var columns: Int { columns(of: STDOUT_FILENO) }

  /// The columns of the terminal to which findings go, likewise.
  static var noteColumns: Int { columns(of: STDERR_FILENO) }

  private static func columns(of stream: Int32) -> Int {
    var size = winsize()
    guard isatty(stream) == 1, ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 80
    }
    return Int(size.ws_col)
  }

  /// A page of text for the terminal: lines at the margin are headings in their look, and no line is wider
  /// than the terminal or than 100 columns, which people read with ease. Text is broken flush; items of
  /// lists, and code, which is indented further, hang.
  static func page(_ text: String, style: Style = resultStyle, columns: Int = columns) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      let indent = line.prefix { $0 == " " }.count
      let text = line.dropFirst(indent)
      let isNumbered = text.first?.isNumber == true && text.drop { $0.isNumber }.hasPrefix(". ")
      let isText = indent == 2 && text.first != "-" && !isNumbered
      let parts = Wrapping.lines(of: String(line), columns: min(columns, 100), hanging: isText ? 0 : 2)
      return parts.map { indent == 0 ? style(.strong, $0) : $0 }
    }
    return lines.joined(separator: "\n")
  }

  private static func style(_ stream: Int32) -> Style {
    let isRefused = FileSystem.variable("NO_COLOR").map { !$0.isEmpty } ?? false
    return Style(isColoured: isatty(stream) == 1 && !isRefused && FileSystem.variable("TERM") != "dumb")
  }

  /// Writes all of a text. A reader that has gone away ends the command, as everywhere; a result that cannot
  /// be written, as on a full disk, ends it with status 2 and a sentence.
  private static func write(_ text: String, to stream: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[written...])
        let count = CLibrary.write(stream, rest.baseAddress, rest.count)
        if count > 0 {
          written += count
        } else if errno != EINTR {
          guard stream == STDOUT_FILENO, errno != EPIPE else { return }
          note("rolewright: the result could not be written whole: \(String(cString: strerror(errno)))\n")
          exit(2)
        }
      }
    }
  }
}
