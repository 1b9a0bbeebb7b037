import Diagnostics
import Rubric
import TestSupport
import Testing

@Suite("Laws of the comparison of two libraries")
struct LibraryDiffLawTests {
  @Test(
    "a library does not differ from itself, in whatever order and with whatever comments", arguments: 0..<30)
  func identity(seed: UInt64) throws {
    var made = RandomLibrary(seed: seed)
    #expect(try LibraryDiff(from: made.library, to: made.library).isEmpty)
    let shuffled = try LibraryDiff(from: made.library, to: made.shuffledLibrary())
    #expect(shuffled.isEmpty, "\(shuffled.changes)")
  }

  @Test("one edit is one change, of the file that was edited", arguments: 0..<200)
  func edits(seed: UInt64) throws {
    var made = RandomLibrary(seed: seed)
    let before = made.library
    let expected = made.edit()
    let diff = try LibraryDiff(from: before, to: made.library)
    #expect(diff.changes.map(\.kind) == expected, "\(diff.changes)")
  }

  @Test("from A to B is from B to A reversed, and order never matters", arguments: 0..<150)
  func symmetry(seed: UInt64) throws {
    var made = RandomLibrary(seed: seed)
    let (before, shuffledBefore) = (made.library, made.shuffledLibrary())
    for _ in 0...(seed % 7) { _ = made.edit() }
    let there = try LibraryDiff(from: before, to: made.library)
    let back = try LibraryDiff(from: made.library, to: before)
    #expect(there.reversed == back)
    #expect(back.reversed == there)
    #expect(try LibraryDiff(from: shuffledBefore, to: made.shuffledLibrary()) == there)
  }

  @Test("the worst comes first", arguments: 0..<30)
  func order(seed: UInt64) throws {
    var made = RandomLibrary(seed: seed)
    let before = made.library
    for _ in 0..<8 { _ = made.edit() }
    let effects = try LibraryDiff(from: before, to: made.library).changes.map(\.kind.effect)
    #expect(effects == effects.sorted())
  }

  @Test("the rubrics of the project do not differ from themselves with comments added")
  func ownRubrics() throws {
    let files = try OwnRubrics.files()
    let commented = files.map { path, source in
      SmallLibrary.file(path, "# A comment.\n" + source.text)
    }
    let diff = try LibraryDiff(from: RubricLibrary(files), to: RubricLibrary(commented))
    #expect(diff.isEmpty, "\(diff.changes)")
  }
}
