// glibc's <rpc/xdr.h>: streams of external data. Source: RFC 4506, xdr(3), the header as glibc 2.25 installed it.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include "../old/old-version.h"

typedef int bool_t;
typedef int enum_t;
enum { XDR_ENCODE, XDR_DECODE, XDR_FREE };

struct xdr;
struct xdr_ops {
    bool_t (*get_long)(struct xdr *, long *);
    bool_t (*put_long)(struct xdr *, const long *);
    bool_t (*get_bytes)(struct xdr *, char *, unsigned);
    bool_t (*put_bytes)(struct xdr *, const char *, unsigned);
    unsigned (*position)(const struct xdr *);
    bool_t (*set_position)(struct xdr *, unsigned);
    int32_t *(*inline_place)(struct xdr *, unsigned);
    void (*destroy)(struct xdr *);
    bool_t (*get_int32)(struct xdr *, int32_t *);
    bool_t (*put_int32)(struct xdr *, const int32_t *);
};

struct xdr {
    int operation;
    const struct xdr_ops *operations;
    char *open;                 // the program's
    char *private;
    char *base;
    unsigned handy;
};
_Static_assert(sizeof(struct xdr) == 48 && offsetof(struct xdr, handy) == 40, "glibc's layout");

typedef bool_t (*xdr_procedure)(struct xdr *, ...);
enum { XDR_UNIT = 4 };

/// Every function of this family is one of glibc's old ones: no linker has let a program ask for them since 2.32. What our code calls is
/// the plain name; programs find it at GLIBC_2.2.5.
#define RPC(name) RPC_AT(name, "2.2.5")
#define RPC_AT(name, version) __attribute__((used, symver(#name "@GLIBC_" version)))

bool_t glibc_compat_xdr_int(struct xdr *, int *), glibc_compat_xdr_u_int(struct xdr *, unsigned *), glibc_compat_xdr_long(struct xdr *, long *),
    glibc_compat_xdr_u_long(struct xdr *, unsigned long *), glibc_compat_xdr_short(struct xdr *, short *),
    glibc_compat_xdr_u_short(struct xdr *, unsigned short *), glibc_compat_xdr_bool(struct xdr *, bool_t *),
    glibc_compat_xdr_enum(struct xdr *, enum_t *), glibc_compat_xdr_opaque(struct xdr *, char *, unsigned),
    glibc_compat_xdr_bytes(struct xdr *, char **, unsigned *, unsigned), glibc_compat_xdr_string(struct xdr *, char **, unsigned),
    glibc_compat_xdr_array(struct xdr *, char **, unsigned *, unsigned, unsigned, xdr_procedure),
    glibc_compat_xdr_reference(struct xdr *, char **, unsigned, xdr_procedure),
    glibc_compat_xdr_pointer(struct xdr *, char **, unsigned, xdr_procedure), glibc_compat_xdr_void(void),
    glibc_compat_xdr_union(struct xdr *, enum_t *, char *, const void *, xdr_procedure);
void glibc_compat_xdrmem_create(struct xdr *, char *, unsigned, int);
