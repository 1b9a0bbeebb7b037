import Foundation
import TestSupport
import Testing

@Suite("Files that somebody guards or edits")
struct GuardedFileTests {
  private let folder: TemporaryFolder
  private let posting = ProjectFiles.root + "/" + Fixture.posting

  init() throws { folder = try DrillFixture.folder() }

  private func shell(_ line: String) throws -> String {
    try Rolewright.shell(line, in: folder.path).output
  }

  @Test("a read-only file is not replaced, whoever asks and whatever its folder allows")
  func readOnlyFile() throws {
    try folder.write("mine\n", to: "role.yaml")
    let output = try shell(
      "chmod 444 role.yaml; rolewright extract \(posting) -o role.yaml --force; echo $?; ls -A | grep -c tmp")
    #expect(
      output.hasSuffix(
        """
        role.yaml: error: is read-only, and stays as it is [read-only]
           = help: give leave to change it, as "chmod u+w" does, or choose another place

        1 error
        2
        0

        """), "\(output)")
    #expect(try folder.text("role.yaml") == "mine\n")
  }

  @Test(
    "a locked file or folder is not written, not by root either",
    .enabled(if: Tool.works("touch f && chattr +i f && chattr -i f"), "files cannot be locked here"))
  func locked() throws {
    try folder.write("mine\n", to: "role.yaml")
    let output = try shell(
      "chattr +i role.yaml; rolewright extract \(posting) -o role.yaml --force; chattr -i role.yaml; "
        + "mkdir d; chattr +i d; rolewright extract \(posting) -o d/role.yaml; chattr -i d; ls -A d . | grep -c tmp"
    )
    #expect(output.contains("role.yaml: error: is read-only, and stays as it is [read-only]\n"), "\(output)")
    #expect(
      output.hasSuffix(
        """
        d/role.yaml: error: may not be written [unwritable]
           = help: look at the permissions of the folder

        1 error
        0

        """), "\(output)")
    #expect(try folder.text("role.yaml") == "mine\n")
  }

  private static let nobody = "setpriv --reuid 65534 --regid 65534 --clear-groups"

  @Test(
    "a folder that may not be written keeps what is in it",
    .enabled(if: Tool.works("\(nobody) rolewright --version >/dev/null"), "nobody else can be made to run it")
  )
  func readOnlyFolder() throws {
    try folder.write("mine\n", to: "d/role.yaml")
    let output = try shell(
      "chmod 777 . d/role.yaml; chmod 555 d; for f in role.yaml new.yaml; do "
        + "\(Self.nobody) rolewright extract \(posting) -o d/$f --force; done; ls -A d")
    #expect(
      output.hasSuffix(
        """
        d/role.yaml: error: may not be written [unwritable]
           = help: look at the permissions of the folder

        1 error
        d/new.yaml: error: may not be written [unwritable]
           = help: look at the permissions of the folder

        1 error
        role.yaml

        """), "\(output)")
    #expect(try folder.text("d/role.yaml") == "mine\n")
  }

  @Test("names that cannot be, and folders in the place of files")
  func names() throws {
    let long = String(repeating: "n", count: 300)
    let output = try shell(
      "rolewright extract \(posting) -o \(long); rolewright extract \(posting) -o ours --force")
    #expect(
      output.contains(
        "\(long): error: the name is too long [name-too-long]\n   = help: choose a shorter one\n"))
    #expect(output.contains("ours: error: this is a directory [directory]\n   = help: name a file in it\n"))
    #expect(
      try shell("rolewright extract \(posting) -o ours").contains(
        "ours: error: is there already [file-exists]"))
  }

  @Test("a pipe and a terminal are written to, and stay what they are")
  func streams() throws {
    let output = try shell(
      "rolewright extract \(posting) -o /dev/stdout 2>/dev/null | head -n 1; test -c /dev/null")
    #expect(output == "title: Site Reliability Engineer\n")
    #expect(
      try shell("rolewright extract \(posting) -o /dev/null 2>/dev/null; test -c /dev/null; echo $?") == "0\n"
    )
  }

  /// The templates are read after the loop and before anything is written: one of them is a pipe that waits.
  @Test("a loop that somebody saves while it is brought up to date stays as it was saved")
  func editedLoop() throws {
    let template = "Templates/candidate.md.mustache"
    try folder.write(try ProjectFiles.text(template), to: "candidate")
    #expect(try shell("rolewright plan \(posting) -o loop >/dev/null 2>&1; echo $?") == "0\n")
    let mine = try folder.text("loop/loop.yaml").replacing("name: Coding\n", with: "name: Pairing\n")
    try folder.write(mine, to: "mine")
    let before = try folder.contents().filter { $0.key.hasPrefix("loop/") && $0.key != "loop/loop.yaml" }
    let output = try shell(
      """
      sed 's/^title:.*/title: Platform Engineer/' loop/role.yaml > edited && cp edited loop/role.yaml
      mkdir pipes && mkfifo pipes/candidate.md.mustache
      { rolewright plan \(posting) --update loop --templates pipes > out 2>&1; echo $? >> out; } &
      exec 3> pipes/candidate.md.mustache
      cp mine loop/loop.yaml
      cat candidate >&3; exec 3>&-; wait; cat out
      """)
    #expect(
      output.hasSuffix(
        """
        loop/loop.yaml: error: was changed while this ran, and stays as it is now [changed-meanwhile]
           = help: do it again, and what was changed is taken into account

        1 error
        2

        """), "\(output)")
    #expect(try folder.text("loop/loop.yaml") == mine)
    for (path, text) in before where path != "loop/role.yaml" { #expect(try folder.text(path) == text) }
    #expect(try shell("rolewright plan \(posting) --update loop 2>/dev/null; echo $?").hasSuffix("0\n"))
    #expect(try folder.text("loop/kits/3-coding.md").contains("# 3. Pairing\n"))
  }

  @Test("the record of a drill that somebody edits stays as edited, and goes on beside it")
  func editedRecord() throws {
    let output = try shell(
      """
      mkfifo in; { rolewright drill logins --rubrics ours -o notes.md < in > out 2> err & }
      exec 3> in; echo n one >&3; until grep -q 'note: one' notes.md 2>/dev/null; do sleep 0.02; done
      echo mine > notes.md; echo n two >&3; until test -e notes.new.md; do sleep 0.02; done
      echo n three >&3; exec 3>&-; wait $!; echo $?; cat err
      """)
    #expect(
      output == """
        0
        notes.md was changed by somebody else and stays so; the record goes to notes.new.md
        wrote notes.new.md

        """)
    #expect(try folder.text("notes.md") == "mine\n")
    let record = try folder.text("notes.new.md")
    for note in ["one", "two", "three"] { #expect(record.contains("- 0, note: \(note)\n")) }
  }

  /// File systems of networks and of other systems know less.
  @Test(
    "where files cannot be renamed in one way, they are in another",
    .enabled(if: Tool.works("strace -o trace -e inject=fsync:error=EINTR true"), "strace does not work here"),
    arguments: ["renameat2:error=EINVAL", "renameat2,link,linkat:error=EPERM"])
  func otherWays(failing: String) throws {
    let run = "strace -f -o trace -e inject=\(failing) rolewright extract \(posting) -o role.yaml"
    #expect(try shell("\(run) 2>/dev/null; ls -A | grep -c tmp").hasSuffix("0\n"))
    #expect(try folder.text("role.yaml") == Rolewright.run(["extract", posting]).output)
    #expect(try shell("grep -c 'INJECTED' trace") != "0\n")
    try folder.write("mine\n", to: "role.yaml")
    #expect(try shell(run).contains("role.yaml: error: is there already [file-exists]"))
    let update = "strace -f -o trace -e inject=\(failing) rolewright plan \(posting) --update loop"
    _ = try shell("rolewright plan \(posting) -o loop; sed -i 's/^title:.*/title: Engineer/' loop/role.yaml")
    #expect(try shell("\(update) 2>&1 | grep '^updated'").hasPrefix("updated loop: wrote "))
    #expect(try shell("find . -name '*.tmp' | grep -c .") == "0\n")
  }
}
