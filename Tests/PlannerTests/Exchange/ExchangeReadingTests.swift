import Diagnostics
import Rubric
import TestSupport
import Testing
import YAML

@testable import Planner

@Suite("Scorecards that platforms have made")
struct ExchangeReadingTests {
  private static func read(
    _ text: String, from platform: ExchangePlatform, mapping: String? = nil, interview: Int? = nil,
    candidate: String? = nil
  ) throws -> ScorecardImport {
    try ScorecardImport(
      SourceText(name: "x.json", text: text), from: platform, try ExchangeFixture.tables.get(),
      plan: try ExchangeFixture.plan(),
      mapping: try mapping.map { try ExchangeMapping(from: SourceText(name: "m.yaml", text: $0)) },
      interview: interview, candidate: candidate)
  }

  private static func ratings(_ read: ScorecardImport) -> [String] {
    (read.scorecards.first?.scorecard.competencies ?? []).map { competency in
      let chosen = competency.chosen.map { "(\($0.value))" } ?? ""
      return
        "\(competency.id.value)\(chosen) \(competency.rating?.value.written ?? "-"): \(competency.evidence.value)"
    }
  }

  private static func v1(_ attributes: String, overall: String = "\"yes\"", questions: String = "") -> String
  {
    """
    [{"interview": "Technical screen", "application_id": 3456, "candidate_id": 1234,
      "interviewer": {"id": 821, "first_name": "Robert", "last_name": "Robertson", "name": "Robert Robertson"},
      "interviewed_at": "2026-08-18T16:00:00.000Z", "overall_recommendation": \(overall),
      "attributes": [\(attributes)],
      "questions": [{"id": null, "question": "Key Take-Aways", "answer": "<p>Good.</p><p>A &amp; B</p>"}\(questions)]}]
    """
  }

  @Test(
    "a rating of Greenhouse is a level where the table has one for it",
    arguments: [
      ("yes", "linux 3: n", "rating-by-table"), ("mixed", "linux 2: n", "rating-by-table"),
      ("no", "linux 1: n", "rating-by-table"),
      ("strong_yes", "linux -: n\n\nAt Greenhouse the rating is strong_yes.", "unread-rating"),
      ("definitely_not", "linux -: n\n\nAt Greenhouse the rating is definitely_not.", "unread-rating"),
      ("no_decision", "linux -: n", nil),
      ("Yes", "linux -: n\n\nAt Greenhouse the rating is Yes.", "unread-rating"),
    ])
  func greenhouse(value: String, rating: String, rule: String?) throws {
    let read = try Self.read(
      Self.v1(#"{"name": "Linux and the shell", "type": "Skills", "note": "n", "rating": "\#(value)"}"#),
      from: .greenhouse)
    #expect(Self.ratings(read) == ["go|python -: ", rating])
    #expect(read.findings.map(\.rule) == [rule].compactMap { $0 })
    let card = try #require(read.scorecards.first?.scorecard)
    #expect(card.summary.value == "Good.\nA & B" && card.overall?.value == .yes)
    #expect(card.interviewer.value == "Robert Robertson" && card.date.value == "2026-08-18")
    #expect(read.scorecards.first?.fileName == "2-technical-screen")
    #expect(read.scorecards.first?.ownFileName == "2-technical-screen-robert-robertson")
  }

  @Test("an attribute that is called as an alternative names the choice; two of them are not one rating")
  func alternatives() throws {
    let read = try Self.read(
      Self.v1(
        #"{"name": "Python", "note": null, "rating": "yes"}, {"name": "Go", "note": "too", "rating": "mixed"}"#
      ),
      from: .greenhouse)
    #expect(Self.ratings(read).first == "go|python(python) 3: ")
    #expect(read.findings.map(\.rule) == ["unmatched-entry", "rating-by-table"])
    #expect(
      read.scorecards.first?.scorecard.summary.value
        == "Good.\nA & B\n\nOn Go:\nAt Greenhouse the rating is mixed.\n\ntoo")
  }

