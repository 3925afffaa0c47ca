import ABIComparison
import Glibc

/// Container images: their layers laid over each other as a running container would see them.
///
/// Read are the OCI image layout (a folder, or an archive of it, with index.json and blobs/) and what `docker save`
/// writes (manifest.json and layer.tar files).
struct OCIImage {
  var name: String
  /// Paths of the layers inside the layout, the lowest first.
  var layers: [String]

  /// The images of a layout; nil where it is none.
  ///
  /// - Parameter text: a small file of the layout.
  static func images(text: (String) -> String?) throws(ReadError) -> [OCIImage]? {
    var images: [OCIImage] = []
    if text("oci-layout") != nil, let index = text("index.json") {
      guard let index = JSON(parsing: index.utf8) else { throw .damagedArchive("not a complete image (index.json)") }
      try collect(index, into: &images, depth: 0, text)
    } else if let manifest = text("manifest.json").flatMap({ JSON(parsing: $0.utf8) }), isSaved(manifest) {
      images = manifest.items.map { image in
        OCIImage(
          name: image["RepoTags"]?.items.first?.string ?? "image",
          layers: image["Layers"]?.items.compactMap { $0.string.flatMap(TreePath.normal) } ?? [])
      }
    } else {
      return nil
    }
    guard !images.isEmpty else { throw .damagedArchive("not a complete image (no manifest in it)") }
    // Names are told apart by numbers where two images have the same.
    var count: [String: Int] = [:]
    for index in images.indices {
      let name = images[index].name
      count[name, default: 0] += 1
      if let number = count[name], number > 1 { images[index].name = "\(name) (\(number))" }
    }
    return images
  }

  private static func isSaved(_ manifest: JSON) -> Bool {
    !manifest.items.isEmpty && manifest.items.allSatisfy { $0["Layers"] != nil }
  }

  /// An index may name other indexes: one for each version, with one manifest for each machine.
  private static func collect(
    _ index: JSON, into images: inout [OCIImage], depth: Int, _ text: (String) -> String?
  ) throws(ReadError) {
    for entry in index["manifests"]?.items ?? [] {
      guard images.count < 256 else { throw .archiveLimit("more than 256 images, the limit: not read") }
      guard let digest = entry["digest"]?.string, let path = blob(digest) else {
        throw .damagedArchive("not a complete image (a manifest without a digest)")
      }
      // A layout may name platforms that it does not have; some tools write such.
      guard let document = text(path).flatMap({ JSON(parsing: $0.utf8) }) else { continue }
      if document["manifests"] != nil, depth < 3 {
        try collect(document, into: &images, depth: depth + 1, text)
        continue
      }
      let layers = document["layers"]?.items.filter { $0["mediaType"]?.string?.includes("tar") ?? true } ?? []
      guard !layers.isEmpty else { continue }
      images.append(
        OCIImage(
          name: name(of: entry) ?? "image", layers: layers.compactMap { $0["digest"]?.string.flatMap(blob) }))
    }
  }

  private static func name(of entry: JSON) -> String? {
    if let os = entry["platform"]?["os"]?.string, let machine = entry["platform"]?["architecture"]?.string {
      return "\(os)/\(machine)"
    }
    return entry["annotations"]?["org.opencontainers.image.ref.name"]?.string
  }

  /// "sha256:ab…" as the path of its blob; nil for what is no digest, so that no name leads out of the layout.
  static func blob(_ digest: String) -> String? {
    let parts = digest.split(separator: ":", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { 48...57 ~= $0 || 65...90 ~= $0 || 97...122 ~= $0 || $0 == 95 || $0 == 45 }
    }
    return parts.count == 2 && isPlain ? "blobs/\(parts[0])/\(parts[1])" : nil
  }

  /// The files of the image.
  func tree(prefix: String, layer: (String) throws(ReadError) -> ArchiveTree) throws(ReadError) -> ArchiveTree {
    let result = ArchiveTree(prefix: prefix, kind: .tar)
    for path in layers {
      let upper: ArchiveTree
      do throws(ReadError) { upper = try layer(path) } catch .damagedArchive(let text) {
        throw .damagedArchive("not a complete image (layer \(path): \(text))")
      }
      Self.lay(upper, over: result)
    }
    return result
  }

  /// Puts a layer on top: it hides by files named .wh.NAME, whole folders by .wh..wh..opq, and by having the same
  /// names.
  static func lay(_ upper: ArchiveTree, over lower: ArchiveTree) {
    var gone: Set<String> = []
    var emptied: Set<String> = []
    var marks: Set<String> = []
    for (path, node) in upper.nodes {
      let name = TreePath.last(path)
      if name == ".wh..wh..opq" {
        emptied.insert(TreePath.parent(path))
        marks.insert(path)
      } else if name.hasPrefix(".wh.") {
        let parent = TreePath.parent(path)
        gone.insert((parent.isEmpty ? "" : parent + "/") + name.dropFirst(4))
        marks.insert(path)
      } else if case .folder = node {
        continue
      } else {
        gone.insert(path)
      }
    }
    lower.filter { path in
      if gone.contains(path) { return false }
      var folder = path
      while !folder.isEmpty {
        folder = TreePath.parent(folder)
        if gone.contains(folder) || emptied.contains(folder) { return false }
      }
      return true
    }
    lower.overlay(upper, without: marks)
  }
}
