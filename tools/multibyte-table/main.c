// The encodings, in an order in which later ones find much of theirs in earlier ones.
#include <gnu/libc-version.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "table.h"

static const char *const names[] = {
    "EUC-JP", "EUC-KR", "EUC-CN", "BIG5", "GBK", "SJIS", "CP932", "EUC-JP-MS", "UHC", "JOHAB", "EUC-TW", "EUC-JISX0213", "SHIFT_JISX0213",
    "BIG5HKSCS", "GB18030", "IBM932", "IBM943", "ISO_6937", "ISO_6937-2", "T.61-8BIT", "ANSI_X3.110", "CP1255", "CP1258", "TCVN5712-1",
    "+IBM930", "+IBM933", "+IBM935", "+IBM937", "+IBM939", "+IBM1364", "+IBM1371", "+IBM1388", "+IBM1390", "+IBM1399",
};

static void aliases(const char *file, const char *name)
{
    char line[200], alias[100], real[100];
    FILE *list = fopen(file, "r");
    while (fgets(line, sizeof line, list))
        if (sscanf(line, "%99s %99s", alias, real) == 2 && !strcasecmp(real, name)) printf("%s ", alias);
    fclose(list);
}

int main(int argc, char **argv)
{
    struct stream stream = { 0 };
    size_t starts[100], count = sizeof names / sizeof *names;
    for (size_t i = 0; i < count; i++) {
        int is_shifted = names[i][0] == '+';
        struct set set = { names[i] + is_shifted, { "", is_shifted ? "\x0e" : NULL } };
        if (!open_set(&set)) return 1;
        starts[i] = stream.size;
        put_set(&stream, &set);
    }
    printf("// Made by tools/make-multibyte-table from glibc %s: encodings of several bytes a character. How it is read stands in multibyte.swift.\n",
           gnu_get_libc_version());
    write_pools();
    printf("static const unsigned char multibyte_stream[] = {");
    for (size_t i = 0; i < stream.size; i++) printf("%s%d,", i % 32 ? "" : "\n", stream.bytes[i]);
    printf("\n};\nstatic const struct { const char *names; unsigned start; } multibyte_sets[] = {\n");
    for (size_t i = 0; i < count; i++) {
        const char *name = names[i] + (names[i][0] == '+');
        printf("    {\" %s ", name);
        aliases(argv[1], name);
        printf("\", %zu},\n", starts[i]);
    }
    printf("};\n");
    fprintf(stderr, "stream: %zu\n", stream.size);
}
