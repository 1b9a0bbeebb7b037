import Diagnostics
import Rubric
import TestSupport
import Testing

@testable import Extractor

@Suite("Words that leave something open")
struct OpenWordsTests {
  /// The kinds that a posting's words are about, with their lines.
  private func open(_ text: String) throws -> [String] {
    try OwnLibrary.extract("# Engineer\n\n" + text).role.open.map {
      "\($0.kind.rawValue) \($0.evidence.line)"
    }
  }

  @Test(
    "a demand, under its heading",
    arguments: [
      ("Python, Go, or similar languages", "similar 5"), ("Terraform, Ansible, etc.", "similar 5"),
      ("A bachelor's degree in computer science", "degree 5"),
      ("A degree in computer science or equivalent experience", "degree-or-equivalent 5"),
      ("A bachelor's degree or 3+ years of experience", "degree-or-equivalent 5"),
      ("4 years of experience, or a degree", "degree-or-equivalent 5"),
      ("BS (or higher) in computer science, or a related field", "degree 5"),
      ("A degree, and 5 or more years of experience", "degree 5"),
      ("A degree in informatics or mathematics with 5 years of experience", "degree 5"),
      ("Fluent English", "spoken-language 5"), ("A CKA certificate", "certificate 5"),
      ("You are passionate about our cause", "trait 5"),
      ("Willingness to join the on-call rotation", "on-call 5"),
      ("Willingness to work in an on-call rotation", "on-call 5"),
      ("Ability to obtain a security clearance", "clearance 5"),
      ("Ability to pass a criminal background check", "background-check 5"),
      ("You must be a US citizen", "citizenship 5"),
      ("You are authorised to work in Ireland", "authorisation 5"), ("Up to 20% travel", "travel 5"),
      ("Hours overlap with our team in Oslo, four a day", "time-zone 5"),
    ])
  func demands(words: String, expected: String) throws {
    #expect(try open("## Requirements\n\n- \(words)\n").contains(expected))
  }

  @Test(
    "what says no such thing",
    arguments: [
      "Python and Go", "Experience with an on-call rotation", "Background in a team with an on-call rotation",
      "Work experience in an on-call rotation", "3 years in an on-call rotation",
      "Kubernetes on hybrid clouds",
      "A language that compiles, such as Go", "Checks that run in the background",
      "You travelled through the code of others", "No degree needed",
      "Your own way of working (Curious to see what that looks like?)",
    ])
  func plain(words: String) throws {
    #expect(try open("## Requirements\n\n- \(words)\n").filter { !$0.hasPrefix("uncovered") } == [])
  }

  @Test(
    "a wish leaves nothing open that a demand would",
    arguments: [
      "A degree in computer science", "Fluent English", "A CKA certificate",
      "Python, Go, or similar languages",
    ])
  func wishes(words: String) throws {
    #expect(try open("## Nice to have\n\n- \(words)\n") == [])
    #expect(try open("## Requirements\n\n- \(words) is a plus\n") == [])
  }

  @Test(
    "anywhere in the posting",
    arguments: [
      ("We have multiple positions on three teams.", "several-teams 5"),
      ("There is no on-call.", "no-on-call 5"),
      ("Every offer follows a background check.", "background-check 5"),
      ("**(This job has been filled.)**", "closed 5"),
      ("For this role we prefer those living in Norway.", "residence 5"),
      ("You take part in the on-call rota.", "on-call 5"), ("Pay ranges vary by location.", "pay-by-place 5"),
      ("Only for candidates residing in Canada.", "residence 5"),
      ("You can work from anywhere.", "anywhere 5"),
      ("This is a twelve-month contract.", "contract 5"),
      ("We will not sponsor applicants for this job.", "authorisation 5"),
      ("After work you share pager (chat) duty.", "on-call 5"),
      ("You are the first contact for production issues.", "on-call 5"),
      ("We cannot sponsor a visa.", "authorisation 5"),
    ])
  func anywhere(words: String, expected: String) throws {
    #expect(try open("## About the role\n\n\(words)\n") == [expected])
  }

  @Test("what is said of customers tells nobody where to live")
  func customersAnywhere() throws {
    let words = "Our products are trusted by farms and harbours of all kinds worldwide."
    #expect(try open("\(words)\n\n## Requirements\n\n- Linux\n") == [])
  }

  @Test("an engineer to join a team is one")
  func oneTeam() throws {
    let words = "We are looking for an engineer to join our team."
    #expect(try open("## About the role\n\n\(words)\n") == [])
  }

  @Test(
    "words that may keep people away, wherever they stand",
    arguments: [
      "We are a young and dynamic team.", "You are a digital native who lives online.",
      "We look for a native English speaker.", "A DevOps rockstar fits us.", "You are an automation ninja.",
      "This suits a recent graduate.", "You are physically fit.", "We work hard, play hard.",
    ])
  func exclusions(words: String) throws {
    for heading in ["Requirements", "About us", "What you will do", "Benefits"] {
      #expect(try open("## \(heading)\n\n\(words)\n").contains("exclusion 5"), "\(heading)")
    }
  }

