import Foundation
import PackagePlugin

/// Runs `embed-catalog` over `Rubrics/` and `Templates/` before `Catalog` is compiled, so that one
/// binary carries both as text.
@main
struct EmbedCatalog: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let files = ["Rubrics", "Templates"].flatMap { folder in textFiles(below: root.appending(path: folder)) }
    let output = context.pluginWorkDirectoryURL.appending(path: "Embedded.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) rubric and template files",
        executable: try context.tool(named: "embed-catalog").url,
        arguments: [output.path(), root.path()] + files.map { $0.path() },
        inputFiles: files,
        outputFiles: [output]
      )
    ]
  }

  /// The YAML and Mustache files below a folder, sorted by path so that the output never depends on
  /// the order of the file system.
  private func textFiles(below folder: URL) -> [URL] {
    guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else {
      return []
    }
    return walk.compactMap { $0 as? URL }
      .filter { ["yaml", "mustache"].contains($0.pathExtension) }
      .sorted { $0.path() < $1.path() }
  }
}
