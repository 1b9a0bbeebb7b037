public import Rubric

/// Something that the posting leaves open or contradicts, and that the panel has to agree on. Until it does,
/// the loop uses a default, which the templates state.
public struct OpenPoint: Sendable {
  /// What is open.
  public var kind: Kind
  /// The words of the posting that leave it open; none where the posting is silent.
  public var evidence: [Evidence]
  /// The numbers of the interviews that it is about.
  public var interviews: [Int]
  /// The names of the competencies that it is about.
  public var names: [String]

  /// A point with what it is about.
  init(_ kind: Kind, _ evidence: [Evidence] = [], interviews: [Int] = [], names: [String] = []) {
    self.kind = kind
    self.evidence = evidence
    self.interviews = interviews
    self.names = names
  }

  /// What may be open, what blocks the first interview first.
  public enum Kind: String, Sendable, CaseIterable {
    /// The posting says that nobody is looked for any more.
    case closed
    /// The stated process has no place for what decides, and the loop holds more than it, or something else.
    case processShort = "process-short"
    /// More than one team, job or set of duties.
    case severalTeams = "several-teams"
    /// The posting demands nothing: it wishes, and tells the work.
    case nothingRequired = "nothing-required"
    /// Neither the title nor the text states a level.
    case level
    /// The title's level and the years do not go together.
    case titleAndYears = "title-and-years"
    /// Two numbers of years.
    case yearsDiffer = "years-differ"
    /// A wish for years that are demanded already.
    case yearsRepeated = "years-repeated"
    /// No pay is stated.
    case pay
    /// One end of the pay is stated.
    case payEnd = "pay-end"
    /// The ends of the pay lie far apart.
    case payRange = "pay-range"
    /// The pay depends on where the person lives.
    case payByPlace = "pay-by-place"
    /// Neither a place of work nor remote work is stated.
    case place
    /// A place is stated, and nothing about remote work.
    case remote
    /// Where the person may live is limited, or not said for remote work.
    case residence
    /// The posting speaks of remote work and of an office.
    case office
    /// Hours or a time zone to keep.
    case timeZone = "time-zone"
    /// Leave to work in the country.
    case authorisation
    /// A security clearance.
    case clearance
    /// A check of the person's past.
    case backgroundCheck = "background-check"
    /// Citizenship.
    case citizenship
    /// The role is on call: how often and for what.
    case onCall = "on-call"
    /// Hours that not everybody can keep: nights, weekends, on call around the clock.
    case hours
    /// Words by which people may feel shut out.
    case exclusion
    /// Skill in on-call work is asked for, and not whether the role is on call.
    case onCallSkill = "on-call-skill"
    /// The role runs systems, and on-call is not mentioned.
    case onCallUnstated = "on-call-unstated"
    /// Travel.
    case travel
    /// The kind of contract.
    case contract
    /// One stage is stated, and not how the rest goes.
    case process
    /// Interviews of which the posting does not say what they are about.
    case stagePlain = "stage-plain"
    /// Stages that no format fits.
    case stageUnheld = "stage-unheld"
    /// Stages without a length.
    case stageMinutes = "stage-minutes"
    /// Interviews that share the length of one stage.
    case stageShares = "stage-shares"
    /// Stages in which nothing can be rated.
    case stageIdle = "stage-idle"
    /// An exercise done alone, without a length.
    case takeHomeMinutes = "take-home-minutes"
    /// An exercise done alone: who reads it.
    case takeHome = "take-home"
    /// Alternatives among which the candidate chooses.
    case alternatives
    /// Languages of which one sentence requires so many that the candidate chooses.
    case severalLanguages = "several-languages"
    /// "Or similar".
    case similar
    /// A degree, without anything that may stand for it.
    case degree
    /// A degree or what is equivalent.
    case degreeOrEquivalent = "degree-or-equivalent"
    /// A language to be spoken or written.
    case spokenLanguage = "spoken-language"
    /// Certificates.
    case certificate
    /// Traits of character.
    case trait
    /// Other demands that no competency covers.
    case uncovered
    /// Assistants in interviews. Every panel has to decide.
    case assistants
  }
}

extension InterviewLoop {
  /// What the panel has to agree on before the first interview, the most pressing first.
  public var openPoints: [OpenPoint] { OpenPointFinder(self).points() }
}
