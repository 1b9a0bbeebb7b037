import TestSupport
import Testing

@testable import Statistics

@Suite("Fisher's exact test")
struct FisherExactTestTests {
  /// The examples of R's `?fisher.test`: the lady who tastes tea (Agresti 2002, p. 91), and convictions of twins
  /// (Fisher 1970).
  @Test(
    "is that of the published examples, to four decimals",
    arguments: [
      ([3, 1, 1, 3], 0.4857, 0.9857, 0.2429), ([2, 15, 10, 3], 0.0005, 0.0005, 1.0),
    ] as [([Int], Double, Double, Double)])
  func published(table: [Int], twoSided: Double, less: Double, greater: Double) throws {
    let test = try Self.test(table)
    let rounded = [test.twoSided, test.less, test.greater].map { ($0 * 10_000).rounded() / 10_000 }
    #expect(rounded == [twoSided, less, greater])
  }

  @Test("convictions of twins to four figures, as R prints them")
  func twins() throws {
    let test = try Self.test([2, 15, 10, 3])
    #expect((test.twoSided * 1e7).rounded() == 5367)
    #expect((test.less * 1e7).rounded() == 4652)
  }

  /// Computed in whole numbers of any length and exact fractions, and with SciPy 1.16.
  @Test(
    "is that of other programs for random tables",
    arguments: [
      ([3, 1, 1, 3], 4.8571428571e-01, 9.8571428571e-01, 2.4285714286e-01),
      ([2, 15, 10, 3], 5.3672411914e-04, 4.6518094336e-04, 9.9998451902e-01),
      ([1, 9, 11, 3], 2.7594561852e-03, 1.3797280926e-03, 9.9996634810e-01),
      ([0, 5, 3, 2], 1.6666666667e-01, 8.3333333333e-02, 1.0000000000e+00),
      ([12, 28, 48, 32], 3.4092217678e-03, 1.7046108839e-03, 9.9956237075e-01),
      ([3, 17, 1, 9], 1.0000000000e+00, 8.2320744390e-01, 5.9277504105e-01),
      ([0, 0, 4, 5], 1.0000000000e+00, 1.0000000000e+00, 1.0000000000e+00),
      ([10, 0, 0, 10], 1.0825088224e-05, 1.0000000000e+00, 5.4125441122e-06),
      ([297, 528, 292, 475], 4.0608771348e-01, 2.1097355052e-01, 8.1777518043e-01),
      ([477, 121, 562, 204], 5.9253051371e-03, 9.9766449724e-01, 3.4737154021e-03),
      ([10, 119, 60, 2], 2.4451930301e-36, 2.4451930301e-36, 1.0000000000e+00),
      ([58, 9, 104, 64], 1.6163847882e-04, 9.9997397614e-01, 1.1130278245e-04),
      ([275, 396, 214, 215], 4.2097571416e-03, 2.3026340986e-03, 9.9845048432e-01),
      ([1, 2, 8, 4], 5.2527472527e-01, 3.4065934066e-01, 9.5604395604e-01),
      ([16, 77, 104, 80], 1.7360070777e-10, 1.3820854813e-10, 9.9999999998e-01),
      ([113, 14, 90, 46], 8.8787255269e-06, 9.9999839234e-01, 7.0508724578e-06),
      ([15, 28, 28, 15], 9.2551124761e-03, 4.6275562380e-03, 9.9883187313e-01),
      ([25, 162, 3, 503], 2.5566809985e-12, 1.0000000000e+00, 2.5566809985e-12),
      ([415, 309, 144, 426], 1.3553685289e-31, 1.0000000000e+00, 9.9288664847e-32),
      ([48, 40, 15, 107], 4.5558578129e-11, 1.0000000000e+00, 4.1076323442e-11),
      ([0, 41, 96, 43], 2.6257164776e-17, 2.6257164776e-17, 1.0000000000e+00),
      ([122, 200, 12, 296], 3.3990935820e-28, 1.0000000000e+00, 2.4166295528e-28),
      ([47, 8, 50, 49], 1.1703593248e-05, 9.9999850967e-01, 9.2398791331e-06),
      ([5, 6, 4, 0], 1.0329670330e-01, 9.2307692308e-02, 1.0000000000e+00),
      ([500, 1500, 400, 1600], 1.7588674126e-04, 9.9993521074e-01, 8.7943370630e-05),
      ([9000, 11000, 8700, 11300], 2.6122797275e-03, 9.9877786948e-01, 1.3061398638e-03),
    ] as [([Int], Double, Double, Double)])
  func others(table: [Int], twoSided: Double, less: Double, greater: Double) throws {
    let test = try Self.test(table)
    for (value, expected) in [(test.twoSided, twoSided), (test.less, less), (test.greater, greater)] {
      #expect(abs(value - expected) <= 1e-9 * expected)
    }
  }

