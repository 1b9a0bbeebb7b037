/// Random numbers that are the same in every run (SplitMix64; Steele, Lea & Flood 2014).
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// A sequence of its own for each seed.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// One of some values, each as likely as the others.
  public mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int(next() % UInt64(values.count))]
  }

  /// True once in so many times.
  public mutating func once(in times: UInt64) -> Bool { next() % times == 0 }
}
