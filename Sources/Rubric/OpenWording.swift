internal import YAML

/// Words of a posting that leave something for the panel to settle, or that settle it.
public struct OpenWording: Sendable, Hashable {
  /// What the words are about.
  public var kind: Kind
  /// The words.
  public var evidence: Evidence

  /// Words of a kind.
  public init(_ kind: Kind, _ evidence: Evidence) {
    self.kind = kind
    self.evidence = evidence
  }

  /// What words may be about. The wording of each stands in `Rubrics/postings/<language>.yaml`, under `open`.
  public enum Kind: String, Sendable, CaseIterable {
    /// That nobody is looked for any more.
    case closed
    /// More than one team, job or set of duties.
    case severalTeams = "several-teams"
    /// Pay that differs by the place where the person lives.
    case payByPlace = "pay-by-place"
    /// Where the person has to live.
    case residence
    /// That the person may live anywhere.
    case anywhere
    /// Work at an office, in a posting that offers remote work.
    case office
    /// Hours or a time zone that the person has to keep.
    case timeZone = "time-zone"
    /// Leave to work in the country, or help with it.
    case authorisation
    /// A security clearance.
    case clearance
    /// A check of the person's past, such as a criminal record.
    case backgroundCheck = "background-check"
    /// Citizenship.
    case citizenship
    /// That the role is on call.
    case onCall = "on-call"
    /// That it is not.
    case noOnCall = "no-on-call"
    /// Work at hours that not everybody can keep: nights, weekends, at all hours.
    case hours
    /// Travel.
    case travel
    /// A contract other than a permanent one, or several to choose from.
    case contract
    /// That people without experience may apply.
    case beginners
    /// Years of experience that another line states otherwise.
    case yearsDiffer = "years-differ"
    /// Years among the wishes that the demands ask for already.
    case yearsRepeated = "years-repeated"
    /// "Or similar": what counts as such is not said.
    case similar
    /// A degree that is demanded, without anything that may stand for it.
    case degree
    /// A degree, or what is equivalent to it.
    case degreeOrEquivalent = "degree-or-equivalent"
    /// A language to be spoken or written.
    case spokenLanguage = "spoken-language"
    /// A certificate.
    case certificate
    /// A trait of character, which no interview can assess.
    case trait
    /// Wording that may keep people away who could do the work: "a young team", "native speaker".
    case exclusion
    /// Another demand that no competency covers.
    case uncovered

    /// The kinds that words of their own state; the others follow from years and from what is covered.
    public static let worded = allCases.filter { ![.yearsDiffer, .yearsRepeated, .uncovered].contains($0) }
  }
}

extension OpenWording {
  static let shape = Shape<OpenWording>.mapping("what is open") { fields in
    OpenWording(fields.required("kind", Shape<Kind>.oneOf("kind")), Evidence(&fields))
  }

  /// The words on one line, after their kind.
  var document: Document {
    .mapping([.init("kind", .text(kind.rawValue))] + evidence.pairs, inline: true)
  }
}
