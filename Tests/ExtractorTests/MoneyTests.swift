import Testing

@testable import Extractor

@Suite("Amounts of money")
struct MoneyTests {
  @Test(
    "as they stand in texts",
    arguments: [
      ("$102,638~$172,500", ["USD 102638-172500"]),
      ("CAD $162k - $180k", ["CAD 162000-180000"]),
      ("160-180k USD", ["USD 160000-180000"]),
      ("EUR 50.000", ["EUR 50000"]),
      ("€48'000 to €60'000", ["EUR 48000-60000"]),
      ("CHF 120’000–140’000", ["CHF 120000-140000"]),
      ("650 000 SEK", ["SEK 650000"]),
      ("₹30,00,000 - ₹45,00,000", ["INR 3000000-4500000"]),
      ("£34,000—£52,000", ["GBP 34000-52000"]),
      ("US$ 1,200 and 5 people", ["USD 1200"]),
      ("C$90k–C$110k", ["CAD 90000-110000"]),
      ("$80k AUD", ["AUD 80000"]),
      ("$162.5k", ["USD 162500"]),
      ("$51.92 - 60 an hour", ["USD 51-60"]),
      ("20 000 zł", ["PLN 20000"]),
      ("R$ 9.500", ["BRL 9500"]),
      ("¥8,000,000", ["JPY 8000000"]),
      ("$150,000 401(k)", ["USD 150000"]),
      ("between $1 and $2", ["USD 1-2"]),
      ("$80/hr - $95/hr", ["USD 80-95"]),
      ("$150K/yr to $200K/yr plus equity", ["USD 150000-200000"]),
      ("$80/, $95", ["USD 80", "USD 95"]),
      ("$5kids", ["USD 5"]),
      ("euros 5", ["EUR 5"]),
      ("neuro 5 PLNs", []),
      ("10,000 people", []),
      ("v1.2.3", []),
      ("$", []),
    ])
  func amounts(text: String, expected: [String]) throws {
    let bytes = Array(text.utf8)
    let scanner = MoneyScanner(bytes, MoneySigns(try OwnLibrary.english()))
    let found = scanner.amounts(in: 0..<bytes.count).map { money in
      "\(money.currency) \(money.low)" + (money.high.map { "-\($0)" } ?? "")
    }
    #expect(found == expected)
  }

  @Test(
    "ten thousand signs before an amount, and as many digits",
    arguments: ["$", "$ ", "CAD ", "1", "1,", "1 "])
  func many(part: String) throws {
    let text = String(repeating: part, count: 10_000) + "5 EUR"
    let bytes = Array(text.utf8)
    let scanner = MoneyScanner(bytes, MoneySigns(try OwnLibrary.english()))
    #expect(scanner.amounts(in: 0..<bytes.count).count <= 10_000)
  }
}
