// <sys/mount.h>: the file-descriptor based mount calls. Errors are the kernel's. Source: fsopen(2), move_mount(2),
// mount_setattr(2).

import CMusl

/// Opens a file system's configuration context.
@c(fsopen)
public func fsopenCall(_ name: UnsafePointer<CChar>?, _ flags: CUnsignedInt) -> CInt {
  status(SYS_fsopen, name, flags)
}

/// Sets a parameter of a context, or creates the file system.
@c(fsconfig)
public func fsconfigCall(
  _ context: CInt, _ command: CUnsignedInt, _ key: UnsafePointer<CChar>?, _ value: UnsafeRawPointer?, _ extra: CInt
) -> CInt {
  status(SYS_fsconfig, context, command, key, value, extra)
}

/// Makes a mount of a context.
@c(fsmount)
public func fsmountCall(_ context: CInt, _ flags: CUnsignedInt, _ attributes: CUnsignedInt) -> CInt {
  status(SYS_fsmount, context, flags, attributes)
}

/// Opens the context of an existing mount.
@c(fspick)
public func fspickCall(_ folder: CInt, _ path: UnsafePointer<CChar>?, _ flags: CUnsignedInt) -> CInt {
  status(SYS_fspick, folder, path, flags)
}

/// Opens a mount, or a copy of one.
@c(open_tree)
public func openTreeCall(_ folder: CInt, _ path: UnsafePointer<CChar>?, _ flags: CUnsignedInt) -> CInt {
  status(SYS_open_tree, folder, path, flags)
}

/// Attaches a mount.
@c(move_mount)
public func moveMountCall(
  _ fromFolder: CInt, _ from: UnsafePointer<CChar>?, _ toFolder: CInt, _ to: UnsafePointer<CChar>?,
  _ flags: CUnsignedInt
) -> CInt {
  status(SYS_move_mount, fromFolder, from, toFolder, to, flags)
}

/// Changes the attributes of a mount.
@c(mount_setattr)
public func mountSetattrCall(
  _ folder: CInt, _ path: UnsafePointer<CChar>?, _ flags: CUnsignedInt, _ attributes: UnsafeMutableRawPointer?,
  _ size: Int
) -> CInt {
  status(SYS_mount_setattr, folder, path, flags, attributes, size)
}
