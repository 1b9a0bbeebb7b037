/// The text of a document, taken apart at its ```` ```console ```` blocks.
struct ReadmeDocument {
  /// The commands that are shown, in order.
  var commands: [ShownCommand] = []
  private var parts: [Part] = []

  /// A line of shell, and the output shown below it.
  struct ShownCommand {
    var line: String
    var shown: [String]
  }

  private enum Part {
    case line(String)
    case command(Int)
  }

  init(_ text: String) {
    var isConsole = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        isConsole = line == "```console"
        parts.append(.line(line))
      } else if isConsole, line.hasPrefix("$ ") {
        parts.append(.command(commands.count))
        commands.append(ShownCommand(line: String(line.dropFirst(2)), shown: []))
      } else if isConsole, !commands.isEmpty {
        commands[commands.count - 1].shown.append(line)
      } else {
        parts.append(.line(line))
      }
    }
  }

  /// The document put together again.
  var text: String {
    parts.flatMap { part in
      switch part {
      case .line(let line): [line]
      case .command(let index): ["$ " + commands[index].line] + commands[index].shown
      }
    }.joined(separator: "\n")
  }
}
