// The program's fork handlers, as fork.c runs them.
#pragma once

struct fork_handler;

/// Runs the first function of every handler, newest first. Returns the newest, where the other functions' walk ends: a handler that a handler
/// registers does not run in the same fork.
struct fork_handler *glibc_compat_run_prepare_handlers(void);
/// Runs the second or the third function of every handler, oldest first.
void glibc_compat_run_fork_handlers(struct fork_handler *last, int in_child);

/// Meanwhile nobody registers a handler.
void glibc_compat_hold_fork_handlers(void);
void glibc_compat_release_fork_handlers(void);
