public import Diagnostics
internal import YAML

/// What each key of each kind of file means, for people who write one (`Rubrics/schemas/keys.yaml`).
public struct KeyTexts: Sendable {
  private let mappings: [String: Mapping]

  private struct Mapping: Sendable {
    var about: String
    var keys: [String: String]

    static let shape = Shape<Mapping>.mapping("the texts of a mapping") { fields in
      let keys = fields.required("keys", .dictionary(of: .text))
      return Mapping(
        about: fields.required("about", .text),
        keys: Dictionary(keys.map { ($0.key, $0.value) }) { first, _ in first })
    }
  }

  /// What a mapping is, or what one of its keys means; nil where nobody has written it.
  public func text(of mapping: String, key: String?) -> String? {
    key.map { mappings[mapping]?.keys[$0] } ?? mappings[mapping]?.about
  }

  static let shape = Shape<[Keyed<Mapping>]>.dictionary(of: Mapping.shape).map { entries in
    KeyTexts(mappings: Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first })
  }
}

extension RubricLibrary {
  /// What the keys of files mean.
  public func keyTexts() throws(InvalidInput) -> KeyTexts {
    guard let source = file("schemas", "keys") else {
      throw InvalidInput("missing-file", "the library has no such file", file: "schemas/keys.yaml")
    }
    return try KeyTexts.shape.read(from: source)
  }
}
