// <rpc/xdr.h>: opaque data, texts, arrays, unions, pointers. In C because they call the program's functions. Source: RFC 4506, xdr(3).
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include "xdr.h"

// What an element's function gets as its third argument: no limit.
#define NO_LIMIT UINT_MAX

static bool_t no_memory(const char *function)
{
    fprintf(stderr, "%s: out of memory\n", function);
    return 0;
}

/// `count` bytes and as many zeros as make it a multiple of four.
RPC(xdr_opaque) bool_t glibc_compat_xdr_opaque(struct xdr *xdr, char *bytes, unsigned count)
{
    static const char zeros[XDR_UNIT];
    char ignored[XDR_UNIT];
    unsigned rest = -count % XDR_UNIT;
    if (count == 0)
        return 1;
    switch (xdr->operation) {
    case XDR_DECODE:
        return xdr->operations->get_bytes(xdr, bytes, count) && (!rest || xdr->operations->get_bytes(xdr, ignored, rest));
    case XDR_ENCODE:
        return xdr->operations->put_bytes(xdr, bytes, count) && (!rest || xdr->operations->put_bytes(xdr, zeros, rest));
    case XDR_FREE: return 1;
    }
    return 0;
}

/// A number of bytes and the bytes; decoding allocates them where there is no memory yet.
RPC(xdr_bytes) bool_t glibc_compat_xdr_bytes(struct xdr *xdr, char **bytes, unsigned *size, unsigned most)
{
    if (!glibc_compat_xdr_u_int(xdr, size))
        return 0;
    unsigned count = *size;
    if (count > most && xdr->operation != XDR_FREE)
        return 0;
    switch (xdr->operation) {
    case XDR_DECODE:
        if (count == 0)
            return 1;
        if (!*bytes && !(*bytes = malloc(count)))
            return no_memory("xdr_bytes");
        return glibc_compat_xdr_opaque(xdr, *bytes, count);
    case XDR_ENCODE: return glibc_compat_xdr_opaque(xdr, *bytes, count);
    case XDR_FREE:
        free(*bytes);
        *bytes = NULL;
        return 1;
    }
    return 0;
}

struct network_object { unsigned length; char *bytes; };
RPC(xdr_netobj) bool_t glibc_compat_xdr_netobj(struct xdr *xdr, struct network_object *object)
{
    return glibc_compat_xdr_bytes(xdr, &object->bytes, &object->length, 1024);
}

/// A text with its length in front.
RPC(xdr_string) bool_t glibc_compat_xdr_string(struct xdr *xdr, char **text, unsigned most)
{
    unsigned size = 0;
    if (xdr->operation == XDR_FREE && !*text)
        return 1;
    if (xdr->operation == XDR_FREE || xdr->operation == XDR_ENCODE) {
        if (!*text)
            return 0;
        size = (unsigned)strlen(*text);
    }
    if (!glibc_compat_xdr_u_int(xdr, &size) || size > most || size == UINT_MAX)
        return 0;
    switch (xdr->operation) {
    case XDR_DECODE:
        if (!*text && !(*text = malloc((size_t)size + 1)))
            return no_memory("xdr_string");
        (*text)[size] = '\0';
        return glibc_compat_xdr_opaque(xdr, *text, size);
    case XDR_ENCODE: return glibc_compat_xdr_opaque(xdr, *text, size);
    case XDR_FREE:
        free(*text);
        *text = NULL;
        return 1;
    }
    return 0;
}

RPC(xdr_wrapstring) bool_t glibc_compat_xdr_wrapstring(struct xdr *xdr, char **text) { return glibc_compat_xdr_string(xdr, text, NO_LIMIT); }

/// A number of elements and the elements; decoding allocates them where there is no memory yet.
RPC(xdr_array) bool_t glibc_compat_xdr_array(struct xdr *xdr, char **elements, unsigned *count, unsigned most, unsigned size, xdr_procedure element)
{
    if (!glibc_compat_xdr_u_int(xdr, count))
        return 0;
    unsigned number = *count;
    if ((number > most || (size && UINT_MAX / size < number)) && xdr->operation != XDR_FREE)
        return 0;
    if (!*elements) {
        if (xdr->operation == XDR_FREE)
            return 1;
        if (xdr->operation == XDR_DECODE) {
            if (number == 0)
                return 1;
            if (!(*elements = calloc(number, size)))
                return no_memory("xdr_array");
        }
    }
    bool_t result = 1;
    char *place = *elements;
    for (unsigned i = 0; i < number && result; i++, place += size)
        result = element(xdr, place, NO_LIMIT);
    if (xdr->operation == XDR_FREE) {
        free(*elements);
        *elements = NULL;
    }
    return result;
}

/// Elements whose number both sides know.
RPC(xdr_vector) bool_t glibc_compat_xdr_vector(struct xdr *xdr, char *elements, unsigned count, unsigned size, xdr_procedure element)
{
    for (unsigned i = 0; i < count; i++)
        if (!element(xdr, elements + (size_t)i * size, NO_LIMIT))
            return 0;
    return 1;
}

struct choice { int value; xdr_procedure procedure; };

/// A number, and what it stands for: by the list, which ends with no function, or by `other`.
RPC(xdr_union) bool_t glibc_compat_xdr_union(struct xdr *xdr, enum_t *which, char *value, const void *list, xdr_procedure other)
{
    if (!glibc_compat_xdr_enum(xdr, which))
        return 0;
    for (const struct choice *choice = list; choice->procedure; choice++)
        if (choice->value == *which)
            return choice->procedure(xdr, value, NO_LIMIT);
    return other ? other(xdr, value, NO_LIMIT) : 0;
}

/// What a pointer points to, which is never NULL on the wire.
RPC(xdr_reference) bool_t glibc_compat_xdr_reference(struct xdr *xdr, char **pointer, unsigned size, xdr_procedure procedure)
{
    if (!*pointer) {
        if (xdr->operation == XDR_FREE)
            return 1;
        if (xdr->operation == XDR_DECODE && !(*pointer = calloc(1, size)))
            return no_memory("xdr_reference");
    }
    bool_t result = procedure(xdr, *pointer, NO_LIMIT);
    if (xdr->operation == XDR_FREE) {
        free(*pointer);
        *pointer = NULL;
    }
    return result;
}

/// A pointer that may be NULL.
RPC(xdr_pointer) bool_t glibc_compat_xdr_pointer(struct xdr *xdr, char **pointer, unsigned size, xdr_procedure procedure)
{
    bool_t more = *pointer != NULL;
    if (!glibc_compat_xdr_bool(xdr, &more))
        return 0;
    if (!more) {
        *pointer = NULL;
        return 1;
    }
    return glibc_compat_xdr_reference(xdr, pointer, size, procedure);
}

/// Gives back what decoding allocated.
RPC(xdr_free) void glibc_compat_xdr_free(xdr_procedure procedure, char *object)
{
    struct xdr xdr = { .operation = XDR_FREE };
    procedure(&xdr, object);
}
