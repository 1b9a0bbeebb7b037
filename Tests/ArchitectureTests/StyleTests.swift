import TestSupport
import Testing

@Suite("How the sources are written")
struct StyleTests {
  @Test("no file is longer than 500 lines", arguments: SourceFile.all)
  func length(file: SourceFile) {
    #expect(file.lineCount <= 500)
  }

  @Test("nothing is forced", arguments: SourceFile.all)
  func forced(file: SourceFile) {
    #expect(file.code.filter { $0.contains("try!") || $0.contains(" as! ") } == [])
  }

  @Test("texts are searched without regular expressions", arguments: SourceFile.all)
  func expressions(file: SourceFile) throws {
    guard file.module != "StandIn" else { return }
    let call = try Regex(
      #"\.(replacing\(["a-z]+, with|ranges\(of|firstRange\(of)|split\(separator: "[^"\\]{2,}""#)
    #expect(file.code.filter { $0.contains(call) } == [])
  }

  @Test("only the roof and the embedding tool print", arguments: SourceFile.all)
  func printing(file: SourceFile) throws {
    guard file.module != "rolewright", file.module != "embed-catalog" else { return }
    let call = try Regex(#"(^|[^A-Za-z0-9_.])(print|debugPrint|dump)\("#)
    #expect(file.code.filter { $0.contains(call) } == [])
  }

  @Test("no module has a public type of its own name", arguments: Set(SourceFile.all.map(\.module)).sorted())
  func names(module: String) throws {
    let name = module.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    let declaration = try Regex("public .*(struct|class|enum|actor|protocol|typealias) \(name)\\b")
    let files = SourceFile.all.filter { $0.module == module && module != "Catalog" }
    #expect(files.filter { file in file.code.contains { $0.contains(declaration) } }.map(\.path) == [])
  }
}
