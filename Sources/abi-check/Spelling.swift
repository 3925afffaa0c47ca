/// What somebody may have meant who wrote a word that is not there.
enum Spelling {
  /// The word that is at most two letters away, of words that long; nil where there is none.
  static func nearest(to word: String, among words: [String]) -> String? {
    let near = words.map { ($0, distance(Array(word.utf8), Array($0.utf8))) }.min { $0.1 < $1.1 }
    guard let (known, letters) = near, letters <= (known.count > 4 ? 2 : 1) else { return nil }
    return known
  }

  /// How many letters must be put in, left out, replaced, or exchanged with the next one.
  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    guard one.count <= 64, other.count <= 64 else { return .max }
    var rows = [Array(0...other.count)]
    for (place, letter) in one.enumerated() {
      var row = [place + 1]
      for (column, wanted) in other.enumerated() {
        let above = rows[place]
        var least = min(above[column] + (letter == wanted ? 0 : 1), above[column + 1] + 1, row[column] + 1)
        if place > 0, column > 0, letter == other[column - 1], one[place - 1] == wanted {
          least = min(least, rows[place - 1][column - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[one.count][other.count]
  }
}
