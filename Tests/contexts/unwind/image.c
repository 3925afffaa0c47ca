// The ELF file: sections, symbols, numbers in the machine's byte order.
#include "unwind.h"
#include <fcntl.h>
#include <stdarg.h>
#include <sys/mman.h>
#include <sys/stat.h>

static uint64_t symbols, symbols_end, names;
static int symbol_size;

void die(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    exit(1);
}

uint64_t image_number(const struct image *image, size_t at, int size)
{
    uint64_t number = 0;
    if (at > image->size || (size_t)size > image->size - at)
        die("the file ends before byte %zu", at);
    for (int i = 0; i < size; i++)
        number |= (uint64_t)image->bytes[at + i] << 8 * (image->big ? size - 1 - i : i);
    return number;
}

void image_open(struct image *image, const char *path)
{
    struct stat status;
    int file = open(path, O_RDONLY);
    if (file < 0 || fstat(file, &status) || status.st_size < 64)
        die("cannot read %s", path);
    image->size = status.st_size;
    image->bytes = mmap(NULL, image->size, PROT_READ, MAP_PRIVATE, file, 0);
    if (image->bytes == MAP_FAILED || memcmp(image->bytes, "\177ELF", 4))
        die("%s is not an ELF file", path);
    image->wide = image->bytes[4] == 2;
    image->big = image->bytes[5] == 2;
    int wide = image->wide, word = wide ? 8 : 4;
    uint64_t table = image_number(image, wide ? 40 : 32, word), size = image_number(image, wide ? 58 : 46, 2);
    uint64_t count = image_number(image, wide ? 60 : 48, 2), strings = image_number(image, wide ? 62 : 50, 2);
    strings = image_number(image, table + strings * size + (wide ? 24 : 16), word);
    for (uint64_t i = 0; i < count; i++) {
        uint64_t section = table + i * size;
        uint64_t at = image_number(image, section + (wide ? 24 : 16), word);
        uint64_t length = image_number(image, section + (wide ? 32 : 20), word);
        if (image_number(image, section + 4, 4) == 2) {
            symbols = at;
            symbols_end = at + length;
            symbol_size = wide ? 24 : 16;
            names = image_number(image, table + image_number(image, section + (wide ? 40 : 24), 4) * size + (wide ? 24 : 16), word);
        }
        if (!strcmp((const char *)image->bytes + strings + image_number(image, section, 4), ".eh_frame")) {
            image->frames = image_number(image, section + (wide ? 16 : 12), word);
            image->frames_at = at;
            image->frames_size = length;
        }
    }
    if (!symbols || !image->frames)
        die("%s has no symbols or no unwind rules", path);
}

const char *image_function(const struct image *image, uint64_t address)
{
    static const char hidden[] = "__glibc_compat_local_";
    for (uint64_t at = symbols; at < symbols_end; at += symbol_size) {
        uint64_t value = image_number(image, at + (image->wide ? 8 : 4), image->wide ? 8 : 4);
        uint64_t size = image_number(image, at + (image->wide ? 16 : 8), image->wide ? 8 : 4);
        if ((image->bytes[at + (image->wide ? 4 : 12)] & 15) != 2 || address < value || address - value >= size)
            continue;
        const char *name = (const char *)image->bytes + names + image_number(image, at, 4);
        return strncmp(name, hidden, sizeof hidden - 1) ? name : name + sizeof hidden - 1;
    }
    return NULL;
}
