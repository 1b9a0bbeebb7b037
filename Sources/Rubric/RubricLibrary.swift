public import Diagnostics
internal import YAML

/// The rubric library: competencies, interview formats, the policy and the files of posting
/// languages, built in or laid over by a company's own, by id.
///
/// Files are parsed when they are asked for, and only the part that is asked for: reading a posting
/// needs the signals of every competency and nothing else of them.
public struct RubricLibrary: Sendable {
  private let index: LibraryIndex

  /// The units, once read: what is laid over a library makes a new one.
  let unitCache = UnitCache()

  /// The ids of the exercises that were laid over another library, sorted; nil where none was.
  public private(set) var ownExerciseIDs: [String]?

  /// The library as it was read before, where its files are those of the build.
  let snapshot: LibrarySnapshot?

  /// The snapshot that knows the exercises which no own one replaces.
  private(set) var builtInOutlines: LibrarySnapshot?

  /// A library of files whose names are paths below `Rubrics/`, such as
  /// `competencies/platform/kubernetes.yaml`. A snapshot is only used if it was made of these files.
  public init(_ files: [(path: String, source: SourceText)]) {
    self.init { files.map { file in LibraryFile(path: file.path) { file.source } } }
  }

  /// A library of files that are listed, and read, when they are asked for. A snapshot must have been made of
  /// these files.
  public init(snapshot: LibrarySnapshot? = nil, _ files: @escaping @Sendable () -> [LibraryFile]) {
    self.snapshot = snapshot
    builtInOutlines = snapshot
    index = LibraryIndex(files)
  }

  /// The files by their path below `Rubrics/`.
  var files: [String: LibraryFile] { index.made.files }

  /// The path of each file by kind and id, such as `competencies/go`.
  var paths: [String: String] { index.made.paths }

  /// The library with the files of another laid over it, by kind and id.
  public func overlaid(by others: [(path: String, source: SourceText)]) -> RubricLibrary {
    let lower = files.sorted { $0.key < $1.key }.map(\.value)
    let upper = others.map { other in LibraryFile(path: other.path) { other.source } }
    var library = RubricLibrary { lower + upper }
    library.ownExerciseIDs = Set(RubricLibrary { upper }.exerciseIDs + (ownExerciseIDs ?? [])).sorted()
    library.builtInOutlines = builtInOutlines
    return library
  }

  /// The ids of all competencies, sorted.
  public var competencyIDs: [String] { ids(of: "competencies") }

  /// The ids of all interview formats, sorted.
  public var formatIDs: [String] { ids(of: "formats") }

  /// The file of a competency.
  public func source(ofCompetency id: String) -> SourceText? { file("competencies", id) }

  /// The file of an interview format.
  public func source(ofFormat id: String) -> SourceText? { file("formats", id) }

  /// The file of the policy.
  public var policySource: SourceText? { files["policy.yaml"]?.source }

  /// The file that says how postings of a language speak.
  public func source(ofPostingLanguage language: String) -> SourceText? { file("postings", language) }

  /// The signals of every competency, by id. Parses no more of each file than its signals.
  public func signals() throws(InvalidInput) -> [(id: String, signals: [Signal])] {
    var result: [(id: String, signals: [Signal])] = []
    for id in competencyIDs {
      result.append((id, try signals(of: id)))
    }
    return result
  }

  /// The signals of one competency; none when the library does not have it.
  public func signals(of id: String) throws(InvalidInput) -> [Signal] {
    guard let source = source(ofCompetency: id) else { return [] }
    return try FileSection.read("signals", Signal.list, of: Competency.shape, \.signals, from: source)
  }

  /// A competency with everything that it inherits; nil when there is none of that id.
  ///
  /// What a competency leaves out is its parent's: its levels where it has none, and its questions
  /// and red flags besides its own. Its signals are those of `signals()`, and may be left out here.
  public func competency(_ id: String) throws(InvalidInput) -> Competency? {
    var read: [String: Competency] = [:]
    return try competency(id, heirs: [], read: &read)
  }

