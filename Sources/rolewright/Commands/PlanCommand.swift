import ArgumentParser
import Diagnostics
import Extractor
import Planner
import Rubric
import YAML

/// `rolewright plan`, the main job.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    // Read by itself, it need not look for what only the whole tree of commands answers.
    _superCommandName: "rolewright",
    abstract: "Plan the interview loop of a posting or a role.",
    discussion: """
      With -o, writes a folder: the loop, a kit for each interviewer, what each exercise hands out, a sheet for \
      the candidate, blank scorecards, a debrief, and the role to review. Open index.html in it. Without -o, \
      prints the loop.

      The loop is the best that the policy allows. When it cannot rate every required competency, it \
      says which compete and what would help, and the command ends with status 1.

      --policy lays a file of some keys of the policy over it, and the flags go over both. Where the \
      posting states its process, the interviews are the posting's: --interviews, --minutes and \
      --format-exclude change nothing there, and a note says so.

      People edit loop.yaml and role.yaml in the folder. An edited loop.yaml can be named as the input. \
      When the posting has changed, --update brings the folder up to date: what was edited is merged with \
      what is planned now, with the --policy, --panel and --form that are named again. Contradictions are \
      shown, nothing is then written, and the status is 1.
      """)

  @Argument(help: "A posting, a role, a loop, or - for standard input.", completion: .file())
  var input: String

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write the folder of documents.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Option(name: .shortAndLong, help: "How the loop is printed: markdown, html, yaml or json.")
  var format: Format?

  @Flag(help: "Replace files that are there. Scorecards that are there always stay.")
  var force = false

  @OptionGroup var overriding: OverridesOption

  @Option(
    name: .long, help: ArgumentHelp("Change the policy by the keys of a file.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var policy: String?

  @Option(name: .long, help: ArgumentHelp("The most interviews after the screens.", valueName: "n"))
  var interviews: Int?

  @Option(
    name: .long,
    help: ArgumentHelp("The most minutes of the candidate after the screens.", valueName: "n"))
  var minutes: Int?

  @Option(
    name: .long, help: ArgumentHelp("The most competencies rated in one interview.", valueName: "n"))
  var maxPerInterview: Int?

  @Option(
    name: .long,
    help: ArgumentHelp("Hold no interview of this format. May be repeated.", valueName: "id"))
  var formatExclude: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Assign the people of a panel to the interviews.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var panel: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Draw the forms of the exercises by a seed, such as a date.", valueName: "seed"))
  var form: String?

  @OptionGroup var options: LibraryOptions

  /// How a loop is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, html, yaml, json
  }

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Bring the folder of a loop up to date, and keep what was edited in it.", valueName: "dir"),
    completion: .directory)
  var update: String?

  @Option(
    name: .long, help: "Where an edit and the new plan contradict each other, take the one: edited or new.")
  var take: EditSide?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The first day of the loop, such as 2026-12-07: also write loop.ics and candidate.ics. Screens are "
        + "put on the days before.", valueName: "date"),
    transform: CalendarOptions.date)
  var start: CalendarDate?

  @Option(
    name: .long, help: ArgumentHelp("When the interviews of a day begin, such as 09:00.", valueName: "time"),
    transform: CalendarOptions.time)
  var time: ClockTime?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How far the place's clocks are ahead of UTC, such as +01:00. Without it, times are those of whoever "
        + "opens the calendar.", valueName: "offset"),
    transform: CalendarOptions.offset)
  var zone: UTCOffset?

  private var calendar: CalendarOptions { CalendarOptions(start: start, time: time, zone: zone) }

  func validate() throws {
    if output != nil, format != nil {
      throw ValidationError("--format prints the loop and --output writes a folder; choose one of them.")
    }
    try change.validate()
    try calendar.validate()
    if take != nil, update == nil {
      throw ValidationError("--take says what to do with conflicts of --update; name a folder with it.")
    }
    if output != nil, update != nil {
      throw ValidationError("--update writes into the loop's own folder; leave --output out.")
    }
    if start != nil, output == nil, update == nil {
      throw ValidationError("--start writes calendars into the loop's folder; name it with --output.")
    }
  }

  func run() throws {
    try reportingFailure {
      let library = try options.library()
      let policy = try change.policy(of: library)
      let edited = try LoopInput(input)
      let read = try RoleInput(edited?.role ?? input, overrides: try overriding.read()) {
        () throws(InvalidInput) in
        try options.extractor(policy: policy) { library }
      }
      let plan = try plan(read.role, edited, library, policy)
      if format != nil || output == nil && plan.folder == nil {
        Terminal.write(try text(plan.loop, library))
      } else {
        try write(plan, library, on: try calendar.schedule(by: library))
      }
      show(
        read.findings + plan.findings
          + (try PolicyChange.findings(of: policy, library: library, role: read.role, input: input)))
      (plan.loop.conflict == nil ? ExitCode.success : Exit.findings).end(holding: (plan, library))
    }
  }

  private func plan(
    _ role: RoleDefinition, _ edited: LoopInput?, _ library: RubricLibrary, _ policy: LoopPolicy
  ) throws -> LoopPlan {
    let planner = LoopPlanner(library: library, policy: policy, formSeed: form)
    let panel = try panel.map { path throws(InvalidInput) in
      try Panel(from: try InputFiles.read(path), library: library)
    }
    let planning: LoopPlan.Planning = { role throws(InvalidInput) in
      let loop = try planner.plan(role, isReadByPeople ? .whole : .standard)
      return panel.map { loop.held(by: $0) } ?? loop
    }
    do {
      if let path = update {
        let side = take?.side
        return try LoopPlan(
          role, from: input, updating: LoopFolder(at: path), taking: side, by: planner, planning)
      }
      if let edited { return try LoopPlan(role, edited: edited, by: planner, planning) }
      return try LoopPlan(role, planning)
    } catch let conflicts as MergeConflicts {
      show(conflicts.findings)
      throw Exit.findings
    }
  }

  /// Whether documents are written, and not the loop as data alone.
  private var isReadByPeople: Bool { output != nil || [.markdown, .html].contains(format ?? .markdown) }

  private var change: PolicyChange {
    PolicyChange(
      file: policy, interviews: interviews, minutes: minutes, maxPerInterview: maxPerInterview,
      excluded: formatExclude)
  }

  private func text(_ loop: InterviewLoop, _ library: RubricLibrary) throws(InvalidInput) -> String {
    switch format ?? .markdown {
    case .yaml: return DocumentFormat.yaml.text([loop.document])
    case .json: return DocumentFormat.json.text([loop.document])
    case .markdown: return try renderer().loop(loop, as: .markdown)
    case .html: return try renderer().loop(loop, forms: try forms(of: loop, library), as: .html)
    }
  }

  private func write(_ plan: LoopPlan, _ library: RubricLibrary, on schedule: LoopSchedule?) throws {
    let renderer = try renderer()
    var documents = try plan.documents(
      renderer, forms: try forms(of: plan.loop, library), library: try library.edition().version)
    if let schedule { documents += renderer.calendars(of: plan.loop, on: schedule) }
    if let folder = plan.folder {
      let (notes, written) = try plan.update(folder, with: documents)
      for note in notes { Terminal.note(note + "\n") }
      let count = written == 0 ? "nothing to write" : "wrote \(written) of \(documents.count) files"
      Terminal.note("updated \(folder.path): \(count)\n")
    } else if let output {
      let kept = try plan.write(documents, to: output, OutputFiles(mayReplace: force))
      for path in kept { Terminal.note("kept \(path): a scorecard that is there is never replaced\n") }
      Terminal.note("wrote \(documents.count - kept.count) files; open \(output)/index.html\n")
    }
  }

  /// The forms of the loop's exercises by id. They are read only for documents, which show them whole.
  private func forms(of loop: InterviewLoop, _ library: RubricLibrary) throws(InvalidInput) -> [String:
    ExerciseForm]
  {
    var forms: [String: ExerciseForm] = [:]
    for planned in loop.interviews.compactMap(\.exercise) {
      forms[planned.id] = try library.exercise(planned.id)?.form(seed: planned.seed)
    }
    return forms
  }

  private func renderer() throws(InvalidInput) -> DocumentRenderer {
    try DocumentRenderer(
      templates: try options.templateSources(), areChecked: options.hasOnlyBuiltInTemplates)
  }
}
