import Diagnostics
import Testing

@Suite("Texts in texts")
struct TextSearchTests {
  @Test(
    "a text stands where its bytes do, and no place overlaps another",
    arguments: [
      ("a-b-c", "-", [1, 3]), ("aaaa", "aa", [0, 2]), ("über – Fähre – See", " – ", [5, 16]), ("abc", "", []),
      ("", "a", []), ("ab", "abc", []), ("aab", "ab", [1]),
    ])
  func places(text: String, wanted: String, offsets: [Int]) {
    let places = text.places(of: wanted)
    #expect(places.map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } == offsets)
    #expect(places.allSatisfy { text[$0] == wanted })
    #expect(text.holds(wanted) == (!offsets.isEmpty || wanted.isEmpty))
  }

  @Test(
    "the parts between the places, empty ones left out, as many as are asked for",
    arguments: [
      ("a — b — c", Int.max, ["a", "b", "c"]), (" — a — ", .max, ["a"]), ("a — b — c", 2, ["a", "b — c"]),
      ("abc", .max, ["abc"]), ("", .max, []), ("a — b", 1, ["a — b"]),
    ])
  func parts(text: String, most: Int, parts: [Substring]) {
    #expect(text.parts(between: " — ", atMost: most) == parts)
  }

  @Test(
    "another text stands wherever one stood",
    arguments: [("a-b-c", "+", "a+b+c"), ("abc", "+", "abc"), ("--", "", ""), ("-", "--", "--")])
  func putting(text: String, other: String, result: String) {
    #expect(text.putting(other, for: "-") == result)
  }

  @Test(
    "a run stands where its elements follow one another",
    arguments: [
      ([1, 2, 3], [2, 3], true), ([1, 2, 3], [1, 3], false), ([1, 1, 2], [1, 2], true), ([1], [], false),
    ])
  func runs(elements: [Int], run: [Int], stands: Bool) {
    #expect(elements.holds(run: run) == stands)
  }
}
