/// A fact of a posting that labels hold, beside its competencies.
public enum LabelledFact: String, Sendable, CaseIterable {
  case title, company, level
  case minYears = "min_years"
  case pay, remote
  /// The stages in their order; their minutes are compared, not their names.
  case interviewProcess = "interview_process"

  /// Whether a role states the fact as a label does.
  func isRight(_ label: PostingLabel, _ role: RoleDefinition?) -> Bool {
    switch self {
    case .title: Self.folded(label.title).elementsEqual(Self.folded(role?.title))
    case .company: Self.folded(label.company).elementsEqual(Self.folded(role?.company))
    case .level: label.level == role?.level
    case .minYears: label.minYears == role?.minYears
    case .pay: label.pay == role?.pay
    case .remote: label.remote == role?.remote
    case .interviewProcess:
      label.interviewProcess.map(\.minutes) == (role?.interviewProcess ?? []).map(\.minutes)
    }
  }

  /// What a label says; nil for nothing.
  func text(_ label: PostingLabel) -> String? {
    switch self {
    case .title: label.title
    case .company: label.company
    case .level: label.level.rawValue
    case .minYears: label.minYears.map(String.init)
    case .pay: label.pay.map(Self.text)
    case .remote: label.remote.map(String.init)
    case .interviewProcess: Self.text(label.interviewProcess)
    }
  }

  /// What a role says; nil for nothing.
  func text(_ role: RoleDefinition) -> String? {
    switch self {
    case .title: role.title
    case .company: role.company
    case .level: role.level.rawValue
    case .minYears: role.minYears.map(String.init)
    case .pay: role.pay.map(Self.text)
    case .remote: role.remote.map(String.init)
    case .interviewProcess: Self.text(role.interviewProcess)
    }
  }

  /// Without space around it, capitals made small, scalar by scalar: no two spellings are alike that
  /// are not the same.
  private static func folded(_ text: String?) -> Substring.UnicodeScalarView {
    let scalars = (text ?? "").lowercased().unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.isBlank }),
      let last = scalars.lastIndex(where: { !$0.isBlank })
    else { return Substring("").unicodeScalars }
    return Substring(scalars[start...last]).unicodeScalars
  }

  private static func text(_ pay: Pay) -> String {
    let ends = [pay.min, pay.max].map { $0.map(String.init) ?? "?" }
    return "\(pay.currency) \(ends[0])-\(ends[1]) / \(pay.period.rawValue)"
  }

  /// The minutes of each stage: `30, ?, 60`.
  private static func text(_ stages: [ProcessStage]) -> String? {
    guard !stages.isEmpty else { return nil }
    return stages.map { $0.minutes.map(String.init) ?? "?" }.joined(separator: ", ")
  }
}

extension Unicode.Scalar {
  /// White space, with the separators among the controls.
  var isBlank: Bool { properties.isWhitespace || (0x1C...0x1F).contains(value) }
}
