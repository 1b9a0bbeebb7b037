public import Diagnostics
internal import YAML

/// What has to be known of an exercise to choose it for an interview, without reading its texts.
///
/// The digest of its file is `RubricLibrary.digest(of: "exercises/<id>")`.
public struct ExerciseOutline: Sendable, Equatable {
  /// Its name in files, such as `rate-limits`.
  public var id: String
  /// What the candidate does.
  public var kind: ExerciseKind
  /// Its name for people.
  public var title: String
  /// The minutes it takes.
  public var minutes: Int
  /// The competencies that it rates, in the order of the file.
  public var rates: [Rating]
  /// The ids of the competencies on which it gives a second reading.
  public var also: [String]
  /// Words of postings for which it is the right one.
  public var about: [String]
  /// The names among them, such as of products, that stand in none of its texts: it suits such postings, and shows
  /// nothing of what they name.
  public var unseen: [String] = []
  /// The names among them that stand there once or twice, as one of several that count the same.
  public var slight: [String] = []
  /// The names among them that stand there more than twice: what it is about, such as a product.
  public var products: [String] = []

  /// A competency that an exercise rates.
  public struct Rating: Sendable, Equatable {
    /// The id of the competency. What extends it can be rated as well.
    public var id: String
    /// The target levels for which the exercise is fit.
    public var levels: ClosedRange<ProficiencyLevel>
  }
}

extension ExerciseOutline {
  /// The outline of an exercise, whose file has this text.
  init(of exercise: Exercise, in text: String) {
    let texts = NamesInText(text)
    let names = exercise.about.filter(NamesInText.isName).map { (name: $0, count: texts.count(of: $0)) }
    self.init(
      id: exercise.id, kind: exercise.kind, title: exercise.title, minutes: exercise.minutes,
      rates: exercise.rates.map { Rating(id: $0.id, levels: $0.levels) }, also: exercise.also,
      about: exercise.about, unseen: names.filter { $0.count == 0 }.map(\.name),
      slight: names.filter { (1...2).contains($0.count) }.map(\.name),
      products: names.filter { $0.count > 2 }.map(\.name))
  }

  func write(to writer: inout SnapshotWriter) {
    writer.texts([id, kind.rawValue, title])
    writer.integer(minutes)
    writer.list(rates) { writer, rating in
      writer.text(rating.id)
      writer.integer(rating.levels.lowerBound.rawValue)
      writer.integer(rating.levels.upperBound.rawValue)
    }
    writer.texts(also)
    writer.texts(about)
    writer.texts(unseen)
    writer.texts(slight)
    writer.texts(products)
  }

  init(from reader: inout SnapshotReader) {
    let texts = reader.texts()
    self.init(
      id: texts[0], kind: ExerciseKind(rawValue: texts[1]) ?? .studyCase, title: texts[2],
      minutes: reader.integer(),
      rates: reader.list { reader in
        let id = reader.text()
        let lower = ProficiencyLevel(clamping: reader.integer())
        return Rating(id: id, levels: lower...max(lower, ProficiencyLevel(clamping: reader.integer())))
      },
      also: reader.texts(), about: reader.texts(), unseen: reader.texts(),
      slight: reader.texts(), products: reader.texts())
  }
}

extension RubricLibrary {
  /// What has to be known of every exercise to choose one, sorted by id.
  ///
  /// Of built-in exercises no file is read. Throws everything that is wrong with the shape of the others.
  public func exerciseOutlines() throws(InvalidInput) -> [ExerciseOutline] {
    let known = builtInOutlines?.exerciseOutlines() ?? []
    guard known.isEmpty || ownExerciseIDs != nil else { return known }
    let own = Set(ownExerciseIDs ?? [])
    var outlines = known.filter { !own.contains($0.id) }
    let read = Set(outlines.map(\.id))
    for id in exerciseIDs where !read.contains(id) {
      guard let source = source(ofExercise: id) else { continue }
      outlines.append(ExerciseOutline(of: try Exercise.shape.read(from: source), in: source.text))
    }
    return outlines.sorted { $0.id < $1.id }
  }
}
