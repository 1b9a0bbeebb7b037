/// The bytes of a part of a snapshot, where they stand: in a literal of the binary, or in memory of their own.
///
/// A literal is never copied. The wording of the signals alone has 0.9 MB, and to copy it took half a
/// millisecond, nearly all of it for pages that were touched for the first time.
public struct SnapshotBytes: @unchecked Sendable {
  // Unchecked, because a pointer is not Sendable: nobody ever writes to what it points at.
  @usableFromInline let buffer: UnsafeBufferPointer<UInt8>
  @usableFromInline let owner: Copy?

  /// Memory of their own, given back with the last value that needs it.
  @usableFromInline final class Copy {
    let buffer: UnsafeMutableBufferPointer<UInt8>

    init(_ bytes: [UInt8]) {
      buffer = .allocate(capacity: bytes.count)
      _ = buffer.initialize(from: bytes)
    }

    deinit { buffer.deallocate() }
  }

  /// Bytes of a string literal, in place.
  public init(_ literal: StaticString) {
    buffer = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    owner = nil
  }

  /// A copy of some bytes.
  public init(_ bytes: [UInt8]) {
    let copy = Copy(bytes)
    buffer = UnsafeBufferPointer(copy.buffer)
    owner = copy
  }

  /// How many there are.
  @inlinable public var count: Int { buffer.count }

  /// Calls a function with the bytes. They are there as long as it runs.
  @inlinable public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withExtendedLifetime(owner) { body(buffer) }
  }
}
