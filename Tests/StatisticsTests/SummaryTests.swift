import Testing

@testable import Statistics

@Suite("Means and their reliability")
struct SummaryTests {
  /// Huffcutt, Culbertson & Weyhrauch 2013: .44 for interviewers who rate apart; stepped up as in Spearman 1910.
  @Test(
    "several raters are relied on more than one",
    arguments: [(0, 0), (1, 0.44), (2, 0.6111), (3, 0.7021), (4, 0.7586)])
  func reliability(raters: Int, expected: Double) {
    let value = SpearmanBrown.reliability(of: 0.44, raters: raters)
    #expect((value * 10_000).rounded() / 10_000 == expected)
  }

  @Test("mean, spread and error of a mean")
  func summary() throws {
    let summary = try #require(SampleSummary([2, 4, 4, 4, 5, 5, 7, 9]))
    #expect(summary.count == 8 && summary.mean == 5)
    #expect(abs((summary.deviation ?? 0) - 2.1380899353) < 1e-9)
    #expect(abs((summary.standardError ?? 0) - 0.7559289460) < 1e-9)
    #expect(SampleSummary([3])?.deviation == nil)
    #expect(SampleSummary([]) == nil)
  }
}
