#include "CSystem.h"
#include <sys/auxv.h>

int abi_check_has_more_rights(void) { return getauxval(AT_SECURE) != 0; }

const void *abi_check_program_headers(size_t *count) {
    *count = getauxval(AT_PHNUM);
    return (const void *)getauxval(AT_PHDR);
}