  @Test(
    "what keeps nobody away",
    arguments: [
      "We do not discriminate against able-bodied or other people.", "No rockstars, please.",
      "Native speakers are not required.", "Builds with CMake, Ninja and Bazel",
      "He or she runs our clusters.",
      "Rockstar Instruments builds scales.", "Recent graduates are welcome.",
      "Customers from digital-native businesses to old banks",
    ])
  func inclusive(words: String) throws {
    for heading in ["Requirements", "About us"] {
      #expect(
        try open("## \(heading)\n\n- \(words)\n").filter { $0.hasPrefix("exclusion") } == [], "\(heading)")
    }
  }

  @Test(
    "hours that not everybody can keep, where the work is told",
    arguments: [
      ("What you will do", "You are on call 24/7, a week in five.", ["hours 5"]),
      ("What you will do", "Work on a rota basis, 07:00 to midnight", ["hours 5"]),
      ("What you will do", "Take part in evening maintenance windows", ["hours 5"]),
      ("Requirements", "Willingness to work nights and weekends", ["hours 5"]),
      ("Requirements", "Available outside of business hours", ["hours 5"]),
      ("Requirements", "You can do rotating shifts", ["hours 5"]),
      ("What you will do", "On-call out of hours is not planned", []),
      ("What you will do", "The portal is available 24/7 to customers", []),
      ("What you will do", "Keep a service up that people use 24/7", []),
      ("About us", "Our customers trade on nights and weekends.", []),
      ("Benefits", "Free weekends and bank holidays", []),
    ])
  func hours(heading: String, words: String, expected: [String]) throws {
    #expect(
      try open("## \(heading)\n\n- \(words)\n").filter { $0.hasPrefix("hours") } == expected)
  }

  @Test(
    "an office counts where the posting speaks of remote work, and offers no choice",
    arguments: [
      ("Location: Remote, Spain", "You work from our office on Mondays.", ["office 7"]),
      ("Location: Madrid", "You work from our office on Mondays.", []),
      ("Location: Remote, Spain", "Work from home or work from our office.", []),
    ])
  func office(place: String, words: String, expected: [String]) throws {
    #expect(try open("\(place)\n\n## About the role\n\n\(words)\n") == expected)
  }

  @Test(
    "years that are stated differently, and those that are wished for again",
    arguments: [
      (
        "5+ years of experience", "3 years of professional experience", "- Go",
        ["years-differ 5", "years-differ 6"]
      ),
      (
        "5+ years of experience", "Linux", "2+ years of relevant industry experience in our field",
        ["years-repeated 10"]
      ),
      (
        "5+ years of experience", "Linux",
        "2+ years of experience in development, cloud architecture, databases and networking",
        ["years-repeated 10"]
      ),
      ("5+ years of experience", "Linux", "2+ years of experience in Kubernetes", []),
      ("5+ years of experience", "3 years of Linux experience", "7+ years of experience", []),
    ])
  func years(first: String, second: String, wish: String, expected: [String]) throws {
    let text = "## Requirements\n\n- \(first)\n- \(second)\n\n## Nice to have\n\n- \(wish)\n"
    #expect(try open(text).filter { $0.hasPrefix("years") } == expected)
  }

  @Test("the years of a degree are no experience")
  func degreeYears() throws {
    #expect(
      try OwnLibrary.extract("# Engineer\n\n## Requirements\n\n- 4 year college degree\n").role.minYears
        == nil)
  }

  @Test(
    "a demand that nothing covers, and no wish, comment or name",
    arguments: [
      ("Patience with timetables of ferries", ["uncovered 5"]), ("Patience with ferries is a plus", []),
      ("Jane Doe", []), ("Linux", []),
    ])
  func uncovered(words: String, expected: [String]) throws {
    #expect(try open("## Requirements\n\n- \(words)\n") == expected)
  }

  @Test("quotations are the words of the file, at their line and column", arguments: 0..<60)
  func quotations(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    guard let extraction = try? OwnLibrary.extract(RandomPosting.make(&random)) else { return }
    let lines = extraction.posting.source.text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for evidence in extraction.role.open.map(\.evidence) + extraction.role.headings {
      let first = evidence.quote.split(whereSeparator: \.isNewline).first ?? ""
      let line = lines[evidence.line - 1].unicodeScalars.dropFirst(evidence.column - 1)
      #expect(String(String.UnicodeScalarView(line)).hasPrefix(first))
    }
  }

  @Test("headings stand with the section that they opened")
  func headings() throws {
    let text = """
      ## What you will do

      - Run Linux

      Requirements: Go.

      Nice to have:

      - Rust
      """
    let headings = try OwnLibrary.extract("# Engineer\n\n" + text).role.headings
    #expect(
      headings.map { "\($0.line) \($0.section) \($0.words)" } == [
        "3 duties What you will do", "7 required Requirements", "9 preferred Nice to have",
      ])
  }
}
