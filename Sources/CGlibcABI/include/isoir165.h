// ISO-IR-165 where it is not GB 2312.
#pragma once

/// The character of two bytes; 0 where it is GB 2312's, 0xffff for none.
unsigned short glibc_compat_isoir165_read(unsigned bytes);
/// The two bytes of a character; the same.
unsigned short glibc_compat_isoir165_write(unsigned code);
