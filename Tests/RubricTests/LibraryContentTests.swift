import Diagnostics
import TestSupport
import Testing

@testable import Rubric

/// What the library of the project promises of every competency.
@Suite("The content of the library")
struct LibraryContentTests {
  private static let library = Result { RubricLibrary(try OwnRubrics.files()) }

  private static let competencies = Result { try library.get().allCompetencies() }

  @Test("nothing is found in it, errors, warnings and hints alike")
  func clean() throws {
    #expect(FindingPrinter().text(try Self.library.get().check()) == "")
  }

  @Test("it has 46 competencies, each in a file of its own")
  func count() throws {
    #expect(try Self.competencies.get().count == 46)
    #expect(ProjectFiles.list("Rubrics/competencies", ending: ".yaml").count == 46)
  }

  @Test("each has five levels with a summary and at least three anchors, none twice")
  func levels() throws {
    for competency in try Self.competencies.get() {
      #expect(competency.levels.map(\.level) == ProficiencyLevel.allCases, "\(competency.id)")
      #expect(competency.levels.allSatisfy { $0.anchors.count >= 3 }, "\(competency.id)")
      let anchors = competency.levels.flatMap { $0.anchors.map(\.text) }
      #expect(Set(anchors).count == anchors.count, "\(competency.id)")
    }
  }

  @Test("each has at least six questions of its own, of several kinds, and three for each level from 2 to 5")
  func questions() throws {
    for competency in try Self.competencies.get() {
      let questions = competency.ownQuestions
      #expect(questions.count >= 6, "\(competency.id)")
      #expect(Set(questions.map(\.kind)).count >= 2, "\(competency.id)")
      for level in ProficiencyLevel.allCases.dropFirst() {
        let fit = competency.questions.count { $0.levels.contains(level) }
        #expect(fit >= 3, "\(competency.id) has \(fit) questions for level \(level.rawValue)")
      }
    }
  }

  @Test("each question has three to five probes, and says how strong, sufficient and weak answers sound")
  func answers() throws {
    for question in try Self.competencies.get().flatMap(\.ownQuestions) {
      #expect((3...5).contains(question.probes.count), "\(question.id)")
      #expect(question.strong.count >= 2 && !question.meets.isEmpty, "\(question.id)")
      #expect(question.weak.count >= 2, "\(question.id)")
      #expect((5...30).contains(question.minutes), "\(question.id)")
    }
  }

  @Test("each signal with a rule has sentences on both sides")
  func examples() throws {
    for (id, signals) in try Self.library.get().signals() {
      for signal in signals where signal.isCaseExact || !signal.near.isEmpty || !signal.not.isEmpty {
        let words = signal.terms + signal.technologies.map(\.name)
        #expect(!signal.matching.isEmpty && !signal.rejected.isEmpty, "\(id): \(words)")
      }
      #expect(signals.contains { !$0.matching.isEmpty }, "\(id)")
    }
  }

  @Test("each family of the vocabulary has competencies, and each competency an interview that rates it best")
  func formats() throws {
    let library = try Self.library.get()
    let best = try library.formatIDs.compactMap { try library.format($0) }.flatMap { $0.best }
    for competency in try Self.competencies.get() {
      #expect(best.contains(competency.id), "\(competency.id)")
    }
    #expect(Set(try Self.competencies.get().map(\.family)).count == CompetencyFamily.allCases.count)
  }
}
