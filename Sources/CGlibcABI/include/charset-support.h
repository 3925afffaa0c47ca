// Encodings of one byte a character.
#pragma once
#include <stddef.h>

/// The number of the encoding called so; -1 for an unknown name.
int glibc_compat_charset_find(const unsigned char *name, size_t length);
/// The characters of its bytes, of those from 128 on where `is_ascii` is set; 0xffff stands for none.
const unsigned short *glibc_compat_charset(int number, int *is_ascii);
/// What is written otherwise than it is read: each character above its byte, 0 for none; the list ends with 0.
const unsigned *glibc_compat_charset_written(int number);
/// Where its tables are kept: those for reading, those for writing.
void **glibc_compat_charset_slot(int number, int writing);
