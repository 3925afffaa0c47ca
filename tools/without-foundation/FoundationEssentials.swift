/// The little of Foundation that the argument parser names, so that the release build of abi-check does not carry all of it: 5 MB.
///
/// The parser takes from it the protocol of errors that describe themselves, which no error of abi-check's is, and an encoder for its
/// hidden option --experimental-dump-help, which prints nothing here. A parser that names more does not compile.

public protocol LocalizedError: Error {
  var errorDescription: String? { get }
}

public struct Data {}

public final class JSONEncoder {
  public struct OutputFormatting: OptionSet, Sendable {
    public let rawValue: UInt
    public static let prettyPrinted = OutputFormatting(rawValue: 1)
    public static let sortedKeys = OutputFormatting(rawValue: 2)
    public init(rawValue: UInt) { self.rawValue = rawValue }
  }

  public struct Unsupported: Error {}

  public var outputFormatting: OutputFormatting = []
  public init() {}
  public func encode<T: Encodable>(_ value: T) throws -> Data { throw Unsupported() }
}

extension String {
  public enum Encoding: Sendable { case utf8 }
  public init?(data: Data, encoding: Encoding) { return nil }
}
