// swift-tools-version: 6.2
// The host build: the command abi-check, the two libraries under it, and their tests. `make` builds it into build/bin.
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "glibc-compat",
  products: [
    .executable(name: "abi-check", targets: ["abi-check"]),
    .library(name: "ABIReading", targets: ["ABIReading"]),
    .library(name: "ABIComparison", targets: ["ABIComparison"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CElfutils", pkgConfig: "libdw", providers: [.apt(["libdw-dev", "libelf-dev"])]),
    .systemLibrary(name: "CLibarchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .target(name: "CSystem"),
    .target(name: "CTables", cSettings: [.headerSearchPath("../../abi")]),
    .target(name: "ABIComparison", swiftSettings: settings),
    .target(
      name: "ABIReading", dependencies: ["ABIComparison", "CElfutils", "CLibarchive", "CSystem", "CTables"],
      swiftSettings: settings),
    .executableTarget(
      name: "abi-check",
      dependencies: [
        "ABIReading", "ABIComparison", "CTables", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ABITests", dependencies: ["ABIReading", "ABIComparison"], path: "Tests/ABI",
      exclude: [
        "programs", "machines", "parts", "schemas", "layouts",
        "run", "opener.c", "mutate.c", "set-relocation.py", "open-each.c",
      ],
      swiftSettings: settings),
  ]
)
