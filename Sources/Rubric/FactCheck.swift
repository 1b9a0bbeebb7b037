internal import YAML

/// A fact that is settled by asking, such as the place of work, with what follows from the answer.
///
/// Texts may hold the slots `{pay}`, `{place}`, `{words}`, `{years}`, `{core}` and `{products}`: the stated pay, the stated
/// place, the posting's words on the topic, the years asked for, a core demand of the role, and the products that the
/// posting names for it.
public struct FactCheck: Sendable {
  /// The words to read aloud.
  public var ask: String
  /// What it is about.
  public var topic: Topic
  /// The words to read aloud where the posting says nothing on the topic; nil for the same.
  public var unstated: String?
  /// The words to read aloud where the role is one for beginners in what it is about; nil where it is not asked of them.
  public var beginners: String?
  /// Whether it is asked only where the posting says something on the topic.
  public var isOnlyStated = false
  /// What follows from the answers.
  public var answers = FactAnswers()
  /// What follows where the posting's own words leave less room; nil for the same.
  public var whereStated: FactAnswers?
  /// What laws of some places say on the topic to those who post.
  public var laws: [PlaceLaw] = []
  /// Words one of which follows the number that the check is about: "years" of "5 years".
  public var units: [String] = []

  /// What a check may be about. There is no way to ask about anything else: pay history, health, family and the like have
  /// no place here, and citizenship only where the posting states it, in its words.
  public enum Topic: String, Sendable, CaseIterable {
    /// Where the person would work.
    case location
    /// The pay that is offered.
    case pay
    /// Leave to work in the country, now and later.
    case authorisation
    /// Taking part in a rota.
    case onCall = "on-call"
    /// Hours or a time zone to keep.
    case hours
    /// The kind of contract.
    case contract
    /// Travel.
    case travel
    /// The first day.
    case start
    /// Dates and arrangements of the interviews.
    case process
    /// What the candidate looks for.
    case interest
    /// Work in a core demand of the role, people's traits left aside: the first check in the heaviest, the second in the
    /// next.
    case core
    /// Having led people, for a role that does.
    case leading
    /// The least years of experience.
    case years
    /// A degree.
    case degree
    /// Citizenship that a posting demands.
    case citizenship
    /// A security clearance.
    case clearance
    /// A language to be spoken or written.
    case languages
    /// A certificate or a licence.
    case certificate
  }

  static let shape = Shape<FactCheck>.mapping("the check") { fields in
    FactCheck(
      ask: fields.required("ask", .text), topic: fields.required("about", Shape<Topic>.oneOf("topic")),
      unstated: fields.optional("unstated", .text), beginners: fields.optional("beginners", .text),
      isOnlyStated: fields.optional("if_stated", .boolean, default: false),
      answers: FactAnswers(&fields),
      whereStated: fields.optional("where_stated", FactAnswers.shape),
      laws: fields.optional("laws", .list(of: PlaceLaw.shape), default: []),
      units: fields.optional("units", .list(of: .text), default: []))
  }
}

/// What follows from the answers to a check.
public struct FactAnswers: Sendable {
  /// The answers with which the process goes on.
  public var goOn: String?
  /// The answers that are taken to the hiring manager.
  public var refer: String?
  /// The answers with which it ends.
  public var stop: String?

  static let shape = Shape<FactAnswers>.mapping("the answers") { fields in FactAnswers(&fields) }
}

extension FactAnswers {
  fileprivate init(_ fields: inout Fields) {
    self.init(
      goOn: fields.optional("go_on", .text), refer: fields.optional("refer", .text),
      stop: fields.optional("stop", .text))
  }
}

/// What a law of some places says to those who post a role.
public struct PlaceLaw: Sendable {
  /// Words of a posting's place by which it is one of these, in capitals and small letters as they stand there.
  public var places: [String]
  /// What it says, in a sentence.
  public var says: String
  /// Where that stands.
  public var source: String

  static let shape = Shape<PlaceLaw>.mapping("the law of a place") { fields in
    PlaceLaw(
      places: fields.required("places", .list(of: .text, atLeast: 1)), says: fields.required("says", .text),
      source: fields.required("source", .text))
  }
}
