public import Diagnostics
public import Rubric

extension SignalIndex {
  /// Writes all that reading a posting needs.
  func write(to writer: inout SnapshotWriter) {
    writer.digest(Self.canary)
    writer.texts(competencies)
    writer.list(signals) { writer, signal in
      writer.integer(signal.competency)
      writer.flag(signal.needsNear)
      writer.flag(signal.hasNot)
    }
    writer.list(terms) { writer, term in
      writer.integer(term.signal)
      writer.text(term.technology ?? "")
    }
    writer.list(cues) { writer, cue in writer.integer(Cue.all.firstIndex(of: cue) ?? 0) }
    language.write(to: &writer)
    lexicon.write(to: &writer)
    particles.write(to: &writer)
  }

  /// Reads an index; nil for one that was written by a build that folds words otherwise.
  convenience init?(from reader: inout SnapshotReader) {
    guard reader.digest() == Self.canary else { return nil }
    let competencies = reader.texts()
    let signals = reader.list {
      Entry(competency: $0.integer(), needsNear: $0.flag(), hasNot: $0.flag())
    }
    let terms = reader.list { reader in
      let (signal, technology) = (reader.integer(), reader.text())
      return Term(signal: signal, technology: technology.isEmpty ? nil : technology)
    }
    let cues = reader.list { Cue.all[$0.integer()] }
    let language = PostingLanguage(from: &reader)
    self.init(
      competencies: competencies, signals: signals, terms: terms, cues: cues, language: language,
      lexicon: Lexicon(from: &reader), particles: Lexicon(from: &reader))
  }

  /// What the words of a few phrases fold to; another build may do it otherwise.
  private static var canary: UInt64 {
    WordScanner.words(of: "Containerised CI/CD queries, APIs, caches and processes in C++ and .NET").hashes
      .reduce(UInt64(Cue.all.count)) { ($0 ^ $1) &* 0x100_0000_01B3 }
  }
}

extension PostingLanguage {
  /// The language without the phrases, which the lexicon holds.
  fileprivate func write(to writer: inout SnapshotWriter) {
    writer.list(zones) { writer, zone in
      writer.texts([zone.name, zone.asks?.rawValue ?? "", zone.alone?.rawValue ?? ""])
      writer.flag(zone.needsPerson)
      writer.flag(zone.ends)
    }
    writer.list(currencies) { writer, currency in
      writer.texts([currency.code, monthly[currency.code].map(String.init) ?? ""] + currency.signs)
    }
    writer.texts(joiners)
    writer.list(keys.ofFacts) { $0.texts($1) }
    writer.texts(addresses.boards)
    writer.texts(addresses.own)
    writer.texts(addresses.folders)
    writer.texts(addresses.none)
    writer.texts(addresses.repositories)
    writer.list(employerSigns.points) { $0.integer($1) }
    writer.texts(nameEndings)
    writer.texts(employerThings)
    writer.texts(houses)
  }

  fileprivate init(from reader: inout SnapshotReader) {
    let zones = reader.list { reader in
      let texts = reader.texts()
      return ZoneCues(
        name: texts[0], asks: Importance(rawValue: texts[1]), alone: Importance(rawValue: texts[2]),
        needsPerson: reader.flag(), ends: reader.flag(), headings: [])
    }
    var monthly: [String: Int] = [:]
    let currencies = reader.list { reader in
      let texts = reader.texts()
      monthly[texts[0]] = Int(texts[1])
      return (code: texts[0], signs: Array(texts.dropFirst(2)))
    }
    let joiners = reader.texts()
    let keys = FactKeys(ofFacts: reader.list { $0.texts() })
    let addresses = EmployerAddresses(
      boards: reader.texts(), own: reader.texts(), folders: reader.texts(), none: reader.texts(),
      repositories: reader.texts())
    let signs = EmployerSigns(points: reader.list { $0.integer() })
    self.init(
      zones: zones, cues: [], currencies: currencies, monthly: monthly, joiners: joiners, keys: keys,
      addresses: addresses, employerSigns: signs, nameEndings: reader.texts(),
      employerThings: reader.texts(), houses: reader.texts())
  }
}

extension PostingExtractor {
  /// The compiled wording of a library and a language, to be kept with a build.
  public static func snapshot(
    of library: RubricLibrary, _ language: PostingLanguage
  ) throws(InvalidInput) -> [UInt8] {
    var writer = SnapshotWriter()
    try SignalIndex(library, language).write(to: &writer)
    return writer.bytes
  }

  /// Starts from compiled wording; nil when it is not of this build.
  public init?(
    snapshot: SnapshotBytes, policy: LoopPolicy, fields: @escaping PostingReader.FieldSource
  ) {
    var reader = SnapshotReader(snapshot)
    guard let index = SignalIndex(from: &reader) else { return nil }
    self.init(index: index, policy: policy, fields: fields)
  }
}
