import Foundation
import Synchronization
import TestSupport
import Testing

@testable import rolewright

@Suite("Writing a file whole or not at all")
struct FileWriterTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func writer(_ name: String, isDurable: Bool = false) -> FileWriter {
    FileWriter(path: folder.path + "/" + name, isDurable: isDurable)
  }

  private func failure(_ name: String, _ leave: FileWriter.Leave, _ text: String = "new\n") -> WriteFailure? {
    do throws(WriteFailure) {
      try writer(name).write(Array(text.utf8), over: leave)
      return nil
    } catch {
      return error
    }
  }

  @Test("a new file takes the place of nothing, and the folders above it are made", arguments: [true, false])
  func new(isDurable: Bool) throws {
    try writer("a/b/c.yaml", isDurable: isDurable).write([0x61], over: .new)
    #expect(try folder.text("a/b/c.yaml") == "a" && folder.files == ["a", "a/b", "a/b/c.yaml"])
    try folder.write("mine", to: "there.yaml")
    #expect(failure("there.yaml", .new) == .exists && failure("a", .new) == .isFolder)
    #expect(failure("a/", .any) == .isFolder && failure("a/b/c.yaml/d", .new) == .system(ENOTDIR))
    #expect(try folder.text("there.yaml") == "mine")
    #expect(folder.files == ["a", "a/b", "a/b/c.yaml", "there.yaml"])
  }

  @Test("a file is replaced only while it is what was read")
  func known() throws {
    try folder.write("one", to: "f")
    #expect(failure("f", .known(Array("one".utf8)), "two") == nil)
    #expect(failure("f", .known(Array("one".utf8)), "three") == .hasChanged)
    #expect(try folder.text("f") == "two" && folder.files == ["f"])
    #expect(failure("gone", .known([1]), "four") == nil)
    #expect(try folder.text("gone") == "four")
    #expect(failure("f", .any, "five") == nil)
    #expect(try folder.text("f") == "five")
  }

  @Test("the permissions of a file that is replaced stay")
  func permissions() throws {
    for (index, leave) in [FileWriter.Leave.any, .known(Array("one".utf8))].enumerated() {
      try folder.write("one", to: "f\(index)")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o640], ofItemAtPath: folder.path + "/f\(index)")
      #expect(failure("f\(index)", leave) == nil)
      let status = try FileSystem.status(of: folder.path + "/f\(index)", followingLinks: false)
      #expect(status?.permissions == 0o640)
    }
  }

  @Test("a read-only file stays, though its folder may be written and though root asks")
  func readOnly() throws {
    try folder.write("one", to: "f")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.path + "/f")
    #expect(failure("f", .any) == .isReadOnly && failure("f", .known(Array("one".utf8))) == .isReadOnly)
    #expect(try folder.text("f") == "one" && folder.files == ["f"])
  }

  @Test("a link stays, and what it points to is replaced")
  func links() throws {
    try folder.write("one", to: "real/f")
    let link = { (name: String, target: String) in
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + name, withDestinationPath: target)
    }
    try link("l", "real/f")
    try link("nowhere", "real/none")
    try link("circle", "circle")
    #expect(failure("l", .any, "two") == nil)
    #expect(try folder.text("real/f") == "two")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/l") == "real/f")
    #expect(failure("l", .known(Array("one".utf8))) == .hasChanged && failure("l", .new) == .exists)
    #expect(failure("nowhere", .any) == .isLinkToNothing && failure("nowhere", .new) == .exists)
    #expect(failure("circle", .any) == .system(ELOOP))
    #expect(folder.files == ["circle", "l", "nowhere", "real", "real/f"])
  }

  @Test("a name that is too long is told so, and the longest is written")
  func long() throws {
    #expect(failure(String(repeating: "n", count: 255), .new) == nil)
    #expect(failure(String(repeating: "n", count: 256), .new) == .system(ENAMETOOLONG))
    #expect(folder.files.count == 1)
  }

  @Test("of many who write a new file at once, one does")
  func contended() async throws {
    for round in 0..<20 {
      let winners = await withTaskGroup(of: Int?.self) { group in
        for index in 0..<8 {
          group.addTask { failure("f\(round)", .new, "\(index)") == nil ? index : nil }
        }
        return await group.compactMap { $0 }.reduce(into: []) { $0.append($1) }
      }
      #expect(winners.count == 1)
      #expect(try folder.text("f\(round)") == winners.map { "\($0)" }.joined())
    }
    #expect(folder.files.count == 20)
  }

  /// An editor saves while the file is replaced again and again. Whatever it has saved stands in the file until it
  /// saves again, with what was added to it, or in a file that the failure names.
  @Test("what an editor saves meanwhile is never lost")
  func edited() async throws {
    try folder.write("0", to: "f")
    let path = folder.path + "/f"
    let race = Race()
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        while !race.isDone.load(ordering: .relaxed) {
          guard let read = try? FileSystem.bytes(of: path) else { continue }
          let base = read.prefix { $0 != UInt8(ascii: "+") }
          if failure("f", .known(read), String(decoding: base, as: UTF8.self) + "+") == nil {
            race.replaced.add(1, ordering: .relaxed)
          }
        }
      }
      group.addTask {
        for edit in 1...300 {
          _ = try? Data("\(edit)".utf8).write(to: URL(filePath: path), options: .atomic)
          if edit % 3 == 0 { await Task.yield() }
          #expect(holds(edit), "\(edit)")
        }
        race.isDone.store(true, ordering: .relaxed)
      }
    }
    #expect(race.replaced.load(ordering: .relaxed) > 0)
    #expect(try folder.text("f").hasPrefix("300"))
  }

  private final class Race: Sendable {
    let isDone = Atomic<Bool>(false)
    let replaced = Atomic<Int>(0)
  }

  /// Whether an edit stands in the file, or in one beside it. It may be on its way from one to the other.
  private func holds(_ edit: Int) -> Bool {
    for _ in 0..<1_000 {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      for name in ["f"] + names {
        guard let text = try? folder.text(name) else { continue }
        if text.prefix(while: { $0 != "+" }) == "\(edit)" { return true }
      }
    }
    return false
  }
}
