// <rpc/xdr.h>: numbers. Every one takes a multiple of four bytes, big-endian. Source: RFC 4506, xdr(3).
#include <string.h>
#include "xdr.h"

// A number that a long holds: what is put, and where what comes is kept.
#define AS_LONG(name, type, put, get) \
    RPC(name) bool_t glibc_compat_##name(struct xdr *xdr, type *value) \
    { \
        long number; \
        switch (xdr->operation) { \
        case XDR_ENCODE: number = put; return xdr->operations->put_long(xdr, &number); \
        case XDR_DECODE: if (!xdr->operations->get_long(xdr, &number)) return 0; *value = get; return 1; \
        case XDR_FREE: return 1; \
        } \
        return 0; \
    }
AS_LONG(xdr_int, int, *value, (int)number)
AS_LONG(xdr_u_int, unsigned, *value, (unsigned)number)
AS_LONG(xdr_short, short, *value, (short)number)
AS_LONG(xdr_u_short, unsigned short, *value, (unsigned short)number)
AS_LONG(xdr_bool, bool_t, *value ? 1 : 0, number ? 1 : 0)
AS_LONG(xdr_enum, enum_t, *value, (enum_t)number)
AS_LONG(xdr_char, char, *value, (char)(int)number)
AS_LONG(xdr_u_char, unsigned char, *value, (unsigned char)number)

/// A long that 32 bits hold; others cannot be encoded.
RPC(xdr_long) bool_t glibc_compat_xdr_long(struct xdr *xdr, long *value)
{
    switch (xdr->operation) {
    case XDR_ENCODE: return (int32_t)*value == *value && xdr->operations->put_long(xdr, value);
    case XDR_DECODE: return xdr->operations->get_long(xdr, value);
    case XDR_FREE: return 1;
    }
    return 0;
}

RPC(xdr_u_long) bool_t glibc_compat_xdr_u_long(struct xdr *xdr, unsigned long *value)
{
    long number;
    switch (xdr->operation) {
    case XDR_ENCODE: return (uint32_t)*value == *value && xdr->operations->put_long(xdr, (const long *)value);
    case XDR_DECODE: if (!xdr->operations->get_long(xdr, &number)) return 0; *value = (uint32_t)number; return 1;
    case XDR_FREE: return 1;
    }
    return 0;
}

// Numbers of a fixed width go through the stream's functions for 32 bits.
#define AS_INT32(name, type) \
    RPC(name) bool_t glibc_compat_##name(struct xdr *xdr, type *value) \
    { \
        int32_t number; \
        switch (xdr->operation) { \
        case XDR_ENCODE: number = (int32_t)*value; return xdr->operations->put_int32(xdr, &number); \
        case XDR_DECODE: if (!xdr->operations->get_int32(xdr, &number)) return 0; *value = (type)number; return 1; \
        case XDR_FREE: return 1; \
        } \
        return 0; \
    }
AS_INT32(xdr_int8_t, int8_t)
AS_INT32(xdr_uint8_t, uint8_t)
AS_INT32(xdr_int16_t, int16_t)
AS_INT32(xdr_uint16_t, uint16_t)
AS_INT32(xdr_int32_t, int32_t)
AS_INT32(xdr_uint32_t, uint32_t)

#define AS_TWO_INT32(name, type, version) \
    RPC_AT(name, version) bool_t glibc_compat_##name(struct xdr *xdr, type *value) \
    { \
        int32_t high, low; \
        switch (xdr->operation) { \
        case XDR_ENCODE: \
            high = (int32_t)(*value >> 32), low = (int32_t)*value; \
            return xdr->operations->put_int32(xdr, &high) && xdr->operations->put_int32(xdr, &low); \
        case XDR_DECODE: \
            if (!xdr->operations->get_int32(xdr, &high) || !xdr->operations->get_int32(xdr, &low)) return 0; \
            *value = (type)((uint64_t)(uint32_t)high << 32 | (uint32_t)low); \
            return 1; \
        case XDR_FREE: return 1; \
        } \
        return 0; \
    }
AS_TWO_INT32(xdr_int64_t, int64_t, "2.2.5")
AS_TWO_INT32(xdr_uint64_t, uint64_t, "2.2.5")
AS_TWO_INT32(xdr_quad_t, int64_t, "2.3.4")
AS_TWO_INT32(xdr_u_quad_t, uint64_t, "2.3.4")

#define AS_TWO_LONGS(name, type) \
    RPC(name) bool_t glibc_compat_##name(struct xdr *xdr, type *value) \
    { \
        long high, low; \
        switch (xdr->operation) { \
        case XDR_ENCODE: \
            high = (long)(*value >> 32), low = (long)*value; \
            return xdr->operations->put_long(xdr, &high) && xdr->operations->put_long(xdr, &low); \
        case XDR_DECODE: \
            if (!xdr->operations->get_long(xdr, &high) || !xdr->operations->get_long(xdr, &low)) return 0; \
            *value = (type)((uint64_t)high << 32 | (uint32_t)low); \
            return 1; \
        case XDR_FREE: return 1; \
        } \
        return 0; \
    }
AS_TWO_LONGS(xdr_hyper, long long)
AS_TWO_LONGS(xdr_u_hyper, unsigned long long)
AS_TWO_LONGS(xdr_longlong_t, long long)
AS_TWO_LONGS(xdr_u_longlong_t, unsigned long long)

/// A float as IEEE 754 has it, which is what the processor has.
RPC(xdr_float) bool_t glibc_compat_xdr_float(struct xdr *xdr, float *value)
{
    int32_t bits;
    long number;
    switch (xdr->operation) {
    case XDR_ENCODE: memcpy(&bits, value, sizeof bits); number = bits; return xdr->operations->put_long(xdr, &number);
    case XDR_DECODE:
        if (!xdr->operations->get_long(xdr, &number)) return 0;
        bits = (int32_t)number;
        memcpy(value, &bits, sizeof bits);
        return 1;
    case XDR_FREE: return 1;
    }
    return 0;
}

RPC(xdr_double) bool_t glibc_compat_xdr_double(struct xdr *xdr, double *value)
{
    int32_t bits[2];
    long high, low;
    switch (xdr->operation) {
    case XDR_ENCODE:
        memcpy(bits, value, sizeof bits);
        low = bits[0], high = bits[1];
        return xdr->operations->put_long(xdr, &high) && xdr->operations->put_long(xdr, &low);
    case XDR_DECODE:
        if (!xdr->operations->get_long(xdr, &high) || !xdr->operations->get_long(xdr, &low)) return 0;
        bits[0] = (int32_t)low, bits[1] = (int32_t)high;
        memcpy(value, bits, sizeof bits);
        return 1;
    case XDR_FREE: return 1;
    }
    return 0;
}

/// Nothing.
RPC(xdr_void) bool_t glibc_compat_xdr_void(void) { return 1; }
