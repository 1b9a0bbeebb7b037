internal import Rubric
internal import YAML

/// A posting in JSON whose form is known.
struct StructuredPosting {
  private let input: UnsafeBufferPointer<UInt8>
  private let fields: PostingFields
  let form: PostingForm
  let value: JSONValue

  /// The postings below a value: of a form that is told by its keys or its type, or else of one that is
  /// not; linked data only where that is asked for.
  static func all(
    in value: JSONValue, of input: UnsafeBufferPointer<UInt8>, _ fields: PostingFields,
    isLinkedData: Bool = false
  ) -> [StructuredPosting] {
    let told = fields.forms.filter { $0.type != nil || (!isLinkedData && !$0.has.isEmpty) }
    let others = isLinkedData ? [] : fields.forms.filter { $0.type == nil && $0.has.isEmpty }
    let make = { StructuredPosting(input: input, fields: fields, form: $0, value: $1) }
    for forms in [told, others] {
      let found = values(in: value, fields.wrappers) { item in forms.first { fits($0, item, input) } }
      if !found.isEmpty { return found.map(make) }
    }
    return others.filter(\.isLongest).prefix(1).map { make($0, value) }
  }

  /// The values that have a form: of all that stand in lists and below wrappers, the uppermost.
  private static func values(
    in value: JSONValue, _ wrappers: [String], form: (JSONValue) -> PostingForm?
  ) -> [(PostingForm, JSONValue)] {
    var open = [value]
    // A posting stands no deeper than in a list below a wrapper below another.
    for _ in 0..<4 where !open.isEmpty {
      let items = open.flatMap(\.items)
      let found = items.compactMap { item in form(item).map { ($0, item) } }
      if !found.isEmpty { return found }
      open = items.flatMap { item in wrappers.compactMap { item[$0]?.value } }
    }
    return []
  }

  private static func fits(
    _ form: PostingForm, _ value: JSONValue, _ input: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard !value.entries.isEmpty else { return false }
    if let type = form.type {
      let types = value["@type"]?.value.items ?? []
      return types.contains { JSONText.decoded(input, $0.range).bytes.elementsEqual(type.utf8) }
    }
    let isThere = { (path: String) in !value.values(at: path).isEmpty }
    guard form.has.isEmpty else { return form.has.allSatisfy(isThere) }
    return form.title.contains(where: isThere) && form.texts.flatMap(\.paths).contains(where: isThere)
  }

  /// The facts that stand outside the text: title, company and place.
  var metadata: [Posting.Metadatum] {
    let facts = [("title", form.title), ("company", form.company), ("location", form.location)]
    return facts.compactMap { key, paths in
      text(paths).map { Posting.Metadatum(key: key, value: $0) }
    }
  }

  /// Whether the role can be remote.
  var remote: Bool? {
    form.remote.lazy.flatMap { value.values(at: $0) }.flatMap(\.value.items).compactMap { item in
      let word = string(item).lowercased()
      return fields.remote.first { $0.word == word }?.isRemote
    }.first
  }

  /// The pay. Amounts without a currency are none.
  var pay: Pay? {
    guard let paths = form.pay, let currency = first(paths.currency)?.uppercased(), currency.utf8.count == 3
    else { return nil }
    let (low, high) = (amount(paths.low, paths), amount(paths.high, paths))
    guard let least = low ?? high else { return nil }
    let word = first(paths.period)?.lowercased()
    let period = fields.periods.first { $0.word == word }?.period ?? (least >= 10_000 ? .year : nil)
    guard let period, high ?? least >= least else { return nil }
    return Pay(currency: currency, min: low, max: high == low ? nil : high, period: period)
  }

  private func amount(_ paths: [String], _ pay: PostingForm.PayFields) -> Int? {
    let number = first(paths).flatMap { Double($0.filter { $0 != "," && $0 != " " }) }
    guard let number, number >= 1, number < 1e11 else { return nil }
    let amount = Int(pay.isInCents ? number / 100 : number)
    return (1...1_000_000_000).contains(amount) ? amount : nil
  }

  /// The first of several values, as of ranges of pay by country: the one that is stated first.
  private func first(_ paths: [String]) -> String? { paths.lazy.compactMap { texts(at: $0).first }.first }

  /// The first text that one of some paths leads to.
  private func text(_ paths: [String]) -> String? {
    paths.lazy.compactMap { path in
      let parts = path.split(separator: " ").map { texts(at: String($0)) }
      return joined(parts.count == 1 ? parts[0] : parts.compactMap(\.first), parts.count == 1 ? "; " : ", ")
    }.first
  }

  /// Several places are named; a company with more than five has them all.
  private func joined(_ texts: [String], _ separator: String) -> String? {
    var distinct: [String] = []
    for text in texts where !distinct.contains(text) && distinct.count < 5 { distinct.append(text) }
    return distinct.isEmpty ? nil : distinct.joined(separator: separator)
  }

  private func texts(at path: String) -> [String] {
    value.values(at: path).lazy.flatMap(\.value.items).map(string).filter { !$0.isEmpty }
  }

  /// A single value as text on one line; empty for anything else.
  private func string(_ value: JSONValue) -> String {
    switch value.content {
    case .string where value.range.count <= 2_000:
      let text = EncodedText.plain(JSONText.decoded(input, value.range))
      return text.split { $0.isWhitespace }.joined(separator: " ")
    case .word: return String(decoding: input[value.range], as: UTF8.self)
    default: return ""
    }
  }
}
