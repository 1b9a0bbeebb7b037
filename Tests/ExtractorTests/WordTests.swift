import Testing

@testable import Extractor
import Rubric

@Suite("Words and sentences")
struct WordTests {
  @Test(
    "spellings that mean the same word",
    arguments: [
      ["API", "APIs", "api"], ["query", "queries", "Queries"], ["cache", "caches", "Cache", "cach"],
      ["optimise", "optimize", "optimises"], ["optimised", "optimized"],
      ["containerisation", "containerization"], ["organiser", "organizers"],
      ["process", "processes"], ["Kubernetes", "kubernetes"], ["responsibility", "Responsibilities"],
      ["internationalisation", "Internationalizations"], ["categorising", "categorizing"],
      ["ability", "abilities"],
      ["microarchitecture", "MICROARCHITECTURES"], ["C++", "c++"], ["C#", "c#"],
      [".NET", ".net", ".Net"], ["Étage", "étage"], ["SREs", "SRE"], ["database", "databases"],
    ])
  func alike(words: [String]) {
    #expect(Set(words.map(Self.folded)).count == 1)
  }

  @Test(
    "spellings that mean another word",
    arguments: [
      ("C", "C++"), ("C", "C#"), ("C++", "C#"), ("net", ".NET"), ("status", "statu"), ("class", "clas"),
      ("analysis", "analysi"), ("Go", "Gos"), ("rise", "rize"), ("node", "nodal"),
      ("architecture", "microarchitecture"), ("monitoring", "motoring"),
      ("ties", "ty"), ("internationalise", "intranationalise"),
    ])
  func different(pair: (String, String)) {
    #expect(Self.folded(pair.0) != Self.folded(pair.1))
  }

  @Test(
    "what is cut into which words",
    arguments: [
      ("Node.js", ["Node", "js"]), ("C/C++", ["C", "C++"]), ("ASP.NET", ["ASP", "NET"]),
      ("a .NET shop", ["a", ".NET", "shop"]), ("F# and R", ["F#", "and", "R"]), ("x+++y", ["x++", "y"]),
      ("don’t", ["don", "t"]), ("naïve Œuvre", ["naïve", "Œuvre"]), ("3×4", ["3", "4"]),
      ("日本 語", ["日本", "語"]), ("🚀 ship", ["ship"]), ("", []), ("…—!", []), ("CI/CD", ["CI", "CD"]),
      ("10-15", ["10", "15"]), ("user_name", ["user", "name"]),
    ])
  func cut(text: String, expected: [String]) {
    #expect(Self.words(text) == expected)
  }

  @Test(
    "where sentences end",
    arguments: [
      ("One. Two.", 2), ("One! Two? Three", 3), ("Tools, e.g. Docker and i.e. Podman.", 1),
      ("Docker, Podman etc. are fine.", 1), ("Docker, Podman, etc. We like both.", 2), ("U.S. citizens", 1),
      ("Go vs. Rust", 1), ("As a Sr. Engineer you lead.", 1), ("min. 5 years", 1), ("approx. 5 people", 1),
      ("Halyard Inc. builds boats", 1),
      ("We are Halyard Inc. You build boats.", 2), ("Node.js and ASP.NET", 1), ("version 1.5 of it", 1),
      ("Know C. Then Go.", 1), ("(All of it.) And more.", 2), ("He said \"go.\" She went.", 2),
      ("Is it? (Yes!)", 2), ("3.5 years", 1), ("", 0),
    ])
  func sentences(text: String, expected: Int) {
    let words = WordScanner.words(of: text)
    #expect(words.gaps.dropFirst().count { $0 >= .sentence } + (words.count > 0 ? 1 : 0) == expected)
  }

  @Test(
    "what stands between two words",
    arguments: [
      ("a b", Words.Gap.soft), ("a-b", .soft), ("a’b", .soft), ("a/b", .slash), ("a | b", .slash),
      ("a, b", .comma), ("a / b, c", .slash), ("a (b", .hard), ("a: b", .hard), ("a; b", .hard),
      ("a - b", .hard), ("a – b", .hard), ("3–5", .soft), ("a — b", .hard), ("a • b", .hard),
      ("ab. cd", .sentence), ("a\nb", .block), ("a, (b", .hard),
    ])
  func gap(text: String, expected: Words.Gap) {
    #expect(WordScanner.words(of: text).gaps.dropFirst().first == expected)
  }

  @Test(
    "a word folds alike at the end of a text and before others, however long it is",
    arguments: ["", "s", "e", "es", "ies", "ised", "ising", "isation", "ss", "++"])
  func place(ending: String) {
    for length in 1...20 {
      let word = String("Qwrtpsdfghjklzxcvbnm".prefix(length)) + ending
      let count = Self.words(word).count
      for text in ["\(word) and a dozen more", "(\(word)), and others", "a \(word) é"] {
        let start = text.hasPrefix("a ") ? 1 : 0
        #expect(Self.folded(text)[start..<start + count] == Self.folded(word)[...])
      }
    }
  }

