internal import Rubric

/// The stages of interviewing that a posting states.
struct ProcessFact {
  let marked: MarkedPosting
  let zones: Zones
  let sentences: [Sentence]

  /// The stages in order: the items of the part on interviewing, or its lines where most begin with a label; items that stand
  /// deeper are the interviews of the stage above them. Applying and the offer are no stages.
  func stages() -> [ProcessStage] {
    let process = marked.index.language.process
    let blocks = marked.posting.blocks.indices.filter { block in
      zones.ofBlock[block] == process && !zones.isHeading[block] && !marked.blockWords[block].isEmpty
    }
    let headings = stageHeadings(process)
    if !headings.isEmpty { return stages(ofHeadings: headings) }
    let items = blocks.filter { marked.posting.blocks[$0].kind == .item }
    if !items.isEmpty, nameStages(items) { return stages(ofItems: items) }
    let labelled = blocks.count { label(of: marked.blockWords[$0]) != nil }
    if labelled > 1, labelled * 2 >= blocks.count { return stages(ofItems: blocks) }
    let applied = stepsOfApplying()
    if blocks.isEmpty, applied.count > 1 { return stages(ofItems: applied) }
    let text = blocks.isEmpty ? sentencesOnProcess(process) : blocks.map(withoutLabel)
    return text.flatMap(stagesOfText)
  }

  /// Whether the items of a list are stages: some speak of one or say how long they take, or a heading stands right
  /// above them. Others are what the interviews are about: "Seeing the big picture".
  private func nameStages(_ items: [Int]) -> Bool {
    let kinds: Cue.Kinds = Cue.Kinds.duration.union(.stage)
    let told = items.count { !marked.kinds(in: marked.blockWords[$0]).isDisjoint(with: kinds) }
    return told * 4 >= items.count || isHeading(above: items)
  }

  private func isHeading(above items: [Int]) -> Bool {
    guard let first = items.first, first > 0 else { return false }
    if case .heading = marked.posting.blocks[first - 1].kind { return true }
    return false
  }

  /// The items of the part on applying that name a stage: "2. A call with our recruiter".
  private func stepsOfApplying() -> [Int] {
    let apply = marked.index.language.apply
    return marked.posting.blocks.indices.filter { block in
      let words = marked.blockWords[block]
      return zones.ofBlock[block] == apply && marked.posting.blocks[block].kind == .item
        && marked.kinds(in: words).contains(.stage) && !marked.holds(.notAStage, in: words)
    }
  }

  /// The headings below that of the part on interviewing, of the level of the first, where most of them name stages.
  private func stageHeadings(_ process: Int?) -> [Int] {
    let headings = zones.ofBlock.indices.dropFirst().filter { block in
      zones.isHeading[block] && zones.ofBlock[block] == process && zones.ofBlock[block - 1] == process
    }
    let blocks = marked.posting.blocks
    let level = headings.first.map { Header.level(blocks[$0]) }
    let peers = headings.filter { Header.level(blocks[$0]) == level }
    let named = peers.filter { block in
      let words = marked.blockWords[block]
      return marked.holds(.stage, in: words) || words.contains { NumberWords(marked).number($0) != nil }
    }
    return named.count > 1 && named.count * 2 >= peers.count ? peers : []
  }

  /// A heading names a stage, and the text below it tells its length where the heading does not.
  private func stages(ofHeadings headings: [Int]) -> [ProcessStage] {
    let zone = zones.ofBlock[headings[0]]
    return headings.enumerated().compactMap { number, heading -> ProcessStage? in
      guard var stage = stage(withoutNumber(marked.blockWords[heading])) else { return nil }
      let next = number + 1 < headings.count ? headings[number + 1] : zones.ofBlock.count
      let below = (heading + 1..<next).prefix { zones.ofBlock[$0] == zone }.map { marked.blockWords[$0] }
      if duration(in: marked.blockWords[heading]) == nil {
        stage.minutes = below.lazy.compactMap(duration).first?.minutes
      }
      stage.isAsynchronous = stage.isAsynchronous || below.contains { marked.holds(.asynchronous, in: $0) }
      return stage
    }
  }

  /// "Phone screen" of "1. Phone screen".
  private func withoutNumber(_ words: Range<Int>) -> Range<Int> {
    guard words.count > 1, marked.digits(of: words.lowerBound) != nil,
      marked.words.gaps[words.lowerBound + 1] >= .hard
    else { return words }
    return words.dropFirst()
  }

