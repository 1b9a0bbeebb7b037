internal import Diagnostics

/// Who owns the addresses of a posting. Names in addresses are small letters without spaces.
struct AddressOwners {
  /// The employer to which all addresses on job boards belong, where it is one, and the owners of sites on work:
  /// "careers.orchardwick.example". Each once, in order.
  private(set) var sites: [Owner] = []
  /// The owners of mailboxes: "jobs@orchardwick.example".
  private(set) var mailboxes: [Owner] = []
  /// The owners of mailboxes for applications, "jobs@orchardwick.example", and of sites on work. Each once.
  private(set) var onWork: [Owner] = []
  /// The owners of all other sites, and of repositories, in small letters.
  private(set) var links: [String] = []
  /// All of them, sites first.
  var all: [Owner] { sites + mailboxes }
  /// The name of the employer on a job board as it is written alone: "Orchard Ferries" of "orchard-ferries".
  private(set) var nameOnBoard: String?

  /// The owner of an address.
  struct Owner: Equatable {
    /// The part of the host that names it: `orchardwick`, `orchard-ferries`.
    let name: String
    /// That part and what stands behind it: `orchardwick.example`.
    let domain: String
  }

  /// No posting that means well has more addresses that matter.
  private static let most = 100

  /// The addresses in the whole file, links and fields included.
  init(_ marked: MarkedPosting) {
    let addresses = marked.index.language.addresses
    var boards: [String] = []
    marked.posting.source.bytes.withUnsafeBufferPointer { input in
      Self.forEachAddress(behind: "://", in: input) { host, folder, _ in
        if let name = addresses.employer(onBoard: host, folder) {
          if !boards.contains(name) { boards.append(name) }
        } else if addresses.isOnWork(host, folder) {
          Self.add(Self.owner(of: host), to: &sites, addresses)
        } else if addresses.keepsRepositories(host) {
          let owner = String(decoding: folder, as: UTF8.self)
          links.append(
            (owner.isEmpty ? Self.owner(of: host)?.name ?? "" : owner).lowercased().filter { $0 != "-" })
          let name = Self.folder(behind: folder, of: input)
          if addresses.isOnWork(name), !boards.contains(owner) { boards.append(owner) }
        } else if let owner = Self.owner(of: host), !addresses.none.contains(owner.name) {
          links.append(owner.name.filter { $0 != "-" })
        }
      }
      onWork = sites
      Self.forEachAddress(behind: "@", in: input) { host, _, sign in
        Self.add(Self.owner(of: host), to: &mailboxes, addresses)
        let mailbox = Self.part(of: input, before: sign)
        if addresses.own.contains(where: { mailbox.hasPrefix($0) }) {
          Self.add(Self.owner(of: host), to: &onWork, addresses)
        }
      }
    }
    guard boards.count == 1 else { return }
    sites.insert(Owner(name: boards[0].lowercased(), domain: ""), at: 0)
    // Boards count houses of one name: "orchard-ferries-2".
    let parts = boards[0].split(separator: "-")
    let last = parts.last.map { $0.utf8.allSatisfy(CharacterClass.isDigit) } ?? false
    nameOnBoard = (last && parts.count > 1 ? parts.dropLast() : parts[...])
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }

  private static func add(_ owner: Owner?, to owners: inout [Owner], _ addresses: EmployerAddresses) {
    guard let owner, !owners.contains(owner), !addresses.own.contains(owner.name),
      !addresses.none.contains(owner.name)
    else { return }
    owners.append(owner)
  }

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// Calls with the host of each address behind a sign, with its first folder and with the offset of the sign.
  private static func forEachAddress(
    behind sign: StaticString, in input: UnsafeBufferPointer<UInt8>, _ found: (Bytes, Bytes, Int) -> Void
  ) {
    let (length, first) = (sign.utf8CodeUnitCount, sign.utf8Start.pointee)
    var (offset, count) = (0, 0)
    while count < most, let place = input.firstOffset(of: first, in: offset..<input.count) {
      offset = place + 1
      guard place + length <= input.count, sign.withUTF8Buffer({ input[place...].starts(with: $0) }) else {
        continue
      }
      count += 1
      let host = part(of: input, from: place + length)
      let isFolder = host.endIndex < input.count && input[host.endIndex] == UInt8(ascii: "/")
      let folder = isFolder ? part(of: input, from: host.endIndex + 1) : input[host.endIndex..<host.endIndex]
      found(host, folder, place)
    }
  }

  /// The folder in another.
  private static func folder(behind folder: Bytes, of input: UnsafeBufferPointer<UInt8>) -> Bytes {
    let end = folder.endIndex
    guard end < input.count, input[end] == UInt8(ascii: "/") else { return input[end..<end] }
    return part(of: input, from: end + 1)
  }

  /// The letters, digits, hyphens and dots at an offset.
  private static func part(of input: UnsafeBufferPointer<UInt8>, from start: Int) -> Bytes {
    let end = min(start + 100, input.count)
    let stop = input[start..<end].firstIndex {
      !CharacterClass.isASCIIWord($0) && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".")
    }
    return input[start..<(stop ?? end)]
  }

  /// The letters before an offset, made small.
  private static func part(of input: UnsafeBufferPointer<UInt8>, before end: Int) -> String {
    let start = max(0, end - 30)
    let letters = input[start..<end].reversed().prefix { CharacterClass.isLetter($0) }
    return String(decoding: letters.reversed().map(CharacterClass.small), as: UTF8.self)
  }

  /// The part of a host before `.com`, `.co.uk` and the like.
  private static func owner(of host: Bytes) -> Owner? {
    let host = String(decoding: host.lazy.map(CharacterClass.small), as: UTF8.self)
    let parts = host.split(separator: ".")
    guard parts.count > 1, let last = parts.last else { return nil }
    // "co" of "co.uk", "gov" of "gov.uk": what is short before two letters says what sort of house it is.
    let isSort = parts.count > 2 && last.count == 2 && parts[parts.count - 2].count <= 3
    let number = parts.count - (isSort ? 3 : 2)
    guard parts[number].count > 2 else { return nil }
    return Owner(name: String(parts[number]), domain: parts[number...].joined(separator: "."))
  }
}

extension AddressOwners.Owner {
  /// The letters of the name without hyphens, and the first of its parts alone.
  var spellings: [String] {
    let parts = name.split(separator: "-")
    return parts.count < 2 ? [name] : [parts.joined(), String(parts[0])].filter { $0.utf8.count > 2 }
  }
}
