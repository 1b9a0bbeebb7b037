/// The competency model of one role: what it asks for, how much, and why.
///
/// This is all that passes between reading a posting and planning a loop. A person may write it, or
/// mend what `rolewright extract` found.
public struct RoleDefinition: Sendable, Equatable {
  /// The title, without company, place or pay.
  public var title: String
  /// The employer's name.
  public var company: String?
  /// The level that the title or the text states.
  public var level: RoleLevel
  /// The least years of experience demanded.
  public var minYears: Int?
  /// The pay that the posting states.
  public var pay: Pay?
  /// The place of work, in the posting's words.
  public var location: String?
  /// Whether the role can be remote; nil when nothing is said.
  public var remote: Bool?
  /// The stages of interviewing that the posting states, in order.
  public var interviewProcess: [ProcessStage]
  /// What the role asks for, heaviest first.
  public var competencies: [RoleCompetency]
  /// What it asks for and no competency covers.
  public var unmapped: [Evidence]
  /// What overrides rule out, though the words of the posting were taken for it.
  public var ruledOut: [RuledOut]
  /// Words that leave something for the panel to settle, in the order of the posting.
  public var open: [OpenWording]
  /// The words that opened the parts of the posting, each with the section that it opened.
  public var headings: [Evidence]
  /// The posting it was read from.
  public var source: RoleSource?

  /// A role from its parts.
  public init(
    title: String, company: String? = nil, level: RoleLevel = .unspecified, minYears: Int? = nil,
    pay: Pay? = nil,
    location: String? = nil, remote: Bool? = nil, interviewProcess: [ProcessStage] = [],
    competencies: [RoleCompetency] = [], unmapped: [Evidence] = [],
    ruledOut: [RuledOut] = [], open: [OpenWording] = [], headings: [Evidence] = [],
    source: RoleSource? = nil
  ) {
    self.title = title
    self.company = company
    self.level = level
    self.minYears = minYears
    self.pay = pay
    self.location = location
    self.remote = remote
    self.interviewProcess = interviewProcess
    self.competencies = competencies
    self.unmapped = unmapped
    self.ruledOut = ruledOut
    self.open = open
    self.headings = headings
    self.source = source
  }

  /// The competencies of one any-of group, in order.
  public func alternatives(in group: String) -> [RoleCompetency] {
    competencies.filter { $0.anyOf == group }
  }
}

/// The level of a role, as titles state it.
public enum RoleLevel: String, Sendable, CaseIterable {
  case intern, junior, mid, senior, staff, principal, lead, manager, director
  /// Nothing is stated.
  case unspecified

  /// Whether leading people is the work.
  public var leadsPeople: Bool { self == .manager || self == .director }
}

/// How strongly a posting asks for something.
public enum Importance: String, Sendable, CaseIterable, Comparable {
  /// A qualification that must be there.
  case required
  /// A wish.
  case preferred
  /// Part of the work, asked of nobody beforehand.
  case duty

  /// Required before preferred before duty.
  public static func < (a: Importance, b: Importance) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .required: 0
    case .preferred: 1
    case .duty: 2
    }
  }
}

/// What a role asks for of one competency.
public struct RoleCompetency: Sendable, Equatable {
  /// The competency's id.
  public var id: String
  /// How strongly it is asked for.
  public var importance: Importance
  /// A letter that alternatives share: one of them satisfies the posting.
  public var anyOf: String?
  /// The proficiency level asked for.
  public var target: ProficiencyLevel
  /// Its share of the whole; the shares of a role add up to 1.
  public var weight: Double
  /// The products that the posting names.
  public var technologies: [String]
  /// The words behind it.
  public var evidence: [Evidence]
  /// Why a person set it, over what was read; nil where nobody did.
  public var override: String?

  /// A demand from its parts.
  public init(
    id: String, importance: Importance, anyOf: String? = nil, target: ProficiencyLevel = .intermediate,
    weight: Double = 0, technologies: [String] = [], evidence: [Evidence] = [],
    override: String? = nil
  ) {
    self.id = id
    self.importance = importance
    self.anyOf = anyOf
    self.target = target
    self.weight = weight
    self.technologies = technologies
    self.evidence = evidence
    self.override = override
  }
}

/// A competency that a person has ruled out, with the words that had been taken for it.
public struct RuledOut: Sendable, Equatable {
  /// The competency's id.
  public var id: String
  /// Why it is not asked for there.
  public var reason: String
  /// The words.
  public var evidence: [Evidence]

  /// A competency, ruled out for a reason.
  public init(id: String, reason: String, evidence: [Evidence]) {
    self.id = id
    self.reason = reason
    self.evidence = evidence
  }
}

/// The exact words in the posting behind a claim.
public struct Evidence: Sendable, Hashable {
  /// The line of the file, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int
  /// What part of the posting it stands in, such as `required`.
  public var section: String
  /// The words of the file, before any repair, marks included.
  public var quote: String
  /// The same words as a person would read them, where that is something else: repaired, and without
  /// marks and line ends.
  public var text: String?
  /// How much the words ask for, where that is something else than their section would say: "a plus" among demands.
  public var importance: Importance?

  /// The words to show to people.
  public var words: String { text ?? quote }

  /// Words at a place.
  public init(
    line: Int, column: Int, section: String, quote: String, text: String? = nil, importance: Importance? = nil
  ) {
    self.line = line
    self.column = column
    self.section = section
    self.quote = quote
    self.text = text
    self.importance = importance
  }

  /// The same words at the same place, however much they ask for.
  public var wordsAlone: Evidence {
    Evidence(line: line, column: column, section: section, quote: quote, text: text)
  }
}

/// The pay that a posting states.
public struct Pay: Sendable, Equatable {
  /// The ISO 4217 code.
  public var currency: String
  /// The lower end, in whole units.
  public var min: Int?
  /// The upper end, in whole units.
  public var max: Int?
  /// What it is paid for: `hour`, `day`, `month` or `year`.
  public var period: Period

  /// The time for which pay is stated.
  public enum Period: String, Sendable, CaseIterable {
    case hour, day, month, year
  }

  /// Pay between two ends, either of which may be open.
  public init(currency: String, min: Int?, max: Int?, period: Period) {
    self.currency = currency
    self.min = min
    self.max = max
    self.period = period
  }
}

/// A stage of interviewing that a posting states.
public struct ProcessStage: Sendable, Equatable {
  /// What the posting calls it.
  public var name: String
  /// Its length, where stated.
  public var minutes: Int?
  /// The interviews it consists of, where the posting lists them.
  public var parts: [String]
  /// Whether the candidate does it alone, at a time of their choosing.
  public var isAsynchronous: Bool

  /// A stage by name.
  public init(name: String, minutes: Int? = nil, parts: [String] = [], isAsynchronous: Bool = false) {
    self.name = name
    self.minutes = minutes
    self.parts = parts
    self.isAsynchronous = isAsynchronous
  }
}

/// The posting that a role was read from.
public struct RoleSource: Sendable, Equatable {
  /// Its file name, without folders.
  public var file: String
  /// The SHA-256 of its bytes, in hexadecimal.
  public var sha256: String
  /// The program that made text of it, such as `pdftotext`; the places of evidence are those of that
  /// text. nil for a file that is text.
  public var convertedBy: String?

  /// A file by name and digest.
  public init(file: String, sha256: String, convertedBy: String? = nil) {
    self.file = file
    self.sha256 = sha256
    self.convertedBy = convertedBy
  }
}
