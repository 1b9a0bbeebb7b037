import Diagnostics

/// A file as a revision of a git repository has it, named `REV:PATH`; with an empty revision, as it is staged.
///
/// Nothing of the name reaches a shell, and a revision never begins with a hyphen, so that it is no option of git.
struct GitFile {
  /// The name as it was given.
  let name: String
  private let revision: String
  /// The path behind the revision.
  let path: String

  /// How long git may take.
  private static let limit = Duration.seconds(20)

  /// What a name may stand for; nil for the name of a mere file.
  init?(_ name: String) {
    guard let colon = Self.colon(of: name), !name.hasPrefix("-"), !name.unicodeScalars.contains("\0") else {
      return nil
    }
    (self.name, revision) = (name, String(name[..<colon]))
    path = String(name[name.index(after: colon)...])
    guard !path.isEmpty, !path.hasPrefix("//") else { return nil }
  }

  /// The colon between revision and path: the first that stands in no braces, as git has it.
  private static func colon(of name: String) -> String.Index? {
    var depth = 0
    for index in name.indices {
      switch name[index] {
      case "{": depth += 1
      case "}": depth -= 1
      case ":" where depth <= 0: return index
      default: break
      }
    }
    return nil
  }

  /// Reads the file.
  func read(upTo most: Int) throws(InvalidInput) -> SourceText {
    switch Self.git(["cat-file", "blob", name], upTo: most) {
    case .done(let bytes): return SourceText(name: name, bytes: bytes)
    case .notFound:
      throw failure(
        "missing-tool", "no such file, and reading it from a repository needs git, which is not installed",
        help: "install git, or name a file")
    case .tookTooLong:
      throw failure("git-failed", "git took too long to read it", help: "try it with git show")
    case .wroteTooMuch:
      throw failure("too-large", "larger than \(most >> 20) MiB; no posting or role is that long")
    case .failed: throw reason()
    }
  }

  /// Why git could not read it.
  private func reason() -> InvalidInput {
    guard Self.output(["rev-parse", "--git-dir"]) != nil else {
      return failure(
        "no-repository", "no such file, and this folder is in no repository of git",
        help: "REV:PATH is read in a folder of the repository")
    }
    guard revision.isEmpty || Self.output(["rev-parse", "--verify", "--quiet", revision + "^{tree}"]) != nil
    else {
      let names = Self.lines(["for-each-ref", "--format=%(refname:short)"])
      return failure(
        "unknown-revision", "no such file, and the repository has no revision \"\(revision)\"",
        help: Suggestion.help(for: revision, in: ["HEAD"] + names)
          ?? "expected a branch, a tag, a commit or the like, such as HEAD")
    }
    if Self.output(["cat-file", "-t", name])?.hasPrefix("tree") == true {
      return failure("directory", "this is a folder of the revision", help: "name a file in it")
    }
    let paths =
      revision.isEmpty
      ? Self.lines(["ls-files", "-z", ":/"])
      : Self.lines(["ls-tree", "-r", "-z", "--full-tree", "--name-only", revision])
    let isFromHere = path.hasPrefix("./") || path.hasPrefix("../")
    let rest = isFromHere ? String(path.drop { $0 == "." || $0 == "/" }) : path
    let sameName = paths.first { $0.hasSuffix("/" + rest) }
    let nearest = sameName ?? Suggestion.nearest(to: rest, in: paths)
    let help =
      nearest.map { "did you mean \"\(revision):\($0)\"?" }
      ?? "expected a path from the top of the repository, or from here with ./"
    let what = revision.isEmpty ? "nothing of that path is staged" : "the revision has no file of that path"
    return failure("not-in-revision", what, help: help)
  }

  private func failure(_ rule: String, _ message: String, help: String? = nil) -> InvalidInput {
    InvalidInput(Finding(rule, message, in: SourceText(name: name, bytes: []), at: nil, help: help))
  }

  private static func output(_ arguments: [String]) -> String? {
    guard case .done(let bytes) = git(arguments, upTo: 16 << 20) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What git lists, each on a line of its own or behind a zero byte.
  private static func lines(_ arguments: [String]) -> [String] {
    (output(arguments) ?? "").split { $0 == "\n" || $0 == "\0" }.prefix(20_000).map(String.init)
  }

  /// Runs git so that it reads and does nothing else: no hooks, no locks, nobody is asked, nothing is fetched.
  private static func git(_ arguments: [String], upTo most: Int) -> ChildProcess.Outcome {
    let known = [
      "HOME", "XDG_CONFIG_HOME", "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
      "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    ]
    var process = ChildProcess(
      program: "git", arguments: ["-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null"] + arguments,
      limit: limit, mostBytes: most)
    process.variables = known.compactMap { name in FileSystem.variable(name).map { "\(name)=\($0)" } }
    process.variables += ["GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1"]
    return process.run(input: [])
  }
}
