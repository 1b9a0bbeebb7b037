import Rubric
import YAML

/// What was decided.
struct DebriefDecisionView: View {
  let decision: DecisionRecord

  static let fields = Fields<DebriefDecisionView>([
    .note("decided") { $0.decision.decision.value },
    .note("reason") { $0.decision.reason.value },
    .written("decidedBy") { $0.decision.decidedBy.value },
    .written("date") { $0.decision.date.value },
    .written("retainUntil") { $0.decision.retainUntil.value },
  ])
}
