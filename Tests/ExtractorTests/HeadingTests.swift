import Rubric
import Testing

@testable import Extractor

@Suite("What headings, brackets and kinds do to a demand")
struct HeadingTests {
  private func role(_ text: String) throws -> RoleDefinition { try OwnLibrary.extract(text).role }

  private func importance(of id: String, in text: String) throws -> Importance? {
    try role(text).competencies.first { $0.id == id }?.importance
  }

  @Test(
    "the heading over a list",
    arguments: [
      ("## Qualifications, Requirements & Preferred Skills", Importance.required),
      ("## Desired Experience/Skills:", .required), ("## The ideal candidate", .required),
      ("## Preferred Qualifications", .preferred), ("The icing on the cake would be, if ...", .preferred),
      ("You are a strong fit for this position if you have these qualifications:", .required),
      ("### You are a solid fit for this position if...", .required), ("- What you bring:", .required),
      ("## What you should bring with you", .required), ("## This role is for you if", .required),
      ("## You will bring", .required), ("## Requirements for the position", .required),
      ("## Useful skills", .preferred), ("As an added bonus, you might have:", .preferred),
      ("## Bonus skills and experience", .preferred), ("## What you can do for us", .duty),
      ("## Key functions", .duty), ("## You are responsible for", .duty), ("## Main responsibilites", .duty),
      ("## Our tech stack includes (but isn't limited to):", .duty),
      ("What do you need to apply?", .required), ("You can offer us:", .required),
      ("## Qualities that are important to us", .required), ("## This position requires:", .required),
      ("## Good-to-haves", .preferred), ("## What the role entails", .duty),
      ("## In your first month", .duty), ("## You", .required), ("## A little bit about you", .required),
      ("## You'd be a good addition to the crew if you", .required), ("## Position Requirements", .required),
      ("Expertise in", .required), ("Knowledge of", .required), ("Technologies we currently use", .duty),
      ("What we expect\n=============-", .required),
      ("## Who you might be", .required), ("## Should have", .required), ("## What we need help with", .duty),
    ])
  func alone(heading: String, expected: Importance) throws {
    let text = "# Platform Engineer\n\n\(heading)\n\n- Kubernetes\n"
    #expect(try importance(of: "kubernetes", in: text) == expected)
  }

  @Test(
    "the heading of a second list, beside one of demands",
    arguments: [
      ("## Desired Experience/Skills:", Importance.preferred), ("## The ideal candidate has", .preferred),
      ("## Desired Skills & Experience", .preferred), ("## Ideal Skills & Experience", .preferred),
      ("## Our idea of a perfect candidate is someone who..", .preferred),
      ("- Skills:\n  - Bash\n- Plusses:", .preferred), ("The icing on the cake would be, if …", .preferred),
      ("**Extra consideration will be given for candidates that:**", .preferred),
      ("## An ideal candidate will", .preferred), ("## You'll get our attention if", .preferred),
      ("## Could have", .preferred), ("## Preferred Qualifications (Desired Skills/Experience)", .preferred),
    ])
  func beside(heading: String, expected: Importance) throws {
    let text = "# Platform Engineer\n\n## Requirements\n\n- Go\n\n\(heading)\n\n- Kubernetes\n"
    #expect(try importance(of: "kubernetes", in: text) == expected)
    #expect(try importance(of: "go", in: text) == .required)
  }

  @Test(
    "the heading of a list that asks for nothing",
    arguments: [
      "## What we don't need", "## This role is not for you if", "## It's not you if", "## Who is Tidewater?",
      "## Won't have", "## Us", "## In exchange for your talents", "## What we believe",
    ])
  func nothing(heading: String) throws {
    let text = "# Platform Engineer\n\n## Requirements\n\n- Go\n\n\(heading)\n\n- Kubernetes\n"
    #expect(try importance(of: "kubernetes", in: text) == nil)
  }

  @Test("below a heading on the employer, the posting goes on")
  func employer() throws {
    let text = """
      # Engineer

      ## Who is Tidewater?

      A harbour.

      ### What are we looking for in you?

      - Kubernetes
      """
    #expect(try importance(of: "kubernetes", in: text) == .required)
  }

  @Test("a heading beside that of wishes, both below one of demands, opens demands again")
  func siblings() throws {
    let text = """
      # Engineer

      ## You'll have

      ### Essential

      - Go

      ### Desirable

      - Rust

      ### Technical skills

      - Kubernetes
      """
    #expect(try importance(of: "rust", in: text) == .preferred)
    #expect(try importance(of: "kubernetes", in: text) == .required)
  }