  /// "The process is a call, a test and ..." where no part of the posting is given to it, and what the part
  /// on applying tells of a stage with its length.
  private func sentencesOnProcess(_ process: Int?) -> [Range<Int>] {
    let apply = marked.index.language.apply
    let told = sentences.filter { $0.zone == apply && isInSequence($0) }.map(\.words)
    let isHeaded = process.map { !marked.blocks(withHeadingsOf: $0).isEmpty } ?? false
    return sentences.compactMap { sentence in
      let words = sentence.words
      if sentence.zone == apply, sentence.kinds.contains(.stage),
        duration(in: words) != nil || told.count > 1 && told.contains(words)
      {
        return words
      }
      if isProcess(sentence) { return words }
      if !isHeaded { return nil }
      let heading = marked.headings(in: words.prefix(4)).last {
        $0.count > 1 && Int($0.meaning.index) == process
      }
      guard let heading, heading.words.upperBound < words.upperBound else { return nil }
      return heading.words.upperBound..<words.upperBound
    }
  }

  /// Whether a sentence tells of a stage that follows another: "Then we send you a small task".
  private func isInSequence(_ sentence: Sentence) -> Bool {
    sentence.kinds.isSuperset(of: [.stage, .sequence])
  }

  /// Whether a sentence tells of two stages or more, each with its length, or of one and of the process.
  private func isProcess(_ sentence: Sentence) -> Bool {
    guard sentence.kinds.contains(.stage), !sentence.kinds.isDisjoint(with: .duration) else { return false }
    let cues = marked.cues(in: sentence.words)
    let isInOrder = sentence.kinds.contains(.sequence)
    if cues.count(where: { $0.isOf(.stage) }) > 1,
      isInOrder || cues.count(where: { $0.isOf(.duration) }) > 1
    {
      return true
    }
    let process = marked.index.language.process
    return marked.headings(in: sentence.words).contains { $0.count > 2 && Int($0.meaning.index) == process }
  }

  /// The words of a paragraph behind a heading of its own.
  private func withoutLabel(_ block: Int) -> Range<Int> {
    let words = marked.blockWords[block]
    guard let label = Zones.labelled(block, marked) else { return words }
    return label.words.upperBound..<words.upperBound
  }

  private func stages(ofItems items: [Int]) -> [ProcessStage] {
    let margin = items.map { marked.posting.blocks[$0].indent }.min() ?? 0
    let telling = StageTelling(marked)
    var stages: [ProcessStage] = []
    var (hasStage, latest) = (false, 0)
    for item in items {
      let words = marked.blockWords[item]
      if telling.isOfOthers(words) {
        if let minutes = telling.minutesOfEach(words) {
          for index in stages.indices.suffix(latest) where stages[index].minutes == nil {
            stages[index].minutes = minutes
          }
        }
        hasStage = hasStage && marked.posting.blocks[item].indent > margin
      } else if let clause = telling.mainClause(words) {
        let told = stagesOfText(clause)
        stages += told
        (hasStage, latest) = (!told.isEmpty, told.count)
      } else if marked.posting.blocks[item].indent > margin, hasStage, let last = stages.indices.last {
        if stages[last].isAsynchronous {
          // What is done alone is one thing, of which its items tell more.
          stages[last].minutes = stages[last].minutes ?? duration(in: words).flatMap(\.minutes)
        } else {
          stages[last].parts.append(label(of: words) ?? name(of: words))
        }
      } else if let stage = stage(telling.named(words) ?? words) {
        stages.append(stage)
        (hasStage, latest) = (true, 1)
      } else {
        hasStage = false
      }
    }
    return stages
  }

  /// "First a call with the recruiter (20 minutes), then two technical interviews and ...": the stages of each
  /// part of the text that speaks of one, with the length behind it. A part with a length of its own and no
  /// stage's word is one too: "a half day with lunch (4 hours)".
  private func stagesOfText(_ words: Range<Int>) -> [ProcessStage] {
    let bounds = [words.lowerBound] + words.dropFirst().filter(beginsPart) + [words.upperBound]
    var stages: [ProcessStage] = []
    var unnamed: Range<Int>?
    var open = 0
    for (start, end) in zip(bounds, bounds.dropFirst()) {
      let part = start..<end
      // "There will be three rounds: a call ..." counts what it then lists.
      let length = duration(in: part)
      let isLength = length.map { isOfLast($0.words, part, open) } ?? false
      if !isLength, marked.hasMark(":", before: start), counts(stages, before: start, words) {
        (stages, open) = ([], 0)
      }
      let found = speaksAgain(part, of: stages) ? [] : stagesOfPart(part)
      if !found.isEmpty {
        stages += found
        (open, unnamed) = (found[0].minutes == nil ? found.count : 0, nil)
      } else if let length, isLength {
        for index in stages.indices.suffix(open) { stages[index].minutes = length.minutes }
        if open == 0, let name = unnamed.flatMap(nameWords) {
          stages.append(ProcessStage(name: capitalised(marked.text(of: name)), minutes: length.minutes))
        }
        (open, unnamed) = (0, nil)
      } else if let stage = stageOfLength(part) {
        stages.append(stage)
        (open, unnamed) = (0, nil)
      } else {
        unnamed = part.count > 1 && !marked.holds(.notAStage, in: part) ? part : nil
      }
    }
    return stages
  }

