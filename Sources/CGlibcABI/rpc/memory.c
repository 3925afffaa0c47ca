// <rpc/xdr.h>: a stream in memory, and one on a stdio stream. Source: xdr(3).
#include <arpa/inet.h>
#include <string.h>
#include "xdr.h"

static char *memory_take(struct xdr *xdr, unsigned size)
{
    if (xdr->handy < size)
        return NULL;
    char *place = xdr->private;
    xdr->handy -= size;
    xdr->private += size;
    return place;
}
static bool_t memory_get_int32(struct xdr *xdr, int32_t *number)
{
    char *place = memory_take(xdr, XDR_UNIT);
    if (!place)
        return 0;
    uint32_t bits;
    memcpy(&bits, place, sizeof bits);
    *number = (int32_t)ntohl(bits);
    return 1;
}
static bool_t memory_put_int32(struct xdr *xdr, const int32_t *number)
{
    char *place = memory_take(xdr, XDR_UNIT);
    uint32_t bits = htonl((uint32_t)*number);
    return place ? memcpy(place, &bits, sizeof bits), 1 : 0;
}
static bool_t memory_get_long(struct xdr *xdr, long *number)
{
    int32_t bits;
    return memory_get_int32(xdr, &bits) ? *number = bits, 1 : 0;
}
static bool_t memory_put_long(struct xdr *xdr, const long *number)
{
    int32_t bits = (int32_t)*number;
    return memory_put_int32(xdr, &bits);
}
static bool_t memory_get_bytes(struct xdr *xdr, char *to, unsigned count)
{
    char *place = memory_take(xdr, count);
    return place ? memcpy(to, place, count), 1 : 0;
}
static bool_t memory_put_bytes(struct xdr *xdr, const char *from, unsigned count)
{
    char *place = memory_take(xdr, count);
    return place ? memcpy(place, from, count), 1 : 0;
}
static unsigned memory_position(const struct xdr *xdr) { return (unsigned)(xdr->private - xdr->base); }
static bool_t memory_set_position(struct xdr *xdr, unsigned position)
{
    size_t all = (size_t)(xdr->private - xdr->base) + xdr->handy;
    if (position > all)
        return 0;
    xdr->private = xdr->base + position;
    xdr->handy = (unsigned)(all - position);
    return 1;
}
static int32_t *memory_inline(struct xdr *xdr, unsigned size) { return (int32_t *)memory_take(xdr, size); }
static void nothing(struct xdr *xdr) { (void)xdr; }

static const struct xdr_ops memory_operations = {
    memory_get_long, memory_put_long, memory_get_bytes, memory_put_bytes, memory_position, memory_set_position, memory_inline, nothing,
    memory_get_int32, memory_put_int32,
};

/// A stream in `size` bytes of memory.
RPC(xdrmem_create) void glibc_compat_xdrmem_create(struct xdr *xdr, char *memory, unsigned size, int operation)
{
    xdr->operation = operation;
    xdr->operations = &memory_operations;
    xdr->private = xdr->base = memory;
    xdr->handy = size;
}

static FILE *file_of(const struct xdr *xdr) { return (FILE *)(void *)xdr->private; }
static bool_t file_get_bytes(struct xdr *xdr, char *to, unsigned count) { return !count || fread(to, count, 1, file_of(xdr)) == 1; }
static bool_t file_put_bytes(struct xdr *xdr, const char *from, unsigned count) { return !count || fwrite(from, count, 1, file_of(xdr)) == 1; }
static bool_t file_get_int32(struct xdr *xdr, int32_t *number)
{
    uint32_t bits;
    if (!file_get_bytes(xdr, (char *)&bits, sizeof bits))
        return 0;
    *number = (int32_t)ntohl(bits);
    return 1;
}
static bool_t file_put_int32(struct xdr *xdr, const int32_t *number)
{
    uint32_t bits = htonl((uint32_t)*number);
    return file_put_bytes(xdr, (const char *)&bits, sizeof bits);
}
static bool_t file_get_long(struct xdr *xdr, long *number)
{
    int32_t bits;
    return file_get_int32(xdr, &bits) ? *number = bits, 1 : 0;
}
static bool_t file_put_long(struct xdr *xdr, const long *number)
{
    int32_t bits = (int32_t)*number;
    return file_put_int32(xdr, &bits);
}
static unsigned file_position(const struct xdr *xdr) { return (unsigned)ftell(file_of(xdr)); }
static bool_t file_set_position(struct xdr *xdr, unsigned position) { return fseek(file_of(xdr), (long)position, SEEK_SET) == 0; }
static int32_t *file_inline(struct xdr *xdr, unsigned size)
{
    (void)xdr, (void)size;
    return NULL;
}
static void file_destroy(struct xdr *xdr) { fflush(file_of(xdr)); }

static const struct xdr_ops file_operations = {
    file_get_long, file_put_long, file_get_bytes, file_put_bytes, file_position, file_set_position, file_inline, file_destroy,
    file_get_int32, file_put_int32,
};

/// A stream on a stdio stream, which stays open.
RPC(xdrstdio_create) void glibc_compat_xdrstdio_create(struct xdr *xdr, FILE *file, int operation)
{
    xdr->operation = operation;
    xdr->operations = &file_operations;
    xdr->private = (char *)file;
    xdr->handy = 0;
    xdr->base = NULL;
}
