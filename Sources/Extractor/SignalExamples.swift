public import Diagnostics
public import Rubric
internal import YAML

/// Holds the signals of a library to their own examples.
public enum SignalExamples {
  /// A finding for each sentence that a signal should match and does not (`example-missed`), or should
  /// not match and does (`example-matched`), sorted.
  ///
  /// A sentence is read as an item under the demands of a posting, with all signals of the library at
  /// work. Throws what is wrong with the files of the signals.
  public static func check(
    _ library: RubricLibrary, _ language: PostingLanguage
  ) throws(InvalidInput) -> [Finding] {
    let index = try SignalIndex(library, language)
    var findings: [Finding] = []
    var number = 0
    for (id, signals) in try library.signals() {
      guard let source = library.source(ofCompetency: id) else { continue }
      for signal in signals {
        let examples = Examples(id: id, number: number, source: source, index: index)
        findings += signal.matching.compactMap(examples.missed) + signal.rejected.compactMap(examples.matched)
        number += 1
      }
    }
    return findings.sorted()
  }
}

/// The examples of one signal.
private struct Examples {
  /// The competency.
  let id: String
  /// The number of the signal in the index.
  let number: Int
  let source: SourceText
  let index: SignalIndex

  func missed(_ example: Placed<String>) -> Finding? {
    guard let reading = Reading(example.value, index) else { return nil }
    guard reading.words(ofSignal: number) == nil else { return nil }
    return Finding(
      "example-missed", "a signal of \"\(id)\" does not match its example", severity: .warning, in: source,
      at: example.range, note: reading.reason(against: number))
  }

  func matched(_ example: Placed<String>) -> Finding? {
    guard let words = Reading(example.value, index)?.words(ofSignal: number) else { return nil }
    return Finding(
      "example-matched", "a signal of \"\(id)\" matches what it should not", severity: .warning, in: source,
      at: example.range, note: "\"\(words)\" is a term of the signal")
  }
}

/// An example as it is read.
private struct Reading {
  private let marked: MarkedPosting
  private let sentences: [Sentence]
  private let claims: [Claim]

  /// nil for a text without words.
  init?(_ example: String, _ index: SignalIndex) {
    let demands = index.language.zones.firstIndex { $0.asks == .required && !$0.needsPerson }
    guard let demands,
      let posting = try? PostingReader.read(SourceText(name: "example", text: "- " + example))
    else { return nil }
    let marked = MarkedPosting(posting, index)
    self.marked = marked
    sentences = Sentences.split(marked, Zones(marked)).map {
      Sentence(block: $0.block, words: $0.words, zone: demands, in: marked)
    }
    var finder = ClaimFinder(marked)
    claims = finder.claims(in: sentences)
  }

  /// The words by which a signal matches.
  func words(ofSignal number: Int) -> String? {
    claims.first { $0.signal == number }.map { marked.text(of: $0.words) }
  }

  /// Why a signal does not match.
  func reason(against number: Int) -> String {
    for sentence in sentences {
      let verdicts = SignalRules(marked, in: sentence.words).verdicts()
      guard let own = verdicts.first(where: { marked.index.term($0.hit.meaning).signal == number }) else {
        continue
      }
      return reason(own.verdict, "\"\(marked.text(of: own.hit.words))\"", in: sentence)
    }
    return "none of its terms stands in it"
  }

  private func reason(_ verdict: SignalRules.Verdict, _ term: String, in sentence: Sentence) -> String {
    switch verdict {
    case .accepted:
      let silence = Silence.stretches(marked.cues(in: sentence.words), in: sentence, marked).first
      return "a sentence with \"\(marked.text(of: silence?.by ?? 0..<0))\" states nothing"
    case .excluded(let words):
      return "\(term) stands with \"\(marked.text(of: words))\", which the signal excludes"
    case .lonely:
      return "\(term) stands without any of the words that the signal needs near it"
    case .hidden(let longer):
      let competency = marked.index.competencies[marked.index.competency(of: longer)]
      return "\(term) gives way to \"\(marked.text(of: longer.words))\", a longer term of \"\(competency)\""
    }
  }
}
