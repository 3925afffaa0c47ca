extension Rule {
  private static let plain = [
    "acos", "acosh", "asin", "atan2", "atanh", "cos", "cosh", "drem", "erfc", "exp", "exp10", "exp2", "expm1", "fdim",
    "fmod", "hypot", "ilogb", "j0", "j1", "jn", "ldexp", "lgamma", "lgamma_r", "llogb", "log", "log10", "log1p", "log2",
    "nextafter", "nexttoward", "pow", "pow10", "remainder", "scalb", "scalbln", "scalbn", "significand", "sin",
    "sincos", "sinh", "sqrt", "tan", "tgamma", "y0", "y1", "yn",
  ]
  private static let functions = Set(plain.flatMap { [$0, $0 + "f", $0 + "l"] }).union(["lgammaf_r", "lgammal_r"])

  /// Errors of mathematical functions.
  static let fpErrno: Rule = Rule(
    "fp-errno", title: "errors of mathematical functions",
    why: """
      glibc's mathematical functions tell an error twice: by errno (EDOM, ERANGE) and by the floating-point \
      exceptions. musl's raise the exceptions only (math_errhandling is MATH_ERREXCEPT), and leave errno alone. Named \
      are functions of a file that looks at errno at all; whether it does so after them cannot be seen.
      """,
    fix: "look at the result or at fetestexcept",
    names: functions.union(["__errno_location"]),
    object: { view in
      guard view.target.loader != .glibc, view.imports("__errno_location") else { return [] }
      return view.answeredByMusl().compactMap { name, reference -> Finding? in
        guard functions.contains(name) else { return nil }
        return fpErrno.finding(
          .note, .silent, .heuristic, "\(name): musl's sets no errno", symbol: name, version: view.version(reference),
          in: view.object, provider: "musl")
      }
    })
}
