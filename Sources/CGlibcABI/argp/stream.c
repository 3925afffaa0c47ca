// argp's output stream: text is broken between words at the right margin and goes on at the wrap margin.
//
// Where text is laid out is visible: a word is never moved once a question for the column, a new margin or a full buffer has settled the part
// of it that was written. So the settling happens on the same occasions as in glibc, down to its buffer of 200 bytes.
#include "argp.h"
#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 200 };

struct argp_stream *glibc_compat_argp_stream_new(FILE *file, size_t left, size_t right, long wrap)
{
    struct argp_stream *s = malloc(sizeof *s);
    if (!s)
        return NULL;
    *s = (struct argp_stream){ .file = file, .left = left, .right = right, .wrap = wrap, .capacity = FIRST_CAPACITY,
                               .allocated = FIRST_CAPACITY };
    s->text = malloc(s->allocated);
    if (!s->text) {
        free(s);
        return NULL;
    }
    return s;
}

// Puts `count` bytes of room in at `at`. The room is ours alone: it does not count as the buffer's capacity.
static int insert(struct argp_stream *s, size_t at, size_t count, char fill)
{
    if (s->used + count > s->allocated) {
        size_t size = (s->used + count) * 2;
        char *text = realloc(s->text, size);
        if (!text)
            return 0;
        s->text = text;
        s->allocated = size;
    }
    memmove(s->text + at + count, s->text + at, s->used - at);
    memset(s->text + at, fill, count);
    s->used += count;
    return 1;
}

static void delete(struct argp_stream *s, size_t from, size_t to)
{
    memmove(s->text + from, s->text + to, s->used - to);
    s->used -= to - from;
}

// Breaks the line that starts at `at` and ends before `end` (a newline or the end of the text). Returns where the next line starts.
static size_t break_line(struct argp_stream *s, size_t at, size_t end)
{
    const char *text = s->text;
    long last = (long)at + (long)s->right - s->column;
    // Back from the margin to a blank; the text may end exactly there.
    while (last >= (long)at && !((size_t)last < s->used && isblank((unsigned char)text[last])))
        last--;
    size_t line_end, next;
    if (last >= (long)at) {
        next = (size_t)last + 1;
        do
            last--;
        while (last >= (long)at && isblank((unsigned char)text[last]));
        line_end = (size_t)(last + 1);
    } else {
        // One word longer than the line: it stays whole, the line ends after it.
        size_t p = at;
        while (p < end && !isblank((unsigned char)text[p]))
            p++;
        if (p == end) {
            s->column = 0;
            return end + 1;
        }
        line_end = p;
        while (p < s->used && isblank((unsigned char)text[p]))
            p++;
        next = p;
    }
    delete(s, line_end, next);
    size_t margin = (size_t)s->wrap;
    if (!insert(s, line_end, 1 + margin, ' '))
        return s->used;
    s->text[line_end] = '\n';
    // Column -1 keeps the left margin off a line that wraps to column 0.
    s->column = margin ? (long)margin : -1;
    return line_end + 1 + margin;
}

static void settle(struct argp_stream *s)
{
    size_t at = s->settled;
    while (at < s->used) {
        if (s->column == 0 && s->left) {
            if (!insert(s, at, s->left, ' '))
                break;
            at += s->left;
            s->column = (long)s->left;
        }
        if (s->column < 0)
            s->column = 0;
        char *newline = memchr(s->text + at, '\n', s->used - at);
        size_t end = newline ? (size_t)(newline - s->text) : s->used;
        if (s->column + (long)(end - at) < (long)s->right) {
            if (!newline) {
                s->column += (long)(end - at);
                break;
            }
            s->column = 0;
            at = end + 1;
            continue;
        }
        if (s->wrap < 0) {
            long fits = (long)s->right - 1 - s->column;
            delete(s, at + (size_t)(fits > 0 ? fits : 0), end);
            if (!newline) {
                s->column = (long)s->right - 1;
                break;
            }
            at += (size_t)(fits > 0 ? fits : 0) + 1;
            s->column = 0;
            continue;
        }
        at = break_line(s, at, end);
    }
    s->settled = s->used;
}

static void flush(struct argp_stream *s)
{
    settle(s);
    fwrite(s->text, 1, s->used, s->file);
    s->used = s->settled = 0;
}

void glibc_compat_argp_stream_free(struct argp_stream *s)
{
    settle(s);
    if (s->used)
        fwrite(s->text, 1, s->used, s->file);
    free(s->text);
    free(s);
}

void glibc_compat_argp_write(struct argp_stream *s, const char *text, size_t length)
{
    if (s->used + length > s->capacity) {
        flush(s);
        if (length > s->capacity)
            s->capacity = length;
    }
    if (s->used + length > s->allocated) {
        char *grown = realloc(s->text, s->used + length);
        if (!grown)
            return;
        s->text = grown;
        s->allocated = s->used + length;
    }
    memcpy(s->text + s->used, text, length);
    s->used += length;
}

void glibc_compat_argp_puts(struct argp_stream *s, const char *text)
{
    size_t length = strlen(text);
    if (length)
        glibc_compat_argp_write(s, text, length);
}

void glibc_compat_argp_putc(struct argp_stream *s, char c)
{
    glibc_compat_argp_write(s, &c, 1);
}

void glibc_compat_argp_printf(struct argp_stream *s, const char *format, ...)
{
    char *text;
    va_list arguments;
    va_start(arguments, format);
    int length = vasprintf(&text, format, arguments);
    va_end(arguments);
    if (length < 0)
        return;
    glibc_compat_argp_write(s, text, (size_t)length);
    free(text);
}

size_t glibc_compat_argp_set_left(struct argp_stream *s, size_t left)
{
    if (s->used > s->settled)
        settle(s);
    size_t old = s->left;
    s->left = left;
    return old;
}

size_t glibc_compat_argp_set_wrap(struct argp_stream *s, size_t wrap)
{
    if (s->used > s->settled)
        settle(s);
    size_t old = (size_t)s->wrap;
    s->wrap = (long)wrap;
    return old;
}

size_t glibc_compat_argp_column(struct argp_stream *s)
{
    if (s->used > s->settled)
        settle(s);
    return s->column >= 0 ? (size_t)s->column : 0;
}
