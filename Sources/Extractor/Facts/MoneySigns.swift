/// The signs and codes of currencies, made ready for a scanner.
struct MoneySigns: Sendable {
  /// The signs with their codes. Longer ones go first, so that `C$` is not taken for `$`.
  let signs: [(sign: [UInt8], code: String)]
  /// Up to how much of a currency is paid by the month where no period is named.
  let monthly: [String: Int]
  /// What stands between the two ends of a range of pay.
  let joiners: [[UInt8]]
  /// The bytes with which signs begin, and those with which they end.
  let firsts: ByteSet
  let lasts: ByteSet

  /// The signs that a language gives to each currency.
  init(_ language: PostingLanguage) {
    let all = language.currencies.flatMap { currency in
      currency.signs.map { (sign: Array($0.utf8), code: currency.code) }
    }
    signs = all.sorted { $0.sign.count > $1.sign.count }
    monthly = language.monthly
    joiners = language.joiners.map { Array($0.utf8) }
    firsts = ByteSet(signs.compactMap(\.sign.first))
    lasts = ByteSet(signs.compactMap(\.sign.last))
  }
}
