import Rubric
import Testing

@testable import Extractor

/// One line of a small posting, and the fact that it states.
@Suite("Facts of a posting")
struct FactTests {
  @Test(
    "pay",
    arguments: [
      ("Pay: $120,000 - $150,000 a year", "USD 120000-150000 year"),
      ("Salary: £60k to £70k", "GBP 60000-70000 year"),
      ("EUR 4.500 - 5.200 per month", "EUR 4500-5200 month"),
      ("CHF 120’000–140’000 p.a.", "CHF 120000-140000 year"),
      ("SEK 45 000 – 55 000 monthly", "SEK 45000-55000 month"),
      ("20 000 - 26 000 PLN per month", "PLN 20000-26000 month"),
      ("₹30,00,000 - ₹45,00,000 a year", "INR 3000000-4500000 year"),
      ("15-20 LPA", "INR 1500000-2000000 year"), ("₹15 - 25 lakhs per annum", "INR 1500000-2500000 year"),
      ("CAD 75 - 90 an hour", "CAD 75-90 hour"),
      ("A$900 to A$1,100 per day", "AUD 900-1100 day"),
      ("We pay 80,000 EUR.", "EUR 80000 year"),
      ("$80/hr - $95/hr", "USD 80-95 hour"),
      ("20 000 - 28 000 PLN net (B2B)", "PLN 20000-28000 month"),
      ("PLN 240 000 - 300 000", "PLN 240000-300000 year"),
      ("60 000 – 90 000 Kč", "CZK 60000-90000 month"),
      ("120 - 160 PLN per hour", "PLN 120-160 hour"),
      ("A market leader with $50,000,000 in revenue", "none"),
      ("A learning budget of $2,000 a year", "none"),
      ("We raised $30,000,000 in a series B", "none"),
      ("Our AWS bill is $90,000 a month", "none"),
      ("$500 when you start", "none"),
      ("We pay up to £90,000 a year.", "GBP 0-90000 year"), ("$600 - $900/month", "USD 600-900 month"),
      ("Up to 30 days off", "none"), ("1,200 - 1,500 USD", "USD 1200-1500 month"),
      ("We look at market data. Pay range$98,000—$189,000 USDCalifornia", "USD 98000-189000 year"),
    ])
  func pay(line: String, expected: String) throws {
    let pay = try role(line).pay
    let text = pay.map { pay in
      "\(pay.currency) \(pay.min ?? 0)\(pay.max.map { "-\($0)" } ?? "") \(pay.period.rawValue)"
    }
    #expect(text ?? "none" == expected)
  }

  @Test(
    "years",
    arguments: [
      ("5+ years of experience with Linux", 5), ("Three years in operations", 3), ("3-5 years with Linux", 3),
      ("3 to 5 years with Linux", 3), ("3–5 yrs of Linux", 3), ("10+ years, or 8+ with a degree", 8),
      ("Up to 3 years of experience with Linux", nil),
      ("Able to commit to two years in the position", nil), ("A 24-month, permanent position in Ghent", nil),
      ("Minimum of seven (7) years", 7),
      ("at least 4 years' experience", 4), ("24 years old", nil),
      ("A year of Linux", nil), ("20 people", nil), ("Three or more years of Linux", 3),
      ("Ten (10) years in systems or platform work, including at least three (3) in a harbour", 10),
      ("9+ years of Linux, or 7+ with a master's", 7), ("Five years of Go or 2 clouds", 5),
      ("On the list of the best harbours three years in a row", nil),
      ("24 months of experience with Linux", 2),
      ("A contract of 24 months", nil), ("Experience with two services in the next 6 months", nil),
      ("0-2 years of experience with Linux", 0),
      ("Work on a fully funded 3 year project", nil),
      ("0+ years of experience with Linux", 0), ("At least a year of experience with Linux", 1),
      ("8+ years in DevOps or platform engineering, with 3+ years in senior roles", 8),
    ])
  func years(line: String, expected: Int?) throws {
    #expect(try role("## Requirements\n\n- \(line)").minYears == expected)
  }

