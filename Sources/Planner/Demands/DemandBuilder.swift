internal import Diagnostics
internal import Rubric

/// Turns what a role asks for into demands: the units that a loop rates.
///
/// A competency is a demand of its own, with two exceptions. The members of an any-of group make one
/// demand, since one of them satisfies the posting. And a competency that another demand extends, as a
/// language extends `programming`, is rated along with that one: who shows the language shows it too, as long as the
/// language is asked for as strongly. Of three languages or more that one sentence requires, the candidate chooses one: no
/// loop rates so many, and few people write all of them well.
/// A competency that the library does not have makes a demand without competencies.
struct DemandBuilder {
  let role: RoleDefinition
  /// The competencies of the library by id: those of the role and those that they extend, and maybe more.
  let competencies: [String: Competency]
  /// The ids of those that the level of the role asks for by itself.
  let ofLevel: [String]

  init(_ role: RoleDefinition, _ competencies: [String: Competency], ofLevel: [String] = []) {
    self.role = role
    self.competencies = competencies
    self.ofLevel = ofLevel
  }

  /// The demands, in the role's order.
  func demands() -> [Demand] {
    let separate = separateDemands()
    let hosts = hosts(in: separate)
    var demands = separate
    for (guest, host) in hosts {
      demands[host].along += separate[guest].alternatives
      demands[host].alongNames += separate[guest].competencies.map(\.name)
    }
    for index in demands.indices { demands[index].alsoWrittenIn = shells(beside: demands[index]) }
    let guests = Set(hosts.map(\.guest))
    return demands.indices.filter { !guests.contains($0) }.map { demands[$0] }
  }

  /// What one writes programs in beside languages that the posting offers a choice of, where the same sentence names it and
  /// it is asked for apart from the choice.
  private func shells(beside demand: Demand) -> [String] {
    guard demand.alternatives.allSatisfy({ $0.anyOf != nil }), !demand.competencies.isEmpty,
      demand.competencies.allSatisfy(\.isOneLanguage)
    else { return [] }
    return role.competencies.flatMap { other -> [String] in
      guard other.anyOf == nil, let competency = competencies[other.id], competency.isWrittenBesideLanguages
      else { return [] }
      let shared = demand.evidence.filter { line in
        other.evidence.contains { SentencePlace($0) == SentencePlace(line) }
      }
      let words = shared.map { ScannedWords.hashes(of: $0.words) }
      return competency.writtenIn.filter { name in
        words.contains { $0.holds(run: ScannedWords.hashes(of: name)) }
      }
    }
  }

  /// One demand for each competency and each any-of group, at the place of its first member.
  private func separateDemands() -> [Demand] {
    var demands: [Demand] = []
    var places: [String: Int] = [:]
    let crowds = crowdedLanguages()
    for wanted in role.competencies {
      let competency = competencies[wanted.id]
      // Alternatives that the library does not have stay apart from those that it has.
      let group = (wanted.anyOf ?? crowds[wanted.id]).map { (competency == nil ? "-" : "+") + $0 }
      if let group, let place = places[group] {
        demands[place].alternatives.append(wanted)
        if let competency { demands[place].competencies.append(competency) }
        continue
      }
      if let group { places[group] = demands.count }
      var demand = Demand(alternatives: [wanted], competencies: competency.map { [$0] } ?? [], along: [])
      demand.isOfLevel = ofLevel.contains(wanted.id)
      demands.append(demand)
    }
    return demands
  }

  /// The languages of which one sentence requires three or more, each with a name of the sentence.
  private func crowdedLanguages() -> [String: String] {
    let languages = role.competencies.filter {
      $0.importance == .required && $0.anyOf == nil && competencies[$0.id]?.isOneLanguage == true
    }
    var named: [SentencePlace: [String]] = [:]
    for language in languages {
      for place in Set(language.evidence.map(SentencePlace.init)) {
        named[place, default: []].append(language.id)
      }
    }
    var crowds: [String: String] = [:]
    for (place, ids) in named.sorted(by: { ($0.key.line, $0.key.column) < ($1.key.line, $1.key.column) })
    where ids.count >= Self.crowd && !ids.contains(where: { crowds[$0] != nil }) {
      for id in ids { crowds[id] = "languages \(place.line):\(place.column)" }
    }
    return crowds
  }

