import Figures
import Testing

@Suite("Exact numbers")
struct RationalTests {
  @Test("a number is read from digits")
  func digits() {
    #expect(Rational(decimal: "0.25")?.description == "0.25")
  }
}
