public import YAML

extension EvaluationComparison {
  /// The comparison as it is written to JSON.
  public var document: Document {
    .mapping([
      .init("figures", .list(figures.map(\.document))),
      .init("gains", .list(gains.map(\.document))),
      .init("losses", .list(losses.map(\.document))),
      .init("incomparable", .inline(incomparable)),
    ])
  }
}

extension EvaluationComparison.FigureChange {
  fileprivate var document: Document {
    let values = [before, after].map { value in
      value.map { Document.number(AccuracyFigure.fourDecimals($0)) } ?? .null
    }
    return .mapping(
      [
        .init("part", .text(part.rawValue)), .init("figure", .text(figure.rawValue)),
        .init("from", values[0]), .init("to", values[1]),
      ], inline: true)
  }
}

extension EvaluationComparison.Verdict {
  fileprivate var document: Document {
    .mapping([.init("file", .text(file))] + error.pairs, inline: true)
  }
}
