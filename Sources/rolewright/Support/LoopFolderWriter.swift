import Diagnostics
import Planner
import Rubric

/// Brings the documents of a loop's folder up to date, and keeps those that a person has edited.
struct LoopFolderWriter {
  /// The folder, and what is recorded of it.
  let folder: LoopFolder
  /// What people are told: a line for each file that is not simply replaced.
  private(set) var notes: [String] = []
  /// How many files were written.
  private(set) var written = 0

  /// The documents laid beside edited ones, with their digests.
  private var laid: [String: String] = [:]

  init(_ folder: LoopFolder) { self.folder = folder }

  /// Writes documents. `own` are the files in which edits have been merged already, by their paths, as they were
  /// read: they are written as they are, unless somebody has edited them since, and before all others. Gives the
  /// digests for the record, which is to be written last.
  mutating func write(
    _ documents: [RenderedDocument], own: [String: SourceText?]
  ) throws(InvalidInput) -> [String: String] {
    var digests = LoopRecord.digests(of: documents)
    for document in documents {
      guard let read = own[document.path] else { continue }
      try put(document.path, document.text, from: read?.bytes, isDurable: true)
    }
    for document in documents where own[document.path] == nil {
      if try !update(document), let digest = folder.digests[Self.beside(document.path)] {
        digests[Self.beside(document.path)] = digest
      }
    }
    for (path, digest) in laid { digests[path] = digest }
    for (path, digest) in folder.digests.sorted(by: { $0.key < $1.key }) where digests[path] == nil {
      retire(path, digest)
    }
    return digests
  }

  /// Replaces a document that is as it was generated. Beside one that was edited the new one is laid, where it is
  /// another than was generated before. False where the document was edited.
  private mutating func update(_ document: RenderedDocument) throws(InvalidInput) -> Bool {
    let path = document.path
    let bytes = bytes(of: path)
    let there = bytes.map(SHA256.hexadecimal(of:))
    let (before, new) = (folder.digests[path], LoopRecord.digest(of: document.text))
    if there == nil || there == before || there == new {
      try put(path, document.text, from: bytes)
      return true
    }
    guard before != new else {
      notes.append("kept \(path): it was edited")
      return false
    }
    try lay(document)
    return false
  }

  private mutating func lay(_ document: RenderedDocument) throws(InvalidInput) {
    let path = Self.beside(document.path)
    let bytes = bytes(of: path)
    if let there = bytes.map(SHA256.hexadecimal(of:)), there != folder.digests[path],
      there != LoopRecord.digest(of: document.text)
    {
      return notes.append("kept \(document.path) and \(path): both were edited")
    }
    try put(path, document.text, from: bytes)
    laid[path] = LoopRecord.digest(of: document.text)
    notes.append("kept \(document.path): it was edited; the new one is \(path)")
  }

  /// Removes a document that the loop no longer has, unless somebody has edited it. Calendars stay: they are made
  /// only where dates are given.
  private mutating func retire(_ path: String, _ before: String) {
    guard let bytes = bytes(of: path) else { return }
    if path.hasSuffix(".ics") {
      notes.append("kept \(path): say --start to make it anew")
    } else if SHA256.hexadecimal(of: bytes) == before,
      OutputFiles.remove(folder.path + "/" + path, knowing: bytes)
    {
      notes.append("removed \(path): the loop no longer has it")
    } else {
      notes.append("kept \(path): it was edited, though the loop no longer has it")
    }
  }

  private mutating func put(
    _ path: String, _ text: String, from before: [UInt8]?, isDurable: Bool = false
  ) throws(InvalidInput) {
    guard bytes(of: path).map({ $0.elementsEqual(text.utf8) }) != true else { return }
    try OutputFiles.update(folder.path + "/" + path, from: before, to: text, isDurable: isDurable)
    written += 1
  }

  private func bytes(of path: String) -> [UInt8]? {
    (try? FileSystem.bytes(of: folder.path + "/" + path)) ?? nil
  }

  /// `kits/2-coding.md` is beside `kits/2-coding.new.md`.
  static func beside(_ path: String) -> String {
    guard let dot = path.lastIndex(of: ".") else { return path + ".new" }
    return path[..<dot] + ".new" + path[dot...]
  }
}
