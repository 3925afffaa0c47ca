import ABIComparison
import ABIReading

/// Layouts that `abi-check layout --provider FILE --format json` wrote: they stand for the file where it, or its debug
/// information, is not.
extension LayoutSource {
  /// Nil where the file is no JSON document at all; an error where it is another one.
  init?(snapshot path: String) throws {
    guard let bytes = readWhole(path), bytes.first == UInt8(ascii: "{") else { return nil }
    func refuse(_ what: String) -> StatusError { StatusError(.notChecked, "\(path): \(what)") }
    let document: JSON
    do throws(JSONParser.Failure) { document = try JSONParser.parse(bytes[...]) } catch {
      throw refuse("not JSON: \(error.what) (byte \(error.offset + 1))")
    }
    guard document["schema"]?.string == JSONReport.schema, case .array(let items) = document["layouts"],
      let number = document["elf_machine"]?.int.flatMap({ UInt16(exactly: $0) }), let bits = document["class"]?.int
    else { throw refuse("no layouts: abi-check layout --provider FILE --format json writes them") }
    var layouts: [String: TypeLayout] = [:]
    for item in items where item["result"]?.string == "read" && item["evidence"]?.string == "dwarf" {
      guard let layout = Self.layout(item) else {
        throw refuse("the layout of \(item["type"]?.string ?? "a type") has members missing")
      }
      layouts[layout.name] = layout
    }
    self.init(
      path: document["provider"]?.string ?? path,
      machine: Machine(number: number, is64: bits == 64, isBigEndian: document["byte_order"]?.string == "big"),
      layouts: layouts, why: "not in \(path)")
  }

  private static func layout(_ item: JSON) -> TypeLayout? {
    func unsigned(_ json: JSON, _ name: String) -> UInt64? { json[name]?.int.flatMap { UInt64(exactly: $0) } }
    guard let name = item["type"]?.string, let size = unsigned(item, "size"),
      let alignment = unsigned(item, "alignment"), case .array(let rows) = item["members"]
    else { return nil }
    let members = rows.compactMap { row -> MemberLayout? in
      guard let path = row["path"]?.string, let offset = unsigned(row, "bit_offset"),
        let length = unsigned(row, "bit_size"), let type = row["type"]?.string,
        let kind = row["kind"]?.string.flatMap(MemberLayout.Kind.init)
      else { return nil }
      return MemberLayout(path: path, bitOffset: offset, bitSize: length, type: type, kind: kind)
    }
    guard members.count == rows.count else { return nil }
    return TypeLayout(
      name: name, size: size, alignment: alignment, members: members, notRead: item["notes"]?.strings ?? [])
  }
}
