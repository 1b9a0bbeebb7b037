import Diagnostics
import Rubric
import TestSupport
import Testing
import YAML

@Suite("The record of a candidate in an archive")
struct RecordBundleTests {
  private static let salt = String(repeating: "0f", count: 32)

  private static func source(_ name: String, _ text: String) -> SourceText {
    SourceText(name: "C-17/\(name)", text: text)
  }

  private static func files(
    screen: String = CandidateFiles.screen, coding: String = CandidateFiles.coding,
    decision: String = CandidateFiles.decision
  ) throws -> RecordFiles {
    let first = source("1-technical-screen.yaml", screen)
    let record = try CandidateRecord(
      plan: source("assessment.yaml", CandidateFiles.assessment),
      scorecards: [source("2-coding.yaml", coding), first],
      decision: decision.isEmpty ? nil : source("decision.yaml", decision))
    let seal = Seal(of: source("1-technical-screen.yaml", CandidateFiles.screen), salt: salt)
    let text = YAMLWriter.text(seal.document)
    return RecordFiles(
      record: record, seals: [try .init(source("1-technical-screen.seal.yaml", text))],
      role: source("role.yaml", CandidateFiles.role), loop: source("loop.yaml", CandidateFiles.loop),
      posting: SourceText(name: "ads/Posting.MD", text: CandidateFiles.posting))
  }

  private static func bundle(_ files: RecordFiles, until: String? = nil) throws -> RecordBundle {
    try RecordBundle(of: files, rolewright: "0.0.1", retainUntil: until)
  }

