// A stream without a buffer writes its text as one call without an empty part: files of /proc take a number so and nothing else
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void put_number(const char *path, const char *text, int way, int mode)
{
    FILE *file = fopen(path, "r+");
    if (!file) {
        printf("%s: none\n", path);
        return;
    }
    setvbuf(file, NULL, mode, mode == _IONBF ? 0 : BUFSIZ);
    errno = 0;
    int result = 0;
    switch (way) {
    case 0: result = fputs(text, file) >= 0; break;
    case 1: result = (int)fwrite(text, 1, strlen(text), file); break;
    case 2: result = fprintf(file, "%s", text); break;
    case 3: result = fprintf(file, "%d%s", 4, ""); break;
    case 4: result = putc('7', file); break;
    case 5: result = (int)fwrite_unlocked(text, strlen(text), 1, file); break;
    default: result = dprintf(fileno(file), "%s", text);
    }
    int error = errno, closed = fclose(file);
    printf("%s %d %d: %d %d %d", strrchr(path, '/'), way, mode, result, error, closed);
    char now[100] = "";
    file = fopen(path, "r");
    setvbuf(file, NULL, mode, mode == _IONBF ? 0 : BUFSIZ);
    if (fgets(now, sizeof now, file))
        printf(" %s", now);
    fclose(file);
}

int main(void)
{
    static const int modes[] = { _IONBF, _IOLBF, _IOFBF };
    for (int mode = 0; mode < 3; mode++)
        for (int way = 0; way < 7; way++) {
            put_number("/proc/self/oom_score_adj", "600", way, modes[mode]);
            put_number("/proc/self/coredump_filter", "0x21", way, modes[mode]);
            put_number("/proc/self/comm", "another", way, modes[mode]);
        }
}
