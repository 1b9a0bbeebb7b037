internal import YAML

/// A main question: asked of every candidate in the same words, with free probes and with what is
/// heard in strong, sufficient and weak answers.
public struct Question: Sendable {
  /// Its name, `competency/question`.
  public var id: String
  /// What kind of answer it asks for.
  public var kind: QuestionKind
  /// The target levels for which it is fit.
  public var levels: ClosedRange<ProficiencyLevel>
  /// How long it takes with its probes.
  public var minutes: Int
  /// The words to read aloud; may hold slots such as `{technology}`.
  public var ask: String
  /// What fills each slot.
  public var slots: [QuestionSlot]
  /// Follow-ups, free to choose from.
  public var probes: [Probe]
  /// What a strong answer shows.
  public var strong: [String] {
    get { signs[.strong] }
    set { signs[.strong] = newValue }
  }
  /// What an answer at the middle of its levels shows.
  public var meets: [String] {
    get { signs[.meets] }
    set { signs[.meets] = newValue }
  }
  /// What an answer below them shows.
  public var weak: [String] {
    get { signs[.weak] }
    set { signs[.weak] = newValue }
  }
  /// Other competencies that the same answer shows.
  public var also: [String]
  /// The thread of a format to which it belongs, where it is about the thread's system.
  public var thread: String?
  /// The products and kinds of work that it is about: it is asked only where the posting names one of them for what it
  /// shows.
  public var about: [String]

  /// Those of them that are products: names have a capital.
  public var products: [String] { about.filter(NamesInText.isName) }

  /// What is heard in answers.
  private(set) var signs: AnswerSigns

  /// A question of a person's own, with nothing known of it but its words.
  public init(own id: String, ask: String, minutes: Int, level: ProficiencyLevel) {
    self.init(
      id: id, kind: .technical, levels: level...level, minutes: minutes, ask: ask, slots: [], probes: [],
      strong: [], meets: [], weak: [], also: [])
  }

  init(
    id: String, kind: QuestionKind, levels: ClosedRange<ProficiencyLevel>, minutes: Int, ask: String,
    slots: [QuestionSlot], probes: [Probe], strong: [String], meets: [String], weak: [String], also: [String],
    thread: String? = nil, about: [String] = []
  ) {
    self.init(
      id: id, kind: kind, levels: levels, minutes: minutes, ask: ask, slots: slots, probes: probes,
      signs: AnswerSigns(strong: strong, meets: meets, weak: weak), also: also, thread: thread, about: about)
  }

  init(
    id: String, kind: QuestionKind, levels: ClosedRange<ProficiencyLevel>, minutes: Int, ask: String,
    slots: [QuestionSlot], probes: [Probe], signs: AnswerSigns, also: [String], thread: String?,
    about: [String]
  ) {
    self.id = id
    self.kind = kind
    self.levels = levels
    self.minutes = minutes
    self.ask = ask
    self.slots = slots
    self.probes = probes
    self.signs = signs
    self.also = also
    self.thread = thread
    self.about = about
  }

  static let list = Shape<[Question]>.list(of: shape)

  static let shape = Shape<Question>.mapping("the question") { fields in
    Question(
      id: fields.required("id", .identifier),
      kind: fields.required("kind", Shape<QuestionKind>.oneOf("kind")),
      levels: fields.required("levels", ProficiencyLevel.rangeShape),
      minutes: fields.required("minutes", .integer(1...240)),
      ask: fields.required("ask", .text),
      slots: fields.optional("slots", QuestionSlot.list, default: []),
      probes: fields.optional("probes", .list(of: Probe.shape), default: []),
      strong: fields.required("strong", .list(of: .text, atLeast: 1)),
      meets: fields.optional("meets", .list(of: .text), default: []),
      weak: fields.required("weak", .list(of: .text, atLeast: 1)),
      also: fields.optional("also", .list(of: .identifier), default: []),
      thread: fields.optional("thread", .identifier),
      about: fields.optional("about", .list(of: .text), default: []))
  }
}

/// What kind of answer a question asks for.
public enum QuestionKind: String, Sendable, CaseIterable {
  /// What somebody did.
  case behavioural
  /// What somebody would do.
  case situational
  /// How something works, and why.
  case technical
  /// A piece of the job, done or reviewed.
  case workSample = "work-sample"
  /// A system to be drawn up.
  case design
  /// An incident, played.
  case drill
}

/// A free follow-up to a question.
public struct Probe: Sendable, Equatable {
  /// The words of the follow-up.
  public var text: String

  /// A follow-up in words.
  public init(text: String) { self.text = text }

  static let shape = Shape<String>.text.map { Probe(text: $0) }
}

/// A place in a question that the posting's own technology fills.
public struct QuestionSlot: Sendable {
  /// The name between braces.
  public var name: String
  /// What stands there when the posting names none of `technologies`.
  public var standard: String
  /// The technologies with which the sentence reads well.
  public var technologies: [String]

  static let list = Shape<[Keyed<QuestionSlot>]>.dictionary(of: body).map { slots in
    slots.map { QuestionSlot(name: $0.key, standard: $0.value.standard, technologies: $0.value.technologies) }
  }

  private static let body = Shape<QuestionSlot>.mapping("the slot") { fields in
    QuestionSlot(
      name: "", standard: fields.required("default", .text),
      technologies: fields.required("from", .list(of: .text, atLeast: 1)))
  }
}
