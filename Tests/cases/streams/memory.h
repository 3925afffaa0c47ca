// A stream over memory, written until it is full, moved in and read: what every call says, and what the memory holds.
#include <errno.h>
#include <stdio.h>
#include <string.h>

typedef FILE *opener(void *, size_t, const char *);

static void show(const char *text, size_t count)
{
    for (size_t i = 0; i < count; i++)
        putchar(text[i] ? text[i] : '0');
}

static void put(FILE *stream, const char *text)
{
    clearerr(stream), errno = 0;
    printf(" puts %d", fputs(text, stream)), printf(" %d", errno), errno = 0;
    printf(" flush %d", fflush(stream)), printf(" %d error %d at %ld;", errno, ferror(stream), ftell(stream));
}

static void move(FILE *stream, long by, int from)
{
    errno = 0;
    printf(" move %d", fseek(stream, by, from)), printf(" %d at %ld;", errno, ftell(stream));
}

static void one(opener *open, const char *mode, size_t size, int own, const char *start)
{
    char memory[16], got[20] = "";
    memset(memory, '.', sizeof memory), strcpy(memory, start), errno = 0;
    FILE *stream = open(own ? NULL : memory, size, mode);
    printf("%s %zu %s %s: %d %d", mode, size, own ? "own" : "given", start, !!stream, errno);
    if (!stream) {
        puts("");
        return;
    }
    printf(" at %ld", ftell(stream));
    put(stream, "hello"), put(stream, "worldly");
    clearerr(stream);
    move(stream, 2, SEEK_END), move(stream, -2, SEEK_END), move(stream, 0, SEEK_END), move(stream, 1, SEEK_SET);
    errno = 0;
    size_t count = own && !strchr(mode, '+') ? 0 : fread(got, 1, sizeof got, stream);
    printf(" read %zu %d: ", count, errno), show(got, own ? strlen(got) : count);
    printf(" end %d error %d", feof(stream), ferror(stream)), errno = 0;
    printf(" close %d", fclose(stream)), printf(" %d ", errno), show(memory, sizeof memory), puts("");
}

static void all(opener *open)
{
    const char *modes[] = {"r", "w", "a", "r+", "w+", "a+", "rb", "wb", "ab", "rb+", "wb+", "ab+", "r+b", "w+b",
        "a+b", "q", ""};
    for (int i = 0; i < 17; i++) {
        one(open, modes[i], 10, 0, "abc"), one(open, modes[i], 10, 0, "abcdefghijkl"), one(open, modes[i], 10, 1, "");
        // glibc's w+ writes a zero even into memory of no size.
        if (strncmp(modes[i], "w", 1) || !strchr(modes[i], '+'))
            one(open, modes[i], 0, 0, "abc");
        one(open, modes[i], 1, 0, "abc");
    }
    char text[] = "0123456789";
    FILE *stream = open(text, 10, "r+");
    printf("one by one:");
    for (int i = 0; i < 4; i++)
        printf(" %c", getc(stream));
    printf(" pushed %d", ungetc('x', stream)), printf(" %c %c at %ld", getc(stream), getc(stream), ftell(stream));
    fseek(stream, -1, SEEK_CUR), fputs("AB", stream), fseek(stream, 0, SEEK_CUR), printf(" %c", getc(stream)),
        fclose(stream);
    printf(" %s\n", text);
    errno = 0;
    stream = open((void *)-4L, 10, "r");
    printf("around the end: %d %d\n", !!stream, errno);
}
