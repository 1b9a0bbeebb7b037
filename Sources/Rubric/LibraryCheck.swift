public import Diagnostics
internal import Figures
internal import YAML

extension RubricLibrary {
  /// Everything that is wrong with the library, sorted: reads every file whole, and looks at what the
  /// files say of each other. `docs/findings.md` explains each rule.
  ///
  /// A file that has not its shape is named with all that is wrong with it, and nothing further is said
  /// of its content.
  ///
  /// Exercises are looked at one by one and take their time: with `exercises`, only those of these ids are.
  public func check(exercises: [String]? = nil) -> [Finding] {
    var check = LibraryCheck(self, exercises: exercises.map { Set($0) })
    check.readFiles()
    check.checkCompetencies()
    check.checkFormats()
    check.checkPolicy()
    check.checkPhrases()
    check.checkYesNoQuestions()
    check.checkDoubleQuestions()
    check.checkDegrees()
    check.checkLevelOrder()
    check.checkSharedTerms()
    check.checkNearDuplicates()
    check.checkSlotArticles()
    check.checkExercises()
    return check.findings.sorted()
  }
}

/// The library while it is checked.
struct LibraryCheck {
  /// A file that has its shape.
  struct CheckedFile<Value> {
    /// The path below `Rubrics/`.
    let path: String
    let source: SourceText
    /// The file as nodes: models do not keep the places of all their fields.
    let root: Node
    let value: Value

    /// The id that the file name gives.
    var name: String { RubricLibrary.name(ofPath: path) }
  }

  let library: RubricLibrary
  private(set) var competencies: [CheckedFile<Competency>] = []
  private(set) var formats: [CheckedFile<InterviewFormat>] = []
  private(set) var exercises: [CheckedFile<ExerciseBlueprint>] = []
  private(set) var policy: CheckedFile<LoopPolicy>?
  /// The rules by id.
  private(set) var rules: [String: FindingRule] = [:]
  /// What people read or hear of each competency and format.
  private(set) var texts: [(source: SourceText, texts: [LibraryText])] = []
  private(set) var findings: [Finding] = []

  /// The ids of the exercises that are looked at; nil for all.
  private let chosen: Set<String>?

  init(_ library: RubricLibrary, exercises: Set<String>? = nil) {
    self.library = library
    chosen = exercises
  }

  /// Reads every file, and reports those that have not their shape. The rules come first: they say how
  /// much the faults of the others matter.
  mutating func readFiles() {
    let paths = library.files.keys.sorted()
    let units = readUnits()
    let rules = paths.filter { $0.hasPrefix("rules/") }
    for path in rules + paths.filter({ !$0.hasPrefix("rules/") }) {
      guard let source = library.files[path]?.source else { continue }
      switch path.split(separator: "/").first {
      case "policy.yaml": policy = read(LoopPolicy.shape, path, source)
      case "competencies": if let file = read(Competency.shape, path, source) { competencies.append(file) }
      case "formats": if let file = read(InterviewFormat.shape, path, source) { formats.append(file) }
      case "rules": if let file = read(FindingRule.shape, path, source) { note(file) }
      case "library.yaml": _ = read(LibraryEdition.shape, path, source)
      case "schemas": _ = read(KeyTexts.shape, path, source)
      case "exercises":
        guard chosen?.contains(RubricLibrary.name(ofPath: path)) ?? true else { continue }
        if let file = readExercise(path, source, units) { exercises.append(file) }
      case "postings": _ = parse(source)
      case "units.yaml": continue
      case "schedule.yaml": _ = read(ScheduleRules.shape, path, source)
      case "exchange.yaml": _ = read(ExchangeTables.shape, path, source)
      default: reportUnknownFile(path, source)
      }
    }
    texts =
      (competencies.map { ($0.source, $0.root) } + formats.map { ($0.source, $0.root) }
      + exercises.map { ($0.source, $0.root) }).map { source, root in
        (source, LibraryText.all(of: root, in: source))
      }
    do throws(InvalidInput) { if policy == nil { _ = try library.policy() } } catch { add(error) }
  }

