/// Character references of HTML: `&amp;`, `&rsquo;`, `&#8217;`, `&#x2019;`.
///
/// Named references are those of HTML 4 that occur in running text; a name that is not among them
/// stays as it was written.
enum CharacterReference {
  /// The characters that a reference at an offset before `end` stands for, and its length in bytes.
  static func decode(
    _ input: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int
  ) -> (bytes: [UInt8], length: Int)? {
    guard let semicolon = input[offset + 1..<min(end, offset + 12)].firstIndex(of: UInt8(ascii: ";")),
      semicolon > offset + 1
    else { return nil }
    let name = input[offset + 1..<semicolon]
    let length = semicolon + 1 - offset
    if name.first == UInt8(ascii: "#") {
      return number(name.dropFirst()).flatMap(scalar).map { (Array(String(Character($0)).utf8), length) }
    }
    guard name.count <= longestName, let bytes = bytesByLetters[letters(name)] else { return nil }
    return (bytes, length)
  }

  /// More letters than this no name has.
  private static let longestName = 8

  /// What the names stand for, by their letters: a page may have a reference in every line, and to make a `String` of
  /// each name took a thousand instructions.
  private static let bytesByLetters = Dictionary(
    uniqueKeysWithValues: named.map { (letters($0.key.utf8), Array($0.value.utf8)) })

  /// Up to eight letters as one number.
  private static func letters(_ name: some Sequence<UInt8>) -> UInt64 {
    name.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Whether what a reference stands for is white space: `&nbsp;`, `&#10;`, `&ensp;`.
  static func isSpace(_ bytes: [UInt8]) -> Bool {
    bytes == [0xC2, 0xA0] || (bytes.count == 1 && bytes[0] <= 0x20)
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
    guard let first = digits.first else { return nil }
    let isHexadecimal = first | 0x20 == UInt8(ascii: "x")
    let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    return UInt32(text, radix: isHexadecimal ? 16 : 10)
  }

  /// The scalar of a number. As in HTML, 0x80 to 0x9F mean Windows-1252.
  private static func scalar(_ number: UInt32) -> Unicode.Scalar? {
    if (0x80...0x9F).contains(number) {
      let known: [UInt32: Unicode.Scalar] = [
        0x80: "€", 0x85: "…", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—",
        0x99: "™",
      ]
      return known[number]
    }
    guard number != 0 else { return nil }
    return Unicode.Scalar(number)
  }

  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "rsquo": "’", "lsquo": "‘",
    "rdquo": "”", "ldquo": "“", "ndash": "–", "mdash": "—", "hellip": "…", "bull": "•", "middot": "·",
    "copy": "©",
    "reg": "®", "trade": "™", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "deg": "°", "plusmn": "±",
    "times": "×", "frac12": "½", "sect": "§", "para": "¶", "laquo": "«", "raquo": "»", "sbquo": "‚",
    "bdquo": "„",
    "iexcl": "¡", "iquest": "¿", "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "auml": "ä",
    "aring": "å",
    "aelig": "æ", "ccedil": "ç", "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë", "igrave": "ì",
    "iacute": "í", "icirc": "î", "iuml": "ï", "ntilde": "ñ", "ograve": "ò", "oacute": "ó", "ocirc": "ô",
    "otilde": "õ", "ouml": "ö", "oslash": "ø", "ugrave": "ù", "uacute": "ú", "ucirc": "û", "uuml": "ü",
    "szlig": "ß",
    "Agrave": "À", "Aacute": "Á", "Acirc": "Â", "Auml": "Ä", "Aring": "Å", "AElig": "Æ", "Ccedil": "Ç",
    "Egrave": "È",
    "Eacute": "É", "Iacute": "Í", "Ntilde": "Ñ", "Oacute": "Ó", "Ouml": "Ö", "Oslash": "Ø", "Uacute": "Ú",
    "Uuml": "Ü", "oelig": "œ", "OElig": "Œ", "ensp": " ", "emsp": " ", "thinsp": " ", "zwj": "", "zwnj": "",
    "shy": "", "rarr": "→", "larr": "←", "check": "✓", "sup2": "²",
  ]
}
