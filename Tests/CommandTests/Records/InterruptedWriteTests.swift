import Foundation
import Rubric
import TestSupport
import Testing

/// Whatever happens while something is written: there is the old file or the new one, and never a part.
@Suite("What is written is whole, or is not written")
struct InterruptedWriteTests {
  private let folder: TemporaryFolder

  init() throws { folder = try DrillFixture.folder() }

  private func shell(_ line: String) throws -> Rolewright.Outcome {
    try Rolewright.shell(line, in: folder.path)
  }

  /// The names of temporary files that were left.
  private func leftovers(in name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + name)
      .filter { $0.hasPrefix(".rolewright-") && $0.hasSuffix(".tmp") }
  }

  /// A drill writes its record after every note. It is killed while it does so, a little later each time; what is
  /// there then is, to the byte, what the drill gives with the notes up to one of them.
  @Test("killed at any moment, the record of a drill is that of some note")
  func killedDrill() throws {
    let notes = (1...250).map { "n number \($0) of many\n" }
    try folder.write(notes.joined(), to: "script")
    var generator = SeededGenerator(seed: 11)
    var counts: Set<Int> = []
    for _ in 0..<5 {
      let delay = "0.\(String(1_000 + generator.next() % 250).dropFirst())"
      let line =
        "rm -f notes.md; rolewright drill logins --rubrics ours -o notes.md < script > /dev/null 2>&1 & "
        + "until test -e notes.md; do sleep 0.01; done; sleep \(delay); kill -KILL $!; wait $!; echo $?"
      _ = try shell(line)
      let record = try folder.text("notes.md")
      let count = record.split(separator: "\n").count { $0.hasPrefix("- 0, note: number ") }
      counts.insert(count)
      try folder.write(notes.prefix(count).joined(), to: "part")
      let whole = try Rolewright.run(
        ["drill", "logins", "--rubrics", "ours"], in: folder.path, input: try folder.text("part"))
      #expect(record == whole.output, "\(count) notes")
    }
    #expect(counts.contains { (1..<250).contains($0) })
    let left = try leftovers()
    #expect(left.allSatisfy { !CandidateRecord.isScorecard($0) })
    #expect(Set(folder.files).subtracting(left).isSuperset(of: ["notes.md", "script"]))
  }

  /// An archive of some megabytes takes a while to be written. The command is killed as soon as its temporary file
  /// is there, or a little later.
  @Test("killed at any moment, an archive is whole or is not there")
  func killedBundle() throws {
    let candidate = try CandidateFiles.folder()
    let posting = Array("%PDF-1.7\n".utf8) + [UInt8](repeating: 0x61, count: 6 << 20)
    try candidate.write(posting, to: "posting.pdf")
    let command = "rolewright scorecard bundle C-17 --posting posting.pdf -o out/C-17.tar"
    #expect(
      try Rolewright.shell("mkdir out; \(command) > whole; mv out/C-17.tar .", in: candidate.path).status == 0
    )
    let whole = try candidate.text("whole")
    var struck = 0
    for round in 0..<8 {
      let pause = String(repeating: ":; ", count: round * 60)
      let line =
        "rm -rf out; mkdir out; \(command) > /dev/null 2>&1 & while kill -0 $! 2>/dev/null; do "
        + "set -- out/.rolewright-*; if test -e \"$1\"; then \(pause) kill -KILL $! 2>/dev/null; break; fi; done; "
        + "wait $!; ls -A out | grep -c tmp; test ! -e out/C-17.tar || sha256sum out/C-17.tar"
      let lines = try Rolewright.shell(line, in: candidate.path).output.split(separator: "\n")
      if lines.contains("1") { struck += 1 }
      if let sum = lines.first(where: { $0.hasSuffix(".tar") }) { #expect(sum + "\n" == whole) }
    }
    #expect(struck > 0)
  }

  /// Every call of the system with which a file is written is the last one in turn: one that is replaced at will,
  /// and one that is replaced only while it is what it was.
  @Test(
    "killed at any call of the system, a file is the old one or the new one",
    .enabled(if: Tool.works("strace -o trace -e inject=fsync:error=EINTR true"), "strace does not work here"),
    arguments: [
      "openat", "write", "fsync", "fchmod", "fchown", "rename", "renameat2", "unlink", "close",
    ])
  func killedAtCall(name: String) throws {
    let posting = ProjectFiles.root + "/" + Fixture.posting
    let drill = ["drill", "logins", "--rubrics", "ours"]
    let records = try ["", "n one\n"].map { try Rolewright.run(drill, in: folder.path, input: $0).output }
    try folder.write(Fixture.role, to: "before")
    let commands = [
      (
        "cp before file; \(Self.strace) rolewright extract \(posting) -o file --force",
        [Fixture.role, try Rolewright.run(["extract", posting]).output]
      ),
      (
        "rm -f file; printf 'n one\\n' | \(Self.strace) rolewright \(drill.joined(separator: " ")) -o file",
        records + [""]
      ),
    ]
    var killed = 0
    for (command, allowed) in commands {
      let line = "\(command.replacing("@", with: "trace=\(name)")) >/dev/null 2>&1; grep -c '\(name)(' trace"
      let count = Int(try shell(line).output.dropLast()) ?? 0
      for number in max(1, count - 3)..<max(1, count + 1) {
        let injected = command.replacing("@", with: "inject=\(name):signal=KILL:when=\(number)")
        let ended = try shell("\(injected) >/dev/null 2>&1; grep -c 'killed by SIGKILL' trace").output
        killed += ended == "0\n" ? 0 : 1
        let found = try? folder.text("file")
        #expect(allowed.contains(found ?? ""), "\(name) \(number)")
      }
    }
    #expect(killed > 0 || name == "rename" || name == "unlink")
  }

  private static let strace = "strace -f -o trace -e @"

  @Test("a limit on the size of files ends the command with a sentence, and the old file stays")
  func limited() throws {
    try folder.write(Fixture.role, to: "role.yaml")
    let posting = ProjectFiles.root + "/" + Fixture.posting
    let outcome = try shell("ulimit -f 4; rolewright extract \(posting) -o role.yaml --force; echo $?")
    #expect(outcome.output.hasSuffix(Self.noSpace("role.yaml") + "2\n"), "\(outcome.output)")
    #expect(try folder.text("role.yaml") == Fixture.role)
    #expect(try shell("ulimit -f 4; rolewright plan \(posting) -o loop; echo $?").output.hasSuffix("2\n"))
    #expect(try leftovers() == [] && leftovers(in: "loop") == [])
  }

  #if os(Linux)
    @Test("a device that is full is told so")
    func fullDevice() throws {
      let posting = ProjectFiles.root + "/" + Fixture.posting
      let outcome = try shell("rolewright extract \(posting) -o /dev/full; echo $?")
      #expect(outcome.output.hasSuffix(Self.noSpace("/dev/full") + "2\n"), "\(outcome.output)")
    }
  #endif

  @Test(
    "a full disk loses nothing, and leaves nothing half written",
    .enabled(
      if: Tool.works("unshare -m sh -c 'mkdir d && mount -t tmpfs -o size=64k none d'"),
      "no disk can be mounted here"))
  func fullDisk() throws {
    let posting = ProjectFiles.root + "/" + Fixture.posting
    let line = """
      unshare -m sh -c 'mkdir d && mount -t tmpfs -o size=64k none d && cd d || exit 9
      rolewright extract \(posting) -o role.yaml 2>/dev/null && cp role.yaml ../before
      mkdir -p C-17 && cp role.yaml C-17/1-x.yaml
      dd if=/dev/zero of=filler bs=1k 2>/dev/null
      rolewright extract \(posting) -o role.yaml --force; echo "status $?"
      cmp role.yaml ../before && echo same
      rolewright extract \(posting) -o new/role.yaml 2>/dev/null; echo "status $?"
      ls -A . new 2>/dev/null | grep -c tmp
      rm filler
      rolewright plan \(posting) -o loop > ../plan 2>&1; echo "status $?"
      find . -name ".rolewright-*.tmp" | grep -c .
      find loop -size 0 | grep -c .
      rolewright extract \(posting) -o role.yaml --force 2>/dev/null; cmp role.yaml ../before && echo same
      '
      """
    let outcome = try shell(line)
    #expect(
      outcome.output.hasSuffix(
        """
        \(Self.noSpace("role.yaml"))status 2
        same
        status 2
        0
        status 2
        0
        0
        same

        """), "\(outcome.output)")
    #expect(try folder.text("plan").contains("[no-space]"))
  }

  private static func noSpace(_ path: String) -> String {
    """
    \(path): error: there is no room for it on the disk, or it is larger than files may be here [no-space]
       = help: what was there before is as it was; make room and do it again

    1 error

    """
  }
}
