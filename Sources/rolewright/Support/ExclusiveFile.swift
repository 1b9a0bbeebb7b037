import Diagnostics
import FoundationEssentials

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  @preconcurrency import Darwin
#endif

/// Writes files that are not there, and replaces a file only while it is the one that was read: what anybody writes
/// meanwhile stays.
enum ExclusiveFile {
  /// Writes a new file, whole or not at all. False where there is one.
  static func create(_ path: String, _ text: String) throws(InvalidInput) -> Bool {
    let draft = try draft(beside: path, text)
    defer { unlink(draft) }
    if link(draft, path) == 0 { return true }
    guard errno == EEXIST else { throw unwritable(path) }
    return false
  }

  /// Replaces a file that holds some bytes. False where it holds others by now; it then stays.
  ///
  /// The file is moved aside before it is looked at, so that nobody can write to it by its name between the look and
  /// the replacement. Whatever else is there by then stays too.
  static func replace(_ path: String, _ bytes: [UInt8], _ text: String) throws(InvalidInput) -> Bool {
    let draft = try draft(beside: path, text)
    defer { unlink(draft) }
    let aside = draft + "-old"
    guard rename(path, aside) == 0 else { throw unwritable(path) }
    guard let there = try? Data(contentsOf: URL(filePath: aside)), there.elementsEqual(bytes) else {
      // Back to its place; where somebody has made a file there meanwhile, both stay.
      if link(aside, path) == 0 { unlink(aside) }
      return false
    }
    let isMade = link(draft, path) == 0
    if isMade || errno == EEXIST {
      unlink(aside)
      return isMade
    }
    rename(aside, path)
    throw unwritable(path)
  }

  /// A file of some text beside another, on disk before anything points at it.
  private static func draft(beside path: String, _ text: String) throws(InvalidInput) -> String {
    let folder = LoopFolder.folder(of: path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let draft = "\(folder)/.\(name).\(getpid())"
    unlink(draft)
    do {
      try Data(text.utf8).write(to: URL(filePath: draft))
    } catch {
      unlink(draft)
      throw unwritable(path)
    }
    let descriptor = open(draft, O_RDONLY)
    if descriptor >= 0 {
      fsync(descriptor)
      close(descriptor)
    }
    return draft
  }

  private static func unwritable(_ path: String) -> InvalidInput {
    InvalidInput(
      "unwritable", "may not be written", file: path, help: "look at the permissions of the folder")
  }
}
