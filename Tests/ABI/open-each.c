/* Opens each library whose path stands on stdin, in a child of its own: a line each with what came of it.
   For tools/check-accuracy. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* In the child: everything bound at once, and nothing of what its constructors print in our output. */
static void open_one(const char *path, int answer) {
    int nothing = open("/dev/null", O_RDWR);
    dup2(nothing, 0); dup2(nothing, 1); dup2(nothing, 2);
    alarm(60);
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    const char *said = library ? "" : dlerror();
    if (!said) said = "no message";
    (void)!write(answer, said, strlen(said));
    _exit(library ? 0 : 1);
}

int main(void) {
    char path[4096];
    while (fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = 0;
        int ends[2];
        if (pipe2(ends, O_CLOEXEC)) return 1; /* what a constructor starts does not keep us waiting */
        pid_t child = fork();
        if (child < 0) return 1;
        if (child == 0) { close(ends[0]); open_one(path, ends[1]); }
        close(ends[1]);
        char said[1024];
        size_t length = 0;
        ssize_t n;
        while (length < sizeof said - 1 && (n = read(ends[0], said + length, sizeof said - 1 - length)) > 0)
            length += n;
        said[length] = 0;
        for (char *c = said; *c; c++) if (*c == '\n' || *c == '\t') *c = ' ';
        close(ends[0]);
        int status;
        waitpid(child, &status, 0);
        if (WIFSIGNALED(status)) printf("%s\tcrashes\tsignal %d\n", path, WTERMSIG(status));
        else if (WEXITSTATUS(status) > 1) printf("%s\tcrashes\texit %d\n", path, WEXITSTATUS(status));
        else printf("%s\t%s\t%s\n", path, WEXITSTATUS(status) ? "fails" : "opens", said);
        fflush(stdout);
    }
    return 0;
}
