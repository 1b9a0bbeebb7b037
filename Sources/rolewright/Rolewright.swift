import ArgumentParser

/// The command line: it reads files, hands plain values to the modules below, and writes what they
/// give back. Results go to standard output, findings and progress to standard error.
@main
struct Rolewright: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rolewright",
    abstract: "From a job posting to an interview loop that covers it.",
    discussion: """
      Reads a posting for an infrastructure role (platform, SRE, DevOps, cloud, data), maps it to \
      competencies with the words that state each, and plans the interviews, with kits for the \
      interviewers, a sheet for the candidate and blank scorecards. Nothing leaves this machine, and \
      the same posting gives the same bytes.

      Start here:
        rolewright plan posting.md -o loop       then open loop/index.html
        rolewright extract posting.md            the role as a file to edit
        rolewright extract --explain posting.md  the posting, its evidence marked
        rolewright why posting.md on-call        why the role asks for it, or not
        rolewright diff old.md new.md            what changed between the two

      Exit status: 0 done, nothing found; 1 findings, differences, or a loop that cannot cover a \
      required competency; 2 could not run; 64 bad usage.
      """,
    version: "0.1.0",
    subcommands: [
      PlanCommand.self, ExtractCommand.self, WhyCommand.self, DiffCommand.self, LintCommand.self,
      MergeCommand.self, TextconvCommand.self,
      ExplainCommand.self, EvalCommand.self,
      RubricCommand.self, ExerciseCommand.self, DrillCommand.self, ScorecardCommand.self,
    ]
  )

  static func main() {
    guard var command = readAlone(Array(CommandLine.arguments.dropFirst())) else { return main(nil) }
    do { try command.run() } catch { exit(withError: error) }
  }

  /// The commands that are read by themselves, because they are run most: the tree of all commands is not built for
  /// them, nor searched for a call for completion scripts. That was a tenth of the CPU that `plan` took, and a fifth
  /// of what `extract` did; and the tree reads the names of many files, as `lint` is given, twice over. Nil for
  /// whatever they do not understand alone, such as a call for help or a flag that there is not: the tree answers it
  /// then, with all it knows.
  private static func readAlone(_ arguments: [String]) -> (any ParsableCommand)? {
    let rest = Array(arguments.dropFirst())
    switch arguments.first {
    case "plan": return (try? PlanCommand.parseAsRoot(rest)) as? PlanCommand
    case "extract": return ExtractCommand(of: rest)
    case "diff": return (try? DiffCommand.parseAsRoot(rest)) as? DiffCommand
    case "lint": return LintCommand(of: rest)
    default: return nil
    }
  }
}
