import Diagnostics
import Rubric

/// A place that states the competency.
struct ClaimView: View {
  let number: Int
  let claim: Reasoning.Claim
  let why: WhyView

  static let fields = Fields<ClaimView>([
    .number("number") { $0.number },
    .view("mark") { view in view.why.mark(view.claim.mark) },
    .view("term") { view in view.claim.term.map { TermView(term: $0) } },
    .text("technology") { $0.claim.technology },
    .flag("isCaseExact") { $0.claim.isCaseExact },
    .view("near") { view in view.claim.near.map { view.why.mark($0) } },
    .flag("excludesWords") { $0.claim.excludesWords },
    .flag("hasRules") { $0.claim.isCaseExact || $0.claim.near != nil || $0.claim.excludesWords },
    .view("section") { view in SectionView(section: view.claim.section, why: view.why) },
    .text("importance") { $0.claim.importance.rawValue },
    .view("modality") { view in view.claim.modality.map { view.why.mark($0) } },
    .view("level") { view in view.claim.level.map { view.why.mark($0.mark) } },
    .number("levelNumber") { $0.claim.level?.level.rawValue },
    .text("levelName") { $0.claim.level?.level.name },
    .texts("group") { $0.claim.group },
  ])
}

/// A place that comes near.
struct MissView: View {
  let miss: Reasoning.Miss
  let why: WhyView

  /// Whether the words that reject it hold it.
  private var isInside: Bool {
    guard let by = miss.by?.range else { return false }
    return by.start <= miss.mark.range.start && by.end >= miss.mark.range.end
  }

  private static func rejection(_ name: String, _ rejection: Reasoning.Rejection) -> Field<MissView> {
    .flag(name) { $0.miss.rejection == rejection }
  }

  static let fields = Fields<MissView>([
    .view("mark") { view in view.why.mark(view.miss.mark) },
    .view("term") { view in view.miss.term.map { TermView(term: $0) } },
    .view("by") { view in view.miss.by.map { view.why.mark($0) } },
    .flag("isInside") { $0.isInside },
    .texts("wanted") { $0.miss.wanted },
    .number("furtherWanted") { $0.miss.furtherWanted == 0 ? nil : $0.miss.furtherWanted },
    .text("competency") { $0.miss.competency },
    .text("reason") { $0.miss.reason },
    .view("section") { view in SectionView(section: view.miss.section, why: view.why) },
    rejection("isCapitals", .capitals), rejection("isSpelling", .spelling),
    rejection("isExcluded", .excluded), rejection("isLonely", .lonely), rejection("isHidden", .hidden),
    rejection("isHeading", .heading), rejection("isSection", .section), rejection("isVoid", .void),
    rejection("isPerson", .person), rejection("isOwnName", .ownName),
    rejection("isOverride", .override),
  ])
}
