public import Diagnostics
internal import YAML

/// A term of a signal, with its place in the file of the competency.
public struct SignalWording: Sendable {
  /// The number of the signal among those of the competency, from 0.
  public var signal: Int
  /// The term, as it is written.
  public var text: String
  /// Where it is written.
  public var place: Place
}

extension RubricLibrary {
  /// The terms of a competency's signals, in the order of the file; none when the library does not have
  /// the competency.
  public func wording(of id: String) throws(InvalidInput) -> [SignalWording] {
    guard let source = source(ofCompetency: id) else { return [] }
    let root = try YAMLParser.parse(source)
    return (root["signals"]?.items ?? []).enumerated().flatMap { number, signal in
      signal.wording.map { SignalWording(signal: number, text: $0.text, place: $0.place) }
    }
  }
}

extension Node {
  fileprivate var items: [Node] {
    guard case .sequence(let items) = content else { return [] }
    return items
  }

  /// The terms, and the names and spellings of products, of a signal.
  fileprivate var wording: [(text: String, place: Place)] {
    var wording = (self["terms"]?.items ?? []).flatMap(\.spelling)
    guard case .mapping(let products) = self["technologies"]?.content else { return wording }
    for product in products {
      wording.append((product.key, product.keyRange.start))
      wording += product.value.items.flatMap(\.spelling)
    }
    return wording
  }

  private var spelling: [(text: String, place: Place)] {
    guard case .scalar(let text, _) = content else { return [] }
    return [(text, range.start)]
  }
}
