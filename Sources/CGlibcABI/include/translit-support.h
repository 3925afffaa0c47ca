// What is tried for a character in the thread's locale, one text after the other: how many there are, then each in UTF-16 behind its length; NULL
// where there is none.
#pragma once
const unsigned short *glibc_compat_transliterations(unsigned code);
