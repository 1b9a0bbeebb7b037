public import Diagnostics
internal import YAML

/// What changed between two versions of a rubric library, told in the words of the field.
///
/// Spaces, comments, the order of keys and of entries, and the folder that a file stands in are no change. In the
/// steps of exercises and formats, in what suits a format best and in the formats of a policy, the order is content.
public struct LibraryDiff: Sendable, Equatable {
  /// What changed, worst consequence first.
  public let changes: [LibraryChange]
  /// What the competencies of both libraries take from others.
  let inheritance: Inheritance

  /// Whether nothing changed.
  public var isEmpty: Bool { changes.isEmpty }

  /// Compares two libraries. Reads no more than the files that are not the same to the byte; throws what is wrong
  /// with their shape.
  public init(from: RubricLibrary, to: RubricLibrary) throws(InvalidInput) {
    var comparison = LibraryComparison(from, to)
    for file in Set(from.fileKeys + to.fileKeys).sorted() { try comparison.compare(file) }
    changes = comparison.finished.sorted()
    inheritance = comparison.hasCompetencies ? Inheritance(of: [from, to]) : Inheritance(of: [])
  }

  private init(_ changes: [LibraryChange], _ inheritance: Inheritance) {
    (self.changes, self.inheritance) = (changes.sorted(), inheritance)
  }

  /// What changed on the way back.
  public var reversed: LibraryDiff { LibraryDiff(changes.map(\.reversed), inheritance) }

  /// The changes of one effect, by file.
  public func changes(of effect: LibraryEffect) -> [LibraryChange] {
    changes.filter { $0.kind.effect == effect }
  }

  /// The changes that somebody who rates a competency, asks about it or reads of it in postings meets, those of what it
  /// takes from another competency included.
  public func changes(touching competency: String) -> [LibraryChange] {
    let origins = inheritance.origins(of: competency)
    return changes.filter { change in
      if change.files.contains("competencies/\(competency)") { return true }
      return change.files.contains { file in
        guard let origin = origins.first(where: { "competencies/\($0.id)" == file }) else { return false }
        return change.kind.isInherited(withLevels: origin.givesLevels)
      }
    }
  }

  /// The id that a competency of the old library perhaps has in the new one; nil where nothing suggests another.
  public func perhapsRenamed(_ competency: String) -> String? {
    let file = "competencies/\(competency)"
    let change = changes.first { $0.kind == .competencyMoved && $0.from?.file == file }
    return (change?.to?.file).map { RubricLibrary.name(ofPath: $0) }
  }
}

extension LibraryChangeKind {
  /// Whether a change of a competency is one of those that take from it as well.
  fileprivate func isInherited(withLevels: Bool) -> Bool {
    switch self {
    case .levelsInherited, .anchorMoved, .anchorRemoved, .anchorAdded, .anchorReworded, .summaryReworded:
      withLevels
    case .questionRetired, .questionAdded, .questionReworded, .questionChanged, .redFlagChanged: true
    default: false
    }
  }
}

/// What competencies take from each other, by the keys `extends` of their files.
struct Inheritance: Sendable, Equatable {
  /// A competency that another takes from.
  struct Origin: Sendable, Equatable {
    let id: String
    /// Whether the levels are taken too.
    let givesLevels: Bool
  }

  private var parents: [String: [Origin]] = [:]

  init(of libraries: [RubricLibrary]) {
    for library in libraries {
      for id in library.competencyIDs {
        guard let source = library.source(ofCompetency: id), let parent = Self.parent(in: source) else {
          continue
        }
        let origin = Origin(id: parent, givesLevels: FileSection.find("levels", in: source.bytes) == nil)
        if parents[id]?.contains(origin) != true { parents[id, default: []].append(origin) }
      }
    }
    for id in parents.keys { parents[id]?.sort { $0.id < $1.id } }
  }

  private static func parent(in source: SourceText) -> String? {
    guard let section = FileSection.find("extends", in: source.bytes),
      let node = try? YAMLParser.parse(source, section: section.bytes, firstLine: section.line),
      case .scalar(let id, _)? = node["extends"]?.content
    else { return nil }
    return id
  }

  /// All that a competency takes from, the origins of its origins included.
  func origins(of competency: String) -> [Origin] {
    var found: [Origin] = []
    var open = parents[competency] ?? []
    while let next = open.popLast() {
      guard next.id != competency, !found.contains(where: { $0.id == next.id }) else { continue }
      found.append(next)
      open += (parents[next.id] ?? []).map { origin in
        Origin(id: origin.id, givesLevels: origin.givesLevels && next.givesLevels)
      }
    }
    return found
  }
}
