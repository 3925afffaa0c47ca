// The ASCII spelling of a character in the thread's locale; NULL where there is none.
#pragma once
const char *glibc_compat_transliteration(unsigned code);
