internal import Diagnostics

/// A file of an archive.
public struct ArchiveEntry: Sendable, Equatable {
  /// Its path in the archive: the folder of the record, a slash, and its name.
  public var path: String
  /// What it holds.
  public var bytes: [UInt8]

  /// A file of an archive.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// The archives in which records are kept: ustar (POSIX.1-1988), which every tar reads.
///
/// The same files give the same bytes: sorted by path, without times and owners. Only what the writer writes is read;
/// whatever else archives can hold is refused by name.
public enum Archive {
  /// The bytes of a block.
  static let blockSize = 512
  /// The most bytes of an archive.
  public static let maximumBytes = 10 << 20
  /// The most bytes of a file of an archive that is read: no scorecard or loop is longer.
  public static let maximumReadBytes = 2 << 20
  /// The most files of an archive.
  public static let maximumEntries = 1_000
  /// What stands at byte 257 of the header: the name of the format, a zero, and its version.
  static let magic: [UInt8] = Array("ustar\u{0}00".utf8)

  /// Whether bytes may be an archive, by their beginning.
  public static func mayBegin(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 262 && bytes[257..<262].elementsEqual("ustar".utf8)
  }

  /// Why a path may not stand in an archive, in words that follow on it; nil for one that may.
  ///
  /// It is a folder and a name, in UTF-8, that mean the same on every system, and lead nowhere else.
  public static func fault(inPath path: String) -> String? {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2 else { return "is not one folder and one name" }
    guard parts.allSatisfy({ !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) })
    else { return "leads out of its folder" }
    guard parts.allSatisfy({ $0.count <= 100 }) else {
      return "is longer than the 100 bytes that an archive holds"
    }
    let isPlain = path.unicodeScalars.allSatisfy { $0.shown == $0 && $0 != "\\" && $0 != "\u{FFFD}" }
    return isPlain ? nil : "holds characters that file names should not have"
  }
}