  /// Whether what stands before a colon only counts the stages that follow: "three rounds", "first round".
  private func counts(_ stages: [ProcessStage], before colon: Int, _ words: Range<Int>) -> Bool {
    guard !stages.contains(where: { $0.minutes != nil }) else { return false }
    let before = max(words.lowerBound, colon - 6)..<colon
    return stages.count != 1 || before.count < 4 || marked.text(of: colon - 1..<colon).hasSuffix("s")
      || before.contains { NumberWords(marked).number($0) ?? 0 > 1 }
  }

  /// Whether a part is the length of the stage before it: "(20 minutes)", "three hours with the team".
  private func isOfLast(_ length: Range<Int>, _ part: Range<Int>, _ open: Int) -> Bool {
    part.count <= max(4, length.count) || open > 0 && length.lowerBound - part.lowerBound <= 1
  }

  /// A part that begins with its length and goes on with its name: "45 minutes with the hiring manager".
  private func stageOfLength(_ part: Range<Int>) -> ProcessStage? {
    guard let length = duration(in: part), length.minutes ?? 0 <= 480, !marked.holds(.notAStage, in: part),
      length.words.lowerBound - part.lowerBound <= 5,
      leads(part.lowerBound..<length.words.lowerBound)
    else { return nil }
    let rest = (length.words.upperBound..<part.upperBound).drop { marked.text(of: $0..<$0 + 1) == "with" }
    guard let name = nameWords(in: rest.startIndex..<rest.endIndex) else { return nil }
    return ProcessStage(name: capitalised(marked.text(of: name)), minutes: length.minutes)
  }

  /// Whether words before a length lead to a stage: "then you spend", but not "in".
  private func leads(_ words: Range<Int>) -> Bool {
    let cues = marked.cues(in: words)
    return marked.words(of: .stageEnd, in: words).allSatisfy { end in
      cues.contains { $0.isOf([.sequence, .person]) && $0.words == end }
    }
  }

  /// The stages of a part that holds a stage's word: several where a number stands before it.
  private func stagesOfPart(_ part: Range<Int>) -> [ProcessStage] {
    let length = duration(in: part)
    guard let cue = stageCue(in: part, behind: length?.words),
      length != nil || !marked.holds(.notAStage, in: part)
    else { return [] }
    let name = nameAround(cue, before: length?.words, in: part)
    let number = name.lowerBound > part.lowerBound ? NumberWords(marked).number(name.lowerBound - 1) : nil
    let count = min(max(number ?? 1, 1), 5)
    let text = capitalised(marked.text(of: name))
    let single = count > 1 && text.hasSuffix("s") ? String(text.dropLast()) : text
    let stage = ProcessStage(
      name: single, minutes: length?.minutes, isAsynchronous: marked.holds(.asynchronous, in: part))
    return Array(repeating: stage, count: count)
  }

  /// The stage's word that the length is about, right behind it, or else the first.
  private func stageCue(in part: Range<Int>, behind length: Range<Int>?) -> Range<Int>? {
    let cues = stageCues(in: part)
    let told = length.flatMap { length in
      cues.first { (0...2).contains($0.lowerBound - length.upperBound) }
    }
    return told ?? cues.first
  }

  /// The stage's words of a part, without those that name the process, "the interview process", and those of addresses.
  private func stageCues(in part: Range<Int>) -> [Range<Int>] {
    let process = marked.index.language.process
    let wholes = marked.headings(in: part).filter { Int($0.meaning.index) == process && $0.count > 1 }
    return marked.cues(in: part).filter { $0.isOf(.stage) }.map(\.words).filter { cue in
      !wholes.contains { $0.words.upperBound > cue.upperBound && $0.words.overlaps(cue) }
        && !Address.holds(cue, marked)
    }
  }

