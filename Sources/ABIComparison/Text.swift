extension StringProtocol {
  /// Whether a text stands in this one, byte for byte.
  ///
  /// The library's `contains` for strings is part of the regular expressions, which are as large as abi-check itself.
  public func includes(_ text: String) -> Bool {
    var rest = Substring(self).utf8[...]
    let wanted = text.utf8
    while true {
      if rest.starts(with: wanted) { return true }
      if rest.popFirst() == nil { return false }
    }
  }
}
