internal import YAML

/// Which addresses name an employer.
struct EmployerAddresses: Sendable {
  /// The hosts of job boards, with a star where the employer stands: `jobs.board.example/*`, `*.board.example`.
  let boards: [String]
  /// What an employer calls the part of its site on work: `careers` in `careers.orchardwick.example`.
  let own: [String]
  /// The folders of an employer's site that are on work: `www.orchardwick.example/careers`.
  let folders: [String]
  /// What stands in the place of an employer and is none: `embed` in `jobs.board.example/embed`, and houses that keep
  /// the postings and the mail of others.
  let none: [String]
  /// The hosts of repositories, where the first folder is the owner: `orchardwick` of `code.example/orchardwick/ferries`.
  let repositories: [String]

  private enum Part {
    case board, own, folder, none, repository
  }

  static let shape = Shape<[(text: String, meaning: Part)]>.texts(
    of: "the posting language",
    under: [
      ("boards", .board), ("own", .own), ("folders", .folder), ("none", .none), ("repositories", .repository),
    ]
  ).map { parts in
    EmployerAddresses(
      boards: parts.filter { $0.meaning == .board }.map(\.text),
      own: parts.filter { $0.meaning == .own }.map(\.text),
      folders: parts.filter { $0.meaning == .folder }.map(\.text),
      none: parts.filter { $0.meaning == .none }.map(\.text),
      repositories: parts.filter { $0.meaning == .repository }.map(\.text))
  }

  /// The employer whose postings a board keeps at an address: `orchardwick` of `jobs.board.example/orchardwick`.
  func employer(
    onBoard host: Slice<UnsafeBufferPointer<UInt8>>, _ folder: Slice<UnsafeBufferPointer<UInt8>>
  ) -> String? {
    for board in boards.lazy.map(\.utf8) {
      let isBefore = board.first == UInt8(ascii: "*")
      let count = board.count - (isBefore ? 1 : 2)
      guard host.count >= count, Self.areAlike(isBefore ? host.suffix(count) : host[...], board) else {
        continue
      }
      let name = Self.string(isBefore ? host.dropLast(count) : folder)
      let isName = name.utf8.count > 1 && !name.utf8.contains(UInt8(ascii: "."))
      return isName && !own.contains(name) && !none.contains(name) ? name : nil
    }
    return nil
  }

  /// Whether a host is that of a board, whatever stands at its star.
  private static func areAlike(_ host: Slice<UnsafeBufferPointer<UInt8>>, _ board: String.UTF8View) -> Bool {
    let isBefore = board.first == UInt8(ascii: "*")
    return host.elementsEqual(isBefore ? board.dropFirst() : board.dropLast(2)) {
      CharacterClass.small($0) == $1
    }
  }

  private static func string(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: bytes.lazy.map(CharacterClass.small), as: UTF8.self)
  }

  /// Whether a host keeps repositories.
  func keepsRepositories(_ host: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    repositories.contains { host.elementsEqual($0.utf8) }
  }

  /// Whether a folder is one on work, whatever it lies in.
  func isOnWork(_ folder: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    folders.contains { folder.elementsEqual($0.utf8) }
  }

  /// Whether a host, or a folder of it, is the part of a site on work.
  func isOnWork(
    _ host: Slice<UnsafeBufferPointer<UInt8>>, _ folder: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    let first = host.prefix { $0 != UInt8(ascii: ".") }
    return own.contains { first.elementsEqual($0.utf8) } || folders.contains { folder.elementsEqual($0.utf8) }
  }
}
