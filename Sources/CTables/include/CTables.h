/* Data that the tool carries: its version, and what each known libc exports (the tables under abi/). */
#ifndef CTABLES_H
#define CTABLES_H
#include <stddef.h>

/* "0.1.0 (commit 0123456789ab)" */
const char *abi_check_version(void);

int abi_check_table_count(void);
/* The path of table `index` under abi/: "glibc.tsv". */
const char *abi_check_table_name(int index);
/* The bytes of a table by that path and their number; NULL where there is none. */
const void *abi_check_table(const char *name, size_t *size);
#endif
