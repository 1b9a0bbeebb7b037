internal import Diagnostics
internal import Rubric

extension ReasoningScope {
  /// Why a claim counts as it does.
  func reasons(for claim: Claim, group: [String]) -> Reasoning.Claim {
    let sentence = reading.sentences[claim.sentence]
    let section = section(of: sentence)
    let hit = marked.signals(in: claim.words).first {
      $0.words == claim.words && marked.index.term($0.meaning).signal == claim.signal
    }
    return Reasoning.Claim(
      mark: mark(claim.words), term: hit.flatMap { term(of: $0) },
      technology: marked.index.technology(of: claim),
      isCaseExact: signal(claim.signal)?.isCaseExact ?? false,
      near: near(claim, in: sentence), excludesWords: marked.index.signals[claim.signal].hasNot,
      section: section, importance: claim.importance,
      modality: section.asks.flatMap { modality(of: claim, in: sentence, $0) },
      level: level(of: claim, in: sentence), group: group)
  }

  /// The first word that the claim's signal needs.
  private func near(_ claim: Claim, in sentence: Sentence) -> Reasoning.Mark? {
    guard marked.index.signals[claim.signal].needsNear else { return nil }
    let rules = marked.rules(in: sentence.words)
    let rule = marked.index.lexicon.first(.near, of: claim.signal, among: rules) {
      $0.words.lowerBound < claim.words.lowerBound || $0.words.upperBound > claim.words.upperBound
    }
    return rule.map { mark($0.words) }
  }

  /// The cue without which the claim would be as strong as its zone: each is tried by itself.
  private func modality(of claim: Claim, in sentence: Sentence, _ asks: Importance) -> Reasoning.Mark? {
    guard claim.importance != asks else { return nil }
    if let pointer = claim.pointer { return mark(pointer) }
    let cues = marked.cues(in: sentence.words)
    let none = cues.filter { $0.isOf(.noModality) }
    let deciding = cues.first { cue in
      guard cue.isOf(.modality) else { return false }
      let tried = cues.filter { $0.isOf(.demand) || $0.words == cue.words && $0.isOf(cue.kind) }
      let alone = none + (cue.isOf(.demand) ? [cue] : tried)
      let modality = Modality(marked, alone[...], sentence)
      return modality.importance(of: claim.words, in: asks) == claim.importance
        && (claim.importance == .required) == cue.isOf(.demand)
    }
    return deciding.map { mark($0.words) }
  }

  private func level(of claim: Claim, in sentence: Sentence) -> Reasoning.LevelCue? {
    guard let level = claim.proficiency else { return nil }
    let levels = WordedLevels(marked.cues(in: sentence.words), sentence, marked)
    let phrase = levels.phrase(for: claim.words) ?? led.phrase(leadingTo: sentence)
    return phrase.map { Reasoning.LevelCue(mark: mark($0.words), level: level) }
  }
}
