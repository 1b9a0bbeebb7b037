import ArgumentParser
import CLibrary

extension ExitCode {
  /// Ends the process while what it read and planned is still held: the system takes memory back at once, and to free
  /// it piece by piece took a thirtieth of the CPU of `plan` and `diff`. Everything must be written by then.
  func end(holding values: some Any) -> Never {
    withExtendedLifetime(values) { exit(rawValue) }
  }
}
