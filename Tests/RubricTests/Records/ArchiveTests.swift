import Diagnostics
import Rubric
import TestSupport
import Testing

@Suite("Archives")
struct ArchiveTests {
  private static let files = [
    ArchiveEntry(path: "C-17/b.yaml", bytes: Array("two\n".utf8)),
    ArchiveEntry(path: "C-17/a.yaml", bytes: []),
    ArchiveEntry(path: "C-17/c.bin", bytes: [UInt8](repeating: 0, count: 512)),
    ArchiveEntry(path: "C-17/Ä.yaml", bytes: [UInt8](repeating: 0xFF, count: 513)),
  ]

  private static func fault(_ bytes: [UInt8]) -> String? {
    do throws(InvalidInput) {
      _ = try Archive.entries(of: SourceText(name: "x.tar", bytes: bytes))
      return nil
    } catch {
      return error.findings.map(\.message).joined()
    }
  }

  /// The bytes of an archive with some of the first header changed, and the checksum of it right again.
  private static func changed(_ change: (inout [UInt8]) -> Void) -> [UInt8] {
    var bytes = Archive.bytes(of: files)
    change(&bytes)
    bytes.replaceSubrange(148..<156, with: Array("        ".utf8))
    let sum = String(bytes[..<512].reduce(0) { $0 + Int($1) }, radix: 8)
    bytes.replaceSubrange(
      148..<156, with: Array((String(repeating: "0", count: 6 - sum.count) + sum + "\u{0} ").utf8))
    return bytes
  }

