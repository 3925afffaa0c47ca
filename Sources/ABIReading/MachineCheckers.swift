import ABIComparison
import Synchronization

/// Checkers for other machines than the target's, where the target is told by a name and not by files: each is made
/// when the first file for its machine is met.
public final class MachineCheckers: Sendable {
  private let make: @Sendable (Machine) -> Result<Checker, TargetError>
  private let known = Mutex<[Machine: Result<Checker, TargetError>]>([:])

  /// - Parameter make: a checker for a machine, or why there is none.
  public init(_ make: @escaping @Sendable (Machine) -> Result<Checker, TargetError>) { self.make = make }

  func checker(for machine: Machine) -> Result<Checker, TargetError> {
    known.withLock { known in
      if let checker = known[machine] { return checker }
      let checker = make(machine)
      known[machine] = checker
      return checker
    }
  }
}
