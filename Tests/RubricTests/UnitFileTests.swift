import Figures
import Testing

@testable import Rubric

/// What the units of the project promise to those who write exercises.
@Suite("The units of the library")
struct UnitFileTests {
  private static let units = Result { try RubricLibrary(try OwnRubrics.files()).units() }

  @Test("each word stands for something, and once")
  func complete() throws {
    let units = try Self.units.get()
    #expect(units.rejected == [])
    #expect(units.names.count > 150)
    for name in units.names { #expect(try units.unit(name).scale > .zero, "\(name)") }
  }

  @Test(
    "how many of one there are in another",
    arguments: [
      ("week", "day", "7"), ("day", "h", "24"), ("h", "min", "60"), ("min", "s", "60"), ("s", "ms", "1000"),
      ("ms", "us", "1000"), ("us", "ns", "1000"), ("year", "month", "12"), ("year", "quarter", "4"),
      ("PB", "TB", "1000"), ("TB", "GB", "1000"), ("GB", "MB", "1000"), ("MB", "kB", "1000"),
      ("kB", "B", "1000"),
      ("PiB", "TiB", "1024"), ("TiB", "GiB", "1024"), ("GiB", "MiB", "1024"), ("MiB", "KiB", "1024"),
      ("KiB", "B", "1024"), ("B", "bit", "8"), ("kbit", "bit", "1000"), ("Mbit", "kbit", "1000"),
      ("Gbit", "Mbit", "1000"), ("GB/s", "Gbit/s", "8"), ("MW", "kW", "1000"), ("kW", "W", "1000"),
      ("vCPU", "mvCPU", "1000"), ("core", "millicore", "1000"), ("1", "%", "100"), ("h", "clock", "3600"),
    ])
  func factors(unit: String, other: String, factor: String) throws {
    let units = try Self.units.get()
    let amount = try Quantity(.one, try units.unit(unit)).amount(in: try units.unit(other))
    #expect(amount.description == factor)
  }

  @Test(
    "what is of no common dimension",
    arguments: [
      ("month", "day"), ("USD", "EUR"), ("W", "USD"), ("B", "s"), ("request", "query"), ("vCPU", "core"),
      ("node", "1"), ("year", "week"),
    ])
  func apart(unit: String, other: String) throws {
    let units = try Self.units.get()
    #expect(try units.unit(unit).dimension != units.unit(other).dimension)
  }

  @Test("only what is counted may be rounded without a step")
  func counts() throws {
    let units = try Self.units.get()
    let measured = ["s", "month", "B", "USD", "EUR", "W", "clock", "day", "GiB", "kW"]
    for name in measured { #expect(try !units.unit(name).dimension.isCounted, "\(name)") }
    for name in ["node", "request", "vCPU", "engineer", "mvCPU"] {
      #expect(try units.unit(name).dimension.isCounted, "\(name)")
    }
  }
}
