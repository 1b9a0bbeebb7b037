import Diagnostics
@testable import Rubric
import TestSupport
import Testing

@Suite("Outlines of exercises")
struct ExerciseOutlineTests {
  /// A library that knows of the two exercises by its snapshot alone.
  private func snapshotted() throws -> RubricLibrary {
    let parts = try LibrarySnapshot.parts(of: RubricLibrary(SmallExercise.files))
    let snapshot = LibrarySnapshot { name in parts.first { $0.name == name }.map { SnapshotBytes($0.bytes) } }
    return RubricLibrary(snapshot: snapshot) { [] }
  }

  @Test("say what an exercise is chosen by, and are sorted by id")
  func fromFiles() throws {
    let outlines = try RubricLibrary(SmallExercise.files).exerciseOutlines()
    #expect(outlines.map(\.id) == ["notice", "sums"])
    let sums = try #require(outlines.last)
    #expect(sums.kind == .coding && sums.title == "Sums" && sums.minutes == 5)
    #expect(sums.rates == [.init(id: "programming", levels: .basic ... .intermediate)])
    #expect(sums.also.isEmpty && sums.about == ["sums"])
  }

  @Test("know the names that stand in none of an exercise's own texts")
  func unseen() throws {
    let files = SmallExercise.replacing(
      "about: [sums]", by: "about: [Sums, Kafka, sums of\n  queues, Our Queue]", in: "sums")
    let sums = try #require(try RubricLibrary(files).exerciseOutlines().last)
    #expect(sums.unseen == ["Kafka", "Our Queue"] && sums.slight.isEmpty)
    #expect(NamesInText("Two Kafkas, Kafka").count(of: "Kafka") == 2)
    #expect(NamesInText("MyKafka, Kafkaesque").count(of: "Kafka") == 0)
    #expect(NamesInText("One API of Kubernetes").count(of: "Kubernetes API") == 1)
    #expect(NamesInText("On PostgreSQL").count(of: "Postgres") == 1)
    #expect(NamesInText("On CloudFront").count(of: "CloudFormation") == 0)
    #expect(NamesInText("the rest").count(of: "REST") == 0 && NamesInText("").count(of: "Kafka") == 0)
  }

  @Test("come from the snapshot without any file")
  func fromSnapshot() throws {
    let outlines = try snapshotted().exerciseOutlines()
    #expect(outlines == (try RubricLibrary(SmallExercise.files).exerciseOutlines()))
  }

  @Test("a company's own exercise replaces the built-in one, and the others stay")
  func overlaid() throws {
    let own = SmallExercise.replacing("title: Sums", by: "title: Our sums", in: "sums")
      .filter { $0.path.hasSuffix("/sums.yaml") }
    let added = SmallLibrary.file(
      "exercises/work-sample/memo.yaml",
      try #require(SmallExercise.files.first { $0.path.hasSuffix("/notice.yaml") }).source.text
        .replacing("id: notice", with: "id: memo"))
    let library = try snapshotted().overlaid(by: own).overlaid(by: [added])
    let outlines = try library.exerciseOutlines()
    #expect(outlines.map(\.id) == ["memo", "notice", "sums"])
    #expect(outlines.map(\.title) == ["A notice", "A notice", "Our sums"])
    #expect(library.ownExerciseIDs == ["memo", "sums"])
  }

  @Test("an exercise of the snapshot is read from its nodes, and its faults still have places")
  func faults() throws {
    let files = SmallExercise.replacing("done >= 500[job]", by: "done >= 500000[job]", in: "sums")
    let parts = try LibrarySnapshot.parts(of: RubricLibrary(files))
    let snapshot = LibrarySnapshot { name in parts.first { $0.name == name }.map { SnapshotBytes($0.bytes) } }
    let quick = RubricLibrary(snapshot: snapshot) {
      files.map { file in LibraryFile(path: file.path) { file.source } }
    }
    let exercises = (
      try #require(try quick.exercise("sums")), try #require(try RubricLibrary(files).exercise("sums"))
    )
    #expect(exercises.0.exercise.title == "Sums")
    #expect(try exercises.0.form(seed: nil).fingerprint == exercises.1.form(seed: nil).fingerprint)
    let errors = (
      #expect(throws: InvalidInput.self) { try exercises.0.form(seed: "x") },
      #expect(throws: InvalidInput.self) { try exercises.1.form(seed: "x") }
    )
    #expect(errors.0?.findings.map(\.rule) == ["no-form"])
    #expect(errors.0?.findings.map(\.range) == errors.1?.findings.map(\.range))
    #expect(errors.0?.findings.first?.range != nil)
  }

  @Test("an own exercise that cannot be read is an error")
  func broken() throws {
    let own = SmallLibrary.file("exercises/coding/sums.yaml", "id: sums\n")
    let library = try snapshotted().overlaid(by: [own])
    #expect(throws: InvalidInput.self) { try library.exerciseOutlines() }
  }
}
