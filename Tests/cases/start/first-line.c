// Nothing of the first line is written to a file before the buffer is full, whatever function writes it
#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wchar.h>

static void write_first(int way)
{
    switch (way) {
    case 0: puts("one"); break;
    case 1: printf("one\n"); break;
    case 2: putchar('o'), putchar('\n'); break;
    case 3: fputs("one\n", stdout); break;
    case 4: fwrite("one\n", 1, 4, stdout); break;
    case 5: wprintf(L"one\n"); break;
    case 6: putwchar(L'x'), putwchar(L'\n'); break;
    case 7: fputws(L"one\n", stdout); break;
    case 8: putc_unlocked('\n', stdout); break;
    case 9: fputwc(L'\n', stdout); break;
    case 10: fwide(stdout, 1), putwc_unlocked(L'\n', stdout); break;
    case 11: printf("%s %ls\n", "one", L"two"); break;
    case 12: fflush(stdout), fputws(L"\n", stdout); break;
    case 13: setlinebuf(stdout), fputws(L"x\n", stdout); break;
    case 14: setvbuf(stdout, NULL, _IONBF, 0), wprintf(L"x"); break;
    }
}

int main(void)
{
    for (int way = 0; way < 15; way++) {
        int file = open("file", O_RDWR | O_CREAT | O_TRUNC, 0600), status;
        fflush(stdout);
        pid_t child = fork();
        if (!child) {
            dup2(file, 1), write_first(way);
            _exit((int)lseek(1, 0, SEEK_END));
        }
        waitpid(child, &status, 0), close(file);
        printf("%d: %d bytes\n", way, WEXITSTATUS(status));
    }
    return 0;
}
