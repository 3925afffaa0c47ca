// files, pipes and the standard streams are read and written in blocks of 4096 bytes, and a terminal's lines as they end
#include <fcntl.h>
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    char text[8192];
    memset(text, 'a', sizeof text);
    // A pipe of packets shows what one write was.
    int pair[2];
    pipe2(pair, O_DIRECT);
    FILE *out = fdopen(pair[1], "w");
    for (int i = 0; i < 5000; i++)
        fputc('a' + i % 26, out);
    printf("%zd\n", read(pair[0], text, sizeof text));
    fclose(out);
    printf("%zd\n", read(pair[0], text, sizeof text));
    close(pair[0]);
    // What a stream has read ahead is gone from the pipe.
    pipe(pair);
    write(pair[1], text, 6000);
    close(pair[1]);
    FILE *in = fdopen(pair[0], "r");
    fgetc(in);
    printf("%zd\n", read(pair[0], text, sizeof text));
    fclose(in);
    // The standard streams of a child.
    int to[2], from[2];
    pipe(to);
    pipe2(from, O_DIRECT);
    if (fork() == 0) {
        dup2(to[0], 0);
        dup2(from[1], 1);
        close(to[1]);
        char line[100];
        for (int i = 0; i < 500; i++)
            if (fgets(line, sizeof line, stdin))
                puts(line);
        printf("%zd left\n", read(0, text, sizeof text));
        exit(0);
    }
    close(to[0]);
    close(from[1]);
    for (int i = 0; i < 6000; i++)
        text[i] = i % 20 == 19 ? '\n' : 'x';
    write(to[1], text, 6000);
    close(to[1]);
    ssize_t total = 0;
    for (ssize_t count; (count = read(from[0], text, sizeof text)) > 0;)
        total += count;
    printf("%zd\n", total);
    wait(NULL);
    // A terminal: each line at once.
    int master, slave;
    if (openpty(&master, &slave, NULL, NULL, NULL) == 0) {
        FILE *terminal = fdopen(slave, "w");
        fputs("one\ntwo", terminal);
        printf("%zd\n", read(master, text, sizeof text));
        fflush(terminal);
        printf("%zd\n", read(master, text, sizeof text));
        fclose(terminal);
    }
    FILE *process = popen("read x; echo got $x", "w");
    fputs("this\n", process);
    fflush(stdout);
    printf("%d\n", pclose(process));
    return 0;
}
