// glibc's record of a login, 384 bytes in memory and in the files. Source: glibc's <bits/utmp.h>, utmp(5).
#pragma once
#include <stdint.h>

struct glibc_utmp {
    int16_t type;
    int32_t pid;
    char line[32];
    char id[4];
    char user[32];
    char host[256];
    int16_t termination, exit;
    int32_t session;
    int32_t seconds, microseconds;
    int32_t address[4];
    char reserved[20];
};

_Static_assert(sizeof(struct glibc_utmp) == 384 && __builtin_offsetof(struct glibc_utmp, seconds) == 340, "glibc's layout");
