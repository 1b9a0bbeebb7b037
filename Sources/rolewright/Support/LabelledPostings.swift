import Diagnostics
import Extractor
import Rubric
import YAML

/// A folder of labels and the folder of the postings they are about.
struct LabelledPostings {
  /// What was measured on each posting.
  private(set) var evaluations: [PostingEvaluation] = []
  /// What is wrong with labels and postings.
  private(set) var findings: [Finding] = []

  /// Whether something could not be measured.
  var isIncomplete: Bool { findings.contains { $0.severity == .error } }

  private let postings: String
  private let known: [String]

  /// Reads every label of a folder, and the posting of each.
  init(
    labels: String, postings: String, known: [String], _ extractor: PostingExtractor
  ) throws(InvalidInput) {
    self.postings = postings
    self.known = known
    let files = try InputFiles.files(below: labels, endingIn: [".json", ".yaml", ".yml"])
      .filter { !$0.path.contains("/") }
    guard !files.isEmpty else {
      throw InvalidInput(
        "empty-folder", "no label in it", file: labels, help: "expected a JSON or YAML file for each posting")
    }
    let labels = try Self.labels(files.map(\.source))
    for (label, source) in labels {
      do throws(InvalidInput) {
        try measure(label, source, extractor)
      } catch {
        findings += error.findings
      }
    }
  }

  /// All labels, or all that is wrong with them.
  private static func labels(_ sources: [SourceText]) throws(InvalidInput) -> [(PostingLabel, SourceText)] {
    var labels: [(PostingLabel, SourceText)] = []
    var findings: [Finding] = []
    for source in sources {
      do throws(InvalidInput) {
        labels.append((try PostingLabel(from: source), source))
      } catch {
        findings += error.findings
      }
    }
    try findings.throwIfErrors()
    return labels
  }

  /// A posting that is there and cannot be read states nothing: all that it asks for is missed.
  private mutating func measure(
    _ label: PostingLabel, _ source: SourceText, _ extractor: PostingExtractor
  ) throws(InvalidInput) {
    let posting = try posting(of: label, source)
    do throws(InvalidInput) {
      let extraction = try extractor.extract(from: posting)
      let places = QuotePlaces(
        label, in: extraction.posting.source, asRead: ReadWords(extraction.posting).place)
      findings += label.findings(in: source, places: places, known: known)
      evaluations.append(
        PostingEvaluation(label, from: source, posting: posting, places: places, role: extraction.role))
    } catch {
      findings += error.findings
      let places = QuotePlaces(label, in: posting)
      evaluations.append(PostingEvaluation(label, from: source, posting: posting, places: places, role: nil))
    }
  }

  private func posting(of label: PostingLabel, _ source: SourceText) throws(InvalidInput) -> SourceText {
    let name = SourceText.fileName(of: label.file.value)
    do throws(InvalidInput) {
      return try InputFiles.posting(postings.hasSuffix("/") ? postings + name : "\(postings)/\(name)").text
    } catch {
      guard error.findings.contains(where: { $0.rule == "no-such-file" }) else { throw error }
      throw InvalidInput(
        Finding(
          "missing-posting", "\(postings) has no posting of this name", in: source, at: label.file.range))
    }
  }
}
