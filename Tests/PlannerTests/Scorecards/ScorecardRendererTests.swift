import Diagnostics
import Foundation
import Rubric
import Testing

@testable import Planner

@Suite("blank scorecards")
struct ScorecardRendererTests {
  private let renderer: ScorecardRenderer

  init() throws { renderer = try ScorecardRenderer(templates: try Repository.templates()) }

  @Test("are the same in the loop's folder and in a candidate's, but for who it is")
  func bothWays() throws {
    let loop = try LoopFixture.loop(quote: HostileText.all)
    let plan = AssessmentPlan(of: loop, library: "1")
    let documents = try DocumentRenderer(templates: try Repository.templates()).documents(
      of: loop, loopFile: "")
    #expect(!plan.ratingInterviews.isEmpty)
    for interview in plan.ratingInterviews {
      let made = renderer.scorecard(of: interview, in: plan, for: ScorecardBearer(candidate: "C-17"))
      let inLoop = try #require(documents.first { $0.path == "scorecards/" + made[0].path })
      #expect(made[0].text == inLoop.text.replacing("candidate: \"\"", with: "candidate: \"C-17\""))
      #expect(made[0].text.contains("candidate: \"C-17\"  #"))
    }
  }

  @Test("say beside each rating what its interview shows of it, as its kit does")
  func standings() throws {
    let loop = try LoopFixture.loop()
    let forms = try LoopFixture.forms(of: loop)
    let plan = AssessmentPlan(of: loop, library: nil, forms: forms)
    let documents = try DocumentRenderer(templates: try Repository.templates()).documents(
      of: loop, forms: forms, loopFile: "")
    var (exercises, questions) = (0, 0)
    for interview in plan.ratingInterviews {
      let file = interview.fileName
      let kit = try #require(documents.first { $0.path == "kits/\(file).md" }).text
      let card = try #require(documents.first { $0.path == "scorecards/\(file).yaml" }).text
      for signs in interview.signs {
        #expect(interview.rates.contains(signs.competency))
        for sign in signs.below + signs.meets + signs.strong {
          #expect(card.contains("    #     - \(sign)\n"), "\(file): \(sign)")
        }
        if signs.question.utf8.contains(UInt8(ascii: "/")) { questions += 1 } else { exercises += 1 }
        for sign in signs.strong where sign.utf8.allSatisfy(Self.isPlain) {
          #expect(kit.contains("- \(sign)\n"), "\(file): \(sign)")
        }
      }
    }
    #expect(exercises > 0 && questions > 0)
  }

  /// Whether Markdown writes a byte as it is, wherever it stands.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == 0x20 || byte == UInt8(ascii: ".")
  }

  @Test("bear the interviewer's name in that of the file, of whatever letters it is")
  func names() throws {
    let plan = AssessmentPlan(of: try LoopFixture.loop(), library: nil)
    let interview = try #require(plan.ratingInterviews.first)
    let names = ["", "Dana", "Dana B.", "Ólafur", "李", "../../x", "/"].map { name in
      renderer.scorecard(of: interview, in: plan, for: ScorecardBearer(interviewer: name))[0].path
    }
    #expect(
      names == [
        "2-technical-screen.yaml", "2-technical-screen-dana.yaml", "2-technical-screen-dana-b.yaml",
        "2-technical-screen-lafur-28b8.yaml", "2-technical-screen-interview-c166.yaml",
        "2-technical-screen-x.yaml",
        "2-technical-screen-interview.yaml",
      ])
  }

  @Test("have no slot of a template left empty, and none of JavaScript's that the page does not fill")
  func words() throws {
    let templates = Dictionary(try Repository.templates().map { ($0.name, $0.source.text) }) { _, last in last
    }
    let page = try #require(templates["scorecard-words.html"])
    let script = try #require(templates["scorecard.js"]) + (templates["scorecard-file.js"] ?? "")
    let reader = try #require(templates["yaml-reader.js"])
    let said = script.matches(of: /(?:say|tell|word|confirmed|refuse|fail)\("([a-z0-9-]+)"/).map {
      String($0.1)
    }
    let thrown = reader.matches(of: /fail\([^;]*?"([a-z]+)"/).map { String($0.1) }
    let there = Set(page.matches(of: /data-word="([a-z0-9-]+)"/).map { String($0.1) })
    for word in said + thrown { #expect(there.contains(word), "\(word)") }
    for word in there where word.hasPrefix("ask-") && !word.hasSuffix("-yes") {
      #expect(there.contains(word.replacing("-saved", with: "") + "-yes"), "\(word)")
    }
    #expect(said.count > 20 && thrown.count > 15)
  }
}

@Suite("labels of candidates")
struct CandidateLabelTests {
  @Test(
    "what looks like a person is told from what does not",
    arguments: [
      ("Jane Doe", .fullName), ("JANE SMITH", .fullName), ("Doe, Jane", .fullName), ("jane_Doe", nil),
      ("李 小龙", .fullName), ("jane.doe@example.org", .address), ("Jane <jane@example.org>", .address),
      ("C-17", nil), ("Candidate 17", nil), ("SRE A", nil), ("heron", nil), ("Heron", nil), ("a@b", nil),
      ("@", nil),
      ("blue heron", nil), ("Heron-3 West", nil),
    ] as [(String, CandidateLabel.PersonalData?)])
  func personalData(label: String, expected: CandidateLabel.PersonalData?) {
    #expect(CandidateLabel.personalData(in: label) == expected)
  }

  @Test("one line of visible characters is a label")
  func fit() {
    for label in ["C-17", "Heron West", "../..", String(repeating: "x", count: 80)] {
      #expect(CandidateLabel.isFit(label))
    }
    for label in [
      "", " ", "a\n", "a\tb", "a  b", " a", "\u{202E}a", "a\u{85}b", String(repeating: "x", count: 81),
    ] {
      #expect(!CandidateLabel.isFit(label), "\(label.debugDescription)")
    }
  }
}
