#include "CTables.h"
#include <string.h>
/* Made by mk/tool.mk: its text changes when a table does, so that this file is compiled again. */
#if __has_include("abi-check-tables.h")
#include "abi-check-tables.h"
#endif

/* A section of its own: mk/tool.mk writes version and commit into the linked program, so that a new commit compiles
 * nothing. */
__attribute__((section(".abi_check_version"), used, visibility("hidden")))
const char abi_check_version_text[128] = "unknown (not built by make)";

/* Each table stands in the program as it stands under abi/: rows of tab-separated text. */
#define TABLE(symbol, file) \
    __asm__(".section .rodata\n" #symbol "_start:\n.incbin \"" file "\"\n" #symbol "_end:\n.byte 0\n.previous"); \
    extern const char symbol##_start[] __attribute__((visibility("hidden"))), \
        symbol##_end[] __attribute__((visibility("hidden")));
#include "tables.h"
#undef TABLE

static const struct { const char *name, *start, *end; } tables[] = {
#define TABLE(symbol, file) { file, symbol##_start, symbol##_end },
#include "tables.h"
#undef TABLE
};

const char *abi_check_version(void) { return abi_check_version_text; }

int abi_check_table_count(void) { return sizeof tables / sizeof tables[0]; }

const char *abi_check_table_name(int index) {
    return index >= 0 && index < abi_check_table_count() ? tables[index].name : "";
}

const void *abi_check_table(const char *name, size_t *size) {
    for (int i = 0; i < abi_check_table_count(); i++) {
        if (strcmp(tables[i].name, name) == 0) {
            *size = tables[i].end - tables[i].start;
            return tables[i].start;
        }
    }
    return NULL;
}
