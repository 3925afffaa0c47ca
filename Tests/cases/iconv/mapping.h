// Every byte sequence and every character of an encoding, as one number each.
#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>

static unsigned long mapping_sum;
static void add(const void *bytes, size_t size)
{
    for (const unsigned char *at = bytes; size--; at++) mapping_sum = (mapping_sum ^ *at) * 1099511628211ul;
}

// What comes of the bytes, and what the reset adds to it; -1 if they are the start of something longer.
static int convert(iconv_t descriptor, const char *prefix, const void *bytes, size_t size)
{
    char text[16], result[64], *in = text, *out = result;
    size_t length = strlen(prefix), left = length + size, room = sizeof result;
    memcpy(text, prefix, length);
    memcpy(text + length, bytes, size);
    iconv(descriptor, NULL, NULL, NULL, NULL);
    errno = 0;
    long counts[3] = {iconv(descriptor, &in, &left, &out, &room), errno, left};
    int error = counts[0] == -1 ? errno : 0;
    if (!error) counts[1] = 0;
    add(counts, sizeof counts);
    add(result, out - result);
    iconv(descriptor, NULL, NULL, &out, &room);
    add(result, out - result);
    return error == EINVAL ? -1 : 0;
}

static void read_bytes(iconv_t descriptor, const char *prefix, unsigned char *bytes, int size, int longest)
{
    for (int byte = 0; byte < 256; byte++) {
        bytes[size] = byte;
        // Here glibc reads on behind the text.
        if (size == 1 && bytes[0] == 0xa2 && byte == 0xe8) continue;
        if (convert(descriptor, prefix, bytes, size + 1) && size + 1 < longest) read_bytes(descriptor, prefix, bytes, size + 1, longest);
    }
}

static void map(const char *name, const char *prefix, int longest)
{
    unsigned char bytes[8];
    iconv_t reader = iconv_open("WCHAR_T", name), writer = iconv_open(name, "WCHAR_T");
    if (reader == (iconv_t)-1 || writer == (iconv_t)-1) {
        printf("%s: unknown\n", name);
        return;
    }
    mapping_sum = 0;
    read_bytes(reader, prefix, bytes, 0, longest);
    printf("%s: %lx ", name, mapping_sum);
    mapping_sum = 0;
    // Most of the upper planes are empty.
    for (unsigned code = 0; code < 0x110010; code += code < 0x30000 || code >= 0xe0000 ? 1 : 61) convert(writer, "", &code, 4);
    printf("%lx\n", mapping_sum);
    iconv_close(reader);
    iconv_close(writer);
}
