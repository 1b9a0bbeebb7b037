import Diagnostics
import Rubric
import TestSupport
import Testing

/// What the library of the project promises of every exercise.
@Suite("The exercises of the library")
struct ExerciseContentTests {
  private static let library = Result { RubricLibrary(try OwnRubrics.files()) }

  private static let exercises = Result {
    let library = try Self.library.get()
    return try library.exerciseIDs.map { try #require(try library.exercise($0)).form(seed: nil).exercise }
  }

  @Test("fifty forms of each can be drawn, and nothing is found in them")
  func forms() throws {
    let library = try Self.library.get()
    #expect(FindingPrinter().text(library.checkForms(of: library.exerciseIDs)) == "")
  }

  @Test(
    "there are enough of each kind",
    arguments: [
      (ExerciseKind.coding, 12), (.systemDesign, 14), (.studyCase, 12), (.workSample, 12), (.drill, 12),
    ])
  func count(kind: ExerciseKind, minimum: Int) throws {
    #expect(try Self.exercises.get().count { $0.kind == kind } >= minimum)
  }

  @Test("of what an exercise shows besides, the competency says by which signs")
  func signs() throws {
    let library = try Self.library.get()
    for exercise in try Self.exercises.get() {
      for id in exercise.also {
        let signs = try library.competency(id)?.signs(in: exercise.kind)
        #expect(signs != nil, "\(exercise.id): \(id)")
      }
    }
  }

  @Test(
    "every technical competency is rated at two levels or more, by exercises of its own or of what it extends"
  )
  func coverage() throws {
    let library = try Self.library.get()
    for competency in try library.allCompetencies() where competency.family != .people {
      let ids = [competency.id] + (competency.extends.map { [$0] } ?? [])
      let ratings = try Self.exercises.get().flatMap(\.rates).filter { ids.contains($0.id) }
      let levels = ProficiencyLevel.allCases.filter { level in ratings.contains { $0.levels.contains(level) }
      }
      #expect(levels.count >= 2, "\(competency.id) is rated at \(levels.map(\.rawValue))")
    }
  }

  @Test("each tells its standings apart, plans hints and has a surface to change")
  func depth() throws {
    for exercise in try Self.exercises.get() {
      #expect((1...3).contains(exercise.rates.count), "\(exercise.id)")
      for rating in exercise.rates {
        #expect(
          [rating.strong, rating.meets, rating.below].allSatisfy { $0.count >= 2 },
          "\(exercise.id) \(rating.id)")
      }
      #expect(exercise.slips.count >= 3, "\(exercise.id)")
      #expect(exercise.about.count >= 4, "\(exercise.id)")
      #expect(exercise.plan.contains { !$0.probes.isEmpty }, "\(exercise.id)")
      #expect(exercise.plan.contains { $0.say != nil }, "\(exercise.id)")
    }
  }

  @Test("each fits the rated minutes of the format that holds its kind")
  func minutes() throws {
    let bounds: [ExerciseKind: ClosedRange<Int>] = [
      .coding: 40...60, .systemDesign: 35...45, .studyCase: 15...45, .workSample: 20...45, .drill: 30...45,
    ]
    for exercise in try Self.exercises.get() {
      #expect(
        bounds[exercise.kind]?.contains(exercise.minutes) ?? false, "\(exercise.id): \(exercise.minutes)")
    }
  }

  @Test("three forms of each: no slot is left, and every quotation stands once in its artefact")
  func filled() throws {
    let library = try Self.library.get()
    for id in library.exerciseIDs {
      for seed in ["a", "b", "c"] {
        let exercise = try #require(try library.exercise(id)).form(seed: seed).exercise
        let texts = exercise.parts.map(\.text)
        #expect(!(texts + [exercise.key]).contains { $0.contains("{=") }, "\(id) \(seed)")
        guard let task = exercise.workSample else { continue }
        for quote in task.findings.map(\.quote) + task.sound.map(\.quote) {
          #expect(texts.reduce(0) { $0 + $1.ranges(of: quote).count } == 1, "\(id) \(seed): \(quote)")
        }
      }
    }
  }
}
