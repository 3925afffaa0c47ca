// Runs each check in a child of its own and prints how it ended: `exit 0`, or `signal 6` for the abort that a failed check is.
#pragma once
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

// Keeps the compiler from seeing a size that it could check itself.
static volatile size_t hide;
#define N(value) ((size_t)(value) + hide)

#define CHECK(what) \
    do { \
        fflush(stdout); \
        pid_t child = fork(); \
        if (child == 0) { \
            struct rlimit none = {0, 0}; \
            setrlimit(RLIMIT_CORE, &none); \
            (void)(what); \
            fflush(stdout); \
            _exit(0); \
        } \
        int status; \
        waitpid(child, &status, 0); \
        if (WIFSIGNALED(status)) \
            printf("%s: signal %d\n", #what, WTERMSIG(status)); \
        else \
            printf("%s: exit %d\n", #what, WEXITSTATUS(status)); \
    } while (0)
