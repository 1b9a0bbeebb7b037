import CLibrary
import Diagnostics

/// Lines of standard input, as they come.
struct LineInput {
  /// Nobody types more than this in an hour.
  static let maximumBytes = 256 << 10
  /// Likewise.
  static let maximumLines = 1_000

  /// Whether somebody types.
  let isTerminal = isatty(STDIN_FILENO) == 1
  /// Whether there is no more.
  private(set) var hasEnded = false

  private var pending: [UInt8] = []
  private var bytes = 0
  private var lines = 0

  /// The next line without its end; nil at the end of input, and when a signal ends the command.
  mutating func next() throws(InvalidInput) -> String? {
    var seen = 0
    while true {
      if let end = pending[seen...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: pending[..<end], as: UTF8.self)
        pending.removeSubrange(...end)
        lines += 1
        guard lines <= Self.maximumLines else { throw tooLarge("\(Self.maximumLines) lines") }
        return line
      }
      seen = pending.count
      guard try more() else { break }
    }
    defer { pending = [] }
    return pending.isEmpty || Interruption.signal != nil ? nil : String(decoding: pending, as: UTF8.self)
  }

  /// Reads some more; false at the end.
  private mutating func more() throws(InvalidInput) -> Bool {
    guard !hasEnded, Interruption.signal == nil else {
      hasEnded = true
      return false
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 12)
    let count = chunk.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
    guard count > 0 else {
      hasEnded = true
      return false
    }
    pending += chunk[..<count]
    bytes += count
    guard bytes <= Self.maximumBytes else { throw tooLarge("\(Self.maximumBytes >> 10) KiB") }
    return true
  }

  private func tooLarge(_ most: String) -> InvalidInput {
    InvalidInput(
      "too-large", "more than \(most); nobody types so much in a drill", file: "<standard input>",
      help: "what came before is in the record")
  }
}

/// A signal that ends the command, once what it has to write is written.
enum Interruption {
  private static nonisolated(unsafe) var received: sig_atomic_t = 0
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// The signal that came; nil while none has.
  static var signal: Int32? { received == 0 ? nil : Int32(received) }

  /// From now on, a signal that would end the command is noted and ends its reading.
  static func watch() {
    for number in signals { handle(number) { Interruption.received = sig_atomic_t($0) } }
  }

  /// Ends the command by the signal that came, as whoever sent it expects.
  static func passOn() {
    guard let signal else { return }
    handle(signal, SIG_DFL)
    raise(signal)
  }

  private static func handle(_ number: Int32, _ handler: (@convention(c) (Int32) -> Void)?) {
    var action = sigaction()
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = handler
    #elseif canImport(Musl)
      action.__sa_handler.sa_handler = handler
    #else
      action.__sigaction_u.__sa_handler = handler
    #endif
    // Without SA_RESTART: a read that waits for a line returns.
    sigaction(number, &action, nil)
  }
}
