public import Diagnostics
public import Rubric
internal import YAML

/// How postings of a language speak: the file `Rubrics/postings/<language>.yaml`.
public struct PostingLanguage: Sendable {
  /// The parts of a posting, in the order of the file.
  let zones: [ZoneCues]
  /// Phrases with what each tells.
  let cues: [(phrase: String, cue: Cue)]
  let currencies: [(code: String, signs: [String])]
  /// Up to how much of a currency is paid by the month where no period is named.
  let monthly: [String: Int]
  /// What stands between the two ends of a range of pay.
  let joiners: [String]
  /// The keys of front matter under which facts stand.
  let keys: FactKeys
  /// Addresses that name an employer.
  let addresses: EmployerAddresses
  /// How much each sign tells that a name is the employer's.
  let employerSigns: EmployerSigns
  /// What the full names of employers end in: "Labs".
  let nameEndings: [String]
  /// What is often an employer's own, behind its name: "the Orchardwick platform".
  let employerThings: [String]
  /// Words of the names of houses that are no companies: "University", "Council".
  let houses: [String]

  /// The number of the zone that no heading has opened; nil where the language has none, as with those below.
  let intro: Int?
  /// The number of the zone on interviewing.
  let process: Int?
  /// The number of the zone on applying.
  let apply: Int?
  /// The number of the zone on the place of work.
  let place: Int?
  /// The number of the zone on the employer.
  let company: Int?
  /// The number of the zone on the role, of which its heading does not say whether it asks or tells.
  let role: Int?
  /// The number of the zone on the team.
  let team: Int?
  /// The number of the zone on what is worked with.
  let stack: Int?
  /// The number of the zone on what the employer gives.
  let benefits: Int?
  /// The number of the zone on what nobody asks for.
  let unwanted: Int?
  /// The number of the zone of demands.
  let demands: Int?
  /// The number of the zone of wishes.
  let wishes: Int?

  /// Reads the file of a language.
  public init(from source: SourceText) throws(InvalidInput) {
    self = try Self.shape.read(from: source)
  }

  init(
    zones: [ZoneCues], cues: [(phrase: String, cue: Cue)], currencies: [(code: String, signs: [String])],
    monthly: [String: Int], joiners: [String], keys: FactKeys, addresses: EmployerAddresses,
    employerSigns: EmployerSigns, nameEndings: [String], employerThings: [String],
    houses: [String]
  ) {
    self.zones = zones
    self.cues = cues
    self.currencies = currencies
    self.monthly = monthly
    self.joiners = joiners
    self.keys = keys
    self.addresses = addresses
    self.employerSigns = employerSigns
    self.nameEndings = nameEndings
    self.employerThings = employerThings
    self.houses = houses
    let named = [
      "intro", "process", "apply", "place", "company", "role", "team", "stack", "benefits", "unwanted",
    ]
    let numbers = named.map { name in zones.firstIndex { $0.name == name } }
    (intro, process, apply, place) = (numbers[0], numbers[1], numbers[2], numbers[3])
    (company, role, team, stack) = (numbers[4], numbers[5], numbers[6], numbers[7])
    (benefits, unwanted) = (numbers[8], numbers[9])
    demands = zones.firstIndex { $0.asks == .required }
    wishes = zones.firstIndex { $0.asks == .preferred && $0.alone == nil }
  }

  fileprivate static var schema: Schema { shape.schema() }

  private static let shape = Shape<PostingLanguage>.mapping("the posting language") { fields in
    _ = fields.required("language", .text)
    let zones = fields.required("zones", .dictionary(of: ZoneCues.shape)).map { $0.value.named($0.key) }
    var cues: [(phrase: String, cue: Cue)] = []
    for (key, cue) in Cue.listed {
      cues += fields.required(key, .list(of: .text)).map { ($0, cue) }
    }
    for (key, group) in Cue.grouped { cues += fields.required(key, group.shape) }
    let pay = fields.required("pay", payShape)
    return PostingLanguage(
      zones: zones, cues: cues + pay.cues, currencies: pay.currencies, monthly: pay.monthly,
      joiners: pay.joiners, keys: fields.required("keys", FactKeys.shape),
      addresses: fields.required("addresses", EmployerAddresses.shape),
      employerSigns: fields.required("employer_signs", EmployerSigns.shape),
      nameEndings: fields.required("name_endings", .list(of: .text)),
      employerThings: fields.required("employer_things", .list(of: .text)),
      houses: fields.optional("houses", .list(of: .text), default: []))
  }

  /// The part of a language on pay.
  private struct PayWords {
    var cues: [(phrase: String, cue: Cue)]
    var currencies: [(code: String, signs: [String])]
    var monthly: [String: Int]
    var joiners: [String]
  }

