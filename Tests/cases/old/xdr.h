// glibc's <rpc/xdr.h> of before 2.26, as far as the tests call it.
#include <stdio.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "versions.h"
typedef struct XDR XDR;
struct xdr_ops {
    int (*x_getlong)(XDR *, long *), (*x_putlong)(XDR *, const long *), (*x_getbytes)(XDR *, char *, unsigned), (*x_putbytes)(XDR *, const char *, unsigned);
    unsigned (*x_getpostn)(const XDR *);
    int (*x_setpostn)(XDR *, unsigned);
    int32_t *(*x_inline)(XDR *, unsigned);
    void (*x_destroy)(XDR *);
    int (*x_getint32)(XDR *, int32_t *), (*x_putint32)(XDR *, const int32_t *);
};
struct XDR { int x_op; struct xdr_ops *x_ops; char *x_public, *x_private, *x_base; unsigned x_handy; };
enum { XDR_ENCODE, XDR_DECODE, XDR_FREE };
typedef int (*xdrproc_t)(XDR *, void *, ...);
#define X(name, type) OLD(int, name, "2.2.5", (XDR *, type *))
X(xdr_int, int); X(xdr_u_int, unsigned); X(xdr_long, long); X(xdr_u_long, unsigned long); X(xdr_short, short); X(xdr_u_short, unsigned short);
X(xdr_bool, int); X(xdr_enum, int); X(xdr_char, char); X(xdr_u_char, unsigned char); X(xdr_hyper, long long); X(xdr_u_hyper, unsigned long long);
X(xdr_longlong_t, long long); X(xdr_u_longlong_t, unsigned long long); X(xdr_int64_t, int64_t); X(xdr_uint64_t, uint64_t);
X(xdr_int32_t, int32_t); X(xdr_uint32_t, uint32_t); X(xdr_int16_t, int16_t); X(xdr_uint16_t, uint16_t); X(xdr_int8_t, int8_t); X(xdr_uint8_t, uint8_t);
X(xdr_float, float); X(xdr_double, double); X(xdr_wrapstring, char *); X(xdr_netobj, void);
OLD(int, xdr_quad_t, "2.3.4", (XDR *, int64_t *)); OLD(int, xdr_u_quad_t, "2.3.4", (XDR *, uint64_t *));
OLD(int, xdr_void, "2.2.5", (void)); OLD(int, xdr_opaque, "2.2.5", (XDR *, char *, unsigned)); OLD(int, xdr_bytes, "2.2.5", (XDR *, char **, unsigned *, unsigned));
OLD(int, xdr_string, "2.2.5", (XDR *, char **, unsigned)); OLD(int, xdr_array, "2.2.5", (XDR *, char **, unsigned *, unsigned, unsigned, xdrproc_t));
OLD(int, xdr_vector, "2.2.5", (XDR *, char *, unsigned, unsigned, xdrproc_t)); OLD(int, xdr_reference, "2.2.5", (XDR *, char **, unsigned, xdrproc_t));
OLD(int, xdr_pointer, "2.2.5", (XDR *, char **, unsigned, xdrproc_t)); OLD(int, xdr_union, "2.2.5", (XDR *, int *, char *, const void *, xdrproc_t));
OLD(void, xdr_free, "2.2.5", (xdrproc_t, char *)); OLD(unsigned long, xdr_sizeof, "2.2.5", (xdrproc_t, void *));
OLD(void, xdrmem_create, "2.2.5", (XDR *, char *, unsigned, int)); OLD(void, xdrstdio_create, "2.2.5", (XDR *, FILE *, int));
OLD(void, xdrrec_create, "2.2.5", (XDR *, unsigned, unsigned, char *, int (*)(char *, char *, int), int (*)(char *, char *, int)));
OLD(int, xdrrec_endofrecord, "2.2.5", (XDR *, int)); OLD(int, xdrrec_skiprecord, "2.2.5", (XDR *)); OLD(int, xdrrec_eof, "2.2.5", (XDR *));

static void hex(const char *what, const void *bytes, size_t size)
{
    printf("%s:", what);
    for (size_t i = 0; i < size; i++) printf("%s%02x", i % 4 ? "" : " ", ((const unsigned char *)bytes)[i]);
    puts("");
}
