// setvbuf, setbuf, setbuffer and setlinebuf in the midst of writing and reading: what waits goes out, what was read ahead goes back, and a
// buffer that was left belongs to the program again.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wchar.h>

enum { ROOM = 2048, WAYS = 10 };
static char first[ROOM], second[ROOM], path[] = "/tmp/setvbuf-XXXXXX";
static const char *names[WAYS] = {"nothing", "full", "full, theirs", "lines", "lines, theirs", "none", "setbuf none", "setbuffer none", "setlinebuf", "no such mode"};

static int set(FILE *file, int way, char *buffer)
{
    switch (way) {
    case 1: return setvbuf(file, NULL, _IOFBF, 0);
    case 2: return setvbuf(file, buffer, _IOFBF, ROOM);
    case 3: return setvbuf(file, NULL, _IOLBF, 0);
    case 4: return setvbuf(file, buffer, _IOLBF, ROOM);
    case 5: return setvbuf(file, NULL, _IONBF, 0);
    case 6: setbuf(file, NULL); return 0;
    case 7: setbuffer(file, NULL, 0); return 0;
    case 8: setlinebuf(file); return 0;
    case 9: return setvbuf(file, buffer, 3, ROOM);
    }
    return 0;
}

static int left(int way) { return way == 2 || (way >= 4 && way <= 7); }

static int touched(const char *buffer)
{
    for (int i = 0; i < ROOM; i++)
        if (buffer[i] != '#')
            return 1;
    return 0;
}

static void show(int fd)
{
    char text[4096];
    ssize_t size = pread(fd, text, sizeof text, 0);
    for (ssize_t i = 0; i < size; i++)
        putchar(text[i] == '\n' ? '/' : text[i]);
}

static void written(int before, int after)
{
    FILE *file = fopen(path, "w+");
    set(file, before, first);
    fputs("one ", file);
    putc_unlocked('t', file);
    putc_unlocked('w', file);
    printf("%s, then %s: %d ", names[before], names[after], set(file, after, second));
    if (left(after))
        memset(first, '#', ROOM);
    show(fileno(file));
    if (write(fileno(file), "|raw|", 5) != 5)
        return;
    fputs("o f", file);
    for (int i = 0; i < 3; i++)
        putc_unlocked("our"[i], file);
    fprintf(file, " %s\n", "five");
    fputs("six", file);
    fputc('7', file);
    fwrite("eight", 1, 5, file);
    printf(" -> ");
    // glibc writes out once more where a full buffer follows another or lines; when it does is of no interest.
    if (after != 2 && (after != 1 || (before != 3 && before != 4 && before != 8)))
        show(fileno(file));
    fclose(file);
    file = fopen(path, "r");
    printf(" -> ");
    show(fileno(file));
    fclose(file);
    printf(left(after) ? " touched %d\n" : "\n", touched(first));
}

// In a stream without a buffer a byte that is too much stands before it.
static void read_on(FILE *file, int way)
{
    char *line = NULL, word[20] = "";
    size_t size = 0;
    int number = 0;
    for (int i = 0; i < 3; i++)
        printf("%c", getc(file));
    int done = set(file, way, second);
    if (left(way))
        memset(first, '#', ROOM);
    printf(" %d at %ld;", done, (long)lseek(fileno(file), 0, SEEK_CUR));
    int c = getc(file);
    printf(" %d", c);
    printf(" ungetc %d", ungetc('9', file) == '9');
    printf(" %d", fscanf(file, "%d", &number));
    printf(" %d", number);
    printf(" %d", fscanf(file, "%19s", word));
    printf(" %s", word);
    ssize_t length = getline(&line, &size, file);
    printf(" %zd", length);
    length = getline(&line, &size, file);
    printf(" %zd %s", length, length > 0 ? strtok(line, "\n") : "");
    printf(left(way) ? " touched %d\n" : "\n", touched(first));
    free(line);
}

static const char text[] = "abc123 four five\nsix seven eight\nnine\n";

static void read_file(int before, int way)
{
    FILE *file = fopen(path, "w");
    fputs(text, file);
    fclose(file);
    file = fopen(path, "r");
    set(file, before, first);
    printf("file, %s, %s: ", names[before], names[way]);
    read_on(file, way);
    fclose(file);
}

static void read_wide(int way)
{
    FILE *file = fopen(path, "r");
    set(file, 2, first);
    set(file, way, second);
    memset(first, '#', ROOM);
    wchar_t line[40];
    printf("wide, %s:", names[way]);
    printf(" %lc", (wint_t)fgetwc(file));
    printf(" %lc", (wint_t)ungetwc(L'z', file));
    printf(" %ls", fgetws(line, 40, file) ? line : L"");
    printf("touched %d\n", touched(first));
    fclose(file);
}

