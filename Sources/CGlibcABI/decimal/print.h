// The decimal digits of floating-point numbers.
#pragma once
#include <stdbool.h>
#include <stdint.h>

/// Writes significand * 2^exponent as printf's conversion e, f or g (or its capital) of it does, with all flags but # left out, to `buffer`
/// of at least 60 bytes. Returns the length, or -1 where it takes more digits than a word holds: then another way is needed.
/// `negative` is only for directed rounding; no sign is written.
int glibc_compat_print_decimal(char *buffer, uint64_t significand, int exponent, bool negative, char conversion, int precision, bool alternative);
