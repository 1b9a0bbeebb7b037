public import Diagnostics
public import Rubric
internal import YAML

/// The scorecards of a hiring platform's file, as scorecards of a loop.
///
/// A rating is taken over where the note says it to the level, or where the table has one level for it; else nothing
/// is rated, and what stood there goes into the evidence. What nothing of the loop is called goes into the summary.
public struct ScorecardImport {
  /// A scorecard of the loop.
  public struct Imported: Sendable {
    /// The scorecard.
    public var scorecard: Scorecard
    /// The name of its file, without folder and ending.
    public var fileName: String
    /// The name of its file where another interviewer's has the first; nil where nobody knows the interviewer.
    public var ownFileName: String?
  }

  /// The scorecards that could be read, in the order of the file.
  public private(set) var scorecards: [Imported] = []
  /// What could not, and what was read by the table alone. An error means that one of the scorecards is left out.
  public private(set) var findings: [Finding] = []

  private let context: ExchangeReading

  /// Reads a file. `interview` is the number of the interview where the file does not tell it, `candidate` the label
  /// of the candidate. Throws where the file is no JSON, or holds no scorecard of the platform.
  public init(
    _ source: SourceText, from platform: ExchangePlatform, _ tables: ExchangeTables, plan: AssessmentPlan,
    mapping: ExchangeMapping?, interview: Int? = nil, candidate: String? = nil
  ) throws(InvalidInput) {
    let file = try JSONFile(source)
    let foreign =
      switch platform {
      case .greenhouse: GreenhouseShape.read(file)
      case .lever: LeverShape.read(file)
      case .ashby: AshbyShape.read(file)
      }
    context = ExchangeReading(
      source: source, platform: platform, table: tables.table(platform), phrases: tables.phrases, plan: plan,
      mapping: mapping)
    guard !foreign.isEmpty else {
      throw InvalidInput(
        Finding(
          "no-foreign-scorecard", "no scorecard of \(context.table.name) in this JSON", in: source, at: nil,
          help: "docs/scorecards.md shows the shapes that are read"))
    }
    guard foreign.count <= Self.maximum else {
      throw InvalidInput(
        Finding(
          "too-many", "\(foreign.count) scorecards; expected at most \(Self.maximum)", in: source, at: nil))
    }
    var remarks: [ExchangeRemark] = []
    for card in foreign { remarks += read(card, interview, candidate) }
    tell(remarks, of: file)
    refuseSeveralCandidates(applications: Set(foreign.map(\.applications).filter { !$0.isEmpty }).count)
  }

  /// Shows what was noted down while reading: as much as a person reads.
  private mutating func tell(_ remarks: [ExchangeRemark], of file: JSONFile) {
    var told = Findings(in: context.source)
    let bySeverity = Severity.allCases.flatMap { severity in remarks.filter { $0.severity == severity } }
    for remark in bySeverity.prefix(Findings.maximum + 1) {
      told.add(
        remark.rule, remark.message, severity: remark.severity, at: file.place(of: remark.range),
        note: remark.note, help: remark.help)
    }
    findings = told.all
  }

  /// The most scorecards of a file.
  static let maximum = 200

  private mutating func read(
    _ foreign: ForeignScorecard, _ number: Int?, _ candidate: String?
  ) -> [ExchangeRemark] {
    var reading = ScorecardReading(foreign, context)
    guard let interview = reading.interview(number) else { return reading.remarks }
    let scorecard = reading.scorecard(interview, candidate: candidate)
    let label = scorecard.interviewer.value
    scorecards.append(
      Imported(
        scorecard: scorecard, fileName: interview.fileName,
        ownFileName: label.isEmpty ? nil : "\(interview.fileName)-\(Slug.of(label))"))
    return reading.remarks
  }

  /// A folder is one candidate's, whatever label somebody gives to all.
  private mutating func refuseSeveralCandidates(applications count: Int) {
    let labels = Set(scorecards.map(\.scorecard.candidate.value)).sorted()
    guard labels.count > 1 || count > 1 else { return }
    let list =
      labels.count > 1 ? Figures.listed(labels.prefix(5).map { "\"\($0)\"" }) : "\(count) applications"
    findings.append(
      Finding(
        "several-candidates", "the scorecards of several candidates in one file: \(list)", in: context.source,
        at: nil, help: "save those of each candidate in a file of their own"))
    scorecards = []
  }
}

/// What every scorecard of a file is read by.
struct ExchangeReading {
  let source: SourceText
  let platform: ExchangePlatform
  let table: ExchangeTable
  let phrases: ExchangePhrases
  let plan: AssessmentPlan
  let mapping: ExchangeMapping?
}
