internal import Rubric

/// The pay that a posting states.
enum PayFact {
  /// The pay that a field states; else the first range of money that can be pay, or else the first such
  /// amount; in the employer's text before the head of a job board's page. Blocks that speak of revenue,
  /// budgets and the like are passed over.
  static func pay(_ marked: MarkedPosting, _ header: Header) -> Pay? {
    if let pay = marked.posting.facts.pay ?? metadata(marked) { return pay }
    let others = marked.posting.blocks.indices.lazy.filter { !header.blocks.contains($0) }
    return pay(in: others, marked) ?? pay(in: header.blocks, marked)
  }

  /// What a key of front matter states: `salary: $90,000 - $130,000`, or the two ends of a range.
  private static func metadata(_ marked: MarkedPosting) -> Pay? {
    if marked.posting.metadata.isEmpty { return nil }
    let ends = [marked.stated(.least).first, marked.stated(.most).first].compactMap(\.self)
    let values = marked.stated(.pay) + (ends.count == 2 ? [ends.joined(separator: " - ")] : [])
    for value in values {
      let amounts = [value, "\(marked.stated(.currency).first ?? "$") \(value)"]
      for text in amounts {
        let bytes = Array(text.utf8)
        let cues = marked.index.cues(in: text).map(\.cue)[...]
        let money = MoneyScanner(bytes, marked.index.money).amounts(in: bytes.indices).first
        if let money, let pay = pay(money, cues, marked.index) { return pay }
      }
    }
    return nil
  }

  private static func pay(in blocks: some Sequence<Int>, _ marked: MarkedPosting) -> Pay? {
    let scanner = MoneyScanner(marked.posting.text.bytes, marked.index.money)
    var single: Pay?
    for number in blocks {
      let block = marked.posting.blocks[number]
      let amounts = scanner.amounts(in: block.range)
      guard !amounts.isEmpty else { continue }
      let words = marked.blockWords[number]
      let cues = marked.cues(in: words)
      for money in amounts {
        guard var pay = pay(money, cues, marked.index),
          !isVoid(pay, marked.cues(in: sentence(money.range, words, marked)), marked.index)
        else { continue }
        if pay.max != nil { return pay }
        if isLimit(money.range, words, marked) { (pay.min, pay.max) = (nil, pay.min) }
        single = single ?? pay
      }
    }
    return single
  }

  /// "Up to $90,000": the amount is the upper end, and nobody tells the lower one.
  private static func isLimit(_ amount: Range<Int>, _ block: Range<Int>, _ marked: MarkedPosting) -> Bool {
    marked.cues(in: block).contains { cue in
      guard cue.isOf(.payLimit) else { return false }
      let between = amount.lowerBound - marked.words.range(cue.words).upperBound
      // A space, and the sign of the currency.
      return (0...6).contains(between)
    }
  }

  /// The sentence of a block in which an amount stands.
  private static func sentence(_ amount: Range<Int>, _ block: Range<Int>, _ marked: MarkedPosting) -> Range<
    Int
  > {
    let starts = block.filter { marked.words.gaps[$0] >= .sentence }
    let start = starts.last { marked.words.range($0).lowerBound <= amount.lowerBound } ?? block.lowerBound
    let end = starts.first { marked.words.range($0).lowerBound > amount.lowerBound } ?? block.upperBound
    return start..<max(start, end)
  }

  /// A range by the year is pay, whatever stands beside it: "98,000 - 121,000 a year, plus an allowance".
  private static func isVoid(_ pay: Pay, _ cues: PlacedCues, _ index: SignalIndex) -> Bool {
    cues.contains { $0.isOf(.payVoid) }
      && !(pay.max != nil && cues.contains { index.cue($0) == .payPeriod(pay.period) })
  }

  private static func pay(_ money: Money, _ cues: PlacedCues, _ index: SignalIndex) -> Pay? {
    let stated = cues.lazy.compactMap { cue in
      if case .payPeriod(let period) = index.cue(cue) { period } else { nil }
    }.first
    let least = money.low
    // In some countries pay is told by the month, and nobody says so.
    let isMonthly = least >= 800 && (money.high ?? least) <= index.money.monthly[money.currency] ?? 0
    let period =
      plausible(stated, least) ?? (stated == .month && money.high != nil && least >= 300 ? .month : nil)
      ?? (isMonthly ? .month : nil) ?? plausible(.year, least)
      ?? (money.high != nil ? plausible(.hour, least) ?? plausible(.month, least) : nil)
    guard let period, money.high.map({ $0 >= least }) ?? true else { return nil }
    // A single small amount without a period is a benefit, not pay.
    guard money.high != nil || stated != nil || least >= 20_000 else { return nil }
    return Pay(currency: money.currency, min: least, max: money.high, period: period)
  }

  /// A period with which an amount can be pay.
  private static func plausible(_ period: Pay.Period?, _ amount: Int) -> Pay.Period? {
    switch period {
    case .hour: (8...500).contains(amount) ? .hour : nil
    case .day: (50...5_000).contains(amount) ? .day : nil
    case .month: (800...100_000).contains(amount) ? .month : nil
    case .year: amount >= 10_000 ? .year : nil
    case nil: nil
    }
  }
}