  /// SciPy's `fisher_exact`.
  @Test(
    "is right for large counts, up to a million",
    arguments: [
      ([400_000, 600_000, 399_000, 601_000], 0.14923647889, 0.07461823945),
      ([1_000_000, 1_000_000, 1_000_000, 1_000_000], 1, 0.50039894210),
      ([500, 999_500, 430, 999_570], 0.02357645722, 0.01178822861),
      ([300_000, 700_000, 250_000, 750_000], 0, 0), ([1_000_000, 0, 0, 1_000_000], 0, 0),
    ] as [([Int], Double, Double)])
  func large(table: [Int], twoSided: Double, greater: Double) throws {
    let test = try Self.test(table)
    #expect(abs(test.twoSided - twoSided) < 1e-8)
    #expect(abs(test.greater - greater) < 1e-8)
  }

  @Test("is what adding up the tables one by one gives, for every small table")
  func bruteForce() throws {
    for a in 0...4 {
      for b in 0...5 {
        for c in 0...4 {
          for d in 0...5 {
            let (test, expected) = (try Self.test([a, b, c, d]), Self.byHand(a, b, c, d))
            #expect(abs(test.twoSided - expected.twoSided) < 1e-12, "\(a) \(b) \(c) \(d)")
            #expect(abs(test.less - expected.less) < 1e-12)
            #expect(abs(test.greater - expected.greater) < 1e-12)
          }
        }
      }
    }
  }

  @Test("exchanging rows, columns or both changes the side and nothing else")
  func symmetry() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<100 {
      let table = (0..<4).map { _ in Int(generator.next() % 60) }
      let test = try Self.test(table)
      let (rows, transposed) = (
        try Self.test([table[2], table[3], table[0], table[1]]),
        try Self.test([table[0], table[2], table[1], table[3]])
      )
      #expect(abs(test.twoSided - rows.twoSided) < 1e-9 && abs(test.twoSided - transposed.twoSided) < 1e-9)
      #expect(abs(test.less - rows.greater) < 1e-9 && abs(test.less - transposed.less) < 1e-9)
      #expect(test.less + test.greater >= 1 - 1e-9)
    }
  }

  @Test(
    "refuses counts below 0 and above a million",
    arguments: [[-1, 1, 1, 1], [1, 1, 1, -1], [1_000_001, 1, 1, 1], [1, 1, .max, 1], [.min, 0, 0, 0]])
  func refused(table: [Int]) {
    #expect(FisherExactTest(table[0], table[1], table[2], table[3]) == nil)
  }

  /// Another table than the mirrored one is exactly as likely here, and rounding makes its probability the greater.
  @Test(
    "a table that is as likely counts, whatever rounding makes of it",
    arguments: [
      ([5, 1, 2, 9], 0.034502262443438916), ([5, 2, 4, 10], 0.1588235294117647),
      ([9, 2, 5, 15], 0.0067826301902812035),
    ])
  func ties(table: [Int], twoSided: Double) throws {
    #expect(abs(try Self.test(table).twoSided - twoSided) < 1e-12)
  }

  @Test("nothing at all is no evidence")
  func empty() throws {
    let test = try Self.test([0, 0, 0, 0])
    #expect(test.twoSided == 1 && test.less == 1 && test.greater == 1)
  }

  private static func test(_ table: [Int]) throws -> FisherExactTest {
    try #require(FisherExactTest(table[0], table[1], table[2], table[3]))
  }

  /// The tables of the same sums, each as often as it occurs, in whole numbers.
  private static func byHand(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> (
    twoSided: Double, less: Double, greater: Double
  ) {
    let weights = (max(0, a - d)...min(a + b, a + c)).map { count in
      (count, choose(a + c, count) * choose(b + d, a + b - count))
    }
    let observed = choose(a + c, a) * choose(b + d, b)
    func share(_ isWanted: ((Int, Int)) -> Bool) -> Double {
      Double(weights.filter(isWanted).reduce(0) { $0 + $1.1 }) / Double(weights.reduce(0) { $0 + $1.1 })
    }
    return (share { $0.1 <= observed }, share { $0.0 <= a }, share { $0.0 >= a })
  }

  private static func choose(_ all: Int, _ some: Int) -> Int {
    (0..<some).reduce(1) { $0 * (all - $1) / ($1 + 1) }
  }
}
