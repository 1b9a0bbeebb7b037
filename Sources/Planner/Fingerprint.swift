internal import Diagnostics
internal import Rubric
internal import YAML

/// A digest of what made a loop: the role as far as it decides anything, the policy, and the rubrics
/// that the loop uses. Two loops with one fingerprint ask the same questions.
///
/// The role goes in without its source and evidence and without the reasons of overrides, so that the same
/// role read from another copy of the posting has the same fingerprint. Of each file its name and its SHA-256 go in, in the order of
/// the names; of the policy its values, wherever they come from.
struct Fingerprint {
  /// The fingerprint as it is written: the version of the scheme, and 16 hexadecimal digits.
  let text: String

  init(of loop: InterviewLoop, library: RubricLibrary, policy: LoopPolicy) {
    var digest = SHA256()
    digest.update(YAMLWriter.text(Self.bare(loop.role).document))
    let formats = Set(loop.interviews.compactMap(\.format?.id)).sorted()
    let files = Self.competencies(of: loop).map { "competencies/\($0)" } + formats.map { "formats/\($0)" }
    for name in files { digest.update("\n\(name) \(library.digest(of: name) ?? "none")") }
    digest.update("\npolicy \(policy.canonicalText)")
    text = "rw1-" + digest.finish().prefix(16)
  }

  private static func bare(_ role: RoleDefinition) -> RoleDefinition {
    var role = role
    role.source = nil
    role.unmapped = []
    role.ruledOut = []
    for index in role.competencies.indices {
      role.competencies[index].evidence = []
      role.competencies[index].override = nil
    }
    return role
  }

  /// The competencies that are rated, what is rated along with them, and those whose questions they
  /// inherit; sorted.
  private static func competencies(of loop: InterviewLoop) -> [String] {
    let demands = loop.interviews.flatMap(\.ratings).map(\.demand)
    let parents = demands.flatMap(\.competencies).compactMap(\.extends)
    return Set(demands.flatMap { ($0.alternatives + $0.along).map(\.id) } + parents).sorted()
  }
}
