public import Diagnostics
internal import YAML

extension RubricLibrary {
  /// Everything that is wrong with some exercises and their forms, sorted.
  public func checkExercises(_ ids: [String]) -> [Finding] {
    let sources = ids.map { source(ofExercise: $0) } + [files["units.yaml"]?.source]
    let names = Set(sources.compactMap { $0?.name })
    let findings = check(exercises: ids).filter { names.contains($0.source.name) }
    let broken = Set(findings.filter { $0.severity == .error }.map(\.source.name))
    // What breaks the first form breaks the others, and is said once.
    let sound = ids.filter { !broken.contains(source(ofExercise: $0)?.name ?? "") }
    return (findings + checkForms(of: sound)).sorted()
  }

  /// What is wrong with the forms of exercises, sorted: draws some of each, and looks whether the constraints
  /// leave room for them.
  ///
  /// An exercise that cannot be read is left to `check()`.
  public func checkForms(of ids: [String], count: Int = 50) -> [Finding] {
    var findings: [Finding] = []
    guard count > 0, let units = try? units() else { return [] }
    for id in ids {
      guard let source = source(ofExercise: id),
        let blueprint = try? ExerciseBlueprint(from: source, units: units)
      else { continue }
      var forms: Set<[String]> = []
      do throws(InvalidInput) {
        for seed in 1...count { forms.insert(try blueprint.surface(seed: String(seed))) }
      } catch {
        findings += error.findings
        continue
      }
      guard forms.count < count * 3 / 5 else { continue }
      findings.append(
        Finding(
          "few-forms", "\(count) seeds give \(forms.count) forms of \"\(id)\"", severity: .warning,
          in: source, at: blueprint.root.place(ofKey: "inputs")))
    }
    return findings.sorted()
  }
}

extension ExerciseBlueprint {
  /// Every word and figure of a form, by which forms differ.
  func surface(seed: String) throws(InvalidInput) -> [String] {
    let filling = SlotFilling(sheet: sheet, values: try values(seed: seed))
    let words = filling.values.words.sorted { $0.key < $1.key }.map(\.value)
    return words + lines(filling).map(\.value)
  }
}
