extension Competency {
  /// The competency without its signals, which planning does not need.
  func write(to writer: inout SnapshotWriter) {
    writer.texts([id, name, family.rawValue, definition, extends ?? ""])
    writer.texts(writtenIn)
    writer.texts(titles)
    writer.list(levels) { writer, level in
      writer.integer(level.level.rawValue)
      writer.text(level.summary)
      writer.texts(level.anchors.map(\.text))
    }
    writer.list(questions) { writer, question in question.write(to: &writer) }
    writer.list(shownIn) { writer, signs in
      for list in [signs.kinds.map(\.rawValue), signs.strong, signs.meets, signs.below] { writer.texts(list) }
    }
    writer.texts(redFlags)
    writer.texts(references.esco)
    writer.texts(references.onet)
  }

  init(from reader: inout SnapshotReader) {
    let texts = reader.texts()
    let (writtenIn, titles) = (reader.texts(), reader.texts())
    let levels = reader.list { reader in
      LevelDescription(
        level: ProficiencyLevel(clamping: reader.integer()), summary: reader.text(),
        anchors: reader.texts().map { BehaviouralAnchor(text: $0) })
    }
    self.init(
      id: texts[0], name: texts[1], family: CompetencyFamily(rawValue: texts[2]) ?? .platform,
      definition: texts[3],
      extends: texts[4].isEmpty ? nil : texts[4], writtenIn: writtenIn, titles: titles, levels: levels,
      signals: [],
      questions: reader.list { Question(from: &$0) },
      shownIn: reader.list { ExerciseSigns(from: &$0) }, redFlags: reader.texts(),
      references: CompetencyReferences(esco: reader.texts(), onet: reader.texts()))
  }
}

extension ExerciseSigns {
  fileprivate init(from reader: inout SnapshotReader) {
    self.init(
      kinds: reader.texts().compactMap { ExerciseKind(rawValue: $0) }, strong: reader.texts(),
      meets: reader.texts(), below: reader.texts())
  }
}

extension Question {
  func write(to writer: inout SnapshotWriter) {
    writer.texts([id, kind.rawValue, ask, thread ?? ""])
    writer.list([levels.lowerBound.rawValue, levels.upperBound.rawValue, minutes]) { $0.integer($1) }
    writer.list(slots) { writer, slot in
      writer.texts([slot.name, slot.standard])
      writer.texts(slot.technologies)
    }
    for list in [probes.map(\.text), also, about] { writer.texts(list) }
    signs.write(to: &writer)
  }

  init(from reader: inout SnapshotReader) {
    let texts = reader.texts()
    let numbers = reader.list { $0.integer() }
    let slots = reader.list { reader in
      let texts = reader.texts()
      return QuestionSlot(name: texts[0], standard: texts[1], technologies: reader.texts())
    }
    let lists = (0..<3).map { _ in reader.texts() }
    self.init(
      id: texts[0], kind: QuestionKind(rawValue: texts[1]) ?? .technical,
      levels: ProficiencyLevel(clamping: numbers[0])...ProficiencyLevel(clamping: numbers[1]),
      minutes: numbers[2],
      ask: texts[2], slots: slots, probes: lists[0].map { Probe(text: $0) },
      signs: AnswerSigns(from: &reader),
      also: lists[1], thread: texts[3].isEmpty ? nil : texts[3], about: lists[2])
  }
}

extension InterviewFormat {
  func write(to writer: inout SnapshotWriter) {
    writer.texts([id, name, purpose, core ?? "", interviewer, yieldsTo ?? ""])
    let answers = [isAlone, needsExercise, isHeldForWishes].map { $0 ? 1 : 0 }
    writer.list([minutes, opening, closing, ratings] + answers) { $0.integer($1) }
    for list in [kinds.map(\.rawValue), exercises.map(\.rawValue), best, families.map(\.rawValue)] {
      writer.texts(list)
    }
    writer.texts(otherwise.map(\.rawValue))
    for list in [prepare, open, close, tellCandidate] { writer.texts(list) }
    writer.list(threads) { $0.texts([$1.id, $1.tell] + $1.about) }
    writer.list(checks) { $1.write(to: &$0) }
    writer.list([largestWork].compactMap(\.self)) { writer, talk in
      writer.integer(talk.minutes)
      writer.texts(talk.questions)
    }
    writer.list([uncovered].compactMap(\.self)) { $1.write(to: &$0) }
  }

