// The C library of the platform under one name, so that nobody else asks which it is. `CLibrary.read` is the call
// where a method of that name would be taken instead.

#if canImport(Glibc)
  @_exported @preconcurrency public import Glibc
#elseif canImport(Musl)
  @_exported @preconcurrency public import Musl
#else
  @_exported @preconcurrency public import Darwin
#endif