  /// Whether a part speaks of a stage that was told already: "the interview" behind a panel interview.
  private func speaksAgain(_ part: Range<Int>, of stages: [ProcessStage]) -> Bool {
    guard let cue = stageCue(in: part, behind: nil), cue.lowerBound > part.lowerBound,
      marked.reads(cue.lowerBound - 1, "the"), duration(in: part) == nil
    else { return false }
    let word = marked.text(of: cue).lowercased()
    return stages.contains { $0.name.lowercased().hasSuffix(word) }
  }

  /// Whether a part of a sentence begins at a word: behind a comma, and at "and a", "and two".
  private func beginsPart(_ word: Int) -> Bool {
    if marked.words.gaps[word] >= .comma { return true }
    guard word + 1 < marked.words.count, marked.reads(word, "and"), marked.text(of: word..<word + 1) == "and",
      !isWithinLength(word)
    else { return false }
    return marked.holds(.notACompany, in: word + 1..<word + 2) || NumberWords(marked).number(word + 1) != nil
  }

  /// Whether a word stands within a length: "one hour and a half".
  private func isWithinLength(_ word: Int) -> Bool {
    marked.cues(in: max(0, word - 2)..<min(word + 3, marked.words.count)).contains {
      $0.isOf(.length) && $0.words.contains(word)
    }
  }

  /// A stage's word with what qualifies it: "technical interview with two engineers" of "then a technical
  /// interview with two engineers".
  private func nameAround(_ cue: Range<Int>, before length: Range<Int>?, in words: Range<Int>) -> Range<Int> {
    var start = cue.lowerBound
    while start > words.lowerBound, cue.lowerBound - start < 3, qualifies(start - 1) { start -= 1 }
    let limit =
      length.flatMap { $0.lowerBound > cue.upperBound ? $0.lowerBound - 1 : nil } ?? words.upperBound
    let name = nameWords(in: start..<limit) ?? cue
    let isCut = name.count > 1 && marked.reads(name.upperBound - 1, "of")
    return isCut ? name.dropLast() : name
  }

  private func qualifies(_ word: Int) -> Bool {
    let fillers: Cue.Kinds = [.minutes, .hours, .number]
    return !marked.holds(fillers, in: word..<word + 1)
      && !marked.holds(Cue.Particles.all, in: word..<word + 1)
      && NumberWords(marked).number(word) == nil
  }

  private func stage(_ words: Range<Int>) -> ProcessStage? {
    if let rest = behindNote(words) {
      var told = stage(rest)
      told?.isAsynchronous = true
      return told
    }
    let length = duration(in: words)
    if let rounds = length.flatMap({ self.rounds(unit: $0.words, in: words) }) { return rounds }
    if length == nil, marked.holds(.notAStage, in: words) { return nil }
    let label = label(of: words)
    // A sentence that speaks of no stage is an aside: "We try to answer everybody within a few days".
    if length == nil, label == nil, words.count > 10, !marked.holds(.stage, in: words) { return nil }
    let name = label ?? name(of: words)
    if name.isEmpty { return nil }
    return ProcessStage(
      name: name, minutes: length?.minutes, isAsynchronous: marked.holds(.asynchronous, in: words))
  }

  /// What stands behind a note that it is done alone: "(async) Exercise".
  private func behindNote(_ words: Range<Int>) -> Range<Int>? {
    let note = marked.cues(in: words.prefix(4)).first {
      $0.isOf(.asynchronous) && $0.words.lowerBound == words.lowerBound
    }
    guard let end = note?.words.upperBound, end < words.upperBound, marked.hasMark(")", before: end) else {
      return nil
    }
    return end..<words.upperBound
  }

  /// What stands before a colon near the beginning, without its length in brackets: "Getting to know you (30 min): a call";
  /// what stands behind it where that only counts: "Round 2: System design".
  private func label(of words: Range<Int>) -> String? {
    let colon = words.dropFirst().prefix(7).first { marked.words.gaps[$0] == .hard && !isWithinRatio($0) }
    guard let colon else { return nil }
    let before = words.lowerBound..<colon
    if isLength(inBrackets: colon, beforeColonIn: words) { return capitalised(marked.text(of: before)) }
    let mark = marked.posting.text.bytes[marked.bytes(of: before).upperBound]
    guard mark == UInt8(ascii: ":") || (mark == UInt8(ascii: " ") && !isQuoted(colon)),
      duration(in: before) == nil
    else { return nil }
    if NumberWords(marked).number(colon - 1) != nil, before.count < 4 {
      return name(of: colon..<words.upperBound)
    }
    let end = before.dropFirst().first { marked.holds(.stageEnd, in: $0..<$0 + 1) } ?? colon
    return capitalised(marked.text(of: words.lowerBound..<end))
  }

