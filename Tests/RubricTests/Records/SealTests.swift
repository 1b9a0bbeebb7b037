import Diagnostics
import Rubric
import TestSupport
import Testing
import YAML

@Suite("The seal of a scorecard")
struct SealTests {
  private static let salt = String(repeating: "0f", count: 32)
  private let source = SourceText(name: "in/C-17/1-technical-screen.yaml", text: CandidateFiles.screen)

  /// Reckoned with `{ printf 'rolewright-seal-1 %s\n' "$salt"; cat FILE; } | sha256sum`.
  @Test(
    "the digest is that of a line and the bytes behind it",
    arguments: [
      ([UInt8](), "17427c1270f6927eab5b90ec6383f20f1a31333952cda3723d482e1448cf5a58"),
      (Array("rating: 4\r\n\u{0}é".utf8), "20c7bf7790264e99d8acff928db853c44e1185dd42b50e6e7079c40b114778e6"),
      ([0xFF, 0x00, 0x80], "afae2cd3a94584b6e65be737b98aec13cd0f831d9f4f635561972e5e7f26993a"),
    ])
  func digest(bytes: [UInt8], expected: String) {
    #expect(Seal(of: SourceText(name: "a.yaml", bytes: bytes), salt: Self.salt).digest == expected)
  }

  @Test("it is read as it was written, and says what was sealed")
  func roundTrip() throws {
    let seal = Seal(of: source, salt: Self.salt)
    #expect(seal.file == "1-technical-screen.yaml")
    #expect(seal.line == "rolewright-seal-1 \(seal.digest) 1-technical-screen.yaml")
    let text = YAMLWriter.text(seal.document)
    #expect(try Seal(from: SourceText(name: "x.seal.yaml", text: text)) == seal)
    #expect(seal.state(of: source.bytes) == .intact(digest: seal.digest))
    #expect(seal.state(of: source.bytes + [0x0A]) == .broken(digest: seal.digest))
    let seals = ["1-technical-screen.seal.yaml": seal]
    #expect(Seal.state(of: source, among: seals) == .intact(digest: seal.digest))
    #expect(Seal.state(of: SourceText(name: "2-coding.yaml", text: ""), among: seals) == .unsealed)
  }

  @Test(
    "its name follows from that of the scorecard",
    arguments: [
      ("a/2-coding.yaml", "a/2-coding.seal.yaml"), ("2.yml", "2.seal.yaml"), ("odd", "odd.seal.yaml"),
      (".yaml", ".seal.yaml"),
    ])
  func path(scorecard: String, expected: String) {
    #expect(Seal.path(ofScorecard: scorecard) == expected)
    #expect(
      Seal.isSeal("2-coding.seal.yaml") && !Seal.isSeal(".x.seal.yaml") && !Seal.isSeal("2-coding.yaml"))
  }

  @Test("what was published is found alone, in its line and in capitals, and nothing else is taken for it")
  func published() {
    let digest = String(repeating: "a0", count: 32)
    #expect(Seal.digest(inPublished: digest) == digest)
    #expect(Seal.digest(inPublished: " rolewright-seal-1 \(digest.uppercased()) 2-coding.yaml\n") == digest)
    for text in ["", "a0", digest + "0", "\(digest) \(digest)", digest.replacing("a", with: "g")] {
      #expect(Seal.digest(inPublished: text) == nil, "\(text)")
    }
  }

  @Test("what is no seal is refused with its place")
  func faults() {
    let file = SourceText(
      name: "x.seal.yaml", text: "scheme: rolewright-seal-2\nfile: a.yaml\nsalt: 12\ndigest: \(Self.salt)\n")
    do throws(InvalidInput) {
      _ = try Seal(from: file)
      Issue.record("read")
    } catch {
      let lines = error.findings.map { "\($0.range?.start.line ?? 0) \($0.rule): \($0.message)" }
      #expect(
        lines == [
          "1 unknown-value: unknown scheme \"rolewright-seal-2\"; expected one of \"rolewright-seal-1\"",
          "3 not-a-digest: expected 64 hexadecimal digits, found 2 characters",
        ])
    }
  }

  @Test("a check says which of the three differs: the scorecard, the seal, or what was published")
  func checks() {
    let seal = Seal(of: source, salt: Self.salt)
    let other = SourceText(name: source.name, bytes: source.bytes + Array("x".utf8))
    var forged = seal
    forged.digest = String(repeating: "1", count: 64)
    func message(_ source: SourceText, _ seal: Seal?, _ published: [String]) -> String? {
      SealCheck(of: source, seal: seal, published: published).finding?.message
    }
    #expect(message(source, seal, []) == nil && message(source, seal, [seal.digest]) == nil)
    #expect(message(source, nil, []) == "has no seal beside it")
    #expect(message(other, seal, []) == "is not what was sealed: it was changed, or its seal")
    #expect(
      message(other, seal, [seal.digest]) == "was changed after it was sealed; the seal is the one published")
    #expect(message(source, forged, [seal.digest]) == "is what was published; its seal was changed")
    #expect(
      message(source, seal, [forged.digest])
        == "is as it was sealed, and its digest is none of those published")
    #expect(
      message(other, Seal(of: other, salt: Self.salt), [seal.digest])
        == "is as it was sealed, and its digest is none of those published")
  }
}
