/// The built-in rubric library and templates: the files of `Rubrics/` and `Templates/` as they were
/// when the binary was built.
public enum Catalog {
  /// One built-in file.
  public struct File: Sendable {
    /// The path below the root of the project, such as `Rubrics/policy.yaml`.
    public let path: String

    let number: Int

    /// The content, UTF-8 with LF line ends.
    public var bytes: [UInt8] { Catalog.bytes(ofFile: number) }
  }

  /// Every built-in file, sorted by path.
  public static let files: [File] = embeddedFiles.enumerated().map { number, file in
    File(path: file.name.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }, number: number)
  }

  /// A part of the library as it was read when the binary was built, by name, where it stands in the binary; nil
  /// when there is none.
  public static func snapshot(_ name: String) -> StaticString? {
    var name = name
    return name.withUTF8 { name in
      embeddedSnapshot.first { part in
        part.name.utf8CodeUnitCount == name.count && part.name.withUTF8Buffer { $0.elementsEqual(name) }
      }?.text
    }
  }

  /// The bytes of a file. Most are packed, each with the help of a base (`PackedText`).
  private static func bytes(ofFile number: Int) -> [UInt8] {
    let file = embeddedFiles[number]
    return file.text.withUTF8Buffer { text in
      file.isPacked ? PackedText.unpacked(text, count: file.count, base: base(file.base)) ?? [] : Array(text)
    }
  }

  /// The text that a file was packed with: a part of the snapshot, counted from 1, or a file before it, counted down
  /// from -1; none for 0.
  private static func base(_ base: Int) -> [UInt8] {
    if base < 0 { return bytes(ofFile: -1 - base) }
    return base == 0 ? [] : embeddedSnapshot[base - 1].text.withUTF8Buffer { Array($0) }
  }
}
