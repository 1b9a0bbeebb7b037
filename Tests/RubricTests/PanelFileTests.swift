import Diagnostics
import Testing
import YAML

@testable import Rubric

@Suite struct PanelFileTests {
  @Test(arguments: [
    ("utc 9:00-17:30", 540, 510), ("utc+1 9:00-17:00", 480, 480), ("UTC-3:30 08:00-12:00", 690, 240),
    ("utc+14 0:00-24:00", 600, 1440), ("utc-8 18:00-20:00", 120, 120),
  ])
  func hoursAreReadAsMinutesInUTC(text: String, start: Int, length: Int) throws {
    let hours = try #require(WorkingHours(text))
    #expect(hours.start == start && hours.length == length)
    #expect(hours.contains(start) && !(length < 1440 && hours.contains((start + length) % 1440)))
  }

  @Test(arguments: [
    "", "utc", "9:00-17:00", "utc+15 9:00-17:00", "utc+ 9:00-17:00", "utc+1 17:00-9:00", "utc+1 9-17",
    "utc+1 9:00-24:01", "utc+1 9:60-17:00", "utc+1 9:00-17:00 Mon", "utc+1:5 9:00-17:00", "cet 9:00-17:00",
    "utc+99999999999999999999 9:00-17:00", "utc*1 9:00-17:00", "utc+1 9:00--17:00", "utc+1 09:00:00-17:00",
  ])
  func whatIsNoTimeIsRefused(text: String) { #expect(WorkingHours(text) == nil) }

  private func policy() -> LoopPolicy {
    var policy = LoopPolicy.unset
    policy.formats = ["coding", "behavioural"]
    policy.targets = Dictionary(uniqueKeysWithValues: RoleLevel.allCases.map { ($0, .intermediate) })
    return policy
  }

  private func library(_ formats: String...) -> RubricLibrary {
    RubricLibrary(formats.map { ("formats/\($0).yaml", SourceText(name: $0, text: "")) })
  }

  @Test func aPolicyIsChangedByTheKeysThatAreThereAndByNoOthers() throws {
    let source = SourceText(
      name: "p.yaml", text: "interviews: 3\nminutes: 200\ntargets: {senior: 5}\nreadings: null\n")
    let changed = try policy().changed(by: source, library: library("coding", "behavioural"))
    var expected = policy()
    expected.interviews = 3
    expected.minutes = 200
    expected.targets[.senior] = .expert
    #expect(changed == expected)
    #expect(changed.changedKeys(from: policy()) == ["interviews", "minutes"])
    #expect(
      changed.changes(from: policy())
        == .mapping([
          .init("interviews", .integer(3)), .init("minutes", .integer(200)),
          .init("targets", .mapping([.init("senior", .integer(5))], inline: true)),
        ]))
    #expect(policy().changes(from: policy()) == .mapping([]))
  }

  @Test func yearsStandForALevelThatIsNotStatedAndForALowerOneOfASenior() {
    var policy = policy()
    policy.targets[.senior] = .advanced
    policy.targets[.staff] = .expert
    let all: [(RoleLevel, Int?)] = [
      (.unspecified, 6), (.unspecified, 5), (.senior, 3), (.senior, 4), (.senior, nil), (.staff, 3),
    ]
    func targets() -> [Int] { all.map { policy.target(for: $0.0, years: $0.1).rawValue } }
    #expect(targets() == [3, 3, 4, 4, 4, 5])
    policy.seniorYears = 6
    policy.midYears = 3
    #expect(targets() == [4, 3, 3, 4, 4, 5])
    #expect(all.map { policy.areTelling($0.1, of: $0.0) } == [true, false, true, false, false, false])
  }

  @Test func aFormatOfAPolicyHasToBeInTheLibrary() {
    let source = SourceText(name: "p.yaml", text: "formats:\n  - behavioral\n")
    #expect {
      _ = try policy().changed(by: source, library: library("coding", "behavioural"))
    } throws: { error in
      let finding = (error as? InvalidInput)?.findings.first
      return finding?.rule == "unknown-format" && finding?.range?.start == Place(line: 2, column: 5)
        && finding?.help == "did you mean \"behavioural\"?"
    }
  }

  @Test func aLeftOutKeyOfAnInterviewerSetsNoLimit() throws {
    let source = SourceText(
      name: "panel.yaml", text: "interviewers: [{name: A}, {name: B, shadows: [coding]}]")
    let people = try Panel(from: source, library: library("coding", "behavioural")).interviewers
    #expect(people.map { $0.canRun("coding") } == [true, false])
    #expect(people.map { $0.canRun("behavioural") } == [true, true])
    #expect(people.map { $0.isShadowing("coding") } == [false, true])
    #expect(people.allSatisfy { $0.mostInterviews == nil && $0.mostMinutes == nil && $0.hours == nil })
  }
}
