// putc_unlocked that the compiler inlined, between every other call that writes, reads, moves or empties the buffer: nothing lost, nothing twice.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void put(FILE *file, int count, int byte)
{
    for (int i = 0; i < count; i++)
        if (putc_unlocked(i % 61 == 60 ? '\n' : byte, file) == EOF) {
            printf("EOF at %d: %s\n", i, strerror(errno));
            return;
        }
}

static void show(const char *what, const char *path)
{
    FILE *file = fopen(path, "r");
    unsigned long sum = 0, size = 0;
    for (int c; file && (c = getc_unlocked(file)) != EOF; size++)
        sum = sum * 31 + (unsigned char)c;
    printf("%s: %lu bytes, %lx\n", what, size, sum);
    if (file)
        fclose(file);
}

int main(void)
{
    char path[] = "/tmp/window-XXXXXX", other[] = "/tmp/window-XXXXXX", text[9000];
    close(mkstemp(path));
    close(mkstemp(other));
    memset(text, 't', sizeof text);

    // Around the size of the buffer, alone and between writes of each kind.
    for (int count = 4090; count < 4102; count++) {
        FILE *file = fopen(path, "w");
        put(file, count, 'a');
        put(file, 2 * count, 'b');
        fclose(file);
        show("alone", path);
    }
    FILE *file = fopen(path, "w");
    for (int i = 0; i < 40; i++) {
        put(file, 100 + i, 'a' + i % 26);
        fputs("fputs\n", file);
        put(file, 1, 'x');
        fprintf(file, "%d %s\n", i, "fprintf");
        put(file, 1, 'y');
        fwrite(text, 1, (size_t)i * 200, file);
        put(file, 1, 'z');
        fputc('c', file);
        put(file, 3, 'w');
        if (i % 5 == 0)
            fflush(file);
        if (i % 7 == 0)
            fflush(NULL);
        put(file, i, '-');
        printf("at %ld\n", ftell(file));
    }
    fclose(file);
    show("mixed", path);

    // Moving about, and reading what was written.
    file = fopen(path, "w+");
    for (int i = 0; i < 30; i++) {
        put(file, 700, 'a' + i % 26);
        fseek(file, i * 300, SEEK_SET);
        put(file, 5, '*');
        fseek(file, 10, SEEK_CUR);
        printf("reads %d", getc_unlocked(file));
        printf(" %d", getc(file));
        fseek(file, 0, SEEK_END);
        put(file, 2, '+');
        printf(" at %ld\n", ftell(file));
    }
    rewind(file);
    put(file, 4, '0');
    fflush(file);
    printf("pending %zu\n", __fpending(file));
    put(file, 4, '1');
    printf("pending %zu\n", __fpending(file));
    fclose(file);
    show("moved", path);

    // Thrown away, and then more.
    file = fopen(path, "w");
    put(file, 100, 'a');
    fflush(file);
    put(file, 50, 'b');
    __fpurge(file);
    printf("pending %zu\n", __fpending(file));
    put(file, 30, 'c');
    fclose(file);
    show("purged", path);

    // Another file under the same stream.
    file = fopen(path, "w");
    put(file, 5000, 'a');
    file = freopen(other, "w", file);
    put(file, 300, 'b');
    fputs("behind\n", file);
    put(file, 5000, 'c');
    fclose(file);
    show("before freopen", path);
    show("after freopen", other);

    // Buffers of one's own, lines, none; set before use, as it must be.
    static const int modes[] = {_IOFBF, _IOLBF, _IONBF};
    for (int mode = 0; mode < 3; mode++) {
        char buffer[100];
        file = fopen(path, "w");
        setvbuf(file, mode == 2 ? NULL : buffer, modes[mode], mode == 2 ? 0 : sizeof buffer);
        put(file, 61, 'a');
        show(mode == 0 ? "not yet" : "a line", path);
        put(file, 350, 'b');
        fputs("text\n", file);
        put(file, 30, 'c');
        fclose(file);
        show("buffered otherwise", path);
    }

    // Failures.
    file = fopen("/dev/full", "w");
    put(file, 3 * 4096, 'a');
    printf("error %d\n", !!ferror(file));
    clearerr(file);
    put(file, 10, 'b');
    printf("fflush %d\n", fflush(file));
    put(file, 10, 'c');
    printf("fclose %d\n", fclose(file));
    file = fopen(path, "r");
    put(file, 1, 'a');
    fclose(file);

    // A stream that is no file.
    char *memory = NULL;
    size_t size = 0;
    file = open_memstream(&memory, &size);
    put(file, 10000, 'm');
    fclose(file);
    printf("%zu in memory, %c\n", size, memory[9999]);
    free(memory);

    // Standard output, which is written out for the first time by what comes before.
    for (int i = 0; i < 300; i++) {
        put(stdout, 61, 'o');
        printf("%d\n", i);
    }
    put(stdout, 30, 'e');
    unlink(path);
    unlink(other);
    return 0;
}