  /// Notes a finding about a part of a file.
  mutating func add(
    _ rule: String, _ message: String, severity: Severity = .error, in source: SourceText,
    at range: PlaceRange?,
    note: String? = nil, help: String? = nil
  ) {
    let level = rules[rule]?.severity
    guard level != .off else { return }
    let help = help ?? (level == nil ? nil : rules[rule]?.remedy.asMessage)
    findings.append(
      Finding(
        rule, message, severity: level?.severity ?? severity, in: source, at: range, note: note, help: help))
  }

  /// Notes a name that stands for nothing, with the nearest spelling.
  mutating func addUnknown(
    _ rule: String, _ message: String, severity: Severity, word: String, known: [String],
    in source: SourceText,
    at range: PlaceRange?
  ) {
    let help = Suggestion.help(for: word, in: known)
    add(rule, message, severity: severity, in: source, at: range, help: help)
  }

  /// Notes a competency that is not in the library and looks like a slip of the pen. A library may speak
  /// of more competencies than it has.
  mutating func addUnknownCompetency(_ id: String, in source: SourceText, at range: PlaceRange?) {
    let known = library.competencyIDs
    guard Suggestion.nearest(to: id, in: known) != nil else { return }
    addUnknown(
      "unknown-competency", "\"\(id)\" is not in the library", severity: .warning, word: id, known: known,
      in: source, at: range)
  }

  /// Notes a file whose name is not the id in it.
  mutating func checkID<Value>(_ id: String, of file: CheckedFile<Value>) {
    guard id != file.name else { return }
    add(
      "id-differs", "the id \"\(id)\" differs from the file name \"\(file.name)\"", in: file.source,
      at: file.root["id"]?.range, help: "call the file \"\(id).yaml\", or write \"id: \(file.name)\"")
  }

  private mutating func note(_ file: CheckedFile<FindingRule>) {
    rules[file.value.id] = file.value
    checkID(file.value.id, of: file)
    checkSentences(of: file)
  }

  /// Errors that have been noted already while the files were read are not noted again.
  mutating func add(_ error: InvalidInput) {
    findings += error.findings.filter { finding in !findings.contains { $0 == finding } }
  }

  private mutating func parse(_ source: SourceText) -> Node? {
    do throws(InvalidInput) { return try YAMLParser.parse(source) } catch { add(error) }
    return nil
  }

  private mutating func read<Value>(_ shape: Shape<Value>, _ path: String, _ source: SourceText)
    -> CheckedFile<Value>?
  {
    guard let root = parse(source) else { return nil }
    do throws(InvalidInput) {
      return CheckedFile(path: path, source: source, root: root, value: try shape.read(root, in: source))
    } catch { add(error) }
    return nil
  }

  /// The units of figures; those that need no entry where their file cannot be read.
  private mutating func readUnits() -> UnitTable {
    do throws(InvalidInput) { return try library.units() } catch { add(error) }
    return UnitTable([])
  }

  private mutating func readExercise(_ path: String, _ source: SourceText, _ units: UnitTable)
    -> CheckedFile<ExerciseBlueprint>?
  {
    do throws(InvalidInput) {
      let blueprint = try ExerciseBlueprint(from: source, units: units)
      return CheckedFile(path: path, source: source, root: blueprint.root, value: blueprint)
    } catch { add(error) }
    return nil
  }

  private mutating func reportUnknownFile(_ path: String, _ source: SourceText) {
    let folders = ["competencies", "exercises", "formats", "postings", "rules"]
    let word = path.split(separator: "/").first.map(String.init) ?? path
    addUnknown(
      "unknown-file",
      "nothing reads \"\(path)\"; expected exchange.yaml, policy.yaml, schedule.yaml, units.yaml, or a file in competencies, exercises, formats, postings or rules",
      severity: .warning, word: word,
      known: word == path ? ["exchange.yaml", "policy.yaml", "schedule.yaml", "units.yaml"] : folders,
      in: source, at: nil)
  }
}
