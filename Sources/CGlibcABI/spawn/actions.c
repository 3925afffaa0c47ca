// <spawn.h>: the list of what a child does with its descriptors before it runs the program. Every function returns 0 or an error number:
// EBADF for a descriptor that cannot be, ENOMEM. Source: posix_spawn(3), POSIX.1-2024 posix_spawn_file_actions_addclose and its kin.
#include "spawn.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int is_descriptor(int fd)
{
    long most = sysconf(_SC_OPEN_MAX);
    return fd >= 0 && (most < 0 || fd < most);
}

static int append(posix_spawn_file_actions_t *object, struct spawn_action action, const char *path)
{
    struct spawn_actions *actions = (void *)object;
    if (path && !(action.path = strdup(path)))
        return ENOMEM;
    if (actions->used == actions->allocated) {
        struct spawn_action *moved = reallocarray(actions->list, (size_t)actions->allocated + 8, sizeof *moved);
        if (!moved) {
            free(action.path);
            return ENOMEM;
        }
        actions->list = moved;
        actions->allocated += 8;
    }
    actions->list[actions->used++] = action;
    return 0;
}

int posix_spawn_file_actions_init(posix_spawn_file_actions_t *object)
{
    memset(object, 0, sizeof *object);
    return 0;
}

int posix_spawn_file_actions_destroy(posix_spawn_file_actions_t *object)
{
    struct spawn_actions *actions = (void *)object;
    for (int i = 0; i < actions->used; i++)
        free(actions->list[i].path);
    free(actions->list);
    memset(actions, 0, sizeof *actions);
    return 0;
}

/// Closes a descriptor.
int posix_spawn_file_actions_addclose(posix_spawn_file_actions_t *object, int fd)
{
    return is_descriptor(fd) ? append(object, (struct spawn_action){.kind = ACTION_CLOSE, .fd = fd}, NULL) : EBADF;
}

/// Makes `other` a copy of `fd`; where both are the same, it survives the new program.
int posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t *object, int fd, int other)
{
    if (!is_descriptor(fd) || !is_descriptor(other))
        return EBADF;
    return append(object, (struct spawn_action){.kind = ACTION_DUP2, .fd = fd, .other = other}, NULL);
}

/// Opens a file as `fd`.
int posix_spawn_file_actions_addopen(posix_spawn_file_actions_t *restrict object, int fd, const char *restrict path, int flags, mode_t mode)
{
    if (!is_descriptor(fd))
        return EBADF;
    return append(object, (struct spawn_action){.kind = ACTION_OPEN, .fd = fd, .flags = flags, .mode = mode}, path);
}

/// Changes the working folder, by path or by descriptor.
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *restrict object, const char *restrict path)
{
    return append(object, (struct spawn_action){.kind = ACTION_CHDIR}, path);
}

int posix_spawn_file_actions_addfchdir_np(posix_spawn_file_actions_t *object, int fd)
{
    // glibc leaves it to the child to find that there is no such descriptor.
    return append(object, (struct spawn_action){.kind = ACTION_FCHDIR, .fd = fd}, NULL);
}

/// Closes every descriptor from `first` on.
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *object, int first)
{
    return is_descriptor(first) ? append(object, (struct spawn_action){.kind = ACTION_CLOSEFROM, .fd = first}, NULL) : EBADF;
}

/// Makes the child's process group the one in the foreground of a terminal.
int posix_spawn_file_actions_addtcsetpgrp_np(posix_spawn_file_actions_t *object, int terminal)
{
    return is_descriptor(terminal) ? append(object, (struct spawn_action){.kind = ACTION_TCSETPGRP, .fd = terminal}, NULL) : EBADF;
}
