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

  @Test("a row that has forgotten its values takes new ones")
  func again() {
    var row = GrowingRow<Int>(capacity: 2)
    for number in 0..<40 { row.append(number) }
    row.removeAll()
    #expect(row.count == 0)
    row.append(7)
    #expect(row.array() == [7])
  }
}