  @Test("years that are not demanded do not count")
  func otherYears() throws {
    #expect(try role("We have been here for 12 years.").minYears == nil)
    #expect(try role("## Requirements\n\n- Accounts for 16-17 year olds, and 3 years of Go").minYears == 3)
    #expect(try role("## Requirements\n\n- Be 18 years of age").minYears == nil)
    #expect(
      try role("## About the role\n\nYou join a fleet that grew a lot in the last 10 years.").minYears == nil)
    #expect(try role("## Nice to have\n\n- 6 years of Linux").minYears == nil)
    #expect(try role("## Requirements\n\n- 2 years of Go\n- 6 years of Linux").minYears == 6)
    #expect(
      try role("## Requirements\n\n- A degree, or in lieu of it 5 years\n- 3 years of Linux").minYears == 3)
  }

  @Test(
    "remote work",
    arguments: [
      ("This role is fully remote.", true), ("You can work remotely from Spain.", true),
      ("Leeds, or remote within the UK.", true), ("We are a remote-first company.", true),
      ("Location: Remote (EU)", true), ("Location: Berlin (hybrid)", false),
      ("Two days a week in the office.", false), ("Hybrid or fully remote, as you like.", true),
      ("This is not a remote role.", false), ("The job is on-site in Ghent.", false),
      ("#LI-Remote", true), ("Bring your own mug.", nil),
      ("All of our roles are remote.", true), ("This position is primarily remote.", true),
      ("You work with Azure or hybrid clouds.", nil), ("Office or hybrid.", false),
      ("Most of us are in the office two days a week.", false),
      ("Our hybrid model: in the office in Ghent or working remotely, as the team decides.", false),
      ("Hybrid working: work from home two days a week.", false),
      ("You may work from home.", true), ("We offer a hybrid setup, or fully remote.", true),
      ("Remote work, hybrid or office: your choice.", true),
      ("Employment type: Full-time\n\nLocation: Remote", true),
      ("Location: Fully remote, with an office\n\nWe meet at our office in Ghent.", true),
      ("About 60% of the house are remote.", true), ("Mobile working up to two days a week.", false),
      ("We meet ten days per quarter in the office, otherwise we are working from home.", false),
      ("We have a hybrid working model.\n\nBenefits: time off, and working from home.", false),
      ("We offer part-time remote working to all.", false),
      ("It can be done remotely or in our office in Ghent.", true),
      ("Remote: yes", true), ("Remote: no", false), ("**Workplace type:** Hybrid", false),
      ("**Remote working** is a word.", true),
      ("Work will primarily be performed at the Ghent harbour, with visits to the islands.", false),
      ("Remote work options available.", true),
      ("We prefer Ghent but consider exceptional remote talent.", true),
    ])
  func remote(line: String, expected: Bool?) throws {
    #expect(try role(line).remote == expected)
  }

  @Test(
    "title and level",
    arguments: [
      ("# Senior Platform Engineer", "Senior Platform Engineer", RoleLevel.senior),
      ("# Platform Engineer job opening", "Platform Engineer", .unspecified),
      ("# Software Engineer, Distributed Systems", "Software Engineer, Distributed Systems", .unspecified),
      ("# SITE RELIABILITY ENGINEER II", "Site Reliability Engineer II", .mid),
      ("# SÉNIOR PLATFORM ENGINEER, SRE", "Sénior Platform Engineer, SRE", .unspecified),
      ("# Platform Engineer (Remote, Spain)", "Platform Engineer", .unspecified),
      ("**DevOps Engineer**", "DevOps Engineer", .unspecified),
      ("# Kubernetes Wrangler", "Kubernetes Wrangler", .unspecified),
      ("# Head of Infrastructure Engineering", "Head of Infrastructure Engineering", .director),
      ("# Cloud Engineer\n\nAs a staff engineer you lead.", "Cloud Engineer", .staff),
      ("# Cloud Engineer\n\nThis is a senior position in Ghent.", "Cloud Engineer", .senior),
      ("# Cloud Engineer\n\nThis is a mid-level role.", "Cloud Engineer", .mid),
      ("# Cloud Engineer\n\nFor Ghent, we are looking for a senior engineer.", "Cloud Engineer", .senior),
      ("# Cloud Engineer\n\nAcme is seeking an associate cloud engineer.", "Cloud Engineer", .junior),
      ("# Cloud Engineer\n\nWe are hiring a talented senior engineer.", "Cloud Engineer", .senior),
      ("# Cloud Engineer\n\nYou will join us as a staff engineer.", "Cloud Engineer", .staff),
      ("# Cloud Engineer\n\nAs our senior engineer, you sail.", "Cloud Engineer", .senior),
      ("# Cloud Engineer\n\nThe senior engineer will sail.", "Cloud Engineer", .senior),
      ("# Cloud Engineer\n\nWe seek an engineer to help senior engineers.", "Cloud Engineer", .unspecified),
      ("# Cloud Engineer\n\nYou will sail with a senior engineer.", "Cloud Engineer", .unspecified),
      ("# Cloud Engineer\n\nWe are looking for an associate degree.", "Cloud Engineer", .unspecified),
      ("# Cloud Engineer\n\nHere you'll lead engineers in Ghent.", "Cloud Engineer", .unspecified),
      ("# Cloud Engineer\n\nYou report to a senior engineer.", "Cloud Engineer", .unspecified),
      ("# Engineering Manager, SRE", "Engineering Manager, SRE", .manager),
      ("Working Student DevOps", "Working Student DevOps", .intern),
      ("# Systems Administrator II (Linux)", "Systems Administrator II (Linux)", .mid),
      ("# [Open] Platform Engineer", "Platform Engineer", .unspecified),
      ("# Platform Engineer [Remote or local]", "Platform Engineer", .unspecified),
      ("# [Open] Platform Engineer [m/f/d]", "Platform Engineer [m/f/d]", .unspecified),
      ("# 🔎 PLATFORM ENGINEER 🚀 GHENT", "Platform Engineer", .unspecified),
      ("Role: Platform Engineer", "Platform Engineer", .unspecified),
      ("# Talented Platform Engineer", "Platform Engineer", .unspecified),
      ("# Seeking a Platform Engineer to join our team", "Platform Engineer", .unspecified),
      ("# Platform Engineer (m/f/d) onsite or remote in Ghent", "Platform Engineer (m/f/d)", .unspecified),
      ("# We sail\n\nTitle: Platform Engineer", "Platform Engineer", .unspecified),
      ("# Cloud Engineer\n\nSeniority: mid to senior", "Cloud Engineer", .mid),
      ("# Cloud Engineer 2", "Cloud Engineer 2", .mid),
      ("# Ferry Line Seeks Senior Systems Administrator", "Senior Systems Administrator", .senior),
      ("# Job opening: Windows Systems Integrator", "Windows Systems Integrator", .unspecified),
      ("# Platform Engineer (July 2031)", "Platform Engineer", .unspecified),
      ("# Platform Engineer (Room 1931)", "Platform Engineer (Room 1931)", .unspecified),
      (
        "---\ntitle: The Orchardwick crew is hiring!\n---\n\nWe are looking for a **Cloud Engineer**!",
        "Cloud Engineer", .unspecified
      ),
      (
        "# Cloud Engineer\n\n## We are looking for a senior-level engineer who has", "Cloud Engineer", .senior
      ),
      ("# Position Control Engineer", "Position Control Engineer", .unspecified),
      ("# Cloud Position Engineer", "Cloud Position Engineer", .unspecified),
      ("# Careers | Cloud Engineer", "Cloud Engineer", .unspecified),
      (
        "# Orchardwick\n\n* Home\n* Jobs\n* Boats\n* Piers\n* Crew\n* Log\n* Map\n* Wind\n* Tide\n* Fog\n* Fish\n\n# Cloud Engineer",
        "Cloud Engineer", .unspecified
      ),
      (
        "We sail to all the islands of the west and north. As a Software Engineer, Storage and Backup, you keep data.",
        "Software Engineer, Storage and Backup", .unspecified
      ),
      ("Requirements\n\nSenior Cloud Engineer\nYou know Linux.", "Senior Cloud Engineer", .senior),
      (
        "We sail to islands and need help with a lot of it. Join us on our engineering side.",
        "Untitled role", .unspecified
      ),
      ("Orchardwick - Platform Engineer - Remote", "Platform Engineer", .unspecified),
      (
        "About the job\n\nAbout our Engineering team\n\nAs a Senior Software Engineer at Orchardwick, you test.",
        "Senior Software Engineer", .senior
      ),
    ])
  func title(text: String, title: String, level: RoleLevel) throws {
    let role = try OwnLibrary.extract(text + "\n\nYou run Kubernetes.\n").role
    #expect(role.title == title)
    #expect(role.level == level)
  }

  @Test(
    "the parts of a posting that begin with their own label",
    arguments: [
      ("Requirements: Kubernetes and Terraform", Importance.required),
      ("Nice to have: Kubernetes and Terraform", .preferred),
      ("You will run Kubernetes", .duty),
      ("Benefits: a Kubernetes course for you", nil),
      ("Our interview process: you talk about Kubernetes", nil),
    ])
  func labelled(line: String, expected: Importance?) throws {
    #expect(try role(line).competencies.first { $0.id == "kubernetes" }?.importance == expected)
  }

  @Test(
    "how strongly a line of the demands asks for Kubernetes",
    arguments: [
      ("Kubernetes", Importance.required), ("Kubernetes preferred", .preferred),
      ("Kubernetes (preferred)", .preferred), ("Preferred: Kubernetes", .preferred),
      ("Kubernetes, ideally on AWS", .required), ("Ideally Kubernetes", .preferred),
      ("Kubernetes would be a plus", .preferred), ("Kubernetes (or Nomad) is a plus", .preferred),
      ("Linux; Kubernetes is a plus", .preferred),
      ("Kubernetes; Linux is a plus", .required), ("Kubernetes is a must, Linux a plus", .required),
      ("Kubernetes (Linux is a plus)", .required), ("Linux, (ideally) some Kubernetes", .preferred),
      ("Kubernetes, (ideally) some Linux", .required), ("Kubernetes (ideally), Linux", .preferred),
      ("Kubernetes: not mandatory", .preferred),
      ("Kubernetes is not required", nil), ("Linux is not required; Kubernetes is", .required),
      ("You don't need Kubernetes", nil), ("Our customers run Kubernetes", nil),
    ])
  func modality(line: String, expected: Importance?) throws {
    let role = try role("## Requirements\n\n- \(line)\n- Terraform")
    #expect(role.competencies.first { $0.id == "kubernetes" }?.importance == expected)
  }

  @Test(
    "which entries of a list are a choice, by what leads to it",
    arguments: [
      ("Fluency in one or more of the following languages:", "Go", "go python"),
      ("You know at least one of:", "Go", "go python"), ("Any of these:", "Go", "go python"),
      ("You know these:", "Go", ""), ("Topics such as:", "Go", ""),
      ("You know at least one of:", "Go, with which you have written services for years", ""),
    ])
  func listedChoice(lead: String, entry: String, expected: String) throws {
    let items = try role("## Requirements\n\n\(lead)\n\n- \(entry)\n- Python\n").competencies
    #expect(items.filter { $0.anyOf != nil }.map(\.id).sorted().joined(separator: " ") == expected)
    let inner = try role("## Requirements\n\n- \(lead)\n  - \(entry)\n  - Python\n- Linux\n").competencies
    #expect(inner.filter { $0.anyOf != nil }.map(\.id).sorted().joined(separator: " ") == expected)
  }

  @Test(
    "which of a line's languages are a choice",
    arguments: [
      ("Go or Python", "go python"), ("Go, Python, or Java", "go jvm python"), ("Go and Python", ""),
      ("Go/Python", "go python"), ("one of Go, Python and Java", "go jvm python"), ("Go, Python", ""),
      ("languages such as Go and Python", "go python"), ("Go or very good Python", "go python"),
      ("Go or Python, Kubernetes and Linux", "go python"), ("Go, or a similar language", ""),
      ("Go, Python or similar", "go python"), ("Go. Or Python.", ""), ("fluent in go or rust", "go rust"),
      ("Go or Rust", "go rust"), ("scripting in Go, Python, Ruby, etc.", "go python ruby"),
      ("scripting with Go, Python, Java, Lua, etc", "go jvm python"), ("Go, Python, Java, etc.", ""),
      ("scripting in Go, Python and Ruby", ""),
      ("running orchestrators such as Kubernetes at scale", ""),
      ("running Kubernetes or Docker at scale", "containers kubernetes"),
      (
        "scripting languages used in operations (Python, Go, Ruby, etc.), and Terraform or Puppet",
        "go python ruby"
      ),
      (
        "scripting languages for the SRE work of a team (Python, Go, Ruby, etc.), and observability",
        "go python ruby"
      ),
      ("tools like Docker (Compose, Swarm, etc.), Kubernetes or Nomad", "containers kubernetes"),
      ("Go, Rust, or C++. You have written C++ code that holds no locks", "cpp go rust"),
      ("Python or Go. (Preference for Go)", "go python"), ("Python or Go. Go is a must", "python"),
      ("Docker / Kubernetes / Helm experience required", ""),
      ("Container tools (Docker / Kubernetes / Helm experience required)", ""),
      ("Go/Python experience required", "go python"),
    ])
  func choice(line: String, expected: String) throws {
    let competencies = try role("## Requirements\n\n- \(line)").competencies
    let grouped = competencies.filter { $0.anyOf != nil }.map(\.id).sorted()
    #expect(grouped.joined(separator: " ") == expected)
    #expect(Set(expected.split(separator: " ").map(String.init)).isSubset(of: Set(competencies.map(\.id))))
  }

  @Test(
    "a process in running text",
    arguments: [
      (
        "The process is a call, two technical conversations and an afternoon with the team.",
        ["Call", "Technical conversation", "Technical conversation", "Afternoon with the team"]
      ),
      (
        "Our interview process: a 30 minute call, then a take-home task of about two hours.",
        ["Call 30", "Take-home task 120"]
      ),
      ("The hiring process consists of an interview.", ["Interview"]),
      (
        "Our interview process: 30 min with the recruiter, a 60 min mock demo, and a chat (one hour and a half).",
        ["Recruiter 30", "Mock demo 60", "Chat 90"]
      ),
      ("First a call, after which you solve a small exercise, is our interview process.", []),
      (
        "How it goes: two meetings: one with Maud (20 min.), one with the crew (1h15).",
        ["One with Maud 20", "One with the crew 75"]
      ),
      (
        "Our hiring process: a call; then you spend forty-five minutes with the crew. At last, you meet with the captain.",
        ["Call", "Crew 45", "Meet with the captain"]
      ),
      ("Our hiring process: see https://acme.example/series-a-round-and-call.html for more.", []),
      ("The process takes two weeks.", []), ("We process claims and call customers.", []),
      ("Interview process: we read your application, interview you and make an offer.", []),
    ])
  func process(line: String, expected: [String]) throws {
    let stages = try role(line).interviewProcess
    #expect(stages.map { $0.name + ($0.minutes.map { " \($0)" } ?? "") } == expected)
  }

  @Test(
    "a process in a list",
    arguments: [
      ("1. We schedule a call with our director to learn more about you.", ["Call with our director"]),
      ("1. We schedule multiple remote interviews to learn more.", ["Multiple remote interviews"]),
      (
        "1. We look at what you can do via an asynchronous coding exercise.", ["Asynchronous coding exercise"]
      ),
      ("- Interview #1: Phone screen with the recruiter", ["Phone screen with the recruiter"]),
      ("- Round 2: System design (via video)", ["System design"]),
      ("- Step one: A chat with the CTO", ["Chat with the CTO"]),
      ("- Coding interview: we write code", ["Coding interview"]),
      ("- Coding interview, 45-60 minutes", ["Coding interview"]), ("- Exercise, 2 to 4 hours", ["Exercise"]),
      ("- Round 2 - 60 minutes with the crew", ["With the crew 60"]),
      ("- Pairing (45min)\n- Design (1.5 hours)", ["Pairing 45", "Design 90"]),
      ("- Hour-long pairing session\n- Talk (1 hour 15 minutes)", ["Pairing session 60", "Talk 75"]),
      (
        "- Interview\n- Background check\n- We aim to answer everybody who wrote to us within two weeks",
        ["Interview"]
      ),
      ("- A coding exercise, done in your own time", ["Coding exercise"]),
      (
        "1. We meet over a take-home exercise.\n   - We send the details, and you have 2 hours.\n   - You may look things up.",
        ["Take-home exercise 120"]
      ),
      (
        "1. We schedule 3 hours of interviews.\n   - **Architecture:** You design.\n   - **Team:** We talk.",
        ["Interviews 180: Architecture, Team"]
      ),
      (
        """
        - Once you have written to us, we read it and may reach out for a short screening interview over video.
        - If you pass the screen you will be invited to up to three follow-up interviews.
        - The calls:
          - usually take between 20-40 minutes each depending on who asks.
          - most of the time, are one to one.
          - will be with the founders and a member of the crew.
        - Once the interviews are over, the crew will meet and may:
          - ask one or two more questions over a quick call.
          - go directly to an offer.
        """,
        [
          "Short screening interview", "Follow-up interview 40", "Follow-up interview 40",
          "Follow-up interview 40",
        ]
      ),
      (
        """
        We assess your skills and what follows during the assessment process:

        - Leading others
        - Seeing the whole
        - Working together

        You are then invited to a 90-minute panel interview. A small technical test will be done in advance, as it is
        discussed during the interview.
        """, ["Panel interview 90", "Small technical test"]
      ),
      (
        "1. Interview with our recruiter\n2. (async) Infrastructure exercise (no more than 2 - 4 hours)\n3. (async) Offer",
        ["Interview with our recruiter", "Infrastructure exercise"]
      ),
      (
        "- Phone screen\n- Usually two interviews with the crew\n- Each takes 45 minutes",
        ["Phone screen", "Two interviews with the crew 45"]
      ),
      (
        "- Recruiter\n- Hiring manager\n- Architecture\n- Final interview",
        ["Recruiter", "Hiring manager", "Architecture", "Final interview"]
      ),
      ("1. Recruiter\n2. Architecture", ["Recruiter", "Architecture"]),
      ("- Getting to know you (30 min): A call with our captain", ["Getting to know you 30"]),
      ("- Mock 1:1 (45 min): A coaching conversation", ["Mock 1:1 45"]),
      (
        "Reading: We read your papers.\n\nGetting to know you (30 min): A call on what you are after.\n\n"
          + "Live coding (75 min): We write a program.\n\nMock 1:1 (45 min): You coach one of us.\n\nOffer",
        ["Reading", "Getting to know you 30", "Live coding 75", "Mock 1:1 45"]
      ),
    ])
  func listedProcess(list: String, expected: [String]) throws {
    let stages = try role("## Interview process\n\n\(list)").interviewProcess
    let told = stages.map { stage in
      stage.name + (stage.minutes.map { " \($0)" } ?? "")
        + (stage.parts.isEmpty ? "" : ": " + stage.parts.joined(separator: ", "))
    }
    #expect(told == expected)
  }

  private func role(_ line: String) throws -> RoleDefinition {
    try OwnLibrary.extract("# Cloud Engineer\n\n\(line)\n").role
  }
}
