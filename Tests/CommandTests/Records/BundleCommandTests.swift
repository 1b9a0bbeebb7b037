import Diagnostics
import Foundation
import Rubric
import TestSupport
import Testing

@testable import rolewright

@Suite("rolewright scorecard bundle")
struct BundleCommandTests {
  private static let golden = "Tests/CommandTests/Golden/records"
  private static let salt = String(repeating: "0f", count: 32)
  private static let whole = ["bundle", "C-17", "--loop", "loop", "--posting", "posting.md"]
  private let folder: TemporaryFolder

  init() throws {
    folder = try CandidateFiles.folder()
    for name in ["1-technical-screen", "2-coding"] {
      #expect(try run(["seal", "C-17/\(name).yaml", "--salt", Self.salt]).status == 0)
    }
  }

  private func run(_ arguments: [String]) throws -> TestSupport.Rolewright.Outcome {
    try TestSupport.Rolewright.run(["scorecard"] + arguments, in: folder.path)
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: folder.path + "/" + name)))
  }

  @Test("the whole record, and the same bytes each time, wherever and whenever")
  func deterministic() throws {
    let outcome = try run(Self.whole + ["-o", "C-17.tar"])
    #expect(outcome.status == 0 && outcome.errors == "wrote 11 files into C-17.tar\n")
    let path = Self.golden + "/sha256sums"
    #expect(outcome.output == (try Golden.expected(path, recording: outcome.output)))
    _ = try TestSupport.Rolewright.shell("sleep 1.1; touch C-17/* loop/* posting.md", in: folder.path)
    let environment = ["TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8"]
    let again = try TestSupport.Rolewright.run(
      ["scorecard"] + Self.whole + ["-o", "new/again.tar"], in: folder.path, environment: environment)
    #expect(again.status == 0)
    #expect(try bytes("new/again.tar") == bytes("C-17.tar"))
    #expect(try TestSupport.Rolewright.shell("sha256sum C-17.tar", in: folder.path).output == outcome.output)
  }

  @Test("the manifest, word for word")
  func manifest() throws {
    #expect(try run(Self.whole + ["-o", "C-17.tar"]).status == 0)
    let bundle = try #require(try CandidateInput.bundle(at: folder.path + "/C-17.tar"))
    let entry = try #require(bundle.entries.first { $0.path == "C-17/manifest.yaml" })
    let text = String(decoding: entry.bytes, as: UTF8.self)
    #expect(text == (try Golden.expected(Self.golden + "/manifest.yaml", recording: text)))
  }

  @Test(
    "tar reads it, and unpacked it is the folder of the candidate again",
    .enabled(if: Tool.isThere("tar"), "tar is not installed"))
  func tar() throws {
    #expect(try run(Self.whole + ["-o", "C-17.tar"]).status == 0)
    let line =
      "umask 022; mkdir out && tar -C out -xf C-17.tar && ls -l out/C-17 | awk '{print $1}' | sort -u"
    #expect(try TestSupport.Rolewright.shell(line, in: folder.path).output == "-rw-r--r--\ntotal\n")
    let list = try TestSupport.Rolewright.shell("tar --numeric-owner -tvf C-17.tar", in: folder.path).output
    #expect(list.split(separator: "\n").count == 11)
    #expect(list.split(separator: "\n").allSatisfy { $0.contains(" 0/0 ") && $0.contains(" 1970-01-01 ") })
    #expect(try folder.text("out/C-17/1-technical-screen.yaml") == CandidateFiles.screen)
    #expect(try folder.text("out/C-17/posting.md") == CandidateFiles.posting)
    #expect(try run(["verify", "out/C-17"]).status == 0)
    #expect(try run(["bundle", "out/C-17", "--posting", "posting.md", "-o", "again.tar"]).status == 0)
    #expect(try bytes("again.tar") == bytes("C-17.tar"))
  }

  @Test("a folder and its archive give the same record")
  func input() throws {
    #expect(try run(Self.whole + ["-o", "C-17.tar"]).status == 0)
    let (one, other) = (
      try CandidateInput(at: folder.path + "/C-17/"), try CandidateInput(at: folder.path + "/C-17.tar")
    )
    #expect(one.record.plan == other.record.plan && one.seals == other.seals)
    #expect(one.record.scorecards.map(\.source.bytes) == other.record.scorecards.map(\.source.bytes))
    #expect(one.record.decisionSource?.bytes == other.record.decisionSource?.bytes)
    #expect(one.manifest == nil && other.manifest?.retainUntil == "2031-03-12")
    #expect(other.record.scorecards[0].source.name.hasSuffix("/C-17.tar/1-technical-screen.yaml"))
  }

  @Test("what is missing and what is left out is said")
  func hints() throws {
    try folder.write("x", to: "C-17/notes.txt")
    try folder.write("x", to: "C-17/2-coding.html")
    try folder.write("x", to: "C-17/.rolewright-0123456789abcdef.tmp")
    _ = try TestSupport.Rolewright.shell("rm C-17/decision.yaml C-17/2-coding.seal.yaml", in: folder.path)
    let outcome = try run(["bundle", "C-17", "-o", "C-17.tar", "--retain-until", "2030-01-31"])
    #expect(outcome.status == 0)
    #expect(
      outcome.errors == """
        C-17.tar: hint: 2-coding.yaml has no seal [missing-record]

        C-17.tar: hint: there is no decision in the record [missing-record]

        C-17.tar: hint: there is no loop in the record [missing-record]

        C-17.tar: hint: there is no posting in the record [missing-record]

        C-17.tar: hint: there is no role in the record [missing-record]

        C-17/.rolewright-0123456789abcdef.tmp: hint: is not part of the record [not-in-record]
           = help: a command that was ended left it; look into it, then remove it

        C-17/notes.txt: hint: is not part of the record [not-in-record]

        7 hints
        wrote 6 files into C-17.tar

        """)
    #expect(try CandidateInput(at: folder.path + "/C-17.tar").manifest?.retainUntil == "2030-01-31")
  }

  @Test("contradictions are shown and nothing is written, unless it is asked for")
  func contradictions() throws {
    try folder.write(CandidateFiles.decision.replacing("C-17", with: "C-18"), to: "C-17/decision.yaml")
    try folder.write(CandidateFiles.coding + "# later\n", to: "C-17/2-coding.yaml")
    let outcome = try run(Self.whole + ["-o", "C-17.tar"])
    #expect(outcome.status == 1 && outcome.output.isEmpty && !folder.has("C-17.tar"))
    #expect(
      outcome.errors.contains(
        "C-17/2-coding.yaml: error: is not what was sealed: it was changed, or its seal [broken-seal]\n"))
    #expect(
      outcome.errors.hasSuffix(
        """
        C-17/decision.yaml:2:12: error: the candidate is "C-18", and elsewhere in this record "C-17" [candidate-differs]
          |
        2 | candidate: C-18
          |            ^~~~
          = help: give each candidate a folder

        2 errors

        """))
    #expect(try run(Self.whole + ["-o", "C-17.tar", "--as-it-is"]).status == 0)
    #expect(try run(["verify", "C-17.tar"]).status == 1)
  }

  @Test("a record is never replaced, and is as private as what it is made of")
  func kept() throws {
    _ = try TestSupport.Rolewright.shell(
      "chmod 640 C-17/2-coding.yaml; chmod 604 C-17/decision.yaml", in: folder.path)
    #expect(try run(Self.whole + ["-o", "C-17.tar"]).status == 0)
    #expect(try TestSupport.Rolewright.shell("stat -c %a C-17.tar", in: folder.path).output == "600\n")
    #expect(
      try run(Self.whole + ["-o", "C-17.tar"])
        == TestSupport.Rolewright.Outcome(
          status: 2,
          errors: """
            C-17.tar: error: is there already [file-exists]
               = help: a record is never replaced; choose another name

            1 error

            """))
  }

  @Test("an archive that was changed is told by its manifest, and one that was cut off by itself")
  func verified() throws {
    #expect(try run(Self.whole + ["-o", "C-17.tar"]).status == 0)
    #expect(try run(["verify", "C-17.tar"]).status == 0)
    let line =
      "sed 's/Ran out of time/Ran out of luck/' C-17.tar > other.tar; head -c 700 C-17.tar > cut.tar"
    _ = try TestSupport.Rolewright.shell(line, in: folder.path)
    #expect(
      try run(["verify", "other.tar"])
        == TestSupport.Rolewright.Outcome(
          status: 1,
          errors: """
            other.tar/2-coding.yaml: error: is not the file that the manifest describes [record-mismatch]
               = help: take the archive from another copy; this one was changed after it was made

            other.tar/debrief.md: error: is not the file that the manifest describes [record-mismatch]
               = help: take the archive from another copy; this one was changed after it was made

            2 errors

            """))
    #expect(
      try run(["verify", "cut.tar"])
        == TestSupport.Rolewright.Outcome(
          status: 2,
          errors: """
            cut.tar: error: ends within "C-17/1-technical-screen.seal.yaml": it was cut off [broken-archive]
               = help: expected an archive as "rolewright scorecard bundle" writes it

            1 error

            """))
  }

  @Test("what is no record is refused")
  func refused() throws {
    #expect(try run(["bundle", "nowhere", "-o", "x.tar"]).errors.contains("[no-such-file]"))
    #expect(
      try run(["bundle", "posting.md", "-o", "x.tar"]).errors.contains(
        "is no archive of a record [not-a-record]"))
    #expect(try run(["bundle", "C-17", "--loop", "C-17", "-o", "x.tar"]).errors.contains("[no-such-file]"))
    #expect(try run(["bundle", "C-17", "--retain-until", "2031-02-30", "-o", "x.tar"]).status == 64)
    #expect(try run(["bundle", "C-17"]).status == 64)
    #expect(!folder.has("x.tar"))
  }
}
