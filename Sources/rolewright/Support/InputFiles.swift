import CLibrary
import Diagnostics
import Extractor
import Rubric

/// Reads files, and says plainly why one cannot be read.
enum InputFiles {
  /// The largest file that is read at all: no role or rubric is longer than a posting may be.
  private static let maximumBytes = PostingReader.maximumBytes

  /// The largest document that is made into text: pictures and fonts weigh more than words.
  private static let maximumDocumentBytes = 16 << 20

  /// The posting at a path as text; `-` is standard input. Documents are made into text.
  static func posting(_ path: String) throws(InvalidInput) -> PostingFile {
    let file = try read(path)
    return try DocumentConverter.text(of: file) ?? PostingFile(file)
  }

  /// The archive of a record at a path.
  static func archive(_ path: String) throws(InvalidInput) -> SourceText {
    try read(path, upTo: Archive.maximumBytes)
  }

  /// The file at a path; `-` is standard input. Where no file has the name `REV:PATH`, a revision of git has it.
  static func read(_ path: String, upTo most: Int? = nil) throws(InvalidInput) -> SourceText {
    if path == "-" {
      return SourceText(name: "<standard input>", bytes: try bytes(of: STDIN_FILENO, "<standard input>"))
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      if let file = GitFile(path) { return try file.read(upTo: most ?? maximumDocumentBytes) }
      throw InvalidInput("no-such-file", "no such file", file: path)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw InvalidInput("directory", "this is a directory", file: path, help: "name a file in it")
    }
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw InvalidInput("unreadable", "may not be read", file: path, help: "look at its permissions")
    }
    defer { close(descriptor) }
    let size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    return SourceText(name: path, bytes: try bytes(of: descriptor, path, upTo: most, size: size))
  }

  /// Whether a path is that of a file, by way of links too; reading a pipe might never end.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The path of a folder as a person gave it, without a slash at its end.
  static func folder(_ given: String) -> String {
    given.count > 1 && given.hasSuffix("/") ? String(given.dropLast()) : given
  }

  /// Whether a path is that of a folder, by way of links too.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The files below a folder whose names end in one of some ways, by path below it, sorted.
  static func files(below folder: String, endingIn suffixes: [String]) throws(InvalidInput) -> [(
    path: String, source: SourceText
  )] {
    guard let walk = FileSystem.entriesBelow(folder) else {
      throw InvalidInput("no-such-folder", "no such folder", file: folder)
    }
    var files: [(path: String, source: SourceText)] = []
    for path in walk.sorted() where suffixes.contains(where: path.hasSuffix) {
      let source = try read(folder.hasSuffix("/") ? folder + path : folder + "/" + path)
      files.append((path, source))
    }
    return files
  }

  /// All that can be read. Of a file of known size, one byte more is asked for than there should be: when fewer come,
  /// that was the whole of it, and nothing has to be read or copied again.
  private static func bytes(
    of descriptor: Int32, _ name: String, upTo given: Int? = nil, size: Int = 0
  ) throws(InvalidInput) -> [UInt8] {
    let isSmall = (1..<1 << 16).contains(size)
    let room = isSmall ? size + 1 : 1 << 16
    var bytes = try chunk(of: descriptor, name, upTo: room)
    var isWhole = bytes.isEmpty || (isSmall && bytes.count < room)
    while !isWhole {
      try check(bytes, name, upTo: given)
      let more = try chunk(of: descriptor, name, upTo: 1 << 16)
      isWhole = more.isEmpty
      bytes += more
    }
    try check(bytes, name, upTo: given)
    return bytes
  }

  /// What one call reads; nothing at the end of a file.
  private static func chunk(
    of descriptor: Int32, _ name: String, upTo room: Int
  ) throws(InvalidInput) -> [UInt8] {
    var result = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      result = CLibrary.read(descriptor, buffer.baseAddress, room)
      count = max(result, 0)
    }
    guard result >= 0 else { throw InvalidInput("unreadable", "reading failed", file: name) }
    return chunk
  }

  /// Throws where more was read than any such file has.
  private static func check(_ bytes: [UInt8], _ name: String, upTo given: Int?) throws(InvalidInput) {
    guard bytes.count > given ?? maximumBytes else { return }
    let most = given ?? (DocumentKind.mayBegin(bytes) ? maximumDocumentBytes : maximumBytes)
    guard bytes.count <= most else {
      let what = given == nil ? "posting or role" : "record"
      throw InvalidInput(
        "too-large", "larger than \(most >> 20) MiB; no \(what) is that long", file: name)
    }
  }
}
