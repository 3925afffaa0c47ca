// <errno.h>

import CMusl

/// The calling thread's error number: C's macro of the same name, which Swift does not import.
var errno: CInt {
  get { __errno_location().pointee }
  set { __errno_location().pointee = newValue }
}
