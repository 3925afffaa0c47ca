// The questions to glibc's iconv.
#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "table.h"

static const char *const tails[] = { "", "0000", "AAAA", "\xa4\xa4\xa4\xa4", "\x81\x40\x81\x40", "\xfe\xfe\xfe\xfe", "\x41\x42\x43\x44" };

int open_set(struct set *set)
{
    char name[100];
    set->reader = iconv_open("WCHAR_T", set->name);
    set->ignorer = iconv_open("WCHAR_T//IGNORE", set->name);
    set->writer = iconv_open(set->name, "WCHAR_T");
    return set->reader != (iconv_t)-1 && set->ignorer != (iconv_t)-1 && set->writer != (iconv_t)-1;
}

static size_t convert(iconv_t descriptor, const char *prefix, const void *bytes, size_t size, unsigned *out, size_t *count, size_t *held)
{
    char text[64], *in = text, *to = (char *)out;
    size_t left = strlen(prefix), room = 64 * sizeof *out;
    memcpy(text, prefix, left);
    iconv(descriptor, NULL, NULL, NULL, NULL);
    if (left && (iconv(descriptor, &in, &left, &to, &room) == (size_t)-1 || to != (char *)out)) abort();
    memcpy(text, bytes, size);
    in = text;
    errno = 0;
    left = size;
    size_t result = iconv(descriptor, &in, &left, &to, &room);
    int error = errno;
    *count = (unsigned *)to - out;
    iconv(descriptor, NULL, NULL, &to, &room);
    *held = (unsigned *)to - out - *count;
    errno = error;
    return result == (size_t)-1 ? (size_t)-1 : left ? abort(), 0 : result;
}

// Whether //IGNORE goes on behind the first SKIP bytes, whatever follows.
static int skips(struct set *set, int state, const unsigned char *bytes, int size, int skip)
{
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        unsigned char text[32];
        unsigned out[2][64];
        size_t counts[2], held[2], tail = strlen(tails[i]);
        memcpy(text, bytes, size);
        memcpy(text + size, tails[i], tail);
        if (skip > size + tail) continue;
        memset(out, 0, sizeof out);
        convert(set->ignorer, set->prefix[state], text, size + tail, out[0], &counts[0], &held[0]);
        int error = errno;
        convert(set->ignorer, set->prefix[state], text + skip, size + tail - skip, out[1], &counts[1], &held[1]);
        if (counts[0] != counts[1] || held[0] != held[1] || memcmp(out[0], out[1], sizeof out[0])) return 0;
    }
    return 1;
}

// Whether what //IGNORE leaves out is counted, and not reported as an error at the end.
static int counts_ignored(struct set *set, int state, const unsigned char *bytes, int size)
{
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        unsigned char text[32];
        unsigned out[64];
        size_t count, held, tail = strlen(tails[i]);
        memcpy(text, bytes, size);
        memcpy(text + size, tails[i], tail);
        if (convert(set->ignorer, set->prefix[state], text, size + tail, out, &count, &held) != (size_t)-1) return 1;
    }
    return 0;
}

struct answer ask(struct set *set, int state, const unsigned char *bytes, int size)
{
    struct answer answer = { 0 };
    unsigned out[64];
    size_t count, held;
    size_t result = convert(set->reader, set->prefix[state], bytes, size, out, &count, &held);
    if (result == (size_t)-1 && errno == EINVAL) {
        answer.kind = INCOMPLETE;
        return answer;
    }
    if (result == (size_t)-1) {
        answer.kind = INVALID;
        for (int skip = 1; skip <= size + 1 && !answer.skip; skip++)
            if (skips(set, state, bytes, size, skip)) answer.skip = skip;
        // EUC-JP-MS has bytes that are an error, and U+FFFD with //IGNORE.
        convert(set->ignorer, set->prefix[state], bytes, size, out, &count, &held);
        if (count == 1 && out[0] == 0xfffd) answer.skip = SKIP_REPLACED;
        if (!answer.skip) fprintf(stderr, "%s: what is left out at %02x %02x?\n", set->name, bytes[0], bytes[1]), answer.skip = size;
        if (answer.skip != SKIP_REPLACED && counts_ignored(set, state, bytes, size)) answer.skip |= SKIP_COUNTED;
        return answer;
    }
    answer.held = count == 0 && held > 0;
    if (result != 0 || count + held > 4) fprintf(stderr, "%s: %02x %02x: %zu %zu\n", set->name, bytes[0], bytes[1], result, count);
    answer.count = count + held;
    memcpy(answer.code, out, sizeof answer.code);
    return answer;
}

int counts_unknown(struct set *set)
{
    char name[100], bytes[32];
    unsigned code = 0xefffd;
    snprintf(name, sizeof name, "%s//IGNORE", set->name);
    iconv_t descriptor = iconv_open(name, "WCHAR_T");
    char *in = (char *)&code, *to = bytes;
    size_t left = 4, room = sizeof bytes, result = iconv(descriptor, &in, &left, &to, &room);
    iconv_close(descriptor);
    return result == 1;
}

int ask_bytes(struct set *set, const unsigned *codes, int count, unsigned char *bytes, int *waits)
{
    char *in = (char *)codes, *to = (char *)bytes;
    size_t left = count * sizeof *codes, room = 32;
    iconv(set->writer, NULL, NULL, NULL, NULL);
    size_t result = iconv(set->writer, &in, &left, &to, &room);
    if (result == (size_t)-1) return -1;
    *waits = to == (char *)bytes || (set->prefix[1] && to == (char *)bytes + 1 && bytes[0] == 0x0e);
    iconv(set->writer, NULL, NULL, &to, &room);
    int size = to - (char *)bytes;
    *waits = *waits && size;
    // What leads to the second state and back is not the character's own.
    if (set->prefix[1] && size > 2 && bytes[0] == 0x0e) {
        memmove(bytes, bytes + 1, size -= 1);
        if (bytes[size - 1] == 0x0f) size--;
    }
    return size;
}
