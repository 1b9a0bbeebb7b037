import CLibrary

/// Runs another program, without a shell, within bounds.
struct ChildProcess {
  /// The program, looked for in the path.
  let program: String
  let arguments: [String]
  /// How long it may take.
  var limit: Duration = .seconds(20)
  /// How many bytes it may write.
  var mostBytes: Int
  /// What it is told beside its path and language, each as `NAME=value`.
  var variables: [String] = []

  /// How a run ended.
  enum Outcome {
    case notFound
    case failed(status: Int32)
    case tookTooLong
    case wroteTooMuch
    case done([UInt8])
  }

  /// Runs the program with some bytes as its standard input. What it says on standard error is not shown.
  func run(input: [UInt8]) -> Outcome {
    guard let file = Self.unnamedFile(holding: input) else { return .failed(status: -1) }
    defer { close(file) }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return .failed(status: -1) }
    let (output, theirs) = (ends[0], ends[1])
    defer { close(output) }
    _ = fcntl(output, F_SETFD, FD_CLOEXEC)
    _ = fcntl(theirs, F_SETFD, FD_CLOEXEC)
    var process: pid_t = 0
    let code = spawn(&process, input: file, output: theirs)
    close(theirs)
    guard code == 0 else { return code == ENOENT ? .notFound : .failed(status: code) }
    return collect(from: output, of: process)
  }

  private func spawn(_ process: inout pid_t, input: Int32, output: Int32) -> Int32 {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let path = FileSystem.variable("PATH") ?? "/usr/bin:/bin"
    return Self.withStrings([program] + arguments) { words in
      Self.withStrings(["PATH=\(path)", "LANG=C.UTF-8"] + variables) { variables in
        posix_spawnp(&process, program, &actions, nil, words, variables)
      }
    }
  }

  /// Reads until the program is done; ends it where it goes beyond its bounds.
  private func collect(from output: Int32, of process: pid_t) -> Outcome {
    let deadline = ContinuousClock.now + limit
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while ContinuousClock.now < deadline {
      var ready = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, 100) > 0 else { continue }
      let count = chunk.withUnsafeMutableBytes { read(output, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return ended(process, before: deadline).map { end($0, bytes) } ?? .tookTooLong }
      bytes += chunk[..<count]
      if bytes.count > mostBytes {
        stop(process)
        return .wroteTooMuch
      }
    }
    stop(process)
    return .tookTooLong
  }

  private func end(_ status: Int32, _ bytes: [UInt8]) -> Outcome {
    // 127 is what some systems answer for a program that is not there.
    status == 0 ? .done(bytes) : status == 127 << 8 ? .notFound : .failed(status: status)
  }

  /// The status of a program that has closed its output; nil where it goes on, and had to be ended.
  private func ended(_ process: pid_t, before deadline: ContinuousClock.Instant) -> Int32? {
    var status: Int32 = 0
    while ContinuousClock.now < deadline {
      if waitpid(process, &status, WNOHANG) != 0 { return status }
      usleep(1_000)
    }
    stop(process)
    return nil
  }

  private func stop(_ process: pid_t) {
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// A file with some bytes that has no name, and goes when it is closed.
  private static func unnamedFile(holding bytes: [UInt8]) -> Int32? {
    let folder = FileSystem.variable("TMPDIR") ?? "/tmp"
    guard let template = strdup(folder + "/rolewright-XXXXXX") else { return nil }
    defer { free(template) }
    let file = mkstemp(template)
    guard file >= 0 else { return nil }
    unlink(template)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(file, $0.baseAddress?.advanced(by: offset), $0.count - offset)
      }
      guard count > 0 else {
        close(file)
        return nil
      }
      offset += count
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