  @Test("wrapped text: a short line behind an entry is a heading")
  func wrapped() throws {
    let text = """
      Platform Engineer
      We look after the ferries of eleven islands, and our platform is what keeps them all on time,
      day and night.
      Key Responsibilities
      • Run Kafka, and stay up to date with new tools and trends, near and far
      What We're Looking For
      • Kubernetes in large clusters, on machines of our own and on those of others, and the wish to
      share it
      """
    #expect(try importance(of: "kubernetes", in: text) == .required)
    #expect(try importance(of: "messaging-streaming", in: text) == .duty)
  }

  @Test("wrapped text: an entry that breaks off goes on in a line with a capital that ends its sentence")
  func brokenOff() throws {
    let text = """
      # Platform Engineer

      We look after the ferries of eleven islands, and our platform is what keeps them all on time, day and night and Sundays.

      ## Requirements
      * Proficiency with configuration management tools, such as Chef or
      Puppet, and fluency with at least one major scripting language.
      * Kubernetes
      """
    let role = try OwnLibrary.extract(text).role
    let tools = try #require(role.competencies.first { $0.id == "infrastructure-as-code" })
    #expect(tools.technologies == ["Chef", "Puppet"] && tools.evidence.count == 1)
  }

  @Test("Markdown with a few lines of HTML stays Markdown")
  func tags() throws {
    let text = """
      # Platform Engineer

      <dl><div><dt>Grade</dt>
      <dd>7</dd></div></dl>

      ## You will

      - Run Kafka

      ## Requirements

      - Kubernetes
      - Go
      - Rust
      """
    #expect(try importance(of: "kubernetes", in: text) == .required)
    #expect(try importance(of: "messaging-streaming", in: text) == .duty)
  }

  @Test("a list that no words lead to is the heading's again")
  func backToHeading() throws {
    let text = """
      # Platform Engineer

      ## What we are looking for

      A bonus would be:

      - Rust

      Every day here you meet ...

      - Kubernetes
      """
    #expect(try importance(of: "rust", in: text) == .preferred)
    #expect(try importance(of: "kubernetes", in: text) == .required)
  }

  @Test("what stands in brackets is said of the brackets alone")
  func brackets() throws {
    let text = """
      # Release Engineer

      ## What you will do

      - Answer production incidents in working hours (no on-call rota is required)
      """
    #expect(try importance(of: "on-call", in: text) == .duty)
  }

  @Test(
    "a line over a list that is a heading's phrase up to its brackets",
    arguments: [
      ("**Nice to have** (but we teach it)", Importance.preferred), ("**Skills** (optional)", .preferred),
      ("**What you'll do** (in your first year)", .duty), ("**Skills** (we use all of these)", .required),
    ])
  func remarked(line: String, expected: Importance) throws {
    let text = "# Engineer\n\n## Requirements\n\n- Go\n\n\(line)\n\n- Kubernetes\n"
    #expect(try importance(of: "kubernetes", in: text) == expected)
  }

  @Test(
    "examples of a kind are alternatives",
    arguments: [
      ("Scripting languages (Perl, Ruby, Python)", "python ruby"),
      ("Automation skills (e.g., Python, Bash, Terraform)", "infrastructure-as-code linux python"),
      ("Programming skills in Go (and Kubernetes)", ""),
    ])
  func kinds(line: String, expected: String) throws {
    let competencies = try role("# Engineer\n\n## Requirements\n\n- \(line)\n").competencies
    #expect(competencies.filter { $0.anyOf != nil }.map(\.id).sorted().joined(separator: " ") == expected)
  }

