/// The dependency graph as a picture: from what was asked for on the left to what everything rests on, on the right.
struct HTMLGraph {
  let report: HTMLReport
  private static let column = 220
  private static let box = (width: 176, height: 26)
  private static let row = 36
  private static let margin = 14

  func write() {
    let graph = DependencyGraph(report.summary.judged, target: report.target)
    guard !graph.edges.isEmpty else { return }
    Output.line("<section aria-labelledby=\"h-graph\">\n<h2 id=\"h-graph\">Dependencies</h2>")
    let columns = graph.columns()
    let height = (columns.map(\.count).max() ?? 1) * Self.row + 2 * Self.margin
    let width = (columns.count - 1) * Self.column + Self.box.width + 2 * Self.margin
    var centre = [(x: Int, y: Int)](repeating: (0, 0), count: graph.nodes.count)
    for (index, column) in columns.enumerated() {
      let top = (height - column.count * Self.row) / 2
      for (place, node) in column.enumerated() {
        centre[node] = (Self.margin + index * Self.column, top + place * Self.row + Self.row / 2)
      }
    }
    Output.line("<div class=\"scroll\">")
    Output.line(
      "<svg class=\"graph\(columns.count > 6 ? " wide" : "")\" width=\"\(width)\" height=\"\(height)\" "
        + "viewBox=\"0 0 \(width) \(height)\" role=\"img\">")
    let missing = graph.nodes.filter { $0.kind == .missing || $0.kind == .unfit }.map(\.name)
    let words = missing.isEmpty ? "all found" : "not found: \(missing.joined(separator: ", "))"
    Output.line("<title>Dependency graph: \(graph.nodes.count) files, \(Markup.text(words))</title>")
    for edge in graph.edges { line(from: centre[edge.from], to: centre[edge.to], graph.nodes[edge.to]) }
    for (node, place) in zip(graph.nodes, centre) { box(node, place) }
    Output.line("</svg>\n</div>")
    Output.line("<p class=\"dim\">\(caption(graph))</p>\n</section>")
  }

  private func line(from: (x: Int, y: Int), to: (x: Int, y: Int), _ node: DependencyGraph.Node) {
    let start = from.x + Self.box.width
    let end = to.x
    // A step back closes a circle: the bend goes round.
    let bend = end > start ? (end - start) / 2 : 60
    Output.line(
      "<path class=\"edge \(node.kind.rawValue)\" d=\"M\(start) \(from.y)"
        + "C\(start + bend) \(from.y) \(end - bend) \(to.y) \(end) \(to.y)\"/>")
  }

  private func box(_ node: DependencyGraph.Node, _ place: (x: Int, y: Int)) {
    let verdict = node.kind == .library || node.kind == .program ? node.verdict.map(HTMLReport.kind) ?? "" : ""
    let top = place.y - Self.box.height / 2
    let name = Markup.text(Markup.short(node.name, node.kind == .missing ? 20 : 22))
    let mark = node.kind == .missing ? "✗ " : node.kind == .unfit ? "! " : ""
    Output.line(
      "<g class=\"node \(node.kind.rawValue) \(verdict)\"><title>\(Markup.text("\(node.name): \(node.detail)"))</title>"
        + "<rect x=\"\(place.x)\" y=\"\(top)\" width=\"\(Self.box.width)\" height=\"\(Self.box.height)\" rx=\"6\"/>"
        + "<text x=\"\(place.x + 10)\" y=\"\(place.y + 4)\">\(mark)\(name)</text></g>")
  }

  private func caption(_ graph: DependencyGraph) -> String {
    var text = "Lines lead from a file to what it needs; one that others imply is left out."
    if graph.hidesLibc { text += " What the libc answers is not drawn." }
    if graph.total > graph.nodes.count {
      text +=
        " \(graph.nodes.count) of \(Markup.group(graph.total)) names are drawn: what is missing, who asks for it, "
        + "and what most files need."
    }
    return text
  }
}
