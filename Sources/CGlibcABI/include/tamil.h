// TSCII's letters and signs.
#pragma once
extern const unsigned char glibc_compat_tamil_letters[128], glibc_compat_tamil_bytes[128];

/// The place of a byte's character behind U+0B00, for bytes from 0x80 on; 0 where it is not one character.
static inline unsigned char glibc_compat_tamil_letter(unsigned char byte) { return byte < 0x80 ? 0 : glibc_compat_tamil_letters[byte - 0x80]; }
/// The byte of a character from U+0B80 to U+0BFF; 0 for none.
static inline unsigned char glibc_compat_tamil_byte(unsigned code) { return glibc_compat_tamil_bytes[(code - 0x0b80) & 0x7f]; }
