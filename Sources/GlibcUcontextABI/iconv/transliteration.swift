// <iconv.h>: what //TRANSLIT writes for a character that the target lacks. Typographic characters and compatibility forms become
// ASCII, as in glibc's C locale; accented letters do not, they become '?'.

struct Replacement {
  let code: UInt32
  let text: StaticString
}

// Ordered by code. Source: the compatibility decompositions of the Unicode Standard, and the usual ASCII spellings of typography.
private let replacements: InlineArray<101, Replacement> = [
  Replacement(code: 0xa0, text: " "), Replacement(code: 0xa9, text: "(C)"), Replacement(code: 0xab, text: "<<"),
  Replacement(code: 0xad, text: "-"), Replacement(code: 0xae, text: "(R)"), Replacement(code: 0xb5, text: "u"),
  Replacement(code: 0xb8, text: ","), Replacement(code: 0xbb, text: ">>"), Replacement(code: 0xbc, text: " 1/4 "),
  Replacement(code: 0xbd, text: " 1/2 "), Replacement(code: 0xbe, text: " 3/4 "), 
  Replacement(code: 0xc6, text: "AE"), Replacement(code: 0xd7, text: "x"), Replacement(code: 0xdf, text: "ss"),
  Replacement(code: 0xe6, text: "ae"), Replacement(code: 0x132, text: "IJ"), Replacement(code: 0x133, text: "ij"),
  Replacement(code: 0x149, text: "'n"), Replacement(code: 0x152, text: "OE"), Replacement(code: 0x153, text: "oe"),
  Replacement(code: 0x17f, text: "s"), Replacement(code: 0x1c7, text: "LJ"), Replacement(code: 0x1c8, text: "Lj"),
  Replacement(code: 0x1c9, text: "lj"), Replacement(code: 0x1ca, text: "NJ"), Replacement(code: 0x1cb, text: "Nj"),
  Replacement(code: 0x1cc, text: "nj"), Replacement(code: 0x1f1, text: "DZ"), Replacement(code: 0x1f2, text: "Dz"),
  Replacement(code: 0x1f3, text: "dz"), Replacement(code: 0x2c6, text: "^"), Replacement(code: 0x2c8, text: "'"),
  Replacement(code: 0x2cb, text: "`"), Replacement(code: 0x2cd, text: "_"), Replacement(code: 0x2d0, text: ":"),
  Replacement(code: 0x2dc, text: "~"), Replacement(code: 0x2002, text: " "), Replacement(code: 0x2003, text: " "),
  Replacement(code: 0x2004, text: " "), Replacement(code: 0x2005, text: " "), Replacement(code: 0x2006, text: " "),
  Replacement(code: 0x2008, text: " "), Replacement(code: 0x2009, text: " "), Replacement(code: 0x200a, text: " "),
  Replacement(code: 0x200b, text: ""), 
  Replacement(code: 0x2010, text: "-"), Replacement(code: 0x2011, text: "-"), Replacement(code: 0x2012, text: "-"),
  Replacement(code: 0x2013, text: "-"), Replacement(code: 0x2014, text: "--"), Replacement(code: 0x2015, text: "-"),
  Replacement(code: 0x2018, text: "'"), Replacement(code: 0x2019, text: "'"), Replacement(code: 0x201a, text: ","),
  Replacement(code: 0x201b, text: "'"), Replacement(code: 0x201c, text: "\""), Replacement(code: 0x201d, text: "\""),
  Replacement(code: 0x201e, text: ",,"), Replacement(code: 0x201f, text: "\""), Replacement(code: 0x2020, text: "+"),
  Replacement(code: 0x2022, text: "o"), Replacement(code: 0x2024, text: "."), Replacement(code: 0x2025, text: ".."),
  Replacement(code: 0x2026, text: "..."), Replacement(code: 0x202f, text: " "), Replacement(code: 0x2035, text: "`"),
  Replacement(code: 0x2036, text: "``"), Replacement(code: 0x2037, text: "```"), Replacement(code: 0x2039, text: "<"),
  Replacement(code: 0x203a, text: ">"), Replacement(code: 0x2047, text: "??"), Replacement(code: 0x2048, text: "?!"),
  Replacement(code: 0x2049, text: "!?"), Replacement(code: 0x205f, text: " "), Replacement(code: 0x20ac, text: "EUR"),
  Replacement(code: 0x2100, text: "a/c"), Replacement(code: 0x2105, text: "c/o"),
  Replacement(code: 0x2116, text: "No"), Replacement(code: 0x2121, text: "TEL"), Replacement(code: 0x2122, text: "(TM)"),
  Replacement(code: 0x2153, text: " 1/3 "), Replacement(code: 0x2154, text: " 2/3 "), Replacement(code: 0x215b, text: " 1/8 "),
  Replacement(code: 0x2190, text: "<-"), Replacement(code: 0x2192, text: "->"), Replacement(code: 0x21d0, text: "<="),
  Replacement(code: 0x21d2, text: "=>"), Replacement(code: 0x2212, text: "-"), Replacement(code: 0x2215, text: "/"),
  Replacement(code: 0x2216, text: "\\"), Replacement(code: 0x2217, text: "*"), Replacement(code: 0x2223, text: "|"),
  Replacement(code: 0x2236, text: ":"), Replacement(code: 0x223c, text: "~"), Replacement(code: 0x2264, text: "<="),
  Replacement(code: 0x2265, text: ">="), Replacement(code: 0x226a, text: "<<"), Replacement(code: 0x226b, text: ">>"),
  Replacement(code: 0x3000, text: " "), Replacement(code: 0xfb00, text: "ff"), Replacement(code: 0xfb01, text: "fi"),
]

/// The ASCII spelling of a character, nil where there is none.
func transliteration(_ code: UInt32) -> StaticString? {
  switch code {
  case 0xfb02: return "fl"
  case 0xfb03: return "ffi"
  case 0xfb04: return "ffl"
  case 0xfb05, 0xfb06: return "st"
  case 0xfeff: return ""
  default: break
  }
  var low = 0
  var high = replacements.count
  while low < high {
    let middle = (low + high) / 2
    if replacements[middle].code < code { low = middle + 1 } else { high = middle }
  }
  guard low < replacements.count, replacements[low].code == code else { return nil }
  return replacements[low].text
}

/// One ASCII character for another form of it: full-width letters. nil where there is none.
func fullWidthForm(_ code: UInt32) -> UInt32? {
  code >= 0xff01 && code <= 0xff5e ? code - 0xff01 + 0x21 : nil
}
