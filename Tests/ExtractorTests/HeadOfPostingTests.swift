import Rubric
import Testing

@testable import Extractor

@Suite("What the head of a posting states")
struct HeadOfPostingTests {
  @Test(
    "titles",
    arguments: [
      (
        "About us\n\nAs a hands-on Engineering Manager at Tidewater, you lead four people.\n",
        "Engineering Manager"
      ),
      (
        "# Careers at Tidewater\n\nWe sail.\n\n## 🧱 Software Engineer\n\nYou build ships.\n",
        "Software Engineer"
      ),
      (
        "Platform Engineer / Site Reliability Engineer -£35,000 to £100,000 per annum - clearance is required here\n\nWe hire two.\n",
        "Platform Engineer / Site Reliability Engineer"
      ),
      (
        "# [Storage Engineer, Research - US Remote](https://jobs.example/1)\n\nYou store.\n",
        "Storage Engineer, Research"
      ),
      (
        "https://tidewater.example/jobs/platform-engineering/\n\nPlatform Engineering\n\nYou sail.\n",
        "Platform Engineering"
      ),
      (
        "https://tidewater.example/jobs/123-harbour-engineer/\n\nYou sail, and so do we.\n",
        "Harbour Engineer"
      ),
      (
        "About the job\n\nWe sail. We're now looking for a visionary Head of Platform to lead the next trip, and one more.\n",
        "Head of Platform"
      ),
      ("---\ntitle: \"tidewater.example : Kafka Engineer\"\n---\nWe sail.\n", "Kafka Engineer"),
    ])
  func title(text: String, title: String) throws {
    #expect(try OwnLibrary.extract(text).role.title == title)
  }

  @Test("the level behind an adjective and a comma")
  func level() throws {
    let text =
      "Jobs\n\nA large fund is seeking a senior, skilled platform engineer to lead the build of its platform.\n"
    #expect(try OwnLibrary.extract(text).role.level == .senior)
  }

  @Test("the employer behind its host, and behind \"at\" before its legal form")
  func company() throws {
    let host =
      "tidewatersails.example - Kafka Engineer - Hybrid (Ghent)\n\nTidewater is a consultancy of sailors. At Tidewater we sail.\n"
    #expect(try OwnLibrary.extract(host).role.company == "Tidewater")
    let form = "# Engineer\n\nAt Small Sails Inc we believe that sailing has become too hard.\n"
    #expect(try OwnLibrary.extract(form).role.company == "Small Sails Inc")
  }

  @Test("the place behind a pin in a line below the head, up to the next field")
  func pin() throws {
    let text =
      "About the job\n\nWe sail for everyone.\n\n📍Ghent / UK Remote | 💰£95,000 - £130,000 a year | Engineering |\n"
    let role = try OwnLibrary.extract(text).role
    #expect(role.location == "Ghent / UK Remote")
    #expect(role.remote == true)
  }

  @Test("the text goes before a key that says false")
  func remoteKey() throws {
    func remote(_ text: String) throws -> Bool? {
      try OwnLibrary.extract("---\nremote: False\nlocation: Ghent\n---\n# Platform Engineer\n\n\(text)\n")
        .role.remote
    }
    #expect(try remote("We are a fully remote team.") == true)
    #expect(try remote("You run clusters.") == false)
  }

  @Test(
    "years that others have are not asked for",
    arguments: [
      ("Our engineers have ten years of experience on average.", nil),
      ("Tidewater has more than 20 years of experience in shipping.", nil), ("5+ years of Linux.", 5),
      ("An engineer with seven years of experience.", 7),
      ("You have six years of experience.", 6), ("At least four years of experience in systems.", 4),
    ])
  func years(sentence: String, years: Int?) throws {
    let text = "# Engineer\n\n\(sentence)\n\n## Requirements\n\n- Linux\n"
    #expect(try OwnLibrary.extract(text).role.minYears == years)
  }

  @Test("a line that heads text on where one works is no place")
  func heading() throws {
    let way =
      "We have a hybrid approach to working here, so you come to one of our offices now and then, as you like.\n"
    #expect(
      try OwnLibrary.extract("About the job\n\nWe sail.\n\nHybrid Working\n\n\(way)").role.location == nil)
  }
}

@Suite("Parts of a posting beside each other")
struct SiblingPartTests {
  private let role =
    "# Engineer\n\n## About the position\n\nYou sail.\n\n### Responsibilities\n\n- Run Linux\n\n"

  @Test("a heading beside the one that opened a part ends it, though none of its phrases is all of it")
  func sibling() throws {
    #expect(
      try OwnLibrary.importance(of: "kubernetes", in: role + "### Desired expertise\n\n- Kubernetes\n")
        == .required
    )
  }

  @Test("a heading above it ends it too")
  func above() throws {
    let text = role + "### Nice to have\n\n- Kafka\n\n## What Tidewater is like\n\n- You work on Kubernetes\n"
    #expect(try OwnLibrary.importance(of: "kubernetes", in: text) == .duty)
  }

  @Test("a line with a capital to each word that tells a part is its heading")
  func capitals() throws {
    let text =
      "Engineer\n\nWhat Skills Are Essential\n\nExperience with Linux\nExperience with Go\n\nWhat Skills Are Desirable\n\nExperience with Kafka\nExperience with Rust\n"
    #expect(try OwnLibrary.importance(of: "linux", in: text) == .required)
    #expect(try OwnLibrary.importance(of: "messaging-streaming", in: text) == .preferred)
  }

  @Test("a line that heads a list and asks for something asks for it")
  func demand() throws {
    let text =
      "# Engineer\n\nThese are the skills that we are looking for:\n\nStrong experience with AWS services:\n\n- Lambda\n- Athena\n"
    #expect(try OwnLibrary.importance(of: "cloud", in: text) == .required)
  }

  @Test("questions of a form and words to applicants are no demands")
  func asides() throws {
    let text =
      "# Engineer\n\n## Requirements\n\n- Linux\n\nDo you hold a licence to sail?\n\nYou are strongly encouraged to apply. If this sounds like you, we look forward to your letter.\n"
    #expect(try OwnLibrary.extract(text).role.unmapped.isEmpty)
  }

  @Test(
    "a place behind the title, in the title's own heading",
    arguments: [
      ("# Platform Engineer - Ghent, EU", "Platform Engineer", "Ghent, EU"),
      ("# Platform Engineer, Leeds, UK", "Platform Engineer", "Leeds, UK"),
      ("<h1>Platform Engineer <small>Leeds, UK</small></h1>", "Platform Engineer", "Leeds, UK"),
      ("# Platform Engineer, Networks", "Platform Engineer, Networks", nil),
      ("# Platform Engineer - Payments", "Platform Engineer - Payments", nil),
    ])
  func placeInTitle(heading: String, title: String, place: String?) throws {
    let role = try OwnLibrary.extract("\(heading)\n\nYou run Linux.\n\n## Requirements\n\n- Go\n").role
    #expect(role.title == title && role.location == place)
  }
}
