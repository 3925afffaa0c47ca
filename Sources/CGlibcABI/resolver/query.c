// <resolv.h>: queries by name, with the search list; and the forms that use the calling thread's state. Source: resolver(3).
#include "resolver.h"
#include "../include/next.h"
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int set_error(struct __res_state *state, int error)
{
    state->res_h_errno = error;
    h_errno = error;
    return -1;
}

/// Builds a query with a random identifier. Length of the message, or -1.
int res_nmkquery(struct __res_state *state, int operation, const char *name, int class, int type, const unsigned char *data, int length,
                 const unsigned char *replaced, unsigned char *buffer, int room)
{
    int size = NEXT(res_mkquery)(operation, name, class, type, data, length, replaced, buffer, room);
    if (size >= 12) {
        unsigned id = __extension__ ({ unsigned __res_randomid(void); __res_randomid(); });
        buffer[0] = (unsigned char)(id >> 8);
        buffer[1] = (unsigned char)id;
        if (!(state->options & RES_RECURSE))
            buffer[2] &= 0xfe;
        // Whether the answer is proven is asked for where /etc/resolv.conf trusts the server (trust-ad), not always as in musl.
        if (!(state->options & RES_TRUSTAD))
            buffer[3] &= 0xdf;
    }
    return size;
}

/// One query for one full name. Length of the answer, or -1 and h_errno.
int res_nquery(struct __res_state *state, const char *name, int class, int type, unsigned char *answer, int room)
{
    unsigned char query[280];
    if (glibc_compat_res_ready(state) < 0)
        return set_error(state, NETDB_INTERNAL);
    int length = res_nmkquery(state, 0, name, class, type, NULL, 0, NULL, query, sizeof query);
    if (length <= 0)
        return set_error(state, NO_RECOVERY);
    int got = res_nsend(state, query, length, answer, room);
    if (got < 0)
        return set_error(state, TRY_AGAIN);
    int code = answer[3] & 15, answers = answer[6] << 8 | answer[7];
    if (code == ns_r_noerror && answers > 0)
        return got;
    switch (code) {
    case ns_r_noerror: return set_error(state, NO_DATA);
    case ns_r_nxdomain: return set_error(state, HOST_NOT_FOUND);
    case ns_r_servfail: return set_error(state, TRY_AGAIN);
    default: return set_error(state, NO_RECOVERY);
    }
}

/// A query for name.domain; with a NULL domain for the name without its last dot.
int res_nquerydomain(struct __res_state *state, const char *name, const char *domain, int class, int type, unsigned char *answer, int room)
{
    char full[NS_MAXDNAME];
    size_t length = strlen(name);
    if (!domain) {
        if (length >= sizeof full)
            return set_error(state, NO_RECOVERY);
        if (length == 0 || name[length - 1] != '.')
            return res_nquery(state, name, class, type, answer, room);
        memcpy(full, name, length - 1);
        full[length - 1] = '\0';
    } else {
        if (length + strlen(domain) + 2 > sizeof full)
            return set_error(state, NO_RECOVERY);
        memcpy(full, name, length);
        full[length] = '.';
        strcpy(full + length + 1, domain);
    }
    return res_nquery(state, full, class, type, answer, room);
}

/// A query by the rules of resolv.conf: as it stands where it has `ndots` dots, else in each domain of the search list.
int res_nsearch(struct __res_state *state, const char *name, int class, int type, unsigned char *answer, int room)
{
    if (glibc_compat_res_ready(state) < 0)
        return set_error(state, NETDB_INTERNAL);
    unsigned dots = 0;
    for (const char *c = name; *c; c++)
        dots += *c == '.';
    size_t length = strlen(name);
    int ends_with_dot = length > 0 && name[length - 1] == '.', tried = 0, saved = -1, no_data = 0, servfail = 0;
    if (dots >= state->ndots || ends_with_dot) {
        int got = res_nquerydomain(state, name, NULL, class, type, answer, room);
        if (got > 0 || ends_with_dot)
            return got;
        saved = state->res_h_errno;
        tried = 1;
    }
    if ((dots == 0 && (state->options & RES_DEFNAMES)) || (dots > 0 && (state->options & RES_DNSRCH))) {
        for (int i = 0; i < MAXDNSRCH && state->dnsrch[i]; i++) {
            const char *domain = state->dnsrch[i];
            int is_root = domain[0] == '\0' || (domain[0] == '.' && domain[1] == '\0');
            if (is_root && tried)
                continue;
            int got = res_nquerydomain(state, name, is_root ? NULL : domain, class, type, answer, room);
            if (got > 0)
                return got;
            tried |= is_root;
            // No server listens at all: the other domains will not do better.
            if (errno == ECONNREFUSED && state->res_h_errno == TRY_AGAIN)
                return set_error(state, TRY_AGAIN);
            no_data |= state->res_h_errno == NO_DATA;
            servfail |= state->res_h_errno == TRY_AGAIN;
            if (state->res_h_errno == NO_RECOVERY || !(state->options & RES_DNSRCH))
                break;
        }
    }
    if (!tried) {
        int got = res_nquerydomain(state, name, NULL, class, type, answer, room);
        if (got > 0)
            return got;
    }
    if (saved != -1)
        return set_error(state, saved);
    if (no_data)
        return set_error(state, NO_DATA);
    if (servfail)
        return set_error(state, TRY_AGAIN);
    return -1;
}

// --- the calling thread's state ---

int res_mkquery(int operation, const char *name, int class, int type, const unsigned char *data, int length, const unsigned char *replaced,
                unsigned char *buffer, int room)
{
    if (glibc_compat_res_ready(__res_state()) < 0)
        return set_error(__res_state(), NETDB_INTERNAL);
    return res_nmkquery(__res_state(), operation, name, class, type, data, length, replaced, buffer, room);
}

int res_send(const unsigned char *query, int length, unsigned char *answer, int room)
{
    return res_nsend(__res_state(), query, length, answer, room);
}

int res_query(const char *name, int class, int type, unsigned char *answer, int room)
{
    return res_nquery(__res_state(), name, class, type, answer, room);
}

int res_querydomain(const char *name, const char *domain, int class, int type, unsigned char *answer, int room)
{
    return res_nquerydomain(__res_state(), name, domain, class, type, answer, room);
}

int res_search(const char *name, int class, int type, unsigned char *answer, int room)
{
    return res_nsearch(__res_state(), name, class, type, answer, room);
}

// The names that programs from before 2.34 carry.
#define OLD(name, type, ...) type __##name(__VA_ARGS__) __attribute__((alias(#name)))
OLD(res_nmkquery, int, struct __res_state *, int, const char *, int, int, const unsigned char *, int, const unsigned char *, unsigned char *, int);
OLD(res_nquery, int, struct __res_state *, const char *, int, int, unsigned char *, int);
OLD(res_nquerydomain, int, struct __res_state *, const char *, const char *, int, int, unsigned char *, int);
OLD(res_nsearch, int, struct __res_state *, const char *, int, int, unsigned char *, int);
OLD(res_mkquery, int, int, const char *, int, int, const unsigned char *, int, const unsigned char *, unsigned char *, int);
OLD(res_send, int, const unsigned char *, int, unsigned char *, int);
OLD(res_query, int, const char *, int, int, unsigned char *, int);
OLD(res_querydomain, int, const char *, const char *, int, int, unsigned char *, int);
OLD(res_search, int, const char *, int, int, unsigned char *, int);
int __res_nsend(struct __res_state *state, const unsigned char *query, int length, unsigned char *answer, int room)
{
    return res_nsend(state, query, length, answer, room);
}
