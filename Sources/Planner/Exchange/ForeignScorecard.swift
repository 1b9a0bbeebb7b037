internal import YAML

/// A scorecard as a platform's file has it, before anybody knows what of it is what.
struct ForeignScorecard {
  /// An entry: a field of a form, an attribute, or the answer to a question.
  struct Entry {
    /// What is known of an entry by its place in the file.
    enum Nature {
      /// A rating, perhaps with a note.
      case rating
      /// A text.
      case text
      /// The recommendation.
      case overall
      /// The summary.
      case summary
      /// Nothing.
      case unknown
    }

    var nature: Nature
    /// Its ids, which a mapping may know.
    var ids: [String]
    /// Its name for people; nil where the file has none.
    var name: String?
    /// Its value: a rating, a recommendation or a text; nil for none.
    var value: String?
    /// What is noted to a rating.
    var note: String?
    /// The scores of a field in which all competencies are rated.
    var scores: [Entry] = []
    /// The bytes of the file where it stands.
    var range: Range<Int>

    /// What people know it by.
    var shown: String { name ?? ids.first ?? "" }
  }

  /// The bytes of the file where it stands.
  var range: Range<Int>
  /// The ids of the form and of the interview.
  var forms: [String]
  /// What the interview is called.
  var interview: String?
  /// The ids of the application and of the candidate.
  var applications: [String]
  /// The interviewer's id and name.
  var interviewerID: String?
  var interviewer: String?
  /// When the interview was.
  var date: String?
  var entries: [Entry]
}

extension JSONFile {
  /// The objects of a file: the value, or those of a list, or those below the keys under which answers stand.
  func objects(below keys: [String]) -> [JSONValue] {
    var values = [root]
    for key in keys {
      if let inner = root[key] { values = [inner.value] }
    }
    return values.flatMap(\.items).filter { !$0.entries.isEmpty }
  }

  /// The texts of some keys that are there and say something.
  func texts(_ keys: [String], of value: JSONValue) -> [String] {
    keys.compactMap { text($0, of: value) }.filter { !$0.isEmpty }
  }

  /// The day of a time such as `2026-08-18T16:00:00.000Z`.
  func day(_ key: String, of value: JSONValue) -> String? {
    guard let text = text(key, of: value), text.utf8.count >= 10 else { return nil }
    let day = String(decoding: text.utf8.prefix(10), as: UTF8.self)
    return text.utf8.count == 10 || text.utf8.dropFirst(10).first == UInt8(ascii: "T") ? day : nil
  }

  /// The name of a user.
  func name(ofUser value: JSONValue?, first: String, last: String) -> String? {
    guard let value else { return nil }
    let parts = texts([first, last], of: value)
    return text("name", of: value).flatMap { $0.isEmpty ? nil : $0 }
      ?? (parts.isEmpty ? nil : parts.joined(separator: " "))
  }
}
