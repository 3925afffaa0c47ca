/* What of the system Swift has no way to: what the kernel told the process, and the processor's own SHA-256. */
#ifndef CSYSTEM_H
#define CSYSTEM_H
#include <stddef.h>
#include <stdint.h>

/* Whether the program has more rights than the one who started it (set-user-ID and its like). */
int abi_check_has_more_rights(void);

/* The program's own headers in memory, and how many there are. */
const void *abi_check_program_headers(size_t *count);

/* Whether abi_check_sha256_blocks works on this processor. */
int abi_check_sha256_is_fast(void);

/* Takes `count` blocks of 64 bytes into the state (FIPS 180-4, H0 to H7). Only where abi_check_sha256_is_fast() says so. */
void abi_check_sha256_blocks(uint32_t state[8], const void *blocks, size_t count);
#endif
