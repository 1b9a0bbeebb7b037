import Diagnostics
import Planner
import Rubric
import YAML

/// A loop as a command has come to it, and what it comes from.
struct LoopPlan {
  /// The loop, with what people have edited.
  let loop: InterviewLoop
  /// The same as it was planned.
  let planned: InterviewLoop
  /// The role as it was read, before edits were merged in: what the record holds.
  private let role: RoleDefinition
  /// Whether people may have edited the loop.
  private let isEdited: Bool
  /// The role of the record, where it stays as it is.
  private let recordedRole: String?
  /// What is worth knowing about the edited file.
  let findings: [Finding]
  /// The folder that is to be brought up to date.
  let folder: LoopFolder?

  /// Plans the loop of a role.
  typealias Planning = (RoleDefinition) throws(InvalidInput) -> InterviewLoop

  /// The loop of a role.
  init(_ role: RoleDefinition, _ plan: Planning) throws(InvalidInput) {
    loop = try plan(role)
    (planned, findings, folder) = (loop, [], nil)
    (self.role, isEdited, recordedRole) = (role, false, nil)
  }

  /// The loop of a file, for the role beside it.
  init(
    _ role: RoleDefinition, edited: LoopInput, by planner: LoopPlanner, _ plan: Planning
  ) throws(InvalidInput) {
    planned = try plan(role)
    (loop, findings) = try planner.loop(from: try edited.node(), in: edited.source, planned: planned)
    folder = nil
    (self.role, isEdited, recordedRole) = (role, true, nil)
  }

  /// The loop of a folder, brought up to date with a role that was read from a path.
  init(
    _ role: RoleDefinition, from path: String, updating folder: LoopFolder, taking side: MergeSide?,
    by planner: LoopPlanner, _ plan: Planning
  ) throws {
    // The folder's own role has its edits in it, and is no new version of itself.
    let isOwn = folder.holds("role.yaml", at: path) || folder.holds("loop.yaml", at: path)
    let merged = isOwn ? role : try folder.merged(role, taking: side)
    let planned = try plan(merged)
    let merge = try folder.merged(planned, by: planner, taking: side)
    // What is found is shown where it stands once the file is written.
    let text = try Self.text(merge.document, keeping: folder.loop, InterviewLoop.mergeRules)
    let source = SourceText(name: folder.loop.name, text: text)
    (loop, findings) = try planner.loop(from: try YAMLParser.parse(source), in: source, planned: planned)
    self.planned = planned
    self.folder = folder
    (self.role, isEdited) = (role, true)
    recordedRole = isOwn ? folder.generatedRole.text : nil
  }
}

extension LoopPlan {
  /// The documents of the loop's folder, with the forms of its exercises and the version of the library.
  func documents(
    _ renderer: DocumentRenderer, forms: [String: ExerciseForm], library: String
  ) throws(InvalidInput) -> [RenderedDocument] {
    let loopFile = try Self.text(loop.document, keeping: folder?.loop, InterviewLoop.mergeRules)
    let role = try Self.text(loop.role.document, keeping: folder?.role, RoleDefinition.mergeRules)
    let assessment = YAMLWriter.text(AssessmentPlan(of: loop, library: library, forms: forms).document)
    return try renderer.documents(of: loop, forms: forms, loopFile: loopFile) + [
      RenderedDocument(path: "role.yaml", text: role),
      RenderedDocument(path: CandidateRecord.planName, text: assessment),
    ]
  }

  /// Writes the documents into a new folder, with the record. Gives the paths that stayed.
  func write(_ documents: [RenderedDocument], to path: String, _ files: OutputFiles) throws(InvalidInput)
    -> [String]
  {
    let record = record(of: documents, LoopRecord.digests(of: documents))
    return try files.write((documents + record).map { ($0.path, $0.text) }, to: path)
  }

  /// Brings the folder up to date. Gives what is to be told, and how many files were written.
  func update(
    _ folder: LoopFolder, with documents: [RenderedDocument]
  ) throws(InvalidInput) -> (notes: [String], written: Int) {
    var writer = LoopFolderWriter(folder)
    let digests = try writer.write(
      documents, own: ["loop.yaml": folder.loop, "role.yaml": folder.role])
    let files = OutputFiles(mayReplace: true)
    for file in record(of: documents, digests) {
      try files.write(file.text, to: folder.path + "/" + file.path)
    }
    return (writer.notes, writer.written)
  }

  /// The record. What was not edited has the text of the document, which is not written out again.
  private func record(
    of documents: [RenderedDocument], _ digests: [String: String]
  ) -> [RenderedDocument] {
    func text(_ path: String) -> String? { isEdited ? nil : documents.first { $0.path == path }?.text }
    let loopText = text("loop.yaml") ?? YAMLWriter.text(planned.document)
    let roleText = recordedRole ?? (role == loop.role ? text("role.yaml") : nil)
    return LoopRecord.files(
      loop: loopText, role: roleText ?? YAMLWriter.text(role.document), digests: digests)
  }

  /// A file of the folder as text: as it stands where it says the same already, else with its comments.
  private static func text(
    _ document: Document, keeping edited: SourceText?, _ rules: MergeRules
  ) throws(InvalidInput) -> String {
    let text = YAMLWriter.text(document)
    guard let edited else { return text }
    let node = try YAMLParser.parse(edited)
    let isSame = ThreeWayMerge(MergeRules()).isSame(
      node, try YAMLParser.parse(SourceText(name: edited.name, text: text)))
    return isSame ? edited.text : try CommentKeeper(edited, node, rules).keeping(in: text)
  }
}
