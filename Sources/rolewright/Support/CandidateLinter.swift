import Diagnostics
import Rubric

/// Checks the files of candidates: those of a folder together, against the assessment that belongs to them.
///
/// Each file is read by itself, so that a faulty one does not hide what is found in the others.
struct CandidateLinter {
  private let library: RubricLibrary
  private var folders: [Folder] = []
  private var seen: Set<String> = []
  private var read = Inspection()

  /// What is to be checked of a folder.
  private struct Folder {
    /// As it was named.
    let path: String
    var files = ScorecardCheck.Files(scorecards: [])
    /// Whether all of its files are to be checked.
    var isWhole = false
  }

  init(_ library: RubricLibrary) { self.library = library }

  /// Takes a file or a candidate's folder, by its path.
  mutating func take(path: String) {
    if InputFiles.isFolder(path) { return takeFolder(path) }
    do throws(InvalidInput) {
      if path.hasSuffix(".html") || path.hasSuffix(".htm") {
        throw InvalidInput(
          "not-a-scorecard", "this is a form or a page; expected a scorecard in YAML", file: path,
          help: "open the form and save the scorecard from it")
      }
      let source = try InputFiles.read(path)
      if try !take(source, RecordKind(of: source)) { folder(of: path) { $0.files.scorecards.append(source) } }
    } catch {
      fail(error)
    }
  }

  /// Takes a file of some kind if it is one of a candidate's. False for any other file.
  mutating func take(_ source: SourceText, _ kind: RecordKind?) throws(InvalidInput) -> Bool {
    guard let kind, kind != .loop else { return false }
    guard isNew(source.name) else { return true }
    switch kind {
    case .scorecard: folder(of: source.name) { $0.files.scorecards.append(source) }
    case .decision: folder(of: source.name) { $0.files.decision = source }
    case .assessment: check { () throws(InvalidInput) in _ = try AssessmentPlan(from: source) }
    case .seal: check { () throws(InvalidInput) in _ = try Seal(from: source) }
    case .loop: break
    }
    return true
  }

  private mutating func takeFolder(_ given: String) {
    let path = InputFiles.folder(given)
    do throws(InvalidInput) {
      let names = try Self.scorecards(in: path) + [CandidateRecord.decisionName]
      let paths = names.map { "\(path)/\($0)" }.filter(InputFiles.isFile)
      guard !paths.isEmpty else {
        throw InvalidInput(
          "empty-folder", "no scorecard in it", file: path,
          help: "name the folder of a candidate, with assessment.yaml and scorecards")
      }
      for path in paths where isNew(path) { takeFile(path) }
    } catch {
      fail(error)
    }
  }

  /// Takes a file of a folder that is checked whole.
  private mutating func takeFile(_ path: String) {
    do throws(InvalidInput) {
      let source = try InputFiles.read(path)
      folder(of: path) { folder in
        folder.isWhole = true
        if path.hasSuffix("/\(CandidateRecord.decisionName)") {
          folder.files.decision = source
        } else {
          folder.files.scorecards.append(source)
        }
      }
    } catch {
      folder(of: path) { $0.isWhole = true }
      fail(error)
    }
  }

  /// Notes what reading a file complains of.
  private mutating func check(_ reading: () throws(InvalidInput) -> Void) {
    do throws(InvalidInput) { try reading() } catch { read.findings += error.findings }
  }

  private mutating func fail(_ error: InvalidInput) {
    read.findings += error.findings
    read.isUnreadable = true
  }

  /// The names of the scorecards of a folder, sorted.
  private static func scorecards(in path: String) throws(InvalidInput) -> [String] {
    guard let entries = FileSystem.entries(of: path) else {
      throw InvalidInput("no-such-folder", "no such folder", file: path)
    }
    let names = entries.filter(CandidateRecord.isScorecard)
    guard names.count <= CandidateFolder.maximum else {
      throw InvalidInput(
        "too-many", "\(names.count) scorecards; expected at most \(CandidateFolder.maximum)", file: path,
        help: "give each candidate a folder")
    }
    return names.sorted()
  }

  private mutating func isNew(_ path: String) -> Bool {
    seen.insert(FileSystem.absolute(path)).inserted
  }

  private mutating func folder(of path: String, _ change: (inout Folder) -> Void) {
    let path = LoopFolder.folder(of: path)
    let resolved = FileSystem.absolute(path)
    let index = folders.firstIndex { FileSystem.absolute($0.path) == resolved }
    if index == nil { folders.append(Folder(path: path)) }
    change(&folders[index ?? folders.count - 1])
  }
}

extension CandidateLinter {
  /// What is found in the files that were taken. The rules are read only where there are any.
  func inspection() throws(InvalidInput) -> Inspection {
    guard !folders.isEmpty else { return read }
    let rules = try NoteRules(of: library)
    return folders.reduce(read) { $0 + inspection(of: $1, rules) }
  }

  private func inspection(of folder: Folder, _ rules: NoteRules) -> Inspection {
    var inspection = Inspection()
    var plan: AssessmentPlan?
    var files = folder.files
    inspection.add { () throws(InvalidInput) in
      let source = try CandidateFolder.plan(of: folder.path)
      plan = try AssessmentPlan(from: source)
      files.whole = folder.isWhole ? source : nil
      return []
    }
    if !folder.isWhole, files.decision != nil { files.others = others(in: folder) }
    inspection.findings += ScorecardCheck(plan: plan, rules: rules).findings(in: files)
    return inspection
  }

  /// The scorecards of a folder that were not named. One that cannot be read is an empty one: what refers to it is not
  /// looked up.
  private func others(in folder: Folder) -> [SourceText] {
    let named = Set(folder.files.scorecards.map(\.fileName))
    let names = ((try? Self.scorecards(in: folder.path)) ?? []).filter { !named.contains($0) }
    return names.map { "\(folder.path)/\($0)" }.filter(InputFiles.isFile).map { path in
      (try? InputFiles.read(path)) ?? SourceText(name: path, bytes: [])
    }
  }
}
