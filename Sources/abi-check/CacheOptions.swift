import ABIReading
import ArgumentParser

/// Whether what was read is kept for the next run.
struct CacheOptions: ParsableArguments {
  @Flag(help: "Read everything anew, and keep nothing of it for the next run.")
  var noCache = false

  var cache: ReadCache? { noCache ? nil : ReadCache.ofUser() }
}
