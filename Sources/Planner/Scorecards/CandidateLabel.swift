/// The label by which a candidate is called, such as `C-17`: the user's own, and no personal data.
public enum CandidateLabel {
  /// The longest label, in characters.
  public static let maximumLength = 80

  /// Whether a text can stand for a person in files: one line of visible characters, not too long.
  public static func isFit(_ label: String) -> Bool {
    !label.isEmpty && label.unicodeScalars.count <= maximumLength && PlainText.cleaned(label) == label
  }

  /// What a label gives away, where it looks as if it did.
  public enum PersonalData: Sendable {
    /// It looks like an address to write to.
    case address
    /// It looks like a first name with a surname.
    case fullName
  }

  /// What a label seems to give away of a person.
  public static func personalData(in label: String) -> PersonalData? {
    let words = label.split { $0 == " " || $0 == "," || $0 == "_" }
    if words.contains(where: isAddress) { return .address }
    let names = words.filter { word in word.contains(where: \.isLetter) && !word.contains(where: \.isNumber) }
    return names.count > 1 && names.count == words.count && names.allSatisfy(isCapitalised) ? .fullName : nil
  }

  private static func isAddress(_ word: Substring) -> Bool {
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && parts[1].contains(".")
  }

  /// A name begins with a capital; in scripts without capitals any letter does. `SRE` and `B` are no names.
  private static func isCapitalised(_ word: Substring) -> Bool {
    guard let first = word.first, first.isLetter, !first.isLowercase else { return false }
    return !(word.count <= 3 && word.allSatisfy(\.isUppercase))
  }
}
