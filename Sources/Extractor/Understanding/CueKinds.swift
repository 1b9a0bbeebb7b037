extension Cue {
  /// Sorts of cues, whatever more each tells, a bit for each. A cue is held against a sort in one instruction, and
  /// against another cue in twenty.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt64

    static let person = Kinds(1 << 0)
    static let void = Kinds(1 << 1)
    static let negation = Kinds(1 << 2)
    static let dutyVerb = Kinds(1 << 3)
    static let preferredBefore = Kinds(1 << 4)
    static let preferredBehind = Kinds(1 << 5)
    static let preferredAtEnd = Kinds(1 << 6)
    static let required = Kinds(1 << 7)
    static let noModality = Kinds(1 << 8)
    static let qualification = Kinds(1 << 9)
    static let joiner = Kinds(1 << 10)
    static let introducer = Kinds(1 << 11)
    static let follower = Kinds(1 << 12)
    static let openEnd = Kinds(1 << 13)
    static let kind = Kinds(1 << 14)
    static let pointer = Kinds(1 << 15)
    static let proficiency = Kinds(1 << 16)
    static let level = Kinds(1 << 17)
    static let title = Kinds(1 << 18)
    static let titleFrame = Kinds(1 << 19)
    static let region = Kinds(1 << 20)
    static let years = Kinds(1 << 21)
    static let months = Kinds(1 << 22)
    static let experience = Kinds(1 << 23)
    static let number = Kinds(1 << 24)
    static let remotePlace = Kinds(1 << 25)
    static let onSitePlace = Kinds(1 << 26)
    static let remote = Kinds(1 << 27)
    static let onSite = Kinds(1 << 28)
    static let remoteAtTimes = Kinds(1 << 29)
    static let mixed = Kinds(1 << 30)
    static let companyBehind = Kinds(1 << 31)
    static let companyTail = Kinds(1 << 33)
    static let companyForm = Kinds(1 << 34)
    static let payPeriod = Kinds(1 << 36)
    static let payVoid = Kinds(1 << 37)
    static let stage = Kinds(1 << 38)
    static let notAStage = Kinds(1 << 39)
    static let asynchronous = Kinds(1 << 41)
    static let sequence = Kinds(1 << 42)
    static let minutes = Kinds(1 << 43)
    static let hours = Kinds(1 << 44)
    static let length = Kinds(1 << 45)
    static let open = Kinds(1 << 46)
    static let aside = Kinds(1 << 47)
    static let titleAside = Kinds(1 << 48)
    static let titleEnd = Kinds(1 << 49)
    static let levelLabel = Kinds(1 << 50)
    static let companyNoun = Kinds(1 << 51)
    static let companyLabel = Kinds(1 << 52)
    static let payLimit = Kinds(1 << 53)
    static let trait = Kinds(1 << 54)
    static let others = Kinds(1 << 55)
    static let ours = Kinds(1 << 56)
    static let oursBehind = Kinds(1 << 57)
    static let expert = Kinds(1 << 58)
    static let waived = Kinds(1 << 59)
    static let waivedBehind = Kinds(1 << 60)
    static let relative = Kinds(1 << 61)
    static let perk = Kinds(1 << 62)

    /// What tells where the work is done.
    static var place: Kinds { [.remotePlace, .onSitePlace, .remote, .onSite, .remoteAtTimes, .mixed] }
    /// What is, or counts, a length of an interview.
    static var duration: Kinds { [.minutes, .hours, .length] }
    /// What tells how long somebody has worked.
    static var service: Kinds { [.years, .months] }
    /// What facts look for in the whole posting, which holds few of them.
    static var rare: Kinds { place.union([.open, .years, .titleFrame, .perk]) }
    /// What makes a choice of what stands beside it.
    static var choice: Kinds { [.joiner, .introducer, .follower, .openEnd, .kind] }
    /// What says that something is not needed.
    static var waiver: Kinds { [.waived, .waivedBehind] }
    /// What makes a wish.
    static var wish: Kinds { [.preferredBefore, .preferredBehind, .preferredAtEnd] }
    /// What makes a demand.
    static var demand: Kinds { [.required, .qualification, .trait, .expert] }
    /// What makes either.
    static var modality: Kinds { wish.union(demand) }

    init(rawValue: UInt64) { self.rawValue = rawValue }
    private init(_ rawValue: UInt64) { self.rawValue = rawValue }
  }

  /// Sorts of cues that are mostly little words, such as "the", "is" and "to": every second word of a posting, and hardly
  /// anybody asks about one. They stand in an index of their own and are looked for where they are asked about.
  struct Particles: OptionSet, Sendable {
    let rawValue: UInt16

    static let glue = Particles(rawValue: 1 << 0)
    static let notACompany = Particles(rawValue: 1 << 1)
    static let companyVerb = Particles(rawValue: 1 << 2)
    static let stageEnd = Particles(rawValue: 1 << 3)
    static let purpose = Particles(rawValue: 1 << 4)
    static let article = Particles(rawValue: 1 << 5)
    static let linking = Particles(rawValue: 1 << 6)
    static let stageTelling = Particles(rawValue: 1 << 7)
    static let stageCondition = Particles(rawValue: 1 << 8)
    static let contrast = Particles(rawValue: 1 << 9)
    static let turn = Particles(rawValue: 1 << 10)
    static let companion = Particles(rawValue: 1 << 11)
    static let employer = Particles(rawValue: 1 << 12)
    static let pronoun = Particles(rawValue: 1 << 13)
    static let listEnd = Particles(rawValue: 1 << 14)
    static let question = Particles(rawValue: 1 << 15)

    /// Any of them that tells something of the words beside it, wherever it stands.
    static var all: Particles { [.glue, .notACompany, .companyVerb, .stageEnd] }
  }

  /// The sort of this one; none for particles.
  var kind: Kinds {
    switch self {
    case .person: .person
    case .void: .void
    case .waived: .waived
    case .waivedBehind: .waivedBehind
    case .relative: .relative
    case .negation: .negation
    case .dutyVerb: .dutyVerb
    case .preferredBefore: .preferredBefore
    case .preferredBehind: .preferredBehind
    case .preferredAtEnd: .preferredAtEnd
    case .required: .required
    case .noModality: .noModality
    case .qualification: .qualification
    case .trait: .trait
    case .others: .others
    case .ours: .ours
    case .oursBehind: .oursBehind
    case .expert: .expert
    case .joiner: .joiner
    case .introducer: .introducer
    case .follower: .follower
    case .openEnd: .openEnd
    case .kind: .kind
    case .pointer: .pointer
    case .proficiency: .proficiency
    case .level: .level
    case .title: .title
    case .titleFrame: .titleFrame
    case .titleAside: .titleAside
    case .titleEnd: .titleEnd
    case .levelLabel: .levelLabel
    case .region: .region
    case .years: .years
    case .months: .months
    case .experience: .experience
    case .number: .number
    case .remotePlace: .remotePlace
    case .onSitePlace: .onSitePlace
    case .remote: .remote
    case .onSite: .onSite
    case .remoteAtTimes: .remoteAtTimes
    case .mixed: .mixed
    case .companyBehind: .companyBehind
    case .companyNoun: .companyNoun
    case .companyLabel: .companyLabel
    case .companyTail: .companyTail
    case .companyForm: .companyForm
    case .payPeriod: .payPeriod
    case .payVoid: .payVoid
    case .payLimit: .payLimit
    case .stage: .stage
    case .notAStage: .notAStage
    case .asynchronous: .asynchronous
    case .sequence: .sequence
    case .minutes: .minutes
    case .hours: .hours
    case .length: .length
    case .open: .open
    case .aside: .aside
    case .perk: .perk
    case .glue, .notACompany, .companyVerb, .stageEnd, .purpose, .article, .linking, .stageTelling,
      .stageCondition, .contrast, .turn, .companion, .employer, .pronoun, .listEnd, .question:
      []
    }
  }

  /// Which of the particles this one is; none for most.
  var particle: Particles {
    switch self {
    case .glue: .glue
    case .notACompany: .notACompany
    case .companyVerb: .companyVerb
    case .stageEnd: .stageEnd
    case .purpose: .purpose
    case .article: .article
    case .linking: .linking
    case .stageTelling: .stageTelling
    case .stageCondition: .stageCondition
    case .contrast: .contrast
    case .turn: .turn
    case .companion: .companion
    case .employer: .employer
    case .pronoun: .pronoun
    case .listEnd: .listEnd
    case .question: .question
    default: []
    }
  }
}