  @Test("what is written is read, sorted by path, and is the same each time")
  func roundTrip() throws {
    let bytes = Archive.bytes(of: Self.files)
    #expect(bytes.count % 512 == 0 && Archive.mayBegin(bytes))
    let read = try Archive.entries(of: SourceText(name: "x.tar", bytes: bytes))
    #expect(read.map(\.path) == ["C-17/a.yaml", "C-17/b.yaml", "C-17/c.bin", "C-17/Ä.yaml"])
    for file in Self.files { #expect(read.contains(file)) }
    #expect(Archive.bytes(of: Self.files.reversed()) == bytes)
    #expect(Archive.bytes(of: read) == bytes)
    #expect(try Archive.entries(of: SourceText(name: "x.tar", bytes: Archive.bytes(of: []))) == [])
  }

  @Test("a path of up to 100 bytes on either side of its slash fits")
  func longPaths() throws {
    let (folder, name) = (String(repeating: "f", count: 100), String(repeating: "n", count: 100))
    let entry = ArchiveEntry(path: "\(folder)/\(name)", bytes: [1, 2, 3])
    let bytes = Archive.bytes(of: [entry])
    #expect(try Archive.entries(of: SourceText(name: "x.tar", bytes: bytes)) == [entry])
    #expect(Archive.fault(inPath: entry.path) == nil)
    #expect(Archive.fault(inPath: entry.path + "n") != nil)
  }

  @Test(
    "paths that lead elsewhere or mean different things are refused",
    arguments: [
      ("a.yaml", "is not one folder and one name"), ("/etc/passwd", "is not one folder and one name"),
      ("/passwd", "leads out of its folder"), ("C-17/", "leads out of its folder"),
      ("../x", "leads out of its folder"), ("C-17/..", "leads out of its folder"),
      ("./x", "leads out of its folder"), ("C-17/../x", "is not one folder and one name"),
      ("C-17/a\\b", "holds characters that file names should not have"),
      ("C-17/a\nb", "holds characters that file names should not have"),
      ("C-17/\u{1B}[31m", "holds characters that file names should not have"),
      ("C-17/\u{202E}lmay", "holds characters that file names should not have"),
      ("", "is not one folder and one name"),
    ])
  func paths(path: String, fault: String) {
    #expect(Archive.fault(inPath: path) == fault)
    let bytes = Self.changed { header in
      header.replaceSubrange(0..<100, with: path.utf8 + [UInt8](repeating: 0, count: 100 - path.utf8.count))
    }
    let message = Self.fault(bytes) ?? ""
    #expect(message.hasSuffix("\", which \(fault)"))
    #expect(message.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202E}" })
  }

  @Test(
    "kinds that the writer does not make are refused by name",
    arguments: [
      ("1", "a hard link"), ("2", "a symbolic link"), ("3", "a device"), ("5", "a folder"), ("6", "a pipe"),
      ("x", "a pax header"), ("g", "a pax header"), ("L", "a long name of GNU tar"), ("S", "a sparse file"),
      ("\u{0}", "something unknown"), ("7", "something unknown"),
    ] as [(Character, String)])
  func kinds(type: Character, name: String) {
    let bytes = Self.changed { $0[156] = type.asciiValue ?? 0 }
    #expect(Self.fault(bytes) == "holds \(name) at byte 0, where only files may be")
  }

  @Test("sizes that are no numbers, or more than there is, are refused")
  func sizes() {
    func sized(_ text: String) -> String? {
      Self.fault(Self.changed { $0.replaceSubrange(124..<136, with: text.utf8) })
    }
    #expect(sized("77777777777\u{0}") == "ends within \"C-17/a.yaml\": it was cut off")
    #expect(sized("777777777777") == "ends within \"C-17/a.yaml\": it was cut off")
    for text in ["0000000000x\u{0}", "-0000000001\u{0}", "           \u{0}", "00000000089\u{0}"] {
      #expect(sized(text) == "gives \"C-17/a.yaml\" no size that can be read", "\(text)")
    }
    let large = Self.fault(
      Self.changed { $0.replaceSubrange(124..<136, with: [0x80] + Array(repeating: 0, count: 11)) })
    #expect(large == "gives \"C-17/a.yaml\" no size that can be read")
  }

  @Test("an archive that was cut off anywhere, or goes on behind its end, is refused")
  func truncated() {
    let bytes = Archive.bytes(of: Self.files)
    for count in 0..<bytes.count { #expect(Self.fault(Array(bytes[..<count])) != nil, "\(count)") }
    #expect(Self.fault(bytes + [1]) == "does not end as an archive does, at byte 4096")
    #expect(Self.fault(bytes + bytes) == "does not end as an archive does, at byte 4096")
    #expect(Self.fault(bytes + [UInt8](repeating: 0, count: 9_000)) == nil)
  }

  @Test("damage to a header is found by its checksum, and other archives are told apart")
  func damaged() {
    let bytes = Archive.bytes(of: Self.files)
    for offset in 0..<512 {
      var damaged = bytes
      damaged[offset] ^= 0x41
      #expect(Self.fault(damaged) != nil, "\(offset)")
    }
    #expect(
      Self.fault(Self.changed { $0.replaceSubrange(257..<265, with: Array("ustar  \u{0}".utf8)) })
        == "is another kind of archive than ustar, at byte 0")
    #expect(Self.fault(Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 7, count: 2_000)) != nil)
  }

  @Test("the same path twice is refused")
  func twice() {
    let entry = ArchiveEntry(path: "C-17/a.yaml", bytes: [])
    #expect(Self.fault(Archive.bytes(of: [entry, entry])) == "holds \"C-17/a.yaml\" twice")
  }

  @Test("an archive is held to bounds")
  func bounds() {
    #expect(Self.fault([UInt8](repeating: 0, count: Archive.maximumBytes + 1)) == "is larger than 10 MiB")
    let many = (0...1_000).map { ArchiveEntry(path: "C-17/\($0)", bytes: []) }
    #expect(Self.fault(Archive.bytes(of: many)) == "holds more than 1000 files")
  }

  @Test("no bytes at all make it crash")
  func noise() {
    var generator = SeededGenerator(seed: 7)
    let bytes = Archive.bytes(of: Self.files)
    for _ in 0..<2_000 {
      var noisy = bytes
      for _ in 0..<Int(generator.next() % 8) {
        noisy[Int(generator.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: generator.next())
      }
      noisy.removeLast(Int(generator.next() % 600))
      _ = Self.fault(noisy)
      let header = Self.changed { header in
        for _ in 0..<6 { header[Int(generator.next() % 512)] = UInt8(truncatingIfNeeded: generator.next()) }
      }
      _ = Self.fault(header)
    }
  }
}
