// Encodings of one byte a character.
#pragma once
#include <stddef.h>

/// The characters of an encoding's bytes, of those from 128 on where `is_ascii` is set; 0xffff stands for none. NULL for unknown names.
const unsigned short *glibc_compat_charset(const unsigned char *name, size_t length, int *is_ascii);
