import ArgumentParser

/// A command that is given files, and may be given many.
protocol ManyFiles: ParsableCommand {
  /// The files, as they were named.
  var files: [String] { get set }
}

extension ManyFiles {
  /// The command that some arguments ask for; nil where they are none of its own.
  ///
  /// The parser takes time that grows with the square of the number of names: for four hundred postings, a tenth of all
  /// that linting them took. It is shown what it has to tell apart: everything up to the last flag, its value and one name.
  /// Whatever stands behind these is a name.
  init?(of arguments: [String]) {
    let flag = arguments.lastIndex { $0.utf8.first == UInt8(ascii: "-") }
    let end = min(flag.map { $0 + 3 } ?? 1, arguments.count)
    guard var command = (try? Self.parseAsRoot(Array(arguments[..<end]))) as? Self else { return nil }
    if end < arguments.count {
      command.files += arguments[end...]
      guard (try? command.validate()) != nil else { return nil }
    }
    self = command
  }
}
