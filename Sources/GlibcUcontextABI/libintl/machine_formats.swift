// What the names in a catalogue's machine strings stand for on x86_64: <inttypes.h>'s formats. Source: C17 7.8.1.
import CMusl

/// The printf format behind `PRIu64` and its like; `I`, glibc's flag for the locale's digits, stands for itself. nil for other names.
func machineFormat(_ name: Message) -> StaticString? {
  let text = name.text
  if name.size == 1 && text[0] == 0x49 { return "I" }
  guard name.size >= 5, memcmp(text, constText("PRI"), 3) == 0 else { return nil }
  let kind = text[3]
  let width = text + 4
  let size = name.size - 4
  func isWidth(_ literal: StaticString) -> Bool {
    size == literal.utf8CodeUnitCount && memcmp(width, literal.utf8Start, size) == 0
  }
  let isLong =
    isWidth("64") || isWidth("LEAST64") || isWidth("FAST16") || isWidth("FAST32") || isWidth("FAST64") || isWidth("MAX")
    || isWidth("PTR")
  let isPlain =
    isWidth("8") || isWidth("16") || isWidth("32") || isWidth("LEAST8") || isWidth("LEAST16") || isWidth("LEAST32")
    || isWidth("FAST8")
  guard isLong || isPlain else { return nil }
  switch kind {
  case 0x64: return isLong ? "ld" : "d"
  case 0x69: return isLong ? "li" : "i"
  case 0x6f: return isLong ? "lo" : "o"
  case 0x75: return isLong ? "lu" : "u"
  case 0x78: return isLong ? "lx" : "x"
  case 0x58: return isLong ? "lX" : "X"
  default: return nil
  }
}
