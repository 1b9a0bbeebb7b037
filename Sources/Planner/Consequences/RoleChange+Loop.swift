public import Rubric

extension RoleChange {
  /// Whether planning uses what changed. What an employer states of itself, of pay and place, and years that have not
  /// moved a level, change no loop.
  public var bearsOnLoop: Bool {
    guard case .fact(let change) = self else { return true }
    switch change.fact {
    case .title, .interviewProcess: return true
    case .company, .level, .minYears, .pay, .location, .remote: return false
    }
  }
}
