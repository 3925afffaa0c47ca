// What the files of posix_spawn share: glibc's layouts, which musl's have the size of, but not the room.
#pragma once
#include <signal.h>
#include <spawn.h>
#include <stddef.h>

/// glibc's posix_spawnattr_t; where musl keeps a pointer of its own, glibc has the control group.
struct spawn_attributes {
    short flags;
    pid_t group;
    sigset_t defaults, mask;
    int priority, policy, cgroup;
};

enum action_kind { ACTION_CLOSE, ACTION_DUP2, ACTION_OPEN, ACTION_CHDIR, ACTION_FCHDIR, ACTION_CLOSEFROM, ACTION_TCSETPGRP };

struct spawn_action {
    enum action_kind kind;
    int fd, other, flags;
    mode_t mode;
    char *path;
};

/// glibc's posix_spawn_file_actions_t.
struct spawn_actions {
    int allocated, used;
    struct spawn_action *list;
};

_Static_assert(sizeof(struct spawn_attributes) <= sizeof(posix_spawnattr_t), "attributes must fit the caller's object");
_Static_assert(sizeof(struct spawn_actions) <= sizeof(posix_spawn_file_actions_t), "actions must fit the caller's object");

enum { SPAWN_RESETIDS = 1, SPAWN_SETPGROUP = 2, SPAWN_SETSIGDEF = 4, SPAWN_SETSIGMASK = 8, SPAWN_SETSCHEDPARAM = 16,
       SPAWN_SETSCHEDULER = 32, SPAWN_USEVFORK = 64, SPAWN_SETSID = 128, SPAWN_SETCGROUP = 256, SPAWN_KNOWN = 511 };

/// Runs `start(argument)` in a child that shares the memory, with the system call `number` (clone or clone3) and its first three operands.
/// The child's number, or the negative error; the child ends with what `start` returns.
long glibc_compat_spawn_clone(long number, unsigned long first, unsigned long second, unsigned long third, int (*start)(void *), void *argument);
