import Rubric
import Testing

@testable import Planner

@Suite("Words that are clipped for a terminal")
struct EvidenceClippingTests {
  private static let filler = String(repeating: "word ", count: 40)

  private func clipped(_ quote: String, _ products: [String] = []) -> String {
    let evidence = Evidence(line: 1, column: 1, section: "required", quote: quote)
    return EvidenceView.views(of: [evidence]).map { $0.clipped(around: products).quote }.joined()
  }

  @Test("what fits two lines stays whole")
  func short() {
    #expect(clipped("Runs Kafka", ["Kafka"]) == "Runs Kafka")
    let full = String(repeating: "x", count: 132)
    #expect(clipped(full) == full)
  }

  @Test("longer words end with the last whole one")
  func long() {
    let text = clipped(Self.filler)
    #expect(text.hasPrefix("word word") && text.hasSuffix(" word …") && text.count <= 134)
    #expect(clipped(String(repeating: "x", count: 200)).count == 134)
  }

  @Test("the product that is named far back is shown, wherever it stands")
  func product() {
    #expect(clipped("Runs Kafka and " + Self.filler, ["Kafka"]).hasPrefix("Runs Kafka"))
    let end = clipped(Self.filler + "Kafka", ["Kafka"])
    #expect(end.hasPrefix("… word") && end.hasSuffix(" Kafka") && end.count <= 134)
    let middle = clipped(Self.filler + "Kafka " + Self.filler, ["Spark", "Kafka"])
    #expect(middle.hasPrefix("… word") && middle.contains(" Kafka") && middle.hasSuffix(" …"))
    #expect(middle.count <= 136)
  }

  @Test(
    "products of any length and none are survived", arguments: ["", "x", String(repeating: "x", count: 500)])
  func hostile(product: String) {
    for quote in [
      "", "x", Self.filler, String(repeating: "x", count: 500), String(repeating: " ", count: 500),
    ] {
      #expect(clipped(quote, [product]).unicodeScalars.count <= max(136, quote.count))
    }
  }
}
