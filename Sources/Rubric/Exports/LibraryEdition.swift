public import Diagnostics
internal import YAML

/// What a library is called, whose it is and of which day: the file `library.yaml`.
public struct LibraryEdition: Sendable {
  /// The name for people.
  public var title: String
  /// Who wrote it.
  public var creator: String
  /// The language of its texts, after BCP 47.
  public var language: String
  /// The name of this state of it.
  public var version: String
  /// The day of its last change, such as 2026-11-21.
  public var date: String
  /// The licence, as a URI.
  public var licence: String?
  /// Identifies the library in exports; identifiers of its parts follow from it.
  let identifier: UniqueID

  static let shape = Shape<LibraryEdition>.mapping("the library") { fields in
    let date = fields.required("date", CalendarDate.shape)
    let identifier = UniqueID(fields.required("identifier", .text))
    if identifier == nil {
      fields.report("wrong-type", "expected a UUID, as uuidgen prints it", at: "identifier")
    }
    return LibraryEdition(
      title: fields.required("title", .text), creator: fields.required("creator", .text),
      language: fields.required("language", .text), version: fields.required("version", .text),
      date: date.text,
      licence: fields.optional("licence", .text), identifier: identifier ?? UniqueID(bytes: []))
  }
}

extension UniqueID {
  fileprivate init(bytes: [UInt8]) { self.bytes = bytes }
}

extension RubricLibrary {
  /// What the library is called, whose it is and of which day.
  public func edition() throws(InvalidInput) -> LibraryEdition {
    guard let source = files["library.yaml"]?.source else {
      throw InvalidInput("missing-file", "the library has no library.yaml", file: "library.yaml")
    }
    return try LibraryEdition.shape.read(from: source)
  }
}
