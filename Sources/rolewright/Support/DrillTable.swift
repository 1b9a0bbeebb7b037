import Diagnostics
import Planner
import Rubric

/// Leads a drill on the terminal, and writes its record.
///
/// The play goes to standard output, or to standard error where the record goes to standard output and nobody
/// sits before it. A file is written whole at the beginning, so that one that cannot be written is known
/// before the candidate has come, and after every step and note. If somebody else has changed it meanwhile, it stays
/// so, and the record goes to a file beside it.
struct DrillTable {
  private var session: DrillSession
  private let renderer: DrillRenderer
  private var file: String?
  private let mayReplace: Bool
  private var input = LineInput()
  private let start = ContinuousClock.now
  /// The bytes of the file, and how many lines have been typed since it was written.
  private var written = (bytes: [UInt8](), linesSince: 0)

  /// A long record is not written at every line, but as often as costs no more than this for a line.
  private static let bytesPerLine = 1 << 16

  /// A table for a session; with a file that the record goes to.
  init(session: DrillSession, renderer: DrillRenderer, file: String?, mayReplace: Bool) {
    self.session = session
    self.renderer = renderer
    self.file = file
    self.mayReplace = mayReplace
  }

  /// Leads the drill until the interviewer ends it, or the input ends. Whatever happens, the record is
  /// written.
  mutating func lead() throws {
    if let file {
      let record = renderer.record(of: session)
      try OutputFiles(mayReplace: mayReplace).write(record, to: file)
      written.bytes = Array(record.utf8)
    }
    Interruption.watch()
    show(renderer.beginning(of: session))
    var tooMuch: InvalidInput?
    do throws(InvalidInput) { try takeLines() } catch { tooMuch = error }
    if input.isTerminal, input.hasEnded { show("\n") }
    try writeAtTheEnd()
    if let tooMuch { throw tooMuch }
    Interruption.passOn()
  }

  private mutating func takeLines() throws(InvalidInput) {
    while true {
      if input.isTerminal { show("> ") }
      guard let line = try input.next() else { return }
      let elapsed = input.isTerminal ? Int(start.duration(to: .now).components.seconds) : nil
      let reply = session.take(line, elapsed: elapsed)
      let typed = input.isTerminal ? nil : line
      show(renderer.turn(of: session, reply, typed: typed, elapsed: elapsed))
      if reply == .quit { return }
      writeMeanwhile(reply)
    }
  }

  /// Writes the file where something came to the record. A fault is told at the end, if it is still there.
  private mutating func writeMeanwhile(_ reply: DrillReply) {
    written.linesSince += 1
    guard file != nil, written.linesSince * Self.bytesPerLine >= written.bytes.count else { return }
    switch reply {
    case .taken, .noted, .undone: _ = try? write(renderer.record(of: session))
    default: break
    }
  }

  private mutating func writeAtTheEnd() throws(InvalidInput) {
    let record = renderer.record(of: session)
    guard file != nil else { return Terminal.write(record) }
    do throws(InvalidInput) { try write(record) } catch {
      // What was noted must not be lost.
      Terminal.write(record)
      throw error
    }
    if let file { Terminal.note("wrote \(file)\n") }
  }

  /// Writes the file, while it is what was written last; else another beside it, from now on.
  private mutating func write(_ record: String) throws(InvalidInput) {
    guard let path = file else { return }
    let bytes = Array(record.utf8)
    written.linesSince = 0
    do throws(InvalidInput) {
      try OutputFiles.update(path, from: written.bytes, to: record, isDurable: true)
    } catch {
      guard error.findings.contains(where: { $0.rule == "changed-meanwhile" }) else { throw error }
      let other = LoopFolderWriter.beside(path)
      try OutputFiles(mayReplace: false).write(record, to: other)
      Terminal.note("\(path) was changed by somebody else and stays so; the record goes to \(other)\n")
      file = other
    }
    written.bytes = bytes
  }

  private func show(_ text: String) {
    if file != nil || Terminal.isResultTerminal {
      Terminal.write(Terminal.page(text))
    } else {
      Terminal.note(Terminal.page(text, style: Terminal.noteStyle, columns: Terminal.noteColumns))
    }
  }
}
