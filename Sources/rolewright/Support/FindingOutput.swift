import ArgumentParser
import Diagnostics
import Rubric
import YAML

/// How findings are written.
enum FindingFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, github, sarif
}

/// What was found in files, and whether one of them could not be read at all.
struct Inspection {
  var findings: [Finding] = []
  var isUnreadable = false

  /// Notes what is found in a file, or that it cannot be read.
  mutating func add(_ look: () throws(InvalidInput) -> [Finding]) {
    do throws(InvalidInput) {
      findings += try look()
    } catch {
      findings += error.findings
      isUnreadable = true
    }
  }

  /// What was found in some files and in others.
  static func + (a: Inspection, b: Inspection) -> Inspection {
    Inspection(findings: a.findings + b.findings, isUnreadable: a.isUnreadable || b.isUnreadable)
  }

  /// Writes the findings, and ends the command with their status.
  func report(as format: FindingFormat, rule: (String) -> FindingRule?) throws {
    let report = FindingReport(findings)
    switch format {
    case .text: Terminal.note(FindingPrinter(style: Terminal.noteStyle).text(findings))
    case .json: Terminal.write(JSONWriter.text(report.json))
    case .github: Terminal.write(report.githubCommands)
    case .sarif:
      let version = Rolewright.configuration.version
      Terminal.write(JSONWriter.text(report.sarif(version: version, rule: rule)))
    }
    if isUnreadable { throw Exit.failure }
    if findings.contains(where: { $0.severity != .hint }) { throw Exit.findings }
  }
}
