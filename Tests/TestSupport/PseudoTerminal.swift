import CLibrary

/// A terminal that nobody looks at: what is written to `path` can be read here. Holds a few kilobytes.
public final class PseudoTerminal {
  /// The file that a process takes for a terminal.
  public let path: String
  private let reader: Int32
  private let writer: Int32

  /// A new terminal; nil where the system gives none.
  public init?() {
    reader = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard reader >= 0, let path = Self.unlock(reader) else { return nil }
    self.path = path
    // Held open, so that nothing is lost when the process ends.
    writer = open(path, O_RDWR | O_NOCTTY)
    guard writer >= 0, fcntl(reader, F_SETFL, O_NONBLOCK) == 0 else { return nil }
  }

  /// Lets the other end of a terminal be opened, and says where it is.
  private static func unlock(_ reader: Int32) -> String? {
    #if canImport(Darwin)
      guard grantpt(reader) == 0, unlockpt(reader) == 0, let name = ptsname(reader) else { return nil }
      return String(cString: name)
    #else
      // What unlockpt and ptsname do. The C library shows them only to those who define _GNU_SOURCE.
      let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
      var lock: Int32 = 0
      var number: UInt32 = 0
      guard ioctl(reader, setLock, &lock) == 0, ioctl(reader, getNumber, &number) == 0 else { return nil }
      return "/dev/pts/\(number)"
    #endif
  }

  deinit {
    close(writer)
    close(reader)
  }

  /// Makes it so many columns wide.
  public func resize(columns: UInt16) {
    var size = winsize(ws_row: 50, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(reader, UInt(TIOCSWINSZ), &size)
  }

  /// Types something, to be read by whoever reads from the terminal. At most a few kilobytes.
  public func type(_ text: String) {
    var text = text
    _ = text.withUTF8 { write(reader, $0.baseAddress, $0.count) }
  }

  /// What has been written to the terminal so far.
  public func text() -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(reader, &chunk, chunk.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }
}