  /// So many languages in one sentence are a choice.
  private static let crowd = 3

  /// The demands that are rated along with another, and the one they go with: the heaviest that extends
  /// them, then the first.
  private func hosts(in demands: [Demand]) -> [(guest: Int, host: Int)] {
    let ancestors = demands.map { demand in Set(demand.competencies.flatMap { self.ancestors(of: $0) }) }
    let extended = ancestors.reduce(into: Set<String>()) { $0.formUnion($1) }
    let guests = demands.indices.filter { index in
      extended.contains(demands[index].id) && demands[index].alternatives.allSatisfy { $0.anyOf == nil }
    }
    let others = Set(demands.indices).subtracting(guests).sorted()
    return guests.compactMap { guest in
      let candidates = others.filter {
        ancestors[$0].contains(demands[guest].id) && demands[$0].importance <= demands[guest].importance
      }
      let host = candidates.max { (demands[$0].weight, $1) < (demands[$1].weight, $0) }
      return host.map { (guest, $0) }
    }
  }

  /// The ids of the competencies that one extends, at any distance.
  private func ancestors(of competency: Competency) -> [String] {
    var ids: [String] = []
    var next = competency.extends
    while let id = next {
      ids.append(id)
      next = competencies[id]?.extends
    }
    return ids
  }
}

extension Competency {
  /// Whether it is one language, and not programming at large.
  fileprivate var isOneLanguage: Bool { family == .languages && extends != nil }
}

extension Demand {
  /// Whether the posting leaves the choice among its alternatives; otherwise it asks for all of them.
  var isStatedChoice: Bool { alternatives.count > 1 && alternatives.allSatisfy { $0.anyOf != nil } }

  /// Whether the library knows what is asked for.
  var isInLibrary: Bool { !competencies.isEmpty }

  /// Whether it is about how somebody works with others, which every posting asks of everybody.
  var isOfPeople: Bool { competencies.allSatisfy { $0.family == .people } }

  /// Whether each of its alternatives is a competency or extends it, so that whatever the candidate chooses shows that.
  ///
  /// Beside languages the shell counts as one of what they extend: of "Python or Bash" a program is written, of Bash
  /// alone none is.
  func goes(by id: String) -> Bool {
    let isShared = competencies.contains { $0.extends == id }
    return !competencies.isEmpty
      && competencies.allSatisfy {
        $0.id == id || $0.extends == id || isShared && $0.isWrittenBesideLanguages
      }
  }

  /// Whether it is a duty to write code, and not in passing: a language or programming, of which the posting says at least
  /// two things.
  var isDutyOfCode: Bool {
    guard importance == .duty, competencies.contains(where: { $0.family == .languages }) else { return false }
    return Set(evidence.map { SentencePlace($0) }).count > 1
  }

  /// How much the posting speaks of it: the lines that state it, 9 at most.
  var emphasis: Int { Self.distinct(evidence) }

  /// The same without the lists of what is in use.
  var linesOfWork: Int { Self.distinct(evidence.filter { !$0.isOfStack }) }

  private static func distinct(_ evidence: [Evidence]) -> Int {
    var lines: [Int] = []
    for line in evidence.map(\.line) where lines.count < 9 && !lines.contains(line) { lines.append(line) }
    return lines.count
  }
}

extension Competency {
  /// Whether one writes programs for it though it is no language, as for the shell.
  fileprivate var isWrittenBesideLanguages: Bool { family != .languages && !writtenIn.isEmpty }

  /// What a candidate chooses among languages: Bash, and not the whole of Linux.
  var nameAmongLanguages: String { isWrittenBesideLanguages ? Figures.chosen(writtenIn) : name }
}
