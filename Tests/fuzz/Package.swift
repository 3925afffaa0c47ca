// swift-tools-version: 6.2
// The readers of abi-check under libFuzzer: `make fuzz` builds and runs it.
import PackageDescription

let package = Package(
  name: "fuzz-readers",
  dependencies: [.package(name: "glibc-compat", path: "../..")],
  targets: [
    .executableTarget(
      name: "fuzz-readers",
      dependencies: [
        .product(name: "ABIReading", package: "glibc-compat"), .product(name: "ABIComparison", package: "glibc-compat"),
      ],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ]
)
