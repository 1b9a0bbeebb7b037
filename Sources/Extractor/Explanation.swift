public import Diagnostics
internal import Rubric

/// Shows a posting with carets under the words behind each competency, and its importance in the role.
///
/// ```
/// 37 |   * Experienced at writing high-quality code in Golang
///    |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ required: go, programming
/// ```
public struct Explanation: Sendable {
  private let source: SourceText
  private let marks: [Int: [Mark]]
  private let lines: LineTable

  /// Words of one line and what they state.
  private struct Mark {
    var columns: Range<Int>
    var labels: [String]
  }

  /// Gathers the evidence of an extraction.
  public init(_ extraction: Extraction) {
    source = extraction.posting.source
    lines = LineTable(source)
    var byPlace: [Evidence: [String: [String]]] = [:]
    for competency in extraction.role.competencies {
      let label = competency.override == nil ? competency.id : "\(competency.id) (override)"
      for evidence in competency.evidence {
        let importance = evidence.importance ?? competency.importance
        byPlace[evidence.wordsAlone, default: [:]][importance.rawValue, default: []].append(label)
      }
    }
    for evidence in extraction.role.unmapped {
      byPlace[evidence, default: [:]][evidence.section, default: []].append("(no competency)")
    }
    for ruledOut in extraction.role.ruledOut {
      for evidence in ruledOut.evidence {
        byPlace[evidence.wordsAlone, default: [:]]["ruled out", default: []].append(
          "\(ruledOut.id) (override)")
      }
    }
    var marks: [Int: [Mark]] = [:]
    for (evidence, ids) in byPlace {
      let labels = ids.sorted { Self.rank($0.key) < Self.rank($1.key) }.map { importance, ids in
        "\(importance): \(ids.sorted().joined(separator: ", "))"
      }
      // A quotation of several lines is marked in its first.
      let length = evidence.quote.prefix { $0 != "\n" && $0 != "\r\n" }.unicodeScalars.count
      let columns = evidence.column - 1..<evidence.column - 1 + length
      marks[evidence.line, default: []].append(Mark(columns: columns, labels: labels))
    }
    self.marks = marks.mapValues {
      $0.sorted { ($0.columns.lowerBound, $0.labels[0]) < ($1.columns.lowerBound, $1.labels[0]) }
    }
  }

  private static func rank(_ importance: String) -> Int {
    Importance.allCases.firstIndex { $0.rawValue == importance } ?? Importance.allCases.count
  }

  /// The text for a terminal of some columns.
  public func text(columns: Int, style: Style) -> String {
    let gutter = String(lines.count).count
    let width = max(40, columns - gutter - 4)
    var text = style(.strong, source.name) + "\n"
    for line in 1...lines.count {
      let scalars = Array(lines.text(ofLine: line).unicodeScalars)
      for (part, chunk) in Self.chunks(scalars, width).enumerated() {
        let number = part == 0 ? String(line) : ""
        let pad = String(repeating: " ", count: gutter - number.count)
        let shown = String(String.UnicodeScalarView(scalars[chunk].map(\.shown)))
        text += Self.trimmed("\(pad)\(style(.faint, number + " |")) \(shown)") + "\n"
        for mark in marks[line] ?? [] where mark.columns.overlaps(chunk) {
          text += caret(mark, chunk, scalars, gutter: gutter, columns: columns, style: style)
        }
      }
    }
    return text
  }

  private func caret(
    _ mark: Mark, _ chunk: Range<Int>, _ scalars: [Unicode.Scalar], gutter: Int, columns: Int, style: Style
  ) -> String {
    let part = mark.columns.clamped(to: chunk)
    let indent = chunk.lowerBound..<part.lowerBound
    let width = max(1, Self.width(scalars[part]))
    let begins = mark.columns.lowerBound >= chunk.lowerBound
    let spaces = String(repeating: " ", count: Self.width(scalars[indent]))
    let line = (begins ? "^" : "~") + String(repeating: "~", count: width - 1)
    let margin = String(repeating: " ", count: gutter) + style(.faint, " |") + " "
    let caret = margin + spaces + style(.good, line)
    guard mark.columns.upperBound <= chunk.upperBound else { return caret + "\n" }
    let label = mark.labels.joined(separator: "; ")
    let fits = gutter + 4 + spaces.count + width + label.count <= columns
    return caret + (fits ? " \(style(.place, label))" : "\n\(margin)\(spaces)\(style(.place, label))") + "\n"
  }

  /// A line cut at spaces into stretches of at most some columns.
  private static func chunks(_ scalars: [Unicode.Scalar], _ width: Int) -> [Range<Int>] {
    guard !scalars.isEmpty else { return [0..<0] }
    var chunks: [Range<Int>] = []
    var start = 0
    while start < scalars.count {
      var end = start
      var columns = 0
      while end < scalars.count, columns + DisplayWidth.of(scalars[end].shown) <= width {
        columns += DisplayWidth.of(scalars[end].shown)
        end += 1
      }
      if end < scalars.count, let space = scalars[start..<end].lastIndex(of: " "), space > start {
        end = space + 1
      }
      end = max(end, start + 1)
      chunks.append(start..<end)
      start = end
    }
    return chunks
  }

  /// The columns of some scalars as they are shown.
  private static func width(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 + DisplayWidth.of($1.shown) }
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