  @Test(
    "a title without what announces it, the countries and the company",
    arguments: [
      ("Hiring for DevSecOps Engineer", "DevSecOps Engineer"),
      ("We are hiring a Platform Engineer", "Platform Engineer"),
      ("Platform Engineer (Poland/Romania/Greece)", "Platform Engineer"),
      ("Platform Engineer - £500 a day - Outside IR35", "Platform Engineer"),
      ("Platform Engineer - Kubernetes", "Platform Engineer - Kubernetes"),
      ("Platform Engineer - EMEA", "Platform Engineer"),
      ("Platform Engineer- Supporting US EST", "Platform Engineer"),
      ("Platform Engineer (AWS/Kubernetes)", "Platform Engineer (AWS/Kubernetes)"),
      ("Platform Engineer (m/f/d)", "Platform Engineer (m/f/d)"),
      ("Platform Engineer at Man QFX", "Platform Engineer"), ("QFX Platform Engineer", "Platform Engineer"),
      ("Man QFX: Platform Engineer", "Platform Engineer"), ("Hiring Manager", "Hiring Manager"),
    ])
  func title(stated: String, expected: String) throws {
    let text = "---\ntitle: \"\(stated)\"\ncompany: Man QFX\n---\n\n## Requirements\n\n- Go\n"
    #expect(try role(text).title == expected)
  }

  @Test(
    "a company without what belongs to a web site, as the text writes it",
    arguments: [
      ("Orchardwick Careers", "Orchardwick"), ("Harbourgroup", "Harbour Group"),
      ("Tidewater", "Tidewater"), ("Jobs", "Jobs"),
    ])
  func company(stated: String, expected: String) throws {
    let text = """
      ---
      title: Platform Engineer
      company: \(stated)
      ---

      Harbour Group is a ferry operator. Tidewater is another.

      ## Requirements

      - Go
      """
    #expect(try role(text).company == expected)
  }

  @Test(
    "under a heading that says nothing, an item is a duty, and one that begins as qualifications do is demanded",
    arguments: [
      ("Run our Kubernetes clusters", Importance.duty), ("Look after Kubernetes", .duty),
      ("Kubernetes everywhere", .duty), ("Proficient in Kubernetes", .required),
    ])
  func verbs(item: String, expected: Importance) throws {
    let text = "# Platform Engineer\n\n## Seat one\n\n- \(item)\n\n## Requirements\n\n- Go\n"
    #expect(try importance(of: "kubernetes", in: text) == expected)
  }

  @Test(
    "what stands behind \"no\" is not asked for",
    arguments: [
      ("No Kubernetes, and no regrets", nil), ("Linux, no Kubernetes", nil),
      ("Kubernetes, no nonsense", Importance.required), ("Little-to-no Kubernetes", .required),
      ("You won't need to know Kubernetes", nil),
    ])
  func negation(line: String, expected: Importance?) throws {
    let text = "# Platform Engineer\n\n## Requirements\n\n- Go\n- \(line)\n"
    #expect(try importance(of: "kubernetes", in: text) == expected)
  }

  @Test(
    "a share of remote work is hybrid work",
    arguments: [
      ("Up to 60% home office", false), ("Remote work up to 40 %", false), ("100% remote", true),
    ])
  func share(line: String, expected: Bool) throws {
    #expect(try role("# SRE\n\n## Requirements\n\n- Go\n\n## Place\n\n\(line)\n").remote == expected)
  }

  @Test(
    "stages in running text, each with its length",
    arguments: [
      (
        "A call with HR (20 minutes), a technical interview (an hour) and a chat (half an hour).",
        [20, 60, 30]
      ),
      ("There will be 3 rounds: a call (30 mins), an exercise (1h15) and a panel (45 mins).", [30, 75, 45]),
      ("A telephone call of twenty minutes, a half day with lunch (4 hours).", [20, 240]),
    ])
  func lengths(process: String, expected: [Int]) throws {
    let text = "# SRE\n\n## Requirements\n\n- Go\n\n## Our process\n\n\(process)\n"
    #expect(try role(text).interviewProcess.map(\.minutes) == expected)
  }

  @Test(
    "of several numbers of years, the alternatives' smallest and the others' largest",
    arguments: [
      ("Five years in operations, two years of them as a lead", 5),
      ("10+ years, or 8+ years with a degree", 8), ("Fifteen years in technology", 15),
    ])
  func years(line: String, expected: Int) throws {
    #expect(try role("# SRE\n\n## Requirements\n\n- \(line)\n").minYears == expected)
  }

  @Test("a stage told where one applies, and rounds of which nobody has told the sum")
  func stages() throws {
    let applying = """
      # SRE

      ## How to apply

      All candidates complete a 30 minute online assessment.
      """
    #expect(try role(applying).interviewProcess.map(\.minutes) == [30])
    let rounds = """
      # SRE

      ## Interview process

      1. 30 minute call
      2. Onsite consisting of three 45-60 minute rounds
      """
    #expect(try role(rounds).interviewProcess.map(\.minutes) == [30, nil])
  }
}
