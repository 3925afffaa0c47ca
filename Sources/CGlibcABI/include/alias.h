// A second name for a function of the same object: glibc keeps many under a private `__` name beside the public one.
#pragma once

#define ALIAS(name, other) extern __typeof__(name) other __attribute__((alias(#name)))