  /// Several competencies with everything that they inherit, and the ones they extend, by id; ids that
  /// the library does not have are left out. Reads each file once.
  public func competencies(_ ids: [String]) throws(InvalidInput) -> [String: Competency] {
    var read: [String: Competency] = [:]
    for id in ids where read[id] == nil { read[id] = try competency(id, heirs: [], read: &read) }
    return read
  }

  /// An interview format; nil when there is none of that id.
  public func format(_ id: String) throws(InvalidInput) -> InterviewFormat? {
    if let format = snapshot?.format(id) { return format }
    guard let source = source(ofFormat: id) else { return nil }
    return try InterviewFormat.shape.read(from: source)
  }

  /// The policy of the library.
  public func policy() throws(InvalidInput) -> LoopPolicy {
    if let policy = snapshot?.policy() { return policy }
    guard let source = policySource else {
      throw InvalidInput("missing-file", "the library has no policy.yaml", file: "policy.yaml")
    }
    return try LoopPolicy.shape.read(from: source)
  }

  /// The policy of the library; nil where it has none.
  public func policyIfAny() throws(InvalidInput) -> LoopPolicy? {
    snapshot == nil && policySource == nil ? nil : try policy()
  }

  /// A competency, by way of those that have been read before. Notes down the ones that it extends.
  private func competency(
    _ id: String, heirs: [String], read: inout [String: Competency]
  ) throws(InvalidInput) -> Competency? {
    if let known = read[id] { return known }
    guard let competency = try own(id) else { return nil }
    guard let parentID = competency.extends else { return competency }
    let chain = heirs + [id]
    guard !chain.contains(parentID) else {
      let circle = (chain + [parentID]).joined(separator: ", ")
      throw InvalidInput(
        Finding("circular-extends", "competencies extend each other: \(circle)", in: place(of: id), at: nil))
    }
    guard let parent = try self.competency(parentID, heirs: chain, read: &read) else {
      throw InvalidInput(
        Finding(
          "unknown-competency", "\"\(id)\" extends \"\(parentID)\", which is not in the library",
          in: place(of: id), at: nil,
          help: Suggestion.help(for: parentID, in: competencyIDs)))
    }
    read[parentID] = parent
    return competency.inheriting(from: parent)
  }

  /// A competency without what it inherits.
  private func own(_ id: String) throws(InvalidInput) -> Competency? {
    if let known = snapshot?.competency(id) { return known }
    guard let source = source(ofCompetency: id) else { return nil }
    return try Competency.shape.read(from: source)
  }

  /// The file of a competency, for findings.
  private func place(of id: String) -> SourceText {
    source(ofCompetency: id) ?? SourceText(name: id, text: "")
  }

  /// The SHA-256 of a file, by kind and id, such as `competencies/go`; nil when there is no such file.
  public func digest(of name: String) -> String? {
    if let known = snapshot?.digest(name) { return known }
    let source = paths[name].flatMap { files[$0]?.source }
    return source.map { SHA256.hexadecimal(of: $0.bytes) }
  }

  func ids(of kind: String) -> [String] {
    if let known = snapshot?.ids(of: kind) { return known }
    return paths.keys.filter { $0.hasPrefix(kind + "/") }.map { String($0.dropFirst(kind.count + 1)) }
      .sorted()
  }

  func file(_ kind: String, _ id: String) -> SourceText? {
    paths["\(kind)/\(id)"].flatMap { files[$0]?.source }
  }

  /// `competencies/platform/kubernetes.yaml` is `kubernetes`.
  static func name(ofPath path: String) -> String {
    let bytes = path.utf8
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes.index(after: $0) } ?? bytes.startIndex
    let ending = ".yaml".utf8
    let end =
      bytes.suffix(ending.count).elementsEqual(ending) ? bytes.index(bytes.endIndex, offsetBy: -5) : nil
    return String(path[start..<max(start, end ?? bytes.endIndex)])
  }
}

extension Competency {
  /// This competency, completed by the one it extends.
  func inheriting(from parent: Competency) -> Competency {
    var competency = self
    if competency.levels.isEmpty { competency.levels = parent.levels }
    competency.questions += parent.questions
    competency.redFlags += parent.redFlags
    return competency
  }
}
