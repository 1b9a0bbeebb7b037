/// The signs and codes of currencies, made ready for a scanner.
struct MoneySigns: Sendable {
  /// The signs. Longer ones go first, so that `C$` is not taken for `$`.
  let signs: [Sign]
  /// Up to how much of a currency is paid by the month where no period is named.
  let monthly: [String: Int]
  /// What stands between the two ends of a range of pay.
  let joiners: [[UInt8]]
  /// The bytes with which signs begin, and those with which they end.
  let firsts: ByteSet
  let lasts: ByteSet

  /// How a currency is written.
  struct Sign: Sendable {
    let bytes: [UInt8]
    /// The first and the last of its bytes, by which most signs are told from what stands in a text.
    let first: UInt8
    let last: UInt8
    /// What it stands for: `USD`, or `INR 100000` for what counts hundreds of thousands of rupees.
    let code: String
  }

  /// The signs that a language gives to each currency.
  init(_ language: PostingLanguage) {
    let all = language.currencies.flatMap { currency in
      currency.signs.map { sign in
        let bytes = Array(sign.utf8)
        return Sign(bytes: bytes, first: bytes.first ?? 0, last: bytes.last ?? 0, code: currency.code)
      }
    }
    signs = all.sorted { $0.bytes.count > $1.bytes.count }
    monthly = language.monthly
    joiners = language.joiners.map { Array($0.utf8) }
    firsts = ByteSet(signs.map(\.first))
    lasts = ByteSet(signs.map(\.last))
  }
}