  private static func folded(_ word: String) -> [UInt64] { WordScanner.words(of: word).hashes }

  private static func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let words = WordScanner.words(of: bytes)
    return (0..<words.count).map { String(decoding: bytes[words.range($0)], as: UTF8.self) }
  }
}

@Suite("The lexicon")
struct LexiconTests {
  @Test(
    "what is found in which text",
    arguments: [
      ("incident response", ["0 incident response"]),
      ("Incident-Response", ["0 incident response"]),
      ("incident/response", ["0 incident response"]),
      ("incident, response", []),
      ("incident. Response", []),
      ("incident\nresponse", []),
      ("Incidents response", ["0 incident response"]),
      ("CI/CD system", ["0 CI", "1 cd system"]),
      ("ci/cd system", ["1 cd system"]),
      ("two CIs", ["1 CI"]),
      ("GO and go", ["0 verb", "2 verb"]),
      ("Go, Gos", ["0 verb", "0 Go"]),
      ("on-call rotation", ["0 on call rotation", "0 on call"]),
      ("on call for a rotation", ["0 on call"]),
      ("product, design", ["0 product, design"]),
      ("product design", ["0 product, design"]),
      ("product. Design", []),
      ("GITHUB ACTIONS", []),
      ("GitHub-Actions", ["0 GitHub Actions"]),
      (
        "lead of site reliability engineering teams",
        ["2 site reliability engineering team", "2 site reliability"]
      ),
      ("site reliability engineering", ["0 site reliability"]),
      ("site reliability/engineering, team", ["0 site reliability"]),
    ])
  func hits(text: String, expected: [String]) {
    let bytes = Array(text.utf8)
    let words = WordScanner.words(of: bytes)
    let hits = Self.lexicon.hits(in: words, of: bytes)
    #expect(hits.map { "\($0.word) \(Self.phrases[Int($0.meaning.index)].name)" } == expected)
  }

  @Test(
    "a phrase is found wherever it begins, however long the text is",
    arguments: [0, 61, 62, 63, 64, 127, 200])
  func place(before: Int) {
    let text =
      String(repeating: "ship ", count: before) + "on-call rotation" + String(repeating: " ship", count: 70)
    let bytes = Array(text.utf8)
    let words = WordScanner.words(of: bytes)
    let hits = Self.lexicon.hits(in: words, of: bytes).map { "\($0.word) \($0.count)" }
    #expect(hits == ["\(before) 3", "\(before) 2"])
    var here: [Int] = []
    for word in 0..<words.count {
      Self.lexicon.forEachHit(at: word, in: words, of: bytes) { here += [$0.word, $0.count] }
    }
    #expect(here == [before, 3, before, 2])
  }

  @Test("a phrase asked for twice has both meanings, and once each")
  func meanings() {
    var builder = LexiconBuilder()
    builder.add("pager", .init(kind: .signal, index: 1))
    builder.add("Pagers", .init(kind: .near, index: 2))
    builder.add("pager", .init(kind: .signal, index: 1))
    builder.add("—", .init(kind: .signal, index: 3))
    let bytes = Array("the pager".utf8)
    let hits = builder.lexicon().hits(in: WordScanner.words(of: bytes), of: bytes)
    #expect(hits.map(\.meaning) == [.init(kind: .signal, index: 1), .init(kind: .near, index: 2)])
  }

  @Test("an index that is cut short finds nothing, and does no harm")
  func cutShort() {
    let bytes = Array("the pager".utf8)
    for count in [0, 1, 19, 20, 16_403, 32_780, 49_163, 49_164] {
      let lexicon = Lexicon(SnapshotBytes(Array(repeating: 0x30, count: count)), in: 0..<count)
      #expect(lexicon.hits(in: WordScanner.words(of: bytes), of: bytes).isEmpty)
    }
  }

  private static let phrases: [(name: String, isExact: Bool)] = [
    ("incident response", false), ("CI", true), ("cd system", false), ("Go", true), ("verb", false),
    ("on call", false), ("on call rotation", false), ("product, design", false), ("GitHub Actions", true),
    ("site reliability", false), ("site reliability engineering team", false),
  ]

  private static let lexicon = {
    var builder = LexiconBuilder()
    for (number, phrase) in phrases.enumerated() {
      let text = phrase.name == "verb" ? "go" : phrase.name
      builder.add(text, isCaseExact: phrase.isExact, .init(kind: .signal, index: Int32(number)))
    }
    return builder.lexicon()
  }()
}
