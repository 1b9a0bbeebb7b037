/// A generator of equal draws on every machine: SplitMix64 (Steele, Lea & Flood 2014), seeded with the FNV-1a
/// hash of a text (Fowler, Noll & Vo; 64 bits).
public struct SeededDraws: Sendable {
  private var state: UInt64

  /// The draws of a seed, which is any text. Texts of the same bytes give the same draws.
  public init(seed: String) {
    state = seed.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// A number from 0 up to `count`, without it, each as likely as the others; 0 where `count` is less than 2.
  public mutating func below(_ count: Int) -> Int {
    guard count > 1 else { return 0 }
    let range = UInt64(count)
    // Numbers from here on would make the first remainders likelier.
    let end = UInt64.max - UInt64.max % range
    var number = next()
    while number >= end { number = next() }
    return Int(number % range)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
