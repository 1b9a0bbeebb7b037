/// The built-in rubric library and templates: the files of `Rubrics/` and `Templates/` as they were
/// when the binary was built.
public enum Catalog {
  /// One built-in file.
  public struct File: Sendable {
    /// The path below the root of the project, such as `Rubrics/policy.yaml`.
    public let path: String

    let literal: StaticString

    /// The content, UTF-8 with LF line ends.
    public var bytes: [UInt8] {
      literal.withUTF8Buffer { Array($0) }
    }
  }

  /// Every built-in file, sorted by path.
  public static let files: [File] = embeddedFiles.map { file in
    File(path: file.name.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }, literal: file.text)
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
}
