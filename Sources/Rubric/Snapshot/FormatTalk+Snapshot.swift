extension FactCheck {
  func write(to writer: inout SnapshotWriter) {
    writer.texts([
      ask, topic.rawValue, unstated ?? "", isOnlyStated ? "stated" : "", beginners ?? "",
      whereStated == nil ? "" : "said",
    ])
    answers.write(to: &writer)
    (whereStated ?? FactAnswers()).write(to: &writer)
    writer.list(laws) { $0.texts([$1.says, $1.source] + $1.places) }
    writer.texts(units)
  }

  /// A check as a format writes it; nil where it is about nothing that is known.
  init?(from reader: inout SnapshotReader) {
    let texts = reader.texts()
    let (answers, stated) = (FactAnswers(from: &reader), FactAnswers(from: &reader))
    let laws = reader.list { $0.texts() }
    let units = reader.texts()
    guard texts.count == 6, let topic = Topic(rawValue: texts[1]) else { return nil }
    let rest = texts.map { $0.isEmpty ? nil : $0 }
    self.init(
      ask: texts[0], topic: topic, unstated: rest[2], beginners: rest[4], isOnlyStated: rest[3] != nil,
      answers: answers, whereStated: rest[5] == nil ? nil : stated,
      laws: laws.map { PlaceLaw(places: Array($0.dropFirst(2)), says: $0[0], source: $0[1]) }, units: units)
  }
}

extension FactAnswers {
  fileprivate func write(to writer: inout SnapshotWriter) {
    writer.texts([goOn ?? "", refer ?? "", stop ?? ""])
  }

  fileprivate init(from reader: inout SnapshotReader) {
    let texts = reader.texts().map { $0.isEmpty ? nil : $0 } + [nil, nil, nil]
    self.init(goOn: texts[0], refer: texts[1], stop: texts[2])
  }
}

extension UncoveredTalk {
  func write(to writer: inout SnapshotWriter) {
    writer.text(ask)
    writer.integer(minutes)
    writer.integer(most)
    for list in [strong, meets, weak] { writer.texts(list) }
  }

  init(from reader: inout SnapshotReader) {
    self.init(
      ask: reader.text(), minutes: reader.integer(), most: reader.integer(), strong: reader.texts(),
      meets: reader.texts(), weak: reader.texts())
  }
}
