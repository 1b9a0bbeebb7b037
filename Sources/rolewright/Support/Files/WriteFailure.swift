import CLibrary
import Diagnostics

/// Why a file was not written. What was there before is there still.
enum WriteFailure: Error, Equatable {
  /// Something is there.
  case exists
  /// It is no longer what was read.
  case hasChanged
  /// It is no longer what was read, and what somebody else wrote in the same moment stands in another file.
  case isKept(in: String)
  case isFolder
  case isReadOnly
  case isLinkToNothing
  /// The system would not.
  case system(Int32)

  /// Whether the temporary file holds somebody's work.
  var leavesFile: Bool {
    guard case .isKept = self else { return false }
    return true
  }
}

/// Asks the system for something while a file is written.
func asking<Result>(_ body: () throws(SystemFailure) -> Result) throws(WriteFailure) -> Result {
  do throws(SystemFailure) { return try body() } catch { throw .system(error.code) }
}

extension InvalidInput {
  /// A file that was not written, with what to do where it was there already.
  static func unwritten(
    _ path: String, _ failure: WriteFailure, existing help: String? = nil
  ) -> InvalidInput {
    switch failure {
    case .exists: InvalidInput("file-exists", "is there already", file: path, help: help)
    case .hasChanged:
      InvalidInput(
        "changed-meanwhile", "was changed while this ran, and stays as it is now", file: path,
        help: "do it again, and what was changed is taken into account")
    case .isKept(let other):
      InvalidInput(
        "changed-meanwhile", "was changed while this ran, by two others at once", file: path,
        help: "the one version is in this file, and the other in \(other)")
    case .isFolder: InvalidInput("directory", "this is a directory", file: path, help: "name a file in it")
    case .isReadOnly:
      InvalidInput(
        "read-only", "is read-only, and stays as it is", file: path,
        help: "give leave to change it, as \"chmod u+w\" does, or choose another place")
    case .isLinkToNothing:
      InvalidInput(
        "unwritable", "is a link to a file that is not there", file: path,
        help: "name that file, or remove the link")
    case .system(let code): unwritten(path, by: code)
    }
  }

  private static func unwritten(_ path: String, by code: Int32) -> InvalidInput {
    switch code {
    case ENOSPC, EDQUOT, EFBIG:
      InvalidInput(
        "no-space", "there is no room for it on the disk, or it is larger than files may be here", file: path,
        help: "what was there before is as it was; make room and do it again")
    case EROFS:
      InvalidInput(
        "read-only", "stands on a disk that is read-only", file: path, help: "choose another place")
    case ENAMETOOLONG:
      InvalidInput("name-too-long", "the name is too long", file: path, help: "choose a shorter one")
    case EACCES, EPERM:
      InvalidInput(
        "unwritable", "may not be written", file: path, help: "look at the permissions of the folder")
    case ENOTDIR, EEXIST:
      InvalidInput(
        "unwritable", "may not be written", file: path, help: "a part of its path is a file and no folder")
    case ELOOP:
      InvalidInput("unwritable", "is a link that leads back to itself", file: path, help: "remove the link")
    default:
      InvalidInput(
        "unwritable", "may not be written: \(String(cString: strerror(code)))", file: path,
        help: "what was there before is as it was")
    }
  }
}
