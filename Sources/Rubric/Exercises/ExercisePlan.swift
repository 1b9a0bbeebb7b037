internal import YAML

/// What the candidate is handed, ready to paste.
public struct ExercisePart: Sendable {
  /// Its name within the exercise.
  public var id: String
  /// Its heading.
  public var title: String
  /// The text, as Markdown.
  public var text: String

  static let shape = Shape<ExercisePart>.mapping("the part") { fields in
    ExercisePart(
      id: fields.required("id", .identifier), title: fields.required("title", .text),
      text: fields.required("text", .text))
  }
}

/// A step of an exercise: what happens in some of its minutes.
public struct ExerciseStep: Sendable {
  /// How long it takes.
  public var minutes: Int
  /// What it is called.
  public var title: String
  /// The parts that are handed out at its beginning.
  public var hand: [String]
  /// How many of its minutes are for quiet reading.
  public var reading: Int
  /// What is said, ready to read aloud.
  public var say: String?
  /// What the interviewer does.
  public var tasks: [String]
  /// What a strong candidate says or does here.
  public var strong: [String]
  /// Likewise one who meets the level.
  public var meets: [String]
  /// Likewise one below it.
  public var below: [String]
  /// Follow-ups, by depth.
  public var probes: [ExerciseProbe]

  static let shape = Shape<ExerciseStep>.mapping("the step") { fields in
    let texts = Shape<[String]>.list(of: .text)
    let minutes = fields.required("minutes", .integer(1...240))
    let reading = fields.optional("reading", .integer(0...60), default: 0)
    if reading > minutes {
      fields.report("minutes", "reading takes longer than the step", at: "reading")
    }
    return ExerciseStep(
      minutes: minutes, title: fields.required("title", .text),
      hand: fields.optional("hand", .list(of: .identifier), default: []), reading: reading,
      say: fields.optional("say", .text), tasks: fields.optional("do", texts, default: []),
      strong: fields.optional("strong", texts, default: []),
      meets: fields.optional("meets", texts, default: []),
      below: fields.optional("below", texts, default: []),
      probes: fields.optional("probes", .list(of: ExerciseProbe.shape), default: []))
  }
}

/// A follow-up with what a good answer has.
public struct ExerciseProbe: Sendable {
  /// How far it reaches: 1 what, 2 why and how, 3 beyond what most know.
  public var depth: Int
  /// The words of it.
  public var ask: String
  /// What a good answer has.
  public var good: String

  static let shape = Shape<ExerciseProbe>.mapping("the probe") { fields in
    ExerciseProbe(
      depth: fields.required("depth", .integer(1...3)), ask: fields.required("ask", .text),
      good: fields.required("good", .text))
  }
}

/// A fact that is given when the candidate asks for it.
public struct ExerciseCard: Sendable {
  /// Its name within the exercise.
  public var id: String
  /// What the candidate may ask about.
  public var asked: [String]
  /// What is answered.
  public var answer: String
  /// The minute of the exercise at which everybody has it; nil for a fact that has to be asked for.
  public var by: Int?

  static let shape = Shape<ExerciseCard>.mapping("the card") { fields in
    ExerciseCard(
      id: fields.required("id", .identifier), asked: fields.required("asked", .list(of: .text, atLeast: 1)),
      answer: fields.required("answer", .text), by: fields.optional("by", .integer(0...240)))
  }
}

/// Where good people slip, and the smallest help.
public struct ExerciseSlip: Sendable {
  /// Its name within the exercise.
  public var id: String
  /// What goes wrong, as it is seen.
  public var slip: String
  /// The words that give back the path and not the answer.
  public var hint: String
  /// How much it matters.
  public var weight: ExerciseWeight

  static let shape = Shape<ExerciseSlip>.mapping("the slip") { fields in
    ExerciseSlip(
      id: fields.required("id", .identifier), slip: fields.required("slip", .text),
      hint: fields.required("hint", .text),
      weight: fields.required("weight", Shape<ExerciseWeight>.oneOf("weight")))
  }
}

/// How much a slip or a fault in an artefact matters.
public enum ExerciseWeight: String, Sendable, CaseIterable {
  /// It decides whether somebody meets the level.
  case major
  /// It tells strong from meeting.
  case minor
}
