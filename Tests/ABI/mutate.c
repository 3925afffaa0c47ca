/* mutate FILE FOLDER COUNT SEED: COUNT damaged copies of FILE, named by seed and number, the same for the same seed.
 *
 * Where a reader trusts a number, damage hurts most: half of the changes fall on the headers and on the words of the
 * dynamic section, and the values put there are the ones that break arithmetic (0, all ones, the top bit, just past the
 * end). In an archive it hurts at the start, in a zip file's directory at the end, and in the headers of tar, whose
 * checksums are made right again. */
#include <elf.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state;
static uint64_t next(void) { state ^= state << 13; state ^= state >> 7; state ^= state << 17; return state; }

static uint64_t nasty(size_t size) {
    const uint64_t values[] = {0, 1, ~0ull, 1ull << 63, 1ull << 31, 0xffffffff, 0x7fffffff, size, size - 1, size + 1,
                               next(), next() % (size + 1)};
    return values[next() % (sizeof values / sizeof values[0])];
}

static int is_tar(const unsigned char *bytes, size_t size) { return size >= 512 && !memcmp(bytes + 257, "ustar", 5); }

static size_t place_in_archive(const unsigned char *bytes, size_t size) {
    switch (next() % 4) {
    case 0: return next() % (size < 512 ? size : 512);
    case 1: return size - 1 - next() % (size < 512 ? size : 512);
    case 2:
        for (int tries = 0; is_tar(bytes, size) && tries < 1000; tries++) {
            size_t block = next() % (size / 512) * 512;
            if (!memcmp(bytes + block + 257, "ustar", 5)) return block + next() % 512;
        } /* fall through */
    default: return next() % size;
    }
}

static void repair_checksums(unsigned char *bytes, size_t size) {
    for (size_t block = 0; is_tar(bytes, size) && block + 512 <= size; block += 512) {
        if (memcmp(bytes + block + 257, "ustar", 5)) continue;
        unsigned sum = 8 * ' ';
        for (int i = 0; i < 512; i++) if (i < 148 || i >= 156) sum += bytes[block + i];
        char text[8];
        snprintf(text, sizeof text, "%06o", sum);
        memcpy(bytes + block + 148, text, 7);
    }
}

static size_t place(const unsigned char *bytes, size_t size) {
    const Elf64_Ehdr *header = (const void *)bytes;
    if (memcmp(bytes, ELFMAG, SELFMAG)) return place_in_archive(bytes, size);
    switch (next() % 4) {
    case 0: return next() % (sizeof *header < size ? sizeof *header : size);
    case 1: return header->e_phoff < size ? (header->e_phoff + next() % (16 * sizeof(Elf64_Phdr))) % size : 0;
    case 2: {
        uint64_t place = header->e_phoff < size - sizeof(Elf64_Phdr) ? header->e_phoff : 0;
        const Elf64_Phdr *segments = (const void *)(bytes + place);
        for (int i = 0; i < header->e_phnum && (const unsigned char *)(segments + i + 1) <= bytes + size; i++)
            if (segments[i].p_type == PT_DYNAMIC && segments[i].p_filesz)
                return (segments[i].p_offset + next() % segments[i].p_filesz) % size;
    } /* fall through */
    default: return next() % size;
    }
}

int main(int argc, char **argv) {
    if (argc != 5) return 2;
    FILE *in = fopen(argv[1], "rb");
    if (!in) return 1;
    static unsigned char original[1 << 22], copy[1 << 22];
    size_t size = fread(original, 1, sizeof original, in);
    if (size < sizeof(Elf64_Ehdr)) return 1;
    state = strtoull(argv[4], 0, 10) * 0x9e3779b97f4a7c15 + 1;
    for (int i = 0; i < atoi(argv[3]); i++) {
        memcpy(copy, original, size);
        size_t length = next() % 16 == 0 ? 1 + next() % size : size;
        for (int changes = 1 + (int)(next() % 6); changes > 0; changes--) {
            /* Places are found in the whole original: the copy's headers may be damaged already. */
            size_t at = place(original, size), width = 1ull << next() % 4;
            uint64_t value = nasty(size);
            if (at + width <= size) memcpy(copy + at, &value, width);
        }
        if (next() % 4) repair_checksums(copy, size);
        char name[4096];
        snprintf(name, sizeof name, "%s/%s-%d", argv[2], argv[4], i);
        FILE *out = fopen(name, "wb");
        if (!out || fwrite(copy, 1, length, out) != length || fclose(out)) return 1;
    }
    return 0;
}