// What was read ahead from a pipe is lost: there is no way back.
static void read_pipe(int before, int way)
{
    int ends[2];
    if (pipe(ends) || write(ends[1], "lost\n", 5) != 5)
        return;
    FILE *file = fdopen(ends[0], "r");
    set(file, before, first);
    printf("pipe, %s, %s: %c", names[before], names[way], getc(file));
    printf(" %d", set(file, way, second));
    if (left(way))
        memset(first, '#', ROOM);
    if (write(ends[1], "there\n", 6) != 6)
        return;
    close(ends[1]);
    char *line = NULL;
    size_t size = 0;
    while (getline(&line, &size, file) > 0)
        printf(" %s", strtok(line, "\n"));
    printf(left(way) ? " touched %d\n" : "\n", touched(first));
    free(line);
    fclose(file);
}

static ssize_t some(void *cookie, char *to, size_t size)
{
    const char **at = cookie;
    size_t length = strlen(*at);
    if (size > length)
        size = length;
    memcpy(to, *at, size);
    *at += size;
    return (ssize_t)size;
}

static ssize_t all(void *cookie, const char *from, size_t size)
{
    printf("[%.*s]", (int)size, from);
    return (ssize_t)size;
}

static void cookies(int before, int way)
{
    const char *at = "read by a cookie\nand on\n";
    FILE *file = fopencookie(&at, "r+", (cookie_io_functions_t){some, all, NULL, NULL});
    set(file, before, first);
    set(file, way, second);
    if (left(way))
        memset(first, '#', ROOM);
    char *line = NULL, word[20] = "";
    size_t size = 0;
    printf("cookie, %s, %s: %d", names[before], names[way], fscanf(file, "%19s", word));
    ssize_t length = getline(&line, &size, file);
    printf(" %s %zd %s", word, length, strtok(line, "\n"));
    printf(left(way) ? " touched %d\n" : "\n", touched(first));
    free(line);
    fclose(file);
}

static void standard(void)
{
    int ends[2], status;
    if (pipe(ends))
        return;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], 1);
        close(ends[0]);
        close(ends[1]);
        fputs("x", stdout);
        setvbuf(stdout, NULL, _IONBF, 0);
        for (int i = 0; i < 9000; i++)
            fputc('a', stdout);
        setvbuf(stdout, first, _IOFBF, ROOM);
        for (int i = 0; i < 9000; i++)
            putc_unlocked('b', stdout);
        setvbuf(stdout, NULL, _IONBF, 0);
        memset(first, '#', ROOM);
        for (int i = 0; i < 3000; i++)
            fputs("cd", stdout);
        for (int i = 0; i < 300; i++)
            printf("%d\n", i);
        _exit(touched(first));
    }
    close(ends[1]);
    unsigned long size = 0, sum = 0;
    char bytes[4096];
    for (ssize_t count; (count = read(ends[0], bytes, sizeof bytes)) > 0; size += (unsigned long)count)
        for (ssize_t i = 0; i < count; i++)
            sum = sum * 31 + (unsigned char)bytes[i];
    close(ends[0]);
    waitpid(child, &status, 0);
    printf("standard output: %lu bytes, %lx, %d\n", size, sum, status);
    fflush(stdout);
    int in = open(path, O_RDONLY);
    dup2(in, 0);
    close(in);
    setvbuf(stdin, first, _IOFBF, ROOM);
    printf("standard input: ");
    read_on(stdin, 5);
}

// A full device: the buffer stays, and so does the failure.
static void full(void)
{
    FILE *file = fopen("/dev/full", "w");
    fputs("text", file);
    errno = 0;
    printf("full: %d", setvbuf(file, first, _IOFBF, ROOM));
    printf(" errno %d", errno);
    printf(" error %d\n", ferror(file));
    __fpurge(file);
    fclose(file);
}

int main(void)
{
    memset(first, '#', ROOM);
    close(mkstemp(path));
    for (int before = 0; before < WAYS; before++)
        for (int after = 0; after < WAYS; after++)
            written(before, after);
    for (int way = 0; way < WAYS; way++) {
        read_file(0, way);
        read_file(2, way);
        read_pipe(0, way);
        read_pipe(2, way);
        cookies(2, way);
    }
    read_wide(5);
    read_wide(6);
    standard();
    full();
    unlink(path);
    return 0;
}
