// What the resolver's files share.
#pragma once
#include <netinet/in.h>
#include <stdbool.h>
#include <sys/types.h>
#include <arpa/nameser.h>
#include <resolv.h>

// The option `trust-ad` of resolv.conf, which musl's header does not name.
#ifndef RES_TRUSTAD
#define RES_TRUSTAD 0x04000000
#endif

enum { NETDB_INTERNAL = -1 };
_Static_assert(sizeof(struct __res_state) == 568, "glibc's layout");

int res_ninit(struct __res_state *);
void res_nclose(struct __res_state *);
int res_nsend(struct __res_state *, const unsigned char *, int, unsigned char *, int);
int res_nquery(struct __res_state *, const char *, int, int, unsigned char *, int);
int res_nsearch(struct __res_state *, const char *, int, int, unsigned char *, int);
int res_nquerydomain(struct __res_state *, const char *, const char *, int, int, unsigned char *, int);
int res_nmkquery(struct __res_state *, int, const char *, int, int, const unsigned char *, int, const unsigned char *, unsigned char *, int);
void __res_iclose(struct __res_state *, bool addresses);
/// Initialises a state that is not yet.
int glibc_compat_res_ready(struct __res_state *);
