import Diagnostics
import Rubric
import TestSupport
import Testing
import YAML

@testable import Planner

@Suite("The tables of hiring platforms")
struct ExchangeTableTests {
  @Test(
    "what stands for each level against each target",
    arguments: [
      (ExchangePlatform.greenhouse, 3, ["no", "mixed", "yes", "strong_yes", "strong_yes"]),
      (.greenhouse, 5, ["definitely_not", "definitely_not", "no", "mixed", "yes"]),
      (.greenhouse, 1, ["yes", "strong_yes", "strong_yes", "strong_yes", "strong_yes"]),
      (.lever, 3, ["1", "2", "3", "4", "4"]), (.ashby, 4, ["1", "1", "2", "3", "4"]),
    ])
  func levels(platform: ExchangePlatform, target: Int, values: [String]) throws {
    let table = try ExchangeFixture.tables.get().table(platform)
    let target = try #require(ProficiencyLevel(rawValue: target))
    #expect(ProficiencyLevel.allCases.map { table.value(of: .level($0), target: target) } == values)
  }

  @Test("attributes and recommendations of Greenhouse have different words")
  func trap() throws {
    let table = try ExchangeFixture.tables.get().table(.greenhouse)
    #expect(table.value(of: .strongNo) == "definitely_not")
    #expect(table.recommendation(of: "strong_no") == .strongNo)
    #expect(table.recommendation(of: "mixed") == nil)
    #expect(table.ratings(of: "strong_no", target: .intermediate).isEmpty)
    #expect(table.ratings(of: "no_decision", target: .basic) == [.notObserved, nil])
  }

  @Test(
    "what is wrong with a table is said",
    arguments: [
      (
        "level: Level {level} of 5; the role asks for {target}.", "level: Level {level} of 5.", "phrase-slots"
      ),
      (
        "level: Level {level} of 5; the role asks for {target}.", "level: \"{level}{target}\"", "phrase-slots"
      ),
      ("about: \"On {name}:\"", "about: \"On {name}: {text}\"", "phrase-slots"),
      ("\"-4\": definitely_not", "\"-5\": definitely_not", "unknown-key"),
      ("\"-3\": definitely_not\n", "\n", "missing-key"), ("  ashby:\n", "  workday:\n", "unknown-key"),
      ("      against_target:\n", "      by_level: {}\n      against_target:\n", "missing-key"),
      ("strong_no: definitely_not", "strong_not: definitely_not", "unknown-key"),
    ])
  func faults(old: String, new: String, rule: String) throws {
    let text = try ProjectFiles.text("Rubrics/exchange.yaml")
    #expect(text.contains(old))
    let library = RubricLibrary([
      ("exchange.yaml", SourceText(name: "exchange.yaml", text: text.replacing(old, with: new)))
    ])
    let error = #expect(throws: InvalidInput.self) { try library.exchangeTables() }
    #expect(error?.findings.map(\.rule).contains(rule) == true)
  }

  @Test("a sentence is read back with its values, whatever they are", arguments: 0..<200)
  func phrases(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let phrase = ExchangePhrase("On {a}, then {b}.")
    #expect(phrase.slots == ["a", "b"])
    let values = ["a": ExchangeFixture.text(&random), "b": ExchangeFixture.text(&random)]
    let rest = ExchangeFixture.text(&random)
    let found = try #require(phrase.match(Substring(phrase.filled(values) + rest).utf8))
    #expect(found.values == values && Array(found.rest) == Array(rest.utf8))
  }

  @Test(
    "a text that begins otherwise is no such sentence",
    arguments: ["", "On ", "On x, then ", "On x, then y", "On \"x, then y."])
  func noPhrase(text: String) {
    #expect(ExchangePhrase("On {a}, then {b}.").match(Substring(text).utf8) == nil)
  }

  @Test("a mapping is written and read the same, and gives no field to two things")
  func mapping() throws {
    var random = SeededGenerator(seed: 1)
    let plan = try ExchangeFixture.plan()
    for platform in ExchangePlatform.allCases {
      let scorecard = ExchangeFixture.scorecard(&random, of: plan)
      var mapping = ExchangeFixture.mapping(platform, &random, of: plan, for: scorecard)
      if platform == .greenhouse {
        for index in mapping.candidates.indices { mapping.candidates[index].interviews = [] }
      }
      let text = YAMLWriter.text(mapping.document)
      var read = try ExchangeMapping(from: SourceText(name: "m.yaml", text: text))
      for index in read.candidates.indices where platform != .greenhouse {
        read.candidates[index].candidate = mapping.candidates[index].candidate
        if platform == .ashby { read.candidates[index].interviews = mapping.candidates[index].interviews }
      }
      #expect(read == mapping)
    }
    let error = #expect(throws: InvalidInput.self) {
      try ExchangeMapping(
        from: SourceText(
          name: "m.yaml",
          text:
            "platform: lever\ninterviews: [{number: 2, overall: a, summary: b, questions: [{id: q, notes: a}]}]\n"
        ))
    }
    #expect(error?.findings.map(\.message) == ["\"a\" is the field of two things"])
  }

  @Test(
    "HTML of a few tags is text, and text is shown by HTML as it is",
    arguments: [
      ("<p>One</p><p>Two</p>", "One\nTwo"), ("<ul><li>a</li>\n<li>b</li></ul>", "a\nb"),
      ("a<br>b<BR/>c", "a\nb\nc"),
      ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
      ("&lt;b&gt; &amp;amp; &#39;&#x41;&nbsp;&nix; &", "<b> &amp; 'A &nix; &"),
      ("<a href=\"http://x\">y</a>", "y"), ("<script>x</script>", "<script>x</script>"), ("<b", "<b"),
      ("<b <i>x", "<b x"),
      ("&#1114112; &#xD800; &#;", "&#1114112; &#xD800; &#;"),
    ])
  func html(html: String, text: String) {
    #expect(HTMLText.decoded(html) == text)
    #expect(HTMLText.decoded(HTMLText.encoded(html)) == html)
  }
}
