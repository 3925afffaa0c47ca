// What glibc's libresolv asks of its libc, for programs that have a static libresolv of glibc's inside (2.26 to 2.33). Its functions then do the
// asking, on the state that is kept here.
// Source: the undefined references of libresolv.a, and what these do with the answers.
#include "resolver.h"
#include "thread-state.h"
#include <errno.h>
#include <netdb.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

/// glibc's struct resolv_context. Without a `conf` libresolv takes everything from the state.
struct context {
    struct __res_state *state;
    void *conf;
    size_t references;
    bool is_own;                    // of the thread's state, not of one that the caller brought
    struct context *next;           // the thread's context before
};

static THREAD_LOCAL struct context *current;

static struct context *push(struct __res_state *state, bool is_own)
{
    struct context *context = malloc(sizeof *context);
    if (context)
        *context = (struct context){ state, NULL, 1, is_own, current };
    return context ? current = context : NULL;
}

static struct context *get(int (*prepare)(struct __res_state *))
{
    if (current && current->is_own) {
        current->references++;
        return current;
    }
    struct __res_state *state = __res_state();
    return prepare(state) ? NULL : push(state, true);
}

// The options and numbers that the program has set before stay.
static int prepare_around(struct __res_state *state)
{
    if (state->options & RES_INIT)
        return 0;
    struct __res_state before = *state;
    if (res_ninit(state))
        return -1;
    if (before.options)
        state->options = before.options | RES_INIT;
    if (before.retrans)
        state->retrans = before.retrans;
    if (before.retry)
        state->retry = before.retry;
    if (before.id)
        state->id = before.id;
    return 0;
}

/// The calling thread's state, ready to ask. NULL without memory or configuration.
struct context *__resolv_context_get(void) { return get(glibc_compat_res_ready); }

/// The same, where the caller has set options before there was a configuration.
struct context *__resolv_context_get_preinit(void) { return get(prepare_around); }

/// A state of the caller's own, for as long as the context is held.
struct context *__resolv_context_get_override(struct __res_state *state) { return push(state, false); }

/// Gives a context back. errno stays; NULL is nothing.
void __resolv_context_put(struct context *context)
{
    if (!context || --context->references)
        return;
    int saved = errno;
    if (current == context)
        current = context->next;
    free(context);
    errno = saved;
}

/// Closes what a state holds open, and gives back its addresses if asked to.
void __res_iclose(struct __res_state *state, bool addresses)
{
    if (state->_vcsock >= 0) {
        close(state->_vcsock);
        state->_vcsock = -1;
        state->_flags &= ~3u;       // RES_F_VC, RES_F_CONN
    }
    for (int i = 0; i < state->nscount && i < MAXNS; i++) {
        if (state->_u._ext.nsaddrs[i] && state->_u._ext.nssocks[i] >= 0) {
            close(state->_u._ext.nssocks[i]);
            state->_u._ext.nssocks[i] = -1;
        }
    }
    for (int i = 0; addresses && i < MAXNS; i++) {
        free(state->_u._ext.nsaddrs[i]);
        state->_u._ext.nsaddrs[i] = NULL;
    }
}

int __sendmmsg(int socket, struct mmsghdr *messages, unsigned count, int flags) { return sendmmsg(socket, messages, count, (unsigned)flags); }
