import Diagnostics
import Testing

@testable import Extractor

@Suite("Particles")
struct ParticleTests {
  @Test(
    "a particle is found within words that hold it, and in no others",
    arguments: [
      (Cue.Particles.glue, 3..<4, true), (.glue, 0..<3, false), (.notACompany, 0..<1, true),
      (.notACompany, 1..<3, false), (.companyVerb, 1..<2, true), (.stageEnd, 3..<4, true),
      (.stageEnd, 4..<5, false), (.all, 4..<5, false), (.all, 2..<5, true), (.glue, 0..<0, false),
    ])
  func holds(particles: Cue.Particles, words: Range<Int>, isHeld: Bool) throws {
    let marked = try Self.marked("It runs ferries and lighthouses")
    #expect(marked.holds(particles, in: words) == isHeld)
  }

  @Test("where particles stand, they stand by place")
  func words() throws {
    let marked = try Self.marked("The ferries or the lighthouses and/or a harbour")
    #expect(marked.words(of: .glue, in: 0..<9) == [0..<1, 2..<3, 3..<4, 5..<7, 5..<6, 6..<7, 7..<8])
    #expect(marked.words(of: .glue, in: 0..<6) == [0..<1, 2..<3, 3..<4, 5..<6])
  }

  @Test("particles are no cues among those that are marked")
  func cues() throws {
    let marked = try Self.marked("The ferries are in the harbour")
    #expect(marked.cues(in: 0..<6).allSatisfy { !$0.kind.isEmpty })
  }

  private static func marked(_ text: String) throws -> MarkedPosting {
    MarkedPosting(
      try PostingReader.read(SourceText(name: "posting.md", text: text)), try OwnLibrary.extractor().index)
  }
}
