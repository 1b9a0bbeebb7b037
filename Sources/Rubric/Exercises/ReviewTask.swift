internal import YAML

/// What is wrong in the artefact of a work sample, and what only looks wrong.
public struct ReviewTask: Sendable {
  /// The parts in which quotations stand.
  public var artefact: [String]
  /// What is wrong, worst first.
  public var findings: [Fault]
  /// What looks wrong and is right.
  public var sound: [Sound]

  /// Something wrong in the artefact.
  public struct Fault: Sendable {
    /// Its name within the exercise.
    public var id: String
    /// The exact words of the artefact, which stand in it once.
    public var quote: String
    /// What is wrong.
    public var what: String
    /// What follows from it.
    public var consequence: String
    /// What to write or do instead.
    public var fix: String
    /// How much it matters.
    public var weight: ExerciseWeight
  }

  /// Something that is right and looks wrong.
  public struct Sound: Sendable {
    /// The exact words of the artefact, which stand in it once.
    public var quote: String
    /// Why it looks wrong and is right.
    public var reason: String
  }

  static let shape = Shape<ReviewTask>.mapping("the work sample") { fields in
    ReviewTask(
      artefact: fields.required("artefact", .list(of: .identifier, atLeast: 1)),
      findings: fields.required("findings", .list(of: fault, atLeast: 1)),
      sound: fields.optional("sound", .list(of: sound), default: []))
  }

  private static let fault = Shape<Fault>.mapping("the fault") { fields in
    Fault(
      id: fields.required("id", .identifier), quote: fields.required("at", .text),
      what: fields.required("what", .text), consequence: fields.required("follows", .text),
      fix: fields.required("fix", .text),
      weight: fields.required("weight", Shape<ExerciseWeight>.oneOf("weight")))
  }

  private static let sound = Shape<Sound>.mapping("the sound place") { fields in
    Sound(quote: fields.required("at", .text), reason: fields.required("why", .text))
  }
}