  @Test("what is put in comes out, to the byte")
  func roundTrip() throws {
    let files = try Self.files()
    let bundle = try Self.bundle(files)
    let read = try RecordBundle(from: SourceText(name: "C-17.tar", bytes: bundle.bytes))
    #expect(read.manifest == bundle.manifest && read.bytes == bundle.bytes && read.mismatches.isEmpty)
    let again = try read.files()
    #expect(again.record.scorecards.map(\.source.bytes) == files.record.scorecards.map(\.source.bytes))
    #expect(
      again.record.scorecards.map(\.source.name) == [
        "C-17.tar/1-technical-screen.yaml", "C-17.tar/2-coding.yaml",
      ])
    #expect(again.record.plan == files.record.plan && again.candidate == "C-17")
    #expect(again.record.decision?.reason.value == "Nobody has seen any code.")
    #expect(again.posting?.bytes == files.posting?.bytes && again.posting?.name == "C-17.tar/posting.md")
    #expect(again.sealsByName == files.sealsByName && again.contradictions.isEmpty)
    // Bundled again, it is the same archive.
    #expect(try Self.bundle(again).bytes == bundle.bytes)
  }

  @Test("the manifest says what is there and what is missing")
  func manifest() throws {
    var files = try Self.files(coding: CandidateFiles.coding.replacing("overall: no_decision", with: ""))
    let whole = try Self.bundle(files, until: "2035-01-01").manifest
    #expect(whole.retainUntil == "2035-01-01" && whole.library == "1" && whole.candidate == "C-17")
    #expect(
      whole.missing == [.init(kind: .scorecard, interview: 2), .init(kind: .seal, of: "2-coding.yaml")])
    files = try Self.files(decision: "")
    (files.role, files.loop, files.posting) = (nil, nil, nil)
    let bare = try Self.bundle(files).manifest
    #expect(bare.retainUntil == nil)
    #expect(
      bare.missing == [
        .init(kind: .posting), .init(kind: .role), .init(kind: .loop), .init(kind: .decision),
        .init(kind: .seal, of: "2-coding.yaml"),
      ])
    let text = YAMLWriter.text(bare.document)
    #expect(try RecordManifest(from: SourceText(name: "manifest.yaml", text: text)) == bare)
    #expect(bare.files.map(\.kind) == [.seal, .scorecard, .scorecard, .assessment])
  }

  @Test(
    "the folder in the archive is the label, as far as that is a file name",
    arguments: [
      ("C-17", "C-17/"), ("Ana María", "Ana-Mar--a/"), ("../../etc", "candidate/"), ("..", "candidate/"),
      ("", "candidate/"), ("-", "candidate/"), ("\u{1B}[31mx", "--31mx/"),
      (String(repeating: "x", count: 99), String(repeating: "x", count: 60) + "/"),
    ])
  func folder(label: String, expected: String) throws {
    let quoted = YAMLWriter.text(.text(label))
    let line = "candidate: \(quoted)"
    let files = try Self.files(
      screen: CandidateFiles.screen.replacing("candidate: C-17\n", with: line),
      coding: CandidateFiles.coding.replacing("candidate: C-17\n", with: line),
      decision: CandidateFiles.decision.replacing("candidate: C-17\n", with: line))
    #expect(try Self.bundle(files).entries.allSatisfy { $0.path.hasPrefix(expected) })
  }

  @Test("a file that was changed, added or taken out of the archive is found")
  func mismatches() throws {
    let bundle = try Self.bundle(try Self.files())
    func faults(_ change: (inout [ArchiveEntry]) -> Void) throws -> [String] {
      var entries = bundle.entries
      change(&entries)
      let source = SourceText(name: "C-17.tar", bytes: Archive.bytes(of: entries))
      let read = try RecordBundle(from: source)
      let found = read.mismatches.map { "\($0.source.name) \($0.message)" }
      if !found.isEmpty { #expect(throws: InvalidInput.self) { try read.files() } }
      return found
    }
    #expect(try faults { _ in } == [])
    #expect(
      try faults { $0[$0.count - 1].bytes.append(0x0A) } == [
        "C-17.tar/role.yaml is not the file that the manifest describes"
      ])
    #expect(
      try faults { $0.removeAll { $0.path.hasSuffix("2-coding.yaml") } } == [
        "C-17.tar/2-coding.yaml is in the manifest and not in the archive"
      ])
    #expect(
      try faults { $0.append(ArchiveEntry(path: "C-17/3-extra.yaml", bytes: [])) } == [
        "C-17.tar/3-extra.yaml is in the archive and not in the manifest"
      ])
    let other = ArchiveEntry(path: "other/x", bytes: [])
    let mixed = SourceText(name: "x.tar", bytes: Archive.bytes(of: bundle.entries + [other]))
    #expect(throws: InvalidInput.self) { try RecordBundle(from: mixed) }
    let empty = SourceText(name: "x.tar", bytes: Archive.bytes(of: []))
    #expect(throws: InvalidInput.self) { try RecordBundle(from: empty) }
  }

  @Test("files that contradict each other are found")
  func contradictions() throws {
    var files = try Self.files(
      screen: CandidateFiles.screen.replacing("candidate: C-17", with: "candidate: C-18")
        .replacing("number: 1", with: "number: 7"),
      coding: CandidateFiles.coding.replacing("00aa", with: "00bb"),
      decision: CandidateFiles.decision.replacing("2031-03-12", with: "2031-02-30"))
    files.loop = Self.source("loop.yaml", "fingerprint: rw2-x\n")
    files.posting = Self.source("posting.md", "# Another\n")
    files.seals[0].source = Self.source("9-other.seal.yaml", "")
    let rules = files.contradictions.map { "\($0.source.name.dropFirst(5)) \($0.rule)" }
    #expect(
      Set(rules) == [
        "2-coding.yaml fingerprint-differs", "loop.yaml fingerprint-differs",
        "1-technical-screen.yaml candidate-differs",
        "1-technical-screen.yaml unknown-interview",
        "9-other.seal.yaml broken-seal", "posting.md posting-differs", "decision.yaml calendar-date",
      ])
    let changed = try Self.files(screen: CandidateFiles.screen + "# later\n")
    #expect(changed.contradictions.map(\.rule) == ["broken-seal"])
  }

  @Test("names that no archive should hold, and records that are too large, are refused")
  func refused() throws {
    var files = try Self.files()
    files.record.scorecards[0].source = Self.source("a\\b.yaml", CandidateFiles.screen)
    #expect(throws: InvalidInput.self) { try Self.bundle(files) }
    files = try Self.files()
    files.posting = SourceText(name: "p.pdf", bytes: [UInt8](repeating: 1, count: 10 << 20))
    #expect(throws: InvalidInput.self) { try Self.bundle(files) }
    files = try Self.files()
    files.loop = Self.source("loop.yaml", String(repeating: "#", count: 2 << 20 | 1))
    let long = SourceText(name: "C-17.tar", bytes: try Self.bundle(files).bytes)
    #expect(throws: InvalidInput.self) { try RecordBundle(from: long).files() }
  }

  @Test("a temporary file, a seal and a manifest are no scorecards")
  func names() {
    for name in [
      ".rolewright-0123456789abcdef.tmp", "2-coding.seal.yaml", "manifest.yaml", "assessment.yaml",
      "decision.yaml", "role.yaml", "loop.yaml", "posting.md",
    ] { #expect(!CandidateRecord.isScorecard(name), "\(name)") }
    #expect(CandidateRecord.isScorecard("2-coding.yaml") && CandidateRecord.isScorecard("2-coding-bo.yml"))
  }
}