  init(from reader: inout SnapshotReader) {
    let texts = reader.texts()
    let numbers = reader.list { $0.integer() }
    let lists = (0..<9).map { _ in reader.texts() }
    let threads = reader.list { $0.texts() }
    let checks = reader.list { FactCheck(from: &$0) }
    let largestWork = reader.list { LargestWork(minutes: $0.integer(), questions: $0.texts()) }.first
    let uncovered = reader.list { UncoveredTalk(from: &$0) }.first
    self.init(
      id: texts[0], name: texts[1], purpose: texts[2], minutes: numbers[0], opening: numbers[1],
      closing: numbers[2],
      ratings: numbers[3], isAlone: numbers[4] == 1,
      kinds: lists[0].compactMap { QuestionKind(rawValue: $0) },
      exercises: lists[1].compactMap { ExerciseKind(rawValue: $0) },
      threads: threads.map { QuestionThread(id: $0[0], tell: $0[1], about: Array($0.dropFirst(2))) },
      needsExercise: numbers[5] == 1,
      core: texts[3].isEmpty ? nil : texts[3], isHeldForWishes: numbers[6] == 1,
      yieldsTo: texts[5].isEmpty ? nil : texts[5], best: lists[2],
      families: lists[3].compactMap { CompetencyFamily(rawValue: $0) },
      otherwise: lists[4].compactMap { CompetencyFamily(rawValue: $0) }, largestWork: largestWork,
      uncovered: uncovered, interviewer: texts[4],
      prepare: lists[5], open: lists[6], close: lists[7], tellCandidate: lists[8],
      checks: checks.compactMap(\.self))
  }
}

extension LoopPolicy {
  func write(to writer: inout SnapshotWriter) {
    for list in [screens, formats, expected] { writer.texts(list) }
    writer.text(raterAgreement.map { "\($0)" } ?? "")
    let numbers = [
      interviews, minutes ?? 0, ratingsPerInterview, minutesPerRating, readings, debriefMinutes,
      preparationMinutes, decision.coreDemands, decision.coreGap, decision.followUpMinutes, seniorYears ?? 0,
      decision.coreMusts, mostForOneLine?.rawValue ?? 0, midYears ?? 0,
      decision.othersPerMiss,
    ]
    writer.list(numbers + RoleLevel.allCases.map { target(for: $0).rawValue }) { $0.integer($1) }
    writer.list(RoleLevel.allCases) { writer, level in sizes[level].write(to: &writer) }
    writer.list(RoleLevel.allCases) { writer, level in writer.texts(demands(of: level)) }
  }

  init(from reader: inout SnapshotReader) {
    let (screens, formats, expected) = (reader.texts(), reader.texts(), reader.texts())
    let agreement = reader.text()
    let numbers = reader.list { $0.integer() }
    let targets = zip(RoleLevel.allCases, numbers.dropFirst(15)).map { ($0, ProficiencyLevel(clamping: $1)) }
    let sizes = reader.list { LoopSize?(from: &$0) }
    let demands = zip(RoleLevel.allCases, reader.list { $0.texts() }).filter { !$1.isEmpty }
    self.init(
      screens: screens, formats: formats, expected: expected, interviews: numbers[0],
      minutes: numbers[1] > 0 ? numbers[1] : nil,
      ratingsPerInterview: numbers[2], minutesPerRating: numbers[3], readings: numbers[4],
      raterAgreement: Double(agreement), debriefMinutes: numbers[5], preparationMinutes: numbers[6],
      decision: DecisionRule(
        coreDemands: numbers[7], coreMusts: numbers[11], coreGap: numbers[8], followUpMinutes: numbers[9],
        othersPerMiss: numbers[14]),
      targets: Dictionary(uniqueKeysWithValues: targets),
      sizes: Dictionary(
        uniqueKeysWithValues: zip(RoleLevel.allCases, sizes).compactMap { level, size in
          size.map { (level, $0) }
        }),
      seniorYears: numbers[10] > 0 ? numbers[10] : nil, midYears: numbers[13] > 0 ? numbers[13] : nil,
      mostForOneLine: ProficiencyLevel(rawValue: numbers[12]),
      levelDemands: Dictionary(uniqueKeysWithValues: demands.map { ($0, $1) }))
  }
}

extension LoopSize? {
  fileprivate func write(to writer: inout SnapshotWriter) {
    writer.flag(self != nil)
    guard let size = self else { return }
    for list in [size.screens, size.formats, size.expected] {
      writer.flag(list != nil)
      writer.texts(list ?? [])
    }
    writer.integer(size.interviews ?? 0)
    writer.integer(size.minutes ?? 0)
  }

  fileprivate init(from reader: inout SnapshotReader) {
    guard reader.flag() else {
      self = nil
      return
    }
    func list() -> [String]? {
      let isThere = reader.flag()
      let texts = reader.texts()
      return isThere ? texts : nil
    }
    let (screens, formats, expected) = (list(), list(), list())
    let (interviews, minutes) = (reader.integer(), reader.integer())
    self = LoopSize(
      screens: screens, formats: formats, expected: expected, interviews: interviews > 0 ? interviews : nil,
      minutes: minutes > 0 ? minutes : nil)
  }
}

extension StageCues {
  func write(to writer: inout SnapshotWriter) {
    writer.list(formats) { writer, cues in
      writer.text(cues.format ?? "")
      writer.texts(cues.phrases)
    }
  }

  init(from reader: inout SnapshotReader) {
    let formats = reader.list { reader in
      let format = reader.text()
      return FormatCues(format: format.isEmpty ? nil : format, phrases: reader.texts())
    }
    self.init(formats: formats)
  }
}
