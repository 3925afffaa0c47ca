// reading and writing by every function in random order, with all kinds of buffers, gives the bytes and results that glibc gives
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static uint64_t state = 88172645463325252u;
static unsigned draw(unsigned limit)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (unsigned)(state >> 20) % limit;
}

static uint64_t sum;
static void note(long value, const void *bytes, size_t count)
{
    sum = (sum ^ (uint64_t)value) * 1099511628211u;
    for (size_t i = 0; i < count; i++)
        sum = (sum ^ ((const unsigned char *)bytes)[i]) * 1099511628211u;
}

static char large[20000];
static size_t fill(void)
{
    size_t count = draw(8) ? draw(100) : draw(sizeof large - 1);
    for (size_t i = 0; i < count; i++)
        large[i] = draw(30) ? 'a' + draw(26) : draw(6) ? '\n' : (char)(128 + draw(128));
    large[count] = 0;
    return count;
}

static void write_some(FILE *file)
{
    size_t count = fill();
    switch (draw(8)) {
    case 0: note(fputc(large[0], file), 0, 0); break;
    case 1: note(putc_unlocked(large[0] | 1, file), 0, 0); break;
    case 2: note(fputs(large, file) >= 0, 0, 0); break;
    case 3: note(fwrite(large, 1, count, file), 0, 0); break;
    case 4: note(fwrite(large, 7, count / 7, file), 0, 0); break;
    case 5: note(fprintf(file, "%d %s\n", draw(1000), large), 0, 0); break;
    case 6: note(fflush(file), 0, 0); break;
    case 7: note(fputs_unlocked("", file) >= 0, 0, 0); break;
    }
}

static void read_some(FILE *file, char **line, size_t *room)
{
    char text[300] = "";
    int c;
    ssize_t length;
    size_t room_at_start = *room;
    switch (draw(9)) {
    case 0: note(fgetc(file), 0, 0); break;
    case 1: note(getc_unlocked(file), 0, 0); break;
    case 2: note(fgets(text, 1 + draw(sizeof text), file) != NULL, text, strlen(text)); break;
    case 3: c = fread(text, 1, draw(sizeof text), file); note(c, text, c); break;
    case 4: c = fread(large, 3, draw(sizeof large / 3), file); note(c, large, c * 3); break;
    case 5: case 6:
        length = draw(4) ? getline(line, room, file) : getdelim(line, room, draw(2) ? 'e' : 200, file);
        note(length, *line, length > 0 ? length + 1 : 0);
        // How a block grows depends on where blocks of the file end.
        if (length < 119)
            note(room_at_start < 120 && length > 0 ? *room : 0, 0, 0);
        break;
    case 7: c = fgetc(file); note(c, 0, 0); if (c != EOF) note(ungetc(draw(2) ? c : 'Z', file), 0, 0); break;
    case 8: c = -1; note(fscanf(file, "%d", &c), &c, sizeof c); break;
    }
    note(feof(file) != 0, 0, 0);
    note(ftell(file), 0, 0);
}

int main(void)
{
    char *line = NULL;
    size_t room = 0;
    for (int round = 0; round < 60; round++) {
        FILE *file = round % 3 ? fopen("data", "w+") : tmpfile();
        if (round % 5 == 1)
            note(setvbuf(file, NULL, _IONBF, 0), 0, 0);
        else if (round % 5 == 2)
            note(setvbuf(file, NULL, _IOLBF, 0), 0, 0);
        else if (round % 5 == 3)
            note(setvbuf(file, malloc(777), _IOFBF, 777), 0, 0);
        for (int i = 0; i < 120; i++)
            write_some(file);
        for (int turn = 0; turn < 4; turn++) {
            note(fseek(file, draw(20000), draw(2) ? SEEK_SET : SEEK_SET), 0, 0);
            for (int i = 0; i < 50; i++)
                read_some(file, &line, &room);
            note(fseek(file, 0, SEEK_END), 0, 0);
            write_some(file);
            note(ftell(file), 0, 0);
            rewind(file);
        }
        note(fclose(file), 0, 0);
        if (round % 3) {
            file = fopen("data", "r");
            static char whole[4000000];
            size_t count = fread(whole, 1, sizeof whole, file);
            note(count, whole, count);
            fclose(file);
        }
        printf("%d %016llx\n", round, (unsigned long long)sum);
    }
    // What is refused.
    errno = 0;
    printf("%zd %d\n", getline(NULL, &room, stdin), errno);
    errno = 0;
    printf("%zd %d\n", getline(&line, NULL, stdin), errno);
    FILE *out = fopen("data", "w");
    printf("%d %d", fgetc(out), ferror(out) != 0);
    printf(" %zd\n", getline(&line, &room, out));
    printf("%d\n", fputc('x', out));
    fclose(out);
    FILE *in = fopen("data", "r");
    printf("%d %d", fputc('y', in), ferror(in) != 0);
    printf(" %d %zu %d\n", fputs("y", in), fwrite("y", 1, 1, in), fgetc(in));
    // A size of 0 says that the pointer points to nothing.
    char *nothing = (char *)16;
    room = 0;
    rewind(in);
    printf("%zd %zu\n", getline(&nothing, &room, in), room);
    printf("%s|\n", nothing);
    fclose(in);
    return 0;
}
