internal import Rubric

extension RoleDefinition {
  /// What the posting leaves open. Words on a clearance that are on a background check as well are about the check alone:
  /// nobody is asked about it before there is an offer.
  var settledOnce: [OpenWording] {
    let checks = open.filter { $0.kind == .backgroundCheck }.map(\.evidence.line)
    return open.filter { $0.kind != .clearance || !checks.contains($0.evidence.line) }
  }
}
