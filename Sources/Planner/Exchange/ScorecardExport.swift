public import Diagnostics
public import Rubric
public import YAML

/// A scorecard as a hiring platform takes it, with the list of what is carried as text or not at all.
public struct ScorecardExport {
  /// What is sent.
  public let document: Document
  /// What is carried as text or not at all, and what is missing: hints, and warnings where something is to be done.
  public private(set) var findings: [Finding] = []
  /// The parts that do not stand in a field of their own.
  public private(set) var losses: [ExchangeLoss] = []
  /// How many ratings, texts and recommendations the scorecard has.
  public private(set) var partCount = 0
  /// Where it is sent; nil where nothing takes it, or while an id is missing for it.
  public let address: String?

  /// Makes a scorecard ready. Without a mapping, names of ours stand for the ids of the platform.
  public init(
    _ file: CandidateRecord.ScorecardFile, plan: AssessmentPlan, to platform: ExchangePlatform,
    _ tables: ExchangeTables, mapping: ExchangeMapping?
  ) {
    var packing = ExchangePacking(file, plan, platform, tables, mapping)
    let parcel = packing.parcel()
    var missing: [String]
    switch platform {
    case .greenhouse: (document, missing) = GreenhouseShape.write(parcel, table: tables.table(platform))
    case .lever: (document, missing) = LeverShape.write(parcel)
    case .ashby: (document, missing) = AshbyShape.write(parcel)
    }
    address = Self.address(tables.table(platform).address, parcel.fields, isNeeded: platform == .lever)
    if platform == .lever {
      missing += [parcel.fields.application, parcel.fields.user].compactMap(\.missing)
    }
    packing.note(missing: missing)
    findings = packing.findings
    losses = packing.losses
    partCount = packing.partCount
  }

  /// The address with the ids of the application and the interviewer, where both are known.
  private static func address(_ pattern: String?, _ fields: ExchangeFields, isNeeded: Bool) -> String? {
    guard let pattern else { return nil }
    guard isNeeded else { return pattern }
    guard let application = fields.application.id, let user = fields.user.id else { return nil }
    return pattern.putting(encoded(application), for: "{application}")
      .putting(encoded(user), for: "{user}")
  }

  /// A text as part of an address: what is neither letter, digit nor hyphen is encoded, by RFC 3986.
  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      if ASCII.isWord(byte) || byte == UInt8(ascii: "-") { return String(Unicode.Scalar(byte)) }
      return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
