import TestSupport
import Testing

@Suite("rolewright scorecard seal and verify")
struct SealCommandTests {
  private static let salt = String(repeating: "0f", count: 32)
  private let folder: TemporaryFolder

  init() throws { folder = try CandidateFiles.folder() }

  private func run(_ arguments: String...) throws -> Rolewright.Outcome {
    try Rolewright.run(["scorecard"] + arguments, in: folder.path)
  }

  /// Seals the first scorecard with the salt of the tests, and gives its digest.
  private func seal(_ file: String = "C-17/1-technical-screen.yaml") throws -> String {
    let outcome = try run("seal", file, "--salt", Self.salt)
    #expect(outcome.status == 0)
    return String(outcome.output.split(separator: " ").dropFirst().first ?? "")
  }

  @Test("a seal is written beside the scorecard, and its line printed")
  func sealed() throws {
    let outcome = try run("seal", "C-17/1-technical-screen.yaml", "--salt", Self.salt.uppercased())
    let digest = outcome.output.split(separator: " ").dropFirst().first ?? ""
    #expect(
      outcome
        == Rolewright.Outcome(
          status: 0, output: "rolewright-seal-1 \(digest) 1-technical-screen.yaml\n",
          errors:
            "wrote C-17/1-technical-screen.seal.yaml; publish the line before the debrief, and keep both "
            + "files\n"))
    let seal = try folder.text("C-17/1-technical-screen.seal.yaml").replacing("\"", with: "")
    #expect(
      seal == """
        scheme: rolewright-seal-1
        file: 1-technical-screen.yaml
        salt: \(Self.salt)
        digest: \(digest)

        """)
    #expect(try folder.text("C-17/1-technical-screen.yaml") == CandidateFiles.screen)
  }

  @Test("anybody can reckon the digest with printf, cat and sha256sum")
  func byHand() throws {
    let outcome = try run("seal", "C-17/2-coding.yaml")
    let digest = outcome.output.split(separator: " ").dropFirst().first ?? ""
    // The lines of docs/scorecards.md.
    let page = try ProjectFiles.text("docs/scorecards.md")
    let lines = page.split(separator: "\n").filter {
      $0.hasPrefix("    salt=$(") || $0.hasPrefix("    { printf")
    }
    #expect(lines.count == 2)
    let script = lines.joined(separator: "\n").replacing("    ", with: "")
      .replacing("NAME", with: "C-17/2-coding")
    #expect(try Rolewright.shell(script, in: folder.path).output == "\(digest)  -\n")
  }

  @Test("every seal has a salt of its own")
  func salts() throws {
    try folder.write(CandidateFiles.screen, to: "C-17/3-again.yaml")
    let digests = try ["1-technical-screen", "3-again"].map { name in
      try run("seal", "C-17/\(name).yaml").output.split(separator: " ")[1]
    }
    #expect(digests[0] != digests[1] && digests.allSatisfy { $0.count == 64 })
  }

  @Test("a seal is as private as its scorecard, and is never replaced")
  func kept() throws {
    _ = try Rolewright.shell("chmod 640 C-17/1-technical-screen.yaml", in: folder.path)
    _ = try seal()
    let mode = try Rolewright.shell("stat -c %a C-17/1-technical-screen.seal.yaml", in: folder.path)
    #expect(mode.output == "640\n")
    let before = try folder.text("C-17/1-technical-screen.seal.yaml")
    #expect(
      try run("seal", "C-17/1-technical-screen.yaml")
        == Rolewright.Outcome(
          status: 2,
          errors: """
            C-17/1-technical-screen.seal.yaml: error: is there already [file-exists]
               = help: a seal is never replaced; "rolewright scorecard verify" tells whether it still holds

            1 error

            """))
    #expect(try folder.text("C-17/1-technical-screen.seal.yaml") == before)
  }

  @Test("what is not filled in is not sealed unless it is asked for")
  func incomplete() throws {
    let begun = CandidateFiles.screen.replacing("rating: 4", with: "rating: null")
      .replacing("overall: yes\n", with: "")
    try folder.write(begun, to: "C-17/1-technical-screen.yaml")
    #expect(
      try run("seal", "C-17/1-technical-screen.yaml")
        == Rolewright.Outcome(
          status: 1,
          errors: """
            C-17/1-technical-screen.yaml: error: there is no overall recommendation [no-recommendation]
               = help: fill it in, or say --as-it-is to seal it so

            C-17/1-technical-screen.yaml:7:8: error: "kubernetes" is not rated [unrated]
              |
            7 | - {id: kubernetes, target: 3, rating: null, evidence: "Drained a node by hand: \\"twice\\"."}
              |        ^~~~~~~~~~
              = help: rate it, or say not_observed; or say --as-it-is to seal it so

            2 errors

            """))
    #expect(!folder.has("C-17/1-technical-screen.seal.yaml"))
    #expect(try run("seal", "C-17/1-technical-screen.yaml", "--as-it-is").status == 0)
    let blank = CandidateFiles.coding.replacing("rating: not_observed, evidence: Ran out of time.", with: "")
      .replacing(", chosen: go", with: "").replacing("overall: no_decision\n", with: "")
      .replacing("summary: Ειλικρινής, and quick.\n", with: "")
    try folder.write(blank, to: "C-17/2-coding.yaml")
    #expect(
      try run("seal", "C-17/2-coding.yaml").errors == """
        C-17/2-coding.yaml: error: the scorecard is still blank [blank-scorecard]
           = help: fill it in, or say --as-it-is to seal it so

        1 error

        """)
  }

  @Test("what was sealed and published is said to be so")
  func verified() throws {
    let digest = try seal()
    let line = "rolewright-seal-1 \(digest) 1-technical-screen.yaml"
    for published in [digest, digest.uppercased(), line] {
      #expect(
        try run("verify", "C-17/1-technical-screen.yaml", "--digest", published)
          == Rolewright.Outcome(
            status: 0,
            output: """
              C-17/1-technical-screen.yaml
                as it was sealed, and its digest is the one published
                \(digest)

              What this shows
                Exactly this was there when its digest was published. It does not show when it
                was written, by whom, or that no other version was sealed beside it.

              """))
    }
    let alone = try run("verify", "C-17/1-technical-screen.seal.yaml")
    #expect(alone.status == 0 && alone.errors.isEmpty)
    #expect(
      alone.output.hasSuffix(
        """

        What this shows
          Nothing was changed since it was sealed. When that was, only a digest can show
          that was published then: say it with --digest.

        """))
  }

  @Test("what differs is said, with what it is held to")
  func changed() throws {
    let digest = try seal()
    try folder.write(
      CandidateFiles.screen.replacing("rating: 4", with: "rating: 2"), to: "C-17/1-technical-screen.yaml")
    let outcome = try run("verify", "C-17", "--digest", digest)
    #expect(outcome.status == 1)
    let now = outcome.output.split(separator: "\n")[2].dropFirst(2)
    #expect(
      outcome.output == """
        C-17/1-technical-screen.yaml
          not as it was sealed
          \(now)

        C-17/2-coding.yaml
          no seal

        What this shows
          Not every scorecard is shown to be what was sealed and published. A difference
          does not say who made it, or why.

        """)
    #expect(
      outcome.errors == """
        C-17/1-technical-screen.yaml: error: was changed after it was sealed; the seal is the one published [broken-seal]
           = note: sealed was \(digest); with that salt, the scorecard now has \(now)
           = help: ask the interviewer for what was sealed; what the debrief changes belongs in decision.yaml

        C-17/2-coding.yaml: error: has no seal beside it [no-seal]
           = help: "rolewright scorecard seal" makes one; publish its digest before the debrief

        2 errors

        """)
  }

  @Test("a scorecard that was sealed a second time is told by the digest of the first")
  func sealedAgain() throws {
    let first = try seal()
    try folder.write(
      CandidateFiles.screen.replacing("rating: 4", with: "rating: 2"), to: "C-17/1-technical-screen.yaml")
    _ = try Rolewright.shell("rm C-17/*.seal.yaml", in: folder.path)
    let second = try seal()
    let outcome = try run("verify", "C-17/1-technical-screen.yaml", "--digest", first)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == """
        C-17/1-technical-screen.yaml: error: is as it was sealed, and its digest is none of those published [unpublished-digest]
           = note: its digest is \(second)
           = help: it was sealed again, or the digest of another scorecard was published

        \(first): error: no scorecard here has this digest [unmatched-digest]

        2 errors

        """)
  }

  @Test("bad usage, and what cannot be read")
  func refused() throws {
    let usage = try run("seal", "C-17/2-coding.yaml", "--salt", "0f")
    #expect(usage.status == 64)
    #expect(
      usage.errors.hasPrefix(
        "Error: The value '0f' is invalid for '--salt <hex>': expected 64 hexadecimal digits, as \"openssl rand -hex 32\" prints\n"
      ))
    #expect(try run("verify", "C-17/2-coding.yaml", "--digest", "x y").status == 64)
    #expect(try run("seal", "-").status == 64 && run("verify", "-").status == 64)
    #expect(try run("seal", "C-17/assessment.yaml").status == 2)
    #expect(try run("verify", "nowhere.yaml").errors.contains("no such file [no-such-file]"))
    try folder.write("scheme: what\n", to: "C-17/2-coding.seal.yaml")
    #expect(try run("verify", "C-17/2-coding.yaml").status == 2)
  }
}
