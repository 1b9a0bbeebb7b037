import ArgumentParser
import Diagnostics
import Planner
import Statistics

/// `rolewright scorecard adverse-impact`.
struct ScorecardAdverseImpactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adverse-impact",
    abstract: "Compare how often groups of candidates passed, by the rule of four fifths.",
    discussion: """
      A self-check from counts alone: no file is read, and nobody is named. Each rate is held against the highest \
      (29 CFR 1607.4 D), with Fisher's exact test beside it and a warning where the numbers are small. It is no \
      legal finding.

        rolewright scorecard adverse-impact --group women:12/40 --group men:30/80

      Exit status: 0 no rate is below four fifths of the highest, 1 one is.
      """)

  @Option(
    help: ArgumentHelp(
      "A group: its name, how many passed, and how many there were. Two at least.",
      valueName: "name:passed/total"),
    transform: NamedGroup.init)
  var group: [NamedGroup] = []

  @Option(name: .shortAndLong, help: "text, markdown, html, json or csv.")
  var format: ScorecardFormat = .text

  @Option(
    help: ArgumentHelp("Lay a folder of templates over the built-in ones, by name.", valueName: "dir"),
    completion: .directory)
  var templates: String?

  /// The most groups that are compared.
  private static let maximum = 50

  func validate() throws {
    guard (2...Self.maximum).contains(group.count) else {
      throw ValidationError("Give from 2 to \(Self.maximum) groups, such as --group women:12/40.")
    }
    var seen: Set<String> = []
    for group in group where !seen.insert(group.name).inserted {
      throw ValidationError("The group \"\(group.name.shown)\" is there twice; add its counts up.")
    }
  }

  func run() throws {
    try reportingFailure {
      guard let impact = AdverseImpact(group.map { ($0.name, $0.counts) }) else { return }
      try ScorecardOutput(format: format, file: nil)
        .write(document: impact.document, table: impact.table) { form throws(InvalidInput) in
          let renderer = try AdverseImpactRenderer(
            templates: try LibraryOptions.templateSources(over: templates), areChecked: templates == nil)
          return renderer.text(impact, as: form)
        }
      if impact.isBelowFourFifths { throw Exit.findings }
    }
  }
}

/// A group as the command line has it: `women:12/40`. The name may hold colons itself.
struct NamedGroup: Sendable {
  let name: String
  let counts: SelectionRates.Group

  init(_ text: String) throws {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = (parts.last ?? "").split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    let name = parts.dropLast().joined(separator: ":")
    guard numbers.count == 2, let passed = numbers[0], let total = numbers[1],
      name.contains(where: { !$0.isWhitespace })
    else {
      throw ValidationError("expected a name, how many passed and how many there were, such as women:12/40.")
    }
    guard let counts = SelectionRates.Group(passed: passed, total: total) else {
      throw ValidationError(
        "expected a total from 1 to \(FisherExactTest.maximum) and no more who passed than there were.")
    }
    self.name = name
    self.counts = counts
  }
}
