import CLibrary
import Foundation

/// The command as it was built, run as a person runs it: a process of its own, with its arguments, its
/// two streams and its exit status.
public enum Rolewright {
  /// How a run ended.
  public struct Outcome: Sendable, Equatable {
    /// The exit status; the number of the signal, negative, where one ended it.
    public var status: Int
    /// What it wrote to standard output.
    public var output: String
    /// What it wrote to standard error.
    public var errors: String

    /// A run that ended so.
    public init(status: Int, output: String = "", errors: String = "") {
      self.status = status
      self.output = output
      self.errors = errors
    }
  }

  /// The folder that the binary was built into: the tests stand beside it.
  public static let folder: String = {
    #if canImport(Darwin)
      for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
        return bundle.bundleURL.deletingLastPathComponent().path
      }
    #endif
    return Bundle.main.bundleURL.path
  }()

  /// Runs `rolewright` in a folder.
  ///
  /// The environment is small and always the same, save what is given: a terminal of 80 columns would
  /// be, were there one.
  public static func run(
    _ arguments: [String], in workingFolder: String = ProjectFiles.root, input: String = "",
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(folder + "/rolewright", arguments, in: workingFolder, input: input, environment: environment)
  }

  /// Runs `rolewright` with both streams going to a terminal, and gives what was to be seen on it. With
  /// `isTyping`, its input comes from there as well.
  public static func run(
    _ arguments: [String], on terminal: PseudoTerminal, environment: [String: String], isTyping: Bool = false
  ) throws -> String {
    let words = [folder + "/rolewright"] + arguments
    let streams = [isTyping ? terminal.path : "/dev/null", terminal.path, terminal.path]
    _ = try spawn(words, given(environment), in: ProjectFiles.root, streams: streams)
    return terminal.text()
  }

  /// Runs a line of shell in a folder, with `rolewright` in the path, and with both streams going into
  /// `output` as on a terminal.
  public static func shell(_ line: String, in workingFolder: String) throws -> Outcome {
    let environment = ["PATH": "\(folder):/usr/bin:/bin"]
    return try run(
      "/bin/sh", ["-c", "exec 2>&1; \(line)"], in: workingFolder, input: "", environment: environment)
  }

  fileprivate static func run(
    _ program: String, _ arguments: [String], in workingFolder: String, input: String,
    environment: [String: String]
  ) throws -> Outcome {
    let streams = try TemporaryFolder()
    try streams.write(input, to: "in")
    let names = ["in", "out", "err"].map { streams.path + "/" + $0 }
    let words = [program] + arguments
    let status = try spawn(words, given(environment), in: workingFolder, streams: names)
    return Outcome(status: status, output: try streams.text("out"), errors: try streams.text("err"))
  }

  /// The environment of a run: what a process cannot do without, and what is wanted.
  private static func given(_ wanted: [String: String]) -> [String: String] {
    let own = ProcessInfo.processInfo.environment
    let needed = ["PATH", "HOME", "LD_LIBRARY_PATH"].compactMap { name in own[name].map { (name, $0) } }
    return ["LANG": "C.UTF-8", "COLUMNS": "80"]
      .merging(needed) { $1 }.merging(wanted) { $1 }
  }

  private static func spawn(
    _ words: [String], _ environment: [String: String], in folder: String, streams: [String]
  ) throws -> Int {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, streams[0], O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, streams[1], O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, streams[2], O_WRONLY | O_CREAT, 0o600)
    // What the tests' own process ignores or blocks is no business of the command.
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    var process: pid_t = 0
    // A command that never ends would hold up all tests: two minutes of work are plenty.
    let shell = "/bin/sh"
    let words = [shell, "-c", "cd \"$0\" && ulimit -t 120 && exec \"$@\"", folder] + words
    let failure = withStrings(words) { arguments in
      withStrings(variables) { posix_spawn(&process, shell, &actions, &attributes, arguments, $0) }
    }
    guard failure == 0 else { throw NotStarted(code: failure) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : -Int(status & 0x7F)
  }

  /// A process that could not be started.
  private struct NotStarted: Error {
    let code: Int32
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}

/// Python, which runs the solutions of coding exercises.
public enum Python {
  private static let path = Installed.path(of: "python3")

  /// Whether it is installed.
  public static var isThere: Bool { path != nil }

  /// Runs a program with some input.
  public static func run(_ program: String, input: String) throws -> Rolewright.Outcome {
    try Rolewright.run(
      path ?? "python3", ["-I", "-S", program], in: ProjectFiles.root, input: input, environment: [:])
  }
}

/// The Bash of this machine, 4 or later.
public enum Bash {
  private static let path = Installed.path(of: "bash")

  /// Whether it is installed. What macOS ships is older.
  public static let isThere = (try? run("mapfile -t lines", input: ""))?.status == 0

  /// Runs the text of a program with some input.
  public static func run(_ program: String, input: String) throws -> Rolewright.Outcome {
    try Rolewright.run(
      path ?? "bash", ["-c", program], in: ProjectFiles.root, input: input,
      environment: ["PATH": "/usr/bin:/bin"])
  }
}

/// What is installed on this machine.
private enum Installed {
  /// Where a program is.
  static func path(of program: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
