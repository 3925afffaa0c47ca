// swift-tools-version: 6.2
// A program on the two libraries of abi-check. It takes them from this checkout; elsewhere give the repository's
// address: .package(url: "…", from: "…").
import PackageDescription

let package = Package(
  name: "layout-difference",
  dependencies: [.package(name: "glibc-compat", path: "../..")],
  targets: [
    .executableTarget(
      name: "layout-difference",
      dependencies: [
        .product(name: "ABIReading", package: "glibc-compat"),
        .product(name: "ABIComparison", package: "glibc-compat"),
      ])
  ]
)
