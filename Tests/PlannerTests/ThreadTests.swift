import Rubric
import Testing

@testable import Planner

/// Questions of a screen that are about one system.
@Suite("Threads") struct ThreadTests {
  private func loop(
    _ ids: [String], title: String = "Engineer", target: ProficiencyLevel = .intermediate
  ) throws -> InterviewLoop {
    let library = try RealRubrics.library()
    let competencies = ids.enumerated().map { index, id in
      RoleCompetency(
        id: id, importance: .required, target: target,
        evidence: [Evidence(line: index + 10, column: 3, section: "required", quote: "Experience with \(id)")]
      )
    }
    let role = RoleDefinition(title: title, level: .mid, competencies: competencies).withWeights()
    return try LoopPlanner(library: library, policy: try library.policy()).plan(role)
  }

  @Test("all questions of a screen are of one thread, and no other interview asks one")
  func oneThread() throws {
    for ids in [["linux", "networking", "databases"], ["kubernetes", "cloud", "security", "observability"]] {
      for interview in try loop(ids).interviews {
        let threads = interview.ratings.flatMap(\.questions).map(\.question.thread)
        guard !threads.isEmpty else { continue }
        let isScreen = interview.format?.id == "technical-screen"
        #expect(Set(threads.compactMap(\.self)).count == (isScreen ? 1 : 0), "\(ids), \(interview.name)")
      }
    }
  }

  @Test(
    "of threads on which questions can be asked, the one of which the posting speaks most is told",
    arguments: [
      ("Site Reliability Engineer", "parcels"), ("Network Engineer, Data Centre", "halls"),
      ("Systems Administrator (VMware)", "halls"), ("Data Engineer", "shops"),
      ("Engineer, Stream Processing", "shops"), ("Engineer, Payments Platform", "payments"),
      ("Database Reliability Engineer", "bookings"), ("Engineer, Kubernetes Operators", "tenants"),
      ("Engineer, Game Servers", "audience"), ("Kafka Platform Engineer", "meters"),
    ])
  func nearest(title: String, thread: String) throws {
    let screen = try #require(
      try loop(["linux", "networking", "databases"], title: title).interviews.first {
        $0.format?.id == "technical-screen"
      })
    #expect(screen.ratings.compactMap(\.questions.first).allSatisfy { $0.question.thread == thread })
  }

  @Test("nobody has to leave the system and come back to it")
  func order() throws {
    var mixed = 0
    for ids in [["kubernetes", "observability"], ["linux", "cloud"], ["kubernetes", "security"]] {
      for target in [ProficiencyLevel.basic, .intermediate, .advanced] {
        let loop = try loop(["reliability"] + ids, title: "Reliability Engineer", target: target)
        let screen = try #require(loop.interviews.first { $0.format?.id == "technical-screen" })
        let told = screen.ratings.map { $0.questions.map { $0.question.thread != nil } }
        if Set(told.flatMap(\.self)).count == 2 { mixed += 1 }
        let leaving = told.map { $0.first == false ? 2 : $0.contains(false) ? 1 : 0 }
        #expect(leaving == leaving.sorted(), "\(ids), \(target): \(told)")
      }
    }
    #expect(mixed > 0)
  }

  @Test("a security role is asked about a company that has something to protect")
  func security() throws {
    let ids = ["security", "governance", "cloud", "linux", "networking", "ci-cd", "containers"]
    let screen = try loop(ids, title: "Security Engineer").interviews.first {
      $0.format?.id == "technical-screen"
    }
    let questions = try #require(screen).ratings.flatMap(\.questions)
    #expect(Set(questions.compactMap(\.question.thread)) == ["claims"])
  }

  @Test("a single question of a thread is no thread")
  func alone() throws {
    for ids in [["linux"], ["linux", "collaboration", "ownership"]] {
      let screen = try loop(ids).interviews.first { $0.format?.id == "technical-screen" }
      #expect(screen?.ratings.flatMap(\.questions).first?.question.thread == nil)
    }
  }

  @Test("each question of a thread belongs to one that a format tells")
  func told() throws {
    let library = try RealRubrics.library()
    let told = Set(try library.formatIDs.compactMap { try library.format($0) }.flatMap(\.threads).map(\.id))
    let asked = try library.competencyIDs.compactMap { try library.competency($0) }.flatMap(\.questions)
      .compactMap(\.thread)
    let threads: Set = [
      "parcels", "halls", "shops", "claims", "lending", "models", "payments", "bookings", "tenants",
      "audience",
      "meters",
    ]
    #expect(told == threads && Set(asked) == told && asked.count >= 280)
  }
}