  /// Whether a length in brackets begins at a word, and a colon follows it.
  private func isLength(inBrackets word: Int, beforeColonIn words: Range<Int>) -> Bool {
    guard marked.hasMark("(", before: word), let length = duration(in: word..<words.upperBound)?.words,
      length.lowerBound - word <= 2, length.upperBound < words.upperBound
    else { return false }
    return marked.hasMark(":", before: length.upperBound)
  }

  /// Whether a word is the second of two that a colon alone joins: "1:1".
  private func isWithinRatio(_ word: Int) -> Bool {
    let between = marked.words.range(word - 1).upperBound..<marked.words.range(word).lowerBound
    return marked.string(between) == ":"
  }

  /// Whether a quotation mark opens before a word.
  private func isQuoted(_ word: Int) -> Bool {
    let between = marked.words.range(word - 1).upperBound..<marked.words.range(word).lowerBound
    return marked.string(between).contains { "\"“”".contains($0) }
  }

  /// The words behind the length ("30 minute call", "4 hours of remote interviews"), or else those before
  /// it.
  private func name(of words: Range<Int>) -> String {
    let length = duration(in: words)?.words
    let behind = length.flatMap { nameWords(in: $0.upperBound..<words.upperBound) }
    let before = nameWords(
      in: stageStart(words)..<max(stageStart(words), length.map { $0.lowerBound - 1 } ?? words.upperBound))
    return capitalised(marked.text(of: behind ?? before ?? words.prefix(8)))
  }

  /// The first words of a stretch that a name may be made of, up to eight; nil where none is.
  private func nameWords(in words: Range<Int>) -> Range<Int>? {
    var first = words.lowerBound
    while first < words.upperBound, marked.reads(first, "of") { first += 1 }
    var end = first
    while end < words.upperBound, end - first < 8, end == first || marked.words.gaps[end] < .comma,
      end == first || !marked.hasMark("|", before: end),
      !marked.holds([.stageEnd, .stageTelling], in: end..<end + 1)
    {
      end += 1
    }
    return end > first ? first..<end : nil
  }

  /// Without "We" and the verb behind it, where a stage's word follows: "Call with our director" of "We schedule a
  /// call with our director".
  private func stageStart(_ words: Range<Int>) -> Int {
    let isPerson = marked.holds(.notACompany, in: words.lowerBound..<words.lowerBound + 1)
    guard isPerson, words.count > 2 else { return words.lowerBound }
    let beginning = marked.text(of: words.prefix(2))[...]
    guard Trimming.withoutArticle(beginning) == beginning else { return words.lowerBound + 1 }
    let rest = words.lowerBound + 2..<words.upperBound
    guard let cue = marked.cues(in: rest).first(where: { $0.isOf(.stage) }) else {
      return words.lowerBound + 1
    }
    return nameAround(cue.words, before: nil, in: rest).lowerBound
  }

  /// "Virtual onsite of three 45-60 minute rounds": how long they take together, nobody has said. Each is a
  /// part, under the word behind the length and its number.
  private func rounds(unit: Range<Int>, in words: Range<Int>) -> ProcessStage? {
    guard unit.lowerBound - 3 > words.lowerBound else { return nil }
    let numbers = (unit.lowerBound - 3..<unit.lowerBound).compactMap(NumberWords(marked).number)
    guard numbers.count == 3, (2...8).contains(numbers[0]) else { return nil }
    let cue = marked.cues(in: words.lowerBound..<unit.lowerBound - 3).first { $0.isOf(.stage) }?.words
    let end = cue?.upperBound ?? unit.lowerBound - 3
    let name = marked.text(of: words.lowerBound..<end).filter { !"\"“”".contains($0) }
    let behind = unit.upperBound..<min(unit.upperBound + 1, words.upperBound)
    let part = behind.isEmpty ? name : capitalised(marked.text(of: behind))
    let single = part.hasSuffix("s") ? String(part.dropLast()) : part
    return ProcessStage(name: capitalised(name), parts: (1...numbers[0]).map { "\(single) \($0)" })
  }

  private func duration(in words: Range<Int>) -> StageLength? { StageLength.first(in: words, marked) }

  /// A name with a capital and without an article.
  private func capitalised(_ text: String) -> String {
    let name = Trimming.withoutArticle(text[...])
    let beginning = name.utf8.prefix(2)
    let isCapital = CharacterClass.isCapital(beginning.first ?? 0) && beginning.allSatisfy { $0 < 0x80 }
    return isCapital ? String(name) : name.prefix(1).uppercased() + name.dropFirst()
  }
}