  private static let payShape = Shape<PayWords>.mapping("the pay") { fields in
    let currencies = fields.required("currencies", .dictionary(of: .list(of: .text)))
    let monthly = fields.optional("monthly", .dictionary(of: .integer(1...1_000_000_000)), default: [])
    let periods = fields.required("periods", Cue.periods.shape)
    let void = fields.required("void", .list(of: .text)).map { (phrase: $0, cue: Cue.payVoid) }
    let limits = fields.required("limits", .list(of: .text)).map { (phrase: $0, cue: Cue.payLimit) }
    let joiners = fields.required("joiners", .list(of: .text))
    return PayWords(
      cues: periods + void + limits, currencies: currencies.map { ($0.key, $0.value) },
      monthly: Dictionary(monthly.map { ($0.key, $0.value) }) { first, _ in first }, joiners: joiners)
  }
}

/// A part of a posting and what a sentence there states.
struct ZoneCues: Sendable {
  var name: String
  /// What a sentence of the zone states; nil for nothing.
  var asks: Importance?
  /// What it states where the posting has no list of demands.
  var alone: Importance?
  /// Whether only sentences about the person hired count.
  var needsPerson: Bool
  /// Whether what stands there is no part of the posting, as other postings below it on a page.
  var ends: Bool
  /// The phrases of headings that open the zone.
  var headings: [String]
  /// Phrases that tell a heading which no phrase of headings covers.
  var marks: [String] = []
  /// Phrases that tell a heading which holds nothing else.
  var only: [String] = []

  /// Whether every sentence of it asks for something, whoever it speaks of.
  var asksAlways: Bool { asks != nil && !needsPerson }

  func named(_ name: String) -> ZoneCues {
    var zone = self
    zone.name = name
    return zone
  }

  static let shape = Shape<ZoneCues>.mapping("the zone") { fields in
    let asks = fields.required("asks", Shape<Asks>.oneOf("answer"))
    return ZoneCues(
      name: "", asks: Importance(rawValue: asks.rawValue),
      alone: fields.optional("alone", Shape<Importance>.oneOf("importance")),
      needsPerson: fields.optional("person", .boolean, default: false),
      ends: fields.optional("ends", .boolean, default: false),
      headings: fields.required("headings", .list(of: .text)),
      marks: fields.optional("marks", .list(of: .text), default: []),
      only: fields.optional("only", .list(of: .text), default: []))
  }

  private enum Asks: String, CaseIterable {
    case required, preferred, duty, nothing
  }
}

/// What a phrase of a posting tells its reader.
enum Cue: Hashable, Sendable {
  case person, void, aside, negation, dutyVerb
  /// What says that what follows, or what stands before, is not needed, and what turns against it: "but".
  case waived, waivedBehind, contrast
  /// With what a sentence that demands something goes on to tell the work.
  case turn
  /// With what more is told of others than who is hired, "teams that", and what stands before them: "with".
  case relative, companion
  /// With what a sentence of the employer about itself begins, and what it gives to those who work there.
  case employer, perk
  /// What stands for the person of the sentence before, and what joins the last entry of a list.
  case pronoun, listEnd
  /// With what a question begins that heads the text behind it: "What do you bring?"
  case question
  case preferredBefore, preferredBehind, preferredAtEnd, required
  /// What holds a word of wishes or demands and is none, and that with which a qualification begins.
  case noModality, qualification
  /// What a person is, rather than does: "self-motivated".
  case trait
  /// With what a sentence begins that speaks of somebody else, and what tells of the employer's own systems.
  case others, ours, oursBehind
  /// What somebody is called who knows a thing well, the articles before it, what a purpose begins with, and what links
  /// a person to what they must bring.
  case expert, article, purpose, linking
  case joiner, introducer, follower, openEnd, glue, kind, pointer
  case proficiency(ProficiencyLevel)
  case level(RoleLevel)
  case title, titleFrame, region
  /// What stands before a title or behind it and is no part of it, and what labels a level.
  case titleAside, titleEnd, levelLabel
  case years, months, experience
  case number(Int)
  case remotePlace, onSitePlace, remote, onSite
  /// What one may do at times, and an arrangement of some days here and some there.
  case remoteAtTimes, mixed
  case companyBehind, companyVerb, companyNoun, companyTail, companyForm, companyLabel, notACompany
  case payPeriod(Pay.Period), payVoid, payLimit
  case stage, notAStage, stageEnd, asynchronous, sequence
  /// With what an item begins that tells of other stages, and a sentence that names one under a condition.
  case stageTelling, stageCondition
  case minutes, hours
  /// A length that words alone state, in minutes.
  case length(Int)
  /// What leaves something open, or settles it.
  case open(OpenWording.Kind)

  /// Whether it leaves something open, or settles it.
  var isOpen: Bool {
    if case .open = self { true } else { false }
  }

