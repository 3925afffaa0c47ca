// <rpc/xdr.h>: a stream that only counts. Source: xdr_sizeof(3).
#include <stdlib.h>
#include "xdr.h"

// `handy` is the count; an inline place is given from `private`, which is as large as `base` says.
static bool_t count_bytes(struct xdr *xdr, const char *from, unsigned count)
{
    (void)from;
    xdr->handy += count;
    return 1;
}
static bool_t count_long(struct xdr *xdr, const long *number) { return (void)number, count_bytes(xdr, NULL, XDR_UNIT); }
static bool_t count_int32(struct xdr *xdr, const int32_t *number) { return (void)number, count_bytes(xdr, NULL, XDR_UNIT); }
static unsigned position(const struct xdr *xdr) { return xdr->handy; }
static int32_t *inline_place(struct xdr *xdr, unsigned size)
{
    if (size == 0 || xdr->operation != XDR_ENCODE)
        return NULL;
    if (size > (uintptr_t)xdr->base) {
        free(xdr->private);
        xdr->private = malloc(size);
        xdr->base = xdr->private ? (char *)(uintptr_t)size : NULL;
    }
    if (xdr->private)
        xdr->handy += size;
    return (int32_t *)(void *)xdr->private;
}
static void destroy(struct xdr *xdr)
{
    free(xdr->private);
    xdr->private = xdr->base = NULL;
}
static bool_t no_position(struct xdr *xdr, unsigned to) { return (void)xdr, (void)to, 0; }
static bool_t no_long(struct xdr *xdr, long *number) { return (void)xdr, (void)number, 0; }
static bool_t no_bytes(struct xdr *xdr, char *to, unsigned count) { return (void)xdr, (void)to, (void)count, 0; }
static bool_t no_int32(struct xdr *xdr, int32_t *number) { return (void)xdr, (void)number, 0; }

static const struct xdr_ops operations = {
    no_long, count_long, no_bytes, count_bytes, position, no_position, inline_place, destroy, no_int32, count_int32,
};

/// How many bytes the object takes when it is encoded; 0 where it cannot be.
RPC(xdr_sizeof) unsigned long glibc_compat_xdr_sizeof(xdr_procedure procedure, void *object)
{
    struct xdr xdr = { .operation = XDR_ENCODE, .operations = &operations };
    bool_t result = procedure(&xdr, object);
    destroy(&xdr);
    return result ? xdr.handy : 0;
}
