// stdio, on /dev/null and on a file of 1 MB in memory.
#include "micro.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINES = 20000 };
static FILE *sink, *source;
static void prepare(const struct row *row)
{
    (void)row;
    sink = fopen("/dev/null", "w");
    source = tmpfile();
    if (!sink || !source)
        abort();
    for (int i = 0; i < LINES; i++)
        fprintf(source, "line %06d of the file that is read, as it is\n", i);
    rewind(source);
}

#define EACH(name, ...) \
    static void name(const struct row *row, long count) \
    { \
        (void)row; \
        for (long i = 0; i < count; i++) { __VA_ARGS__; } \
    }
// At the end of the file it starts again.
#define OR_REWIND(condition) if (!(condition)) rewind(source)
EACH(put_byte, fputc('x', sink))
EACH(put_byte_unlocked, putc_unlocked('x', sink))
EACH(put_text, fputs("a line of text as programs write them\n", sink))
EACH(write_blocks, fwrite("0123456789abcdef0123456789abcdef", 1, 32, sink))
EACH(print, fprintf(sink, "%s:%d: %s\n", "name", (int)i, "text"))
EACH(get_byte, OR_REWIND(fgetc(source) != EOF))
EACH(get_byte_unlocked, OR_REWIND(getc_unlocked(source) != EOF))
EACH(get_line_fixed, char line[128]; OR_REWIND(fgets(line, sizeof line, source)))
EACH(read_blocks, char block[512]; OR_REWIND(fread(block, 1, sizeof block, source) == sizeof block))

static void get_lines(const struct row *row, long count)
{
    char *line = NULL;
    size_t room = 0;
    (void)row;
    for (long i = 0; i < count; i++)
        OR_REWIND(getline(&line, &room, source) > 0);
    free(line);
}

static void open_and_close(const struct row *row, long count)
{
    (void)row;
    for (long i = 0; i < count; i++)
        fclose(fopen("/dev/null", "r"));
}

const struct row stream_rows[] = {
    {"stdio", "fputc", put_byte, 0, 0, prepare}, {"stdio", "putc_unlocked", put_byte_unlocked, 0, 0, prepare}, {"stdio", "fputs", put_text, 0, 0, prepare},
    {"stdio", "fwrite, 32 B", write_blocks, 0, 0, prepare}, {"stdio", "fprintf", print, 0, 0, prepare}, {"stdio", "fgetc", get_byte, 0, 0, prepare},
    {"stdio", "getc_unlocked", get_byte_unlocked, 0, 0, prepare}, {"stdio", "fgets", get_line_fixed, 0, 0, prepare},
    {"stdio", "getline", get_lines, 0, 0, prepare}, {"stdio", "fread, 512 B", read_blocks, 0, 0, prepare},
    {"stdio", "fopen, fclose", open_and_close, 0, 0, NULL}, {0},
};