  /// The keys of the file that hold a plain list.
  static let listed: [(key: String, cue: Cue)] = [
    ("person", .person), ("void", .void), ("asides", .aside), ("negations", .negation),
    ("required", .required), ("no_modality", .noModality), ("qualifications", .qualification),
    ("traits", .trait), ("others", .others),
    ("relatives", .relative), ("companions", .companion), ("contrasts", .contrast), ("turns", .turn),
    ("employer", .employer), ("perks", .perk), ("pronouns", .pronoun), ("list_ends", .listEnd),
    ("questions", .question),
    ("experts", .expert), ("articles", .article), ("purposes", .purpose), ("linking", .linking),
    ("titles", .title),
    ("duty_verbs", .dutyVerb),
    ("title_frames", .titleFrame), ("title_asides", .titleAside), ("title_ends", .titleEnd),
    ("level_labels", .levelLabel), ("regions", .region), ("years", .years), ("months", .months),
    ("experience", .experience), ("not_a_stage", .notAStage), ("stages", .stage), ("stage_ends", .stageEnd),
    ("stage_tellings", .stageTelling), ("stage_conditions", .stageCondition),
    ("asynchronous", .asynchronous), ("sequence", .sequence),
  ]

  /// The keys of the file that hold lists under names.
  static let grouped: [(key: String, group: Group)] = [
    (
      "preferred",
      .named([("before", .preferredBefore), ("behind", .preferredBehind), ("end", .preferredAtEnd)])
    ),
    ("waived", .named([("before", .waived), ("behind", .waivedBehind)])),
    ("ours", .named([("before", .ours), ("behind", .oursBehind)])),
    (
      "alternatives",
      .named([
        ("joiners", .joiner), ("introducers", .introducer), ("followers", .follower), ("open_ends", .openEnd),
        ("glue", .glue),
        ("kinds", .kind), ("pointers", .pointer),
      ])
    ),
    ("proficiency", .named(ProficiencyLevel.allCases.map { (String($0.rawValue), .proficiency($0)) })),
    ("levels", .named(RoleLevel.allCases.map { ($0.rawValue, .level($0)) })),
    ("numbers", .numbers),
    (
      "remote",
      .named([
        ("place_yes", .remotePlace), ("place_no", .onSitePlace), ("yes", .remote), ("no", .onSite),
        ("at_times", .remoteAtTimes), ("mixed", .mixed),
      ])
    ),
    (
      "company",
      .named([
        ("behind", .companyBehind), ("verbs", .companyVerb), ("nouns", .companyNoun), ("tails", .companyTail),
        ("forms", .companyForm),
        ("labels", .companyLabel),
        ("not", .notACompany),
      ])
    ),
    (
      "durations",
      .named([
        ("minutes", .minutes), ("hours", .hours), ("quarter", .length(15)), ("half", .length(30)),
        ("whole", .length(60)), ("one_and_half", .length(90)),
      ])
    ),
    ("open", .named(OpenWording.Kind.worded.map { ($0.rawValue, .open($0)) })),
  ]

  /// The names of the periods of pay.
  fileprivate static let periods = Group.named(Pay.Period.allCases.map { ($0.rawValue, .payPeriod($0)) })

  /// Every cue, in an order that is that of the build.
  static let all: [Cue] =
    listed.map(\.cue) + grouped.flatMap(\.group.cues) + periods.cues + [.payVoid, .payLimit]

  /// Lists of phrases under names.
  enum Group: Sendable {
    /// Under known names.
    case named([(name: String, cue: Cue)])
    /// Under whole numbers, of which those up to a hundred are kept with a build.
    case numbers

    /// What the names tell.
    var cues: [Cue] {
      switch self {
      case .named(let cues): cues.map(\.cue)
      case .numbers: (0...100).map { .number($0) }
      }
    }

    /// The phrases as the file has them, each with what it tells.
    var shape: Shape<[(phrase: String, cue: Cue)]> {
      switch self {
      case .named(let cues):
        Shape.texts(of: "the posting language", under: cues.map { (name: $0.name, meaning: $0.cue) })
          .map { $0.map { ($0.text, $0.meaning) } }
      case .numbers: Cue.numbers
      }
    }
  }

  /// The words of each number.
  private static let numbers = Shape<[Keyed<[String]>]>.dictionary(of: .list(of: .text)).checked {
    groups, _, findings in
    for group in groups where Int(group.key) == nil {
      findings.add("unknown-key", "\"\(group.key)\" is no whole number", at: group.range)
    }
  }.map { groups in
    groups.flatMap { group in
      Int(group.key).map { number in group.value.map { (phrase: $0, cue: Cue.number(number)) } } ?? []
    }
  }
}

extension FileKind {
  /// How postings of a language speak.
  public static var postingLanguage: FileKind { FileKind("posting-language", PostingLanguage.schema) }
}
