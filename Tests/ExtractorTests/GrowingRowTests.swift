import Testing

@testable import Extractor

@Suite("Rows that grow")
struct GrowingRowTests {
  @Test(
    "all values are there in their order, however little room there was",
    arguments: [0, 1, 15, 16, 17, 1_000])
  func values(count: Int) {
    var row = GrowingRow<Int>(capacity: 0)
    for number in 0..<count { row.append(number * 3) }
    #expect(row.count == count)
    #expect(row.array() == (0..<count).map { $0 * 3 })
    for number in 0..<count { #expect(row[number] == number * 3) }
  }
}
