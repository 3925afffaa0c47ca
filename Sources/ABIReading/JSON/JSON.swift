/// A JSON value that keeps its members in the order in which they were written.
package indirect enum JSON: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  case null
  case bool(Bool)
  case int(Int)
  /// A number with a fraction or an exponent, which reports have none of.
  case real(Double)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .int(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(_ value: String?) { self = value.map(JSON.string) ?? .null }
  package init(_ values: [String]) { self = .array(values.map(JSON.string)) }

  /// Compact where `indent` is nil, else indented by two blanks a level.
  package func text(indent: Int? = nil) -> String {
    var out = ""
    write(to: &out, indent: indent)
    return out
  }

  private func write(to out: inout String, indent: Int?) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .int(let value): out += String(value)
    case .real(let value): out += String(value)
    case .string(let value): Self.quote(value, to: &out)
    case .array(let items):
      Self.list(items, "[", "]", to: &out, indent: indent) { item, out, indent in item.write(to: &out, indent: indent) }
    case .object(let members):
      Self.list(members, "{", "}", to: &out, indent: indent) { member, out, indent in
        Self.quote(member.0, to: &out)
        out += indent == nil ? ":" : ": "
        member.1.write(to: &out, indent: indent)
      }
    }
  }

  private static func list<T>(
    _ items: [T], _ open: String, _ close: String, to out: inout String, indent: Int?,
    item: (T, inout String, Int?) -> Void
  ) {
    out += open
    for (index, value) in items.enumerated() {
      if index > 0 { out += "," }
      if let indent { out += "\n" + String(repeating: " ", count: indent + 2) }
      item(value, &out, indent.map { $0 + 2 })
    }
    if let indent, !items.isEmpty { out += "\n" + String(repeating: " ", count: indent) }
    out += close
  }

  private static func quote(_ text: String, to out: inout String) {
    out += "\""
    // Nearly all text needs no escape.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F && $0 != 0xEE }) {
      out += text
    } else {
      for scalar in text.unicodeScalars { escape(scalar, to: &out) }
    }
    out += "\""
  }

  private static func escape(_ scalar: UnicodeScalar, to out: inout String) {
    switch scalar {
    case "\"": out += "\\\""
    case "\\": out += "\\\\"
    case "\n": out += "\\n"
    case "\t": out += "\\t"
    case "\r": out += "\\r"
    case _ where scalar.value < 0x20 || scalar.value == 0x7F || FileName.isByte(scalar):
      let hex = String(scalar.value, radix: 16)
      out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    default: out.unicodeScalars.append(scalar)
    }
  }
}
