internal import Diagnostics
internal import Rubric
internal import YAML

/// A digest of what made a loop: the role as far as it decides anything, the policy, and the rubrics
/// that the loop uses. Two loops with one fingerprint ask the same questions in the same forms.
///
/// The role goes in without its source and evidence, without what it leaves open and the reasons of overrides, so
/// that the same role read from another copy of the posting has the same fingerprint; the questions and exercises
/// chosen go in by their ids, since it is the evidence that chooses among them. Of each file its name and its
/// SHA-256 go in, in the order of the names; of the policy its values, wherever they come from; and at last what
/// the forms are drawn by: a form follows from the file of its exercise and its seed.
struct Fingerprint {
  /// The fingerprint as it is written: the version of the scheme, and 16 hexadecimal digits.
  let text: String

  init(of loop: InterviewLoop, library: RubricLibrary, policy: LoopPolicy) {
    var digest = SHA256()
    digest.update(YAMLWriter.text(Self.bare(loop.role).document))
    let formats = Set(loop.interviews.compactMap(\.format?.id)).sorted()
    for interview in loop.interviews {
      let asked = interview.ratings.flatMap(\.questions).map(\.question.id)
      digest.update("\n\(interview.number) \(asked.joined(separator: " "))")
    }
    let exercises = loop.interviews.compactMap(\.exercise?.id)
    let files =
      Self.competencies(of: loop).map { "competencies/\($0)" }
      + exercises.sorted().map { "exercises/\($0)" } + formats.map { "formats/\($0)" }
    for name in files { digest.update("\n\(name) \(library.digest(of: name) ?? "none")") }
    digest.update("\npolicy \(policy.canonicalText)\nform \(loop.formSeed ?? "")")
    text = "rw2-" + digest.finish().prefix(16)
  }

  private static func bare(_ role: RoleDefinition) -> RoleDefinition {
    var role = role
    role.source = nil
    role.unmapped = []
    role.ruledOut = []
    role.open = []
    role.headings = []
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
