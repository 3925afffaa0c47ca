// Data objects that programs may name. Source: glibc's <fpu_control.h>, <libintl.h>, rexec(3), glibc's export table.
const char _libc_intl_domainname[] = "libc";
const char _nl_default_dirname[] = "/usr/share/locale";

/// The x87 control word that a program starts with; only glibc 2.0's start-up code read it.
unsigned short __fpu_control = 0x37f;

/// Options of rexec's sockets (SO_DEBUG).
int rexecoptions;

/// Ticks a second that profil would use.
int __profile_frequency(void) { return 100; }
