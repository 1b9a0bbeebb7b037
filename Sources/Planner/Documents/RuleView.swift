import Rubric

/// Rules of findings, as the template of their list sees them.
struct RuleListView: View {
  let rules: [FindingRule]

  static let fields = Fields<RuleListView>([
    .list("rules") { $0.rules.map { RuleView(rule: $0) } },
    .number("count") { $0.rules.count },
  ])
}

/// A rule of findings, as templates see it.
struct RuleView: View {
  let rule: FindingRule

  static let fields = Fields<RuleView>([
    .text("id") { $0.rule.id },
    .text("severity") { $0.rule.severity?.rawValue },
    .text("meaning") { $0.rule.meaning },
    .text("reason") { $0.rule.reason },
    .text("remedy") { $0.rule.remedy },
    .texts("searched") { $0.rule.searched },
    .flag("isAtStart") { $0.rule.isAtStart },
    .list("phrases") { $0.rule.phrases.map { PhraseGroupView(group: $0) } },
    .list("sets") { $0.rule.sets.map { WordSetView(set: $0) } },
    .list("broken") { $0.rule.broken.map { RuleExampleView(text: $0) } },
    .list("kept") { $0.rule.kept.map { RuleExampleView(text: $0) } },
  ])
}

/// Phrases of which a rule says the same.
struct PhraseGroupView: View {
  let group: FindingRule.PhraseGroup

  static let fields = Fields<PhraseGroupView>([
    .texts("words") { $0.group.words },
    .texts("unless") { $0.group.unless },
    .texts("near") { $0.group.near },
    .texts("not") { $0.group.not },
    .text("note") { $0.group.note },
    .text("instead") { $0.group.instead },
    .texts("found") { $0.group.found },
    .texts("passed") { $0.group.passed },
  ])
}

/// Words that may stand for each other in phrases.
struct WordSetView: View {
  let set: FindingRule.WordSet

  static let fields = Fields<WordSetView>([
    .text("name") { $0.set.name },
    .texts("words") { $0.set.words },
  ])
}

/// Keys of a competency that break or keep a rule.
struct RuleExampleView: View {
  let text: String

  static let fields = Fields<RuleExampleView>([
    .lines("lines") { $0.text.split(separator: "\n") }
  ])
}
