/// What is heard in strong, sufficient and weak answers to a question. The library's are read where they stand, when
/// somebody asks for them: a loop takes a dozen of hundreds of questions.
struct AnswerSigns: Sendable, CustomStringConvertible {
  /// One of the three.
  enum Standing: Int { case strong, meets, weak }

  private var form: Form

  private enum Form {
    case read([[String]])
    case packed(SnapshotReader)
  }

  init(strong: [String], meets: [String], weak: [String]) { form = .read([strong, meets, weak]) }

  /// What is heard in answers of a standing.
  subscript(_ standing: Standing) -> [String] {
    get { lists[standing.rawValue] }
    set {
      var lists = lists
      lists[standing.rawValue] = newValue
      form = .read(lists)
    }
  }

  /// All that is heard, however it is held.
  var description: String { "\(lists)" }

  private var lists: [[String]] {
    switch form {
    case .read(let lists): return lists
    case .packed(var reader): return [reader.texts(), reader.texts(), reader.texts()]
    }
  }

  func write(to writer: inout SnapshotWriter) {
    var own = SnapshotWriter()
    for list in lists { own.texts(list) }
    writer.text(String(decoding: own.bytes, as: UTF8.self))
  }

  init(from reader: inout SnapshotReader) { form = .packed(reader.apart()) }
}
