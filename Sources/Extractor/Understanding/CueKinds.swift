extension Cue {
  /// Sorts of cues, whatever more each tells.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt64

    static let person = Kinds(1 << 0)
    static let void = Kinds(1 << 1)
    static let negation = Kinds(1 << 2)
    static let dutyVerb = Kinds(1 << 3)
    static let preferredBefore = Kinds(1 << 4)
    static let preferredBehind = Kinds(1 << 5)
    static let required = Kinds(1 << 6)
    static let joiner = Kinds(1 << 7)
    static let introducer = Kinds(1 << 8)
    static let follower = Kinds(1 << 9)
    static let glue = Kinds(1 << 10)
    static let kind = Kinds(1 << 11)
    static let proficiency = Kinds(1 << 12)
    static let level = Kinds(1 << 13)
    static let title = Kinds(1 << 14)
    static let titleFrame = Kinds(1 << 15)
    static let region = Kinds(1 << 16)
    static let years = Kinds(1 << 17)
    static let experience = Kinds(1 << 18)
    static let number = Kinds(1 << 19)
    /// What tells where the work is done.
    static let place = Kinds(1 << 20)
    static let company = Kinds(1 << 21)
    static let notACompany = Kinds(1 << 22)
    static let pay = Kinds(1 << 23)
    static let stage = Kinds(1 << 24)
    static let notAStage = Kinds(1 << 25)
    static let stageEnd = Kinds(1 << 26)
    static let asynchronous = Kinds(1 << 27)
    /// What is, or counts, a length of time.
    static let length = Kinds(1 << 28)
    static let open = Kinds(1 << 29)
    static let aside = Kinds(1 << 30)
    static let noModality = Kinds(1 << 31)
    static let qualification = Kinds(1 << 32)
    static let preferredAtEnd = Kinds(1 << 33)
    static let sequence = Kinds(1 << 34)
    static let pointer = Kinds(1 << 35)

    init(rawValue: UInt64) { self.rawValue = rawValue }
    private init(_ rawValue: UInt64) { self.rawValue = rawValue }
  }

  /// The sort of this one.
  var kinds: Kinds {
    switch self {
    case .person: .person
    case .void: .void
    case .negation: .negation
    case .dutyVerb: .dutyVerb
    case .preferredBefore: .preferredBefore
    case .preferredBehind: .preferredBehind
    case .preferredAtEnd: .preferredAtEnd
    case .required: .required
    case .joiner: .joiner
    case .introducer: .introducer
    case .follower: .follower
    case .glue: .glue
    case .kind: .kind
    case .pointer: .pointer
    case .proficiency: .proficiency
    case .level: .level
    case .title: .title
    case .titleFrame, .titleAside, .titleEnd, .levelLabel: .titleFrame
    case .region: .region
    case .years, .months: .years
    case .experience: .experience
    case .number: .number
    case .remotePlace, .onSitePlace, .remote, .onSite, .remoteAtTimes, .mixed: .place
    case .companyBehind, .companyVerb, .companyNoun, .companyTail, .companyForm, .companyLabel: .company
    case .notACompany: .notACompany
    case .payPeriod, .payVoid, .payLimit: .pay
    case .stage: .stage
    case .notAStage: .notAStage
    case .stageEnd: .stageEnd
    case .asynchronous: .asynchronous
    case .sequence: .sequence
    case .minutes, .hours, .length: .length
    case .open: .open
    case .aside: .aside
    case .noModality: .noModality
    case .qualification: .qualification
    }
  }
}
