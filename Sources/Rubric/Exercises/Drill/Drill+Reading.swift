internal import YAML

extension Drill {
  /// The block `drill` of an exercise.
  ///
  /// What its parts say of each other is not looked at: `DrillWalk` finds names that stand for nothing.
  static let shape = Shape<Drill>.mapping("the drill") { fields in
    Drill(
      limit: fields.required("limit", .integer(1...240)), start: fields.required("start", .identifier),
      states: fields.required("states", .list(of: State.shape, atLeast: 1)),
      facts: fields.required("facts", .list(of: Fact.shape, atLeast: 1)),
      checks: fields.required("checks", .list(of: Check.shape, atLeast: 1)),
      actions: fields.required("actions", .list(of: Action.shape, atLeast: 1)),
      marks: fields.optional("marks", .list(of: Mark.shape), default: []),
      hints: fields.optional("hints", .list(of: Hint.shape), default: []),
      outOfTime: fields.required("out_of_time", .text))
  }

  /// A minute of the drill.
  fileprivate static let minute = Shape<Int>.integer(0...240)
  fileprivate static let ids = Shape<[String]>.list(of: .identifier)
  fileprivate static let atLeastOneID = Shape<[String]>.list(of: .identifier, atLeast: 1)
}

extension Drill.State {
  fileprivate static let shape = Shape<Self>.mapping("the state of the drill") { fields in
    Self(
      id: fields.required("id", .identifier), sees: fields.required("sees", .text),
      worsens: fields.optional("worsens", Drill.Worsening.shape),
      end: fields.optional("end", Shape<Drill.End>.oneOf("end")))
  }
}

extension Drill.Worsening {
  fileprivate static let shape = Shape<Self>.mapping("the worsening") { fields in
    Self(
      after: fields.required("after", .integer(1...240)), target: fields.required("to", .identifier),
      says: fields.required("says", .text))
  }
}

extension Drill.Fact {
  fileprivate static let shape = Shape<Self>.mapping("the fact") { fields in
    Self(id: fields.required("id", .identifier), what: fields.required("what", .text))
  }
}

extension Drill.Check {
  fileprivate static let shape = Shape<Self>.mapping("the check of the drill") { fields in
    Self(
      id: fields.required("id", .identifier),
      asks: fields.required("asks", .list(of: .text, atLeast: 1)),
      minutes: fields.required("minutes", Drill.minute),
      needs: fields.optional("needs", Drill.ids, default: []),
      shows: fields.required("shows", .text), tells: fields.optional("tells", Drill.ids, default: []),
      readings: fields.optional("in_states", .list(of: Drill.Reading.shape), default: []))
  }
}

extension Drill.Reading {
  fileprivate static let shape = Shape<Self>.mapping("the reading of the check") { fields in
    Self(
      states: fields.required("states", Drill.atLeastOneID), shows: fields.required("shows", .text),
      tells: fields.optional("tells", Drill.ids, default: []))
  }
}

extension Drill.Action {
  fileprivate static let shape = Shape<Self>.mapping("the action") { fields in
    Self(
      id: fields.required("id", .identifier), does: fields.required("does", .text),
      minutes: fields.required("minutes", Drill.minute),
      needs: fields.optional("needs", Drill.ids, default: []),
      moves: fields.optional("moves", .list(of: Drill.Move.shape), default: []),
      otherwise: fields.required("otherwise", .text))
  }
}

extension Drill.Move {
  fileprivate static let shape = Shape<Self>.mapping("the move") { fields in
    Self(
      sources: fields.required("from", Drill.atLeastOneID), target: fields.required("to", .identifier),
      says: fields.required("says", .text))
  }
}

extension Drill.Mark {
  fileprivate static let shape = Shape<Self>.mapping("the time mark") { fields in
    Self(minute: fields.required("at", Drill.minute), says: fields.required("says", .text))
  }
}

extension Drill.Hint {
  fileprivate static let shape = Shape<Self>.mapping("the hint") { fields in
    Self(
      minute: fields.required("at", Drill.minute), missing: fields.required("missing", .identifier),
      say: fields.required("say", .text))
  }
}