  @Test("what nothing is called stands in the summary and is named; what says nothing is not")
  func unmatched() throws {
    let read = try Self.read(
      Self.v1(
        """
        {"name": "Adaptable", "note": "Moved twice.", "rating": "yes"},
        {"name": "Analytical", "note": null, "rating": "no_decision"}, 7, null, {"rating": "yes"}
        """,
        questions:
          #", {"id": 7, "question": "What of linux/full-disk?", "answer": "du &lt; df"}, {"id": 8, "question": "Private Notes", "answer": "a < b"}"#
      ),
      from: .greenhouse)
    #expect(
      read.findings.map(\.message) == [
        "nothing that this interview rates or asks is called \"Adaptable\"",
        "nothing that this interview rates or asks is called \"Private Notes\"",
      ])
    let card = try #require(read.scorecards.first?.scorecard)
    #expect(card.questions.map(\.notes.value) == ["du < df", ""])
    #expect(
      card.summary.value == """
        Good.
        A & B

        On Adaptable:
        At Greenhouse the rating is yes.

        Moved twice.

        On "Private Notes":
        a < b
        """)
  }

  @Test(
    "a rating that was changed at the platform is neither the old one nor the new",
    arguments: [("\"yes\"", "yes"), ("null", "null")])
  func changed(value: String, shown: String) throws {
    let read = try Self.read(
      Self.v1(
        #"{"name": "linux", "note": "Level 5 of 5; the role asks for 3.\n\nsaw it", "rating": \#(value)}"#),
      from: .greenhouse)
    #expect(
      Self.ratings(read)[1]
        == "linux -: Level 5 of 5; the role asks for 3.\n\nsaw it\n\nAt Greenhouse the rating is \(shown).")
    #expect(
      read.findings.map(\.message) == ["\"linux\" is \"\(shown)\" at Greenhouse, and the note says \"5\""])
  }

  @Test(
    "the recommendations of v1 and of v3 are read",
    arguments: [
      ("\"definitely_not\"", OverallRecommendation.strongNo), ("\"strong_no\"", .strongNo), ("\"no\"", .no),
      ("\"strong_yes\"", .strongYes), ("\"no_decision\"", .noDecision), ("null", nil), ("\"mixed\"", nil),
    ] as [(String, OverallRecommendation?)])
  func overall(value: String, overall: OverallRecommendation?) throws {
    let read = try Self.read(Self.v1("", overall: value), from: .greenhouse)
    #expect(read.scorecards.first?.scorecard.overall?.value == overall)
    #expect(read.findings.map(\.rule) == (value == "\"mixed\"" ? ["unread-rating"] : []))
  }

  @Test("the tables of Harvest v3 are put together again")
  func tables() throws {
    let read = try Self.read(
      """
      {"scorecards": [{"id": 1, "application_id": 9, "interviewer_id": 5, "interview_kit_id": 3,
         "candidate_rating": "strong_no", "notes": null, "interviewed_at": "2026-09-01T09:00:00Z"}],
       "scorecard_candidate_attributes": [
         {"id": 11, "scorecard_id": 1, "job_candidate_attribute_id": 21, "candidate_attribute_rating": "yes", "note": "ok"},
         {"id": 12, "scorecard_id": 2, "job_candidate_attribute_id": 21, "candidate_attribute_rating": "no", "note": "not this"}],
       "job_candidate_attributes": [{"id": 21, "name": "Linux and the shell"}],
       "scorecard_questions": [{"id": 31, "question": "What of go/leak?"}],
       "scorecard_question_answers": [{"scorecard_id": 1, "scorecard_question_id": 31, "answer": "<b>pprof</b>"}],
       "interview_kits": [{"id": 3, "job_interview_id": 4}],
       "job_interviews": [{"id": 4, "name": "Technical screen"}],
       "users": [{"id": 5, "first_name": "Kim", "last_name": "Oe"}]}
      """, from: .greenhouse, candidate: "C-1")
    #expect(Self.ratings(read) == ["go|python -: ", "linux 3: ok"])
    let card = try #require(read.scorecards.first?.scorecard)
    #expect(card.overall?.value == .strongNo && card.interviewer.value == "Kim Oe")
    #expect(card.questions.map(\.notes.value) == ["", "pprof"])
    #expect(card.candidate.value == "C-1" && card.date.value == "2026-09-01")
  }

  @Test("a form of Lever is read by the types and labels of its fields")
  func lever() throws {
    let read = try Self.read(
      """
      {"data": [{"id": "f", "text": "Technical screen", "baseTemplateId": "t", "user": "u-1", "fields": [
        {"id": "1", "type": "score-system", "text": "Rating", "value": "4 - Strong Hire"},
        {"id": "2", "type": "score", "text": "Linux and the shell", "value": 3},
        {"id": "3", "type": "textarea", "text": "linux", "value": "du, df"},
        {"id": "4", "type": "scorecard", "text": "Skills", "scores": [{"text": "Python"}, {"text": "Charm"}],
         "value": [{"score": 2, "comment": "slow"}, {"score": 4, "comment": null}]},
        {"id": "5", "type": "multiple-select", "text": "Asked", "value": ["a", "b"]}]}]}
      """, from: .lever)
    #expect(Self.ratings(read) == ["go|python(python) 2: slow", "linux 3: du, df"])
    let card = try #require(read.scorecards.first?.scorecard)
    #expect(card.overall?.value == .strongYes && card.interviewer.value == "u-1")
    #expect(card.summary.value == "On Charm:\nAt Lever the rating is 4.\n\nOn Asked:\na, b")
  }

  @Test("a form that was made for the loop is read by its labels alone")
  func form() throws {
    let plan = try ExchangeFixture.plan()
    let template = FeedbackTemplate.all(of: plan, try ExchangeFixture.tables.get())[0]
    guard case .mapping(let pairs, _) = template.document, case .list(let fields, _) = pairs[2].value else {
      Issue.record("a template is a mapping with a list of fields")
      return
    }
    let values: [Document] = [
      .text("2 - No Hire"), .integer(3),
      .text("Level 3 of 5; the role asks for 3. The candidate chose go.\n\ne1"),
      .integer(2), .text("e2"), .text("n1"), .text("n2"), .text("s"),
    ]
    #expect(fields.count == values.count)
    let filled = zip(fields, values).map { field, value -> Document in
      guard case .mapping(let keys, _) = field else { return field }
      return .mapping([.init("id", .text("\(keys.count)"))] + keys + [.init("value", value)])
    }
    let text = JSONWriter.text(.mapping([pairs[0], .init("fields", .list(filled))]))
    let read = try Self.read(text, from: .lever)
    #expect(read.findings.map(\.message) == ["of \"linux\" \"2\" is read as 2"])
    #expect(Self.ratings(read) == ["go|python(go) 3: e1", "linux 2: e2"])
    let card = try #require(read.scorecards.first?.scorecard)
    #expect(card.questions.map(\.notes.value) == ["n1", "n2"])
    #expect(card.summary.value == "s" && card.overall?.value == .no)
  }

  @Test("an answer of Ashby is read by its paths, and by the titles of its form")
  func ashby() throws {
    let read = try Self.read(
      """
      {"success": true, "results": [{"id": "s", "applicationId": "a-1", "feedbackFormDefinitionId": "form-1",
        "formDefinition": {"sections": [{"title": "x", "fields": [
          {"field": {"path": "p1", "title": "Linux and the shell", "type": "Score"}},
          {"field": {"path": "p2", "title": "What of go/leak?", "type": "RichText"}}]}]},
        "submittedByUser": {"id": "u", "firstName": "Kim", "lastName": "Oe"},
        "submittedValues": {"overall_recommendation": "2", "p3": true,
          "p1": {"score": 2, "comments": {"type": "PlainText", "value": "hm"}}, "p2": "pprof"}}]}
      """, from: .ashby,
      mapping: """
        platform: ashby
        interviews: [{number: 2, form: form-1}]
        candidates: [{label: C-17, application: a-1}]
        people: [{label: kim, id: u}]
        """)
    #expect(Self.ratings(read) == ["go|python -: ", "linux 2: hm"])
    let card = try #require(read.scorecards.first?.scorecard)
    #expect(card.overall?.value == .no && card.candidate.value == "C-17" && card.interviewer.value == "kim")
    #expect(card.questions.map(\.notes.value) == ["", "pprof"] && card.summary.value == "On p3:\ntrue")
  }

  @Test(
    "the interview must be told",
    arguments: [
      (#""interview": "Chat""#, nil, #"no interview of the loop is called "Chat""#),
      (#""id": 1"#, nil, "nothing tells which interview this is"),
      (#""interview": "Chat""#, 9, "the loop has no interview 9"),
    ] as [(String, Int?, String)])
  func interview(key: String, number: Int?, message: String) throws {
    let text = "{\(key), \"attributes\": []}"
    let read = try Self.read(text, from: .greenhouse, interview: number)
    #expect(read.findings.map(\.message) == [message] && read.scorecards.isEmpty)
    #expect(try Self.read(text, from: .greenhouse, interview: 2).scorecards.count == 1)
  }

  @Test(
    "a scheduled interview of the mapping tells interview and candidate, also where all share a form",
    arguments: [
      (ExchangePlatform.lever, #"{"baseTemplateId": "t", "interview": "i-9", "fields": []}"#),
      (.ashby, #"{"feedbackFormDefinitionId": "t", "interviewEventId": "i-9", "submittedValues": {}}"#),
    ])
  func scheduled(platform: ExchangePlatform, text: String) throws {
    let mapping = """
      platform: \(platform.rawValue)
      interviews: [{number: 2, form: t}, {number: 3, form: t}]
      candidates:
        - {label: C-1, interviews: [{number: 2, interview: i-8}]}
        - {label: C-2, interviews: [{number: 2, interview: ""}, {number: 3, interview: i-9}]}
      """
    let card = try #require(try Self.read(text, from: platform, mapping: mapping).scorecards.first?.scorecard)
    #expect(card.interview.number.value == 3 && card.candidate.value == "C-2")
    #expect(card.competencies.map(\.id.value) == ["kubernetes"])
  }

  @Test("several candidates in one file are refused")
  func candidates() throws {
    func card(_ application: Int) -> String {
      #"{"interview": "Technical screen", "application_id": \#(application), "attributes": []}"#
    }
    let mapping = """
      platform: greenhouse
      interviews: []
      candidates: [{label: C-1, application: "1"}, {label: C-2, application: "2"}]
      """
    let read = try Self.read("[\(card(1)), \(card(2))]", from: .greenhouse, mapping: mapping)
    #expect(
      read.findings.map(\.message) == [
        "the scorecards of several candidates in one file: \"C-1\" and \"C-2\""
      ])
    #expect(read.scorecards.isEmpty)
    let named = try Self.read("[\(card(1)), \(card(2))]", from: .greenhouse, candidate: "C-1")
    #expect(
      named.findings.map(\.message) == ["the scorecards of several candidates in one file: 2 applications"])
    #expect(named.scorecards.isEmpty)
    let same = try Self.read("[\(card(1)), \(card(1))]", from: .greenhouse, candidate: "C-1")
    #expect(same.scorecards.count == 2 && same.findings.isEmpty)
  }

  @Test(
    "JSON without a scorecard of the platform is refused", arguments: ExchangePlatform.allCases,
    [
      "{}", "[]", "null", "1", "[[[]]]", #"{"data": {}}"#, #"{"results": [1]}"#, #"{"scorecards": []}"#,
      #"{"scorecards": [], "scorecard_candidate_attributes": []}"#,
    ])
  func nothing(platform: ExchangePlatform, text: String) {
    let error = #expect(throws: InvalidInput.self) { try Self.read(text, from: platform) }
    #expect(error?.findings.map(\.rule) == ["no-foreign-scorecard"])
  }

  @Test("files with bytes changed are read or refused", arguments: ExchangePlatform.allCases, 0..<30)
  func changedBytes(platform: ExchangePlatform, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let plan = try ExchangeFixture.plan()
    let scorecard = ExchangeFixture.scorecard(&random, of: plan)
    let tables = try ExchangeFixture.tables.get()
    let export = ScorecardExport(
      try ExchangeFixture.file(scorecard, of: plan), plan: plan, to: platform, tables, mapping: nil)
    var bytes = Array(JSONWriter.text(export.document).utf8)
    for _ in 0..<4 {
      bytes[Int(random.next() % UInt64(bytes.count))] = random.pick(Array("\"{}[]:,\\0a\u{0}".utf8))
    }
    let source = SourceText(name: "x.json", bytes: bytes)
    guard let read = try? ScorecardImport(source, from: platform, tables, plan: plan, mapping: nil) else {
      return
    }
    #expect(read.scorecards.count <= 1)
  }

  @Test(
    "hostile shapes are read or refused in time", arguments: ExchangePlatform.allCases,
    [
      ("[", "{\"attributes\":[],\"fields\":[],\"submittedValues\":{}},", 150, "{}]"),
      ("{\"attributes\":[", "{\"name\":\"a\",\"rating\":\"yes\"},", 5_000, "1]}"),
      ("{\"fieldValues\":[", "{\"id\":\"a\",\"value\":[{\"score\":1}]},", 5_000, "1]}"),
      ("{\"submittedValues\":{", "\"a\":{\"score\":1},", 5_000, "\"b\":1}}"),
      ("{\"questions\":[{\"question\":\"q\",\"answer\":\"", "<p <p &", 50_000, "\"}]}"),
      ("{\"attributes\":", "[", 63, ""), ("{\"formDefinition\":", "{\"sections\":", 60, "1"),
    ])
  func hostile(platform: ExchangePlatform, shape: (head: String, part: String, count: Int, tail: String))
    throws
  {
    let text = shape.head + String(repeating: shape.part, count: shape.count) + shape.tail
    guard let read = try? Self.read(text, from: platform, interview: 2) else { return }
    #expect(read.scorecards.count <= 151)
  }
}
