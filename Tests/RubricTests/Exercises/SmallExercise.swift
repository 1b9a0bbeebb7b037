import Diagnostics
import Rubric
import TestSupport

/// Two exercises in which nothing is wrong, and the units that they use.
enum SmallExercise {
  /// The small library with both.
  static var files: [(path: String, source: SourceText)] {
    SmallLibrary.files + [
      SmallLibrary.file("exercises/coding/sums.yaml", coding),
      SmallLibrary.file("exercises/work-sample/notice.yaml", notice),
      SmallLibrary.file("units.yaml", units),
    ]
  }

  /// The same with a stretch of one of the two replaced.
  static func replacing(_ old: String, by new: String, in name: String) -> [(
    path: String, source: SourceText
  )] {
    files.map { path, source in
      guard path.hasSuffix("/\(name).yaml") else { return (path, source) }
      guard let range = source.text.firstRange(of: old) else {
        return (path, SourceText(name: path, text: ""))
      }
      var text = source.text
      text.replaceSubrange(range, with: new)
      return SmallLibrary.file(path, text)
    }
  }

  private static let units = """
    units:
      s: {}
      min: {is: 60, of: s}
      h: {is: 3600, of: s}
      USD: {}
    counts: [job, line]

    """

  private static let coding = """
    id: sums
    kind: coding
    title: Sums
    lesson: Sums have an end.
    rates:
      - {id: programming, levels: 2-3, strong: [Asks.], meets: [Sums.], below: [Guesses.]}
    about: [sums]
    equal: Any language.
    names:
      - {thing: crate}
      - {thing: box}
    inputs:
      rate: {what: jobs done, is: 1200, unit: job/h, from: 1000, to: 2000, step: 100}
      span: {what: how long, is: 30, unit: min, among: [30, 60, 90]}
      first: {what: the first number, is: 7, unit: "1", from: 1, to: 9, step: 1}
    figures:
      done: {what: jobs in that time, formula: rate * span, unit: job, round: 1}
    constraints:
      - {holds: "done >= 500[job]", because: There is work.}
    parts:
      - {id: task, title: The task, text: "Of {=done} jobs in {=span in h} h, `{=done}` is a {=thing}."}
    plan:
      - {minutes: 5, title: Read, hand: [task], reading: 1}
    key: It is {=done}.
    cards:
      - {id: more, asked: [more], answer: "{=rate} jobs an hour.", by: 3}
    slips:
      - {id: off, slip: Off by one., hint: Count again., weight: major}
    coding:
      starter: {python: "import sys"}
      reference: |
        import sys
        print(sum(int(line) for line in sys.stdin))
      cases:
        - {id: one, shows: One., input: "{=first}", output: "{=first}"}
        - {id: two, shows: Two., input: "1\\n2", output: "3"}
        - {id: none, shows: None., input: "0", output: "0"}
      flawed:
        - {slip: off, change: [{from: "int(line)", to: "int(line) + 1"}]}
        - {slip: off, change: [{from: "print(", to: "print(1 + "}]}
        - {slip: off, change: [{from: "sys.stdin)", to: "sys.stdin if line)"}]}

    """

  private static let notice = """
    id: notice
    kind: work-sample
    title: A notice
    lesson: Numbers follow.
    rates:
      - {id: go, levels: 2-3, strong: [Asks.], meets: [Reads.], below: [Skips.]}
    about: [notices]
    equal: Any paper.
    names: [{team: the night team}, {team: the day team}]
    inputs:
      lost: {what: lines lost, is: 4200, unit: line, from: 3000, to: 6000, step: 100}
    parts:
      - id: paper
        title: The paper
        text: |
          We lost {=lost} lines.

          ```
          lost: {=lost}
          by: {=team}
          ```
    plan:
      - {minutes: 10, title: Read, hand: [paper], reading: 1}
    key: See below.
    slips:
      - {id: late, slip: Late., hint: When was it?, weight: minor}
    work_sample:
      artefact: [paper]
      findings:
        - {id: number, at: "We lost {=lost} lines", what: Bare., follows: Fear., fix: Say which., weight: major}
        - {id: code, at: "lost: {=lost}", what: Bare., follows: Fear., fix: Say which., weight: minor}
      sound:
        - {at: "by: {=team}", why: It was.}

    """
}
