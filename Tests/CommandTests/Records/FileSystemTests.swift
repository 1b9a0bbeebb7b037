import Foundation
import TestSupport
import Testing

@testable import rolewright

@Suite("What stands where")
struct FileSystemTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("the names in a folder are listed, hidden ones too")
  func entries() throws {
    try folder.write("", to: "b.yaml")
    try folder.write("", to: ".a")
    try folder.write("", to: "c/d.yaml")
    #expect(FileSystem.entries(of: folder.path)?.sorted() == [".a", "b.yaml", "c"])
    #expect(FileSystem.entries(of: folder.path + "/c") == ["d.yaml"])
    #expect(FileSystem.entries(of: folder.path + "/b.yaml") == nil)
    #expect(FileSystem.entries(of: folder.path + "/nothing") == nil)
  }

  @Test("everything below a folder is found as Foundation finds it", arguments: ["", "/"])
  func below(end: String) throws {
    try folder.write("", to: "a.yaml")
    try folder.write("", to: "b/c/d.yaml")
    try folder.write("", to: "b/é.yaml")
    // A circle of links would have no end.
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/b/circle", withDestinationPath: folder.path)
    let found = FileSystem.entriesBelow(folder.path + end)?.sorted()
    #expect(found == ["a.yaml", "b", "b/c", "b/c/d.yaml", "b/circle", "b/é.yaml"])
    #expect(found == (try FileManager.default.subpathsOfDirectory(atPath: folder.path)).sorted())
    #expect(FileSystem.entriesBelow(folder.path + "/a.yaml") == nil)
  }

  @Test(
    "a path is made absolute as Foundation makes it",
    arguments: ["/a/b", "/a/./b/", "/a/../b", "/../a", "//a//b", "/", "a", "./a/b", "../a", "a/b/..", "é/ü"])
  func absolute(path: String) {
    #expect(FileSystem.absolute(path) == URL(filePath: path).standardizedFileURL.path)
  }

  @Test("a link to nothing is not there")
  func links() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: folder.path + "/nothing")
    #expect(!FileSystem.exists(folder.path + "/link"))
    #expect(FileSystem.exists(folder.path))
  }

  @Test("variables of the environment are those of the process")
  func variables() {
    #expect(FileSystem.variable("PATH") == ProcessInfo.processInfo.environment["PATH"])
    #expect(FileSystem.variable("ROLEWRIGHT_NOTHING") == nil)
  }
}
