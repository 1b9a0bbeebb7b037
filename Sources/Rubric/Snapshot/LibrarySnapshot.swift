public import Diagnostics
internal import YAML

/// The built-in library as it was read when the binary was built: parsing half a megabyte of YAML would
/// take longer than all the rest of planning a loop (docs/decisions/0011-library-snapshot.md).
///
/// Each part stands by itself and is decoded when it is asked for.
public struct LibrarySnapshot: Sendable {
  private let part: @Sendable (String) -> SnapshotBytes?

  /// A snapshot whose parts are found by name.
  public init(_ part: @escaping @Sendable (String) -> SnapshotBytes?) { self.part = part }

  /// The parts of a library, by name. Throws what is wrong with its files.
  public static func parts(of library: RubricLibrary) throws(InvalidInput) -> [(name: String, bytes: [UInt8])]
  {
    var parts: [(name: String, bytes: [UInt8])] = []
    for id in library.competencyIDs {
      guard let source = library.source(ofCompetency: id) else { continue }
      let competency = try Competency.shape.read(from: source)
      parts.append(("competencies/\(id)", written { competency.write(to: &$0) }))
      parts.append(("digests/competencies/\(id)", Array(SHA256.hexadecimal(of: source.bytes).utf8)))
    }
    let names = try library.competencies(library.competencyIDs).sorted { $0.key < $1.key }
    parts.append(("names", written { $0.texts(names.flatMap { [$0.key, $0.value.name] }) }))
    for id in library.formatIDs {
      guard let source = library.source(ofFormat: id) else { continue }
      let format = try InterviewFormat.shape.read(from: source)
      parts.append(("formats/\(id)", written { format.write(to: &$0) }))
      parts.append(("digests/formats/\(id)", Array(SHA256.hexadecimal(of: source.bytes).utf8)))
    }
    parts += try exerciseParts(of: library)
    for kind in ["competencies", "formats", "exercises"] {
      parts.append(("ids/\(kind)", Array(library.ids(of: kind).joined(separator: "\n").utf8)))
    }
    if library.source(ofPostingLanguage: "stages") != nil {
      let cues = try library.stageCues()
      parts.append(("stages", written { cues.write(to: &$0) }))
    }
    let policy = try library.policy()
    parts.append(("policy", written { policy.write(to: &$0) }))
    parts.append(("digests/policy", Array(SHA256.hexadecimal(of: library.policySource?.bytes ?? []).utf8)))
    return parts
  }

  /// What is chosen by of each exercise, in one part, and the digests of their files.
  private static func exerciseParts(
    of library: RubricLibrary
  ) throws(InvalidInput) -> [(name: String, bytes: [UInt8])] {
    let outlines = try library.exerciseOutlines()
    let digests = outlines.map { outline in
      let bytes = library.source(ofExercise: outline.id)?.bytes ?? []
      return ("digests/exercises/\(outline.id)", Array(SHA256.hexadecimal(of: bytes).utf8))
    }
    var nodes: [(name: String, bytes: [UInt8])] = []
    for id in library.exerciseIDs {
      guard let source = library.source(ofExercise: id) else { continue }
      nodes.append(("nodes/exercises/\(id)", NodeWriter.bytes(of: try YAMLParser.parse(source), in: source)))
    }
    if let units = library.files["units.yaml"]?.source {
      nodes.append(("nodes/units", NodeWriter.bytes(of: try YAMLParser.parse(units), in: units)))
    }
    return nodes + [
      ("outlines", written { $0.list(outlines) { writer, outline in outline.write(to: &writer) } })
    ]
      + digests
  }

  private static func written(_ write: (inout SnapshotWriter) -> Void) -> [UInt8] {
    var writer = SnapshotWriter()
    write(&writer)
    return writer.bytes
  }

  func competency(_ id: String) -> Competency? { read("competencies/\(id)", Competency.init) }

  /// The outlines of all exercises, sorted by id; nil where the snapshot has none.
  func exerciseOutlines() -> [ExerciseOutline]? {
    read("outlines") { reader in reader.list { ExerciseOutline(from: &$0) } }
  }

  /// What a file says, without places; nil where the snapshot does not know.
  func nodes(_ name: String, of source: SourceText) -> Node? {
    part("nodes/\(name)").flatMap { NodeReader.root($0, of: source.bytes) }
  }

  /// The names of all competencies for people, by id; nil where the snapshot has none.
  func competencyNames() -> [String: String]? {
    read("names") { reader in
      let texts = reader.texts()
      let pairs = stride(from: 0, to: texts.count - 1, by: 2).map { (texts[$0], texts[$0 + 1]) }
      return Dictionary(pairs) { first, _ in first }
    }
  }

  func format(_ id: String) -> InterviewFormat? { read("formats/\(id)", InterviewFormat.init) }

  /// The cues of stages; nil where the snapshot has none.
  func stageCues() -> StageCues? { read("stages", StageCues.init) }

  /// The policy; nil where the snapshot has none.
  public func policy() -> LoopPolicy? { read("policy", LoopPolicy.init) }

  /// The ids of all files of a kind, sorted; nil where the snapshot does not know.
  func ids(of kind: String) -> [String]? {
    part("ids/\(kind)")?.withBytes { bytes in
      bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The SHA-256 of a file of the library.
  func digest(_ name: String) -> String? {
    part("digests/\(name)")?.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  private func read<Value>(_ name: String, _ value: (inout SnapshotReader) -> Value) -> Value? {
    guard let bytes = part(name) else { return nil }
    var reader = SnapshotReader(bytes)
    return value(&reader)
  }
}
