// External data (Sun's XDR) of every kind: the bytes, what comes back, and what is refused
#include "xdr.h"

#define NUMBER(name, type, ...) { \
        static const type values[] = {__VA_ARGS__}; \
        for (unsigned i = 0; i < sizeof values / sizeof *values; i++) { \
            char memory[24]; \
            type in = values[i], out; \
            XDR xdr; \
            memset(memory, 0xee, sizeof memory), memset(&out, 0x55, sizeof out); \
            xdrmem_create_old(&xdr, memory, 24, XDR_ENCODE); \
            int put = name##_old(&xdr, &in); \
            unsigned at = xdr.x_ops->x_getpostn(&xdr); \
            printf(#name " %d %u ", put, at); \
            hex("", memory, at); \
            xdrmem_create_old(&xdr, memory, at, XDR_DECODE); \
            int got = name##_old(&xdr, &out); \
            printf(" %d %d", got, !memcmp(&in, &out, sizeof in)); \
            int again = name##_old(&xdr, &out); \
            xdr.x_op = XDR_FREE; \
            int freed = name##_old(&xdr, &out); \
            xdr.x_op = 7; \
            printf(" %d %d %d\n", again, freed, name##_old(&xdr, &out)); \
        } \
    }

struct discriminator { int value; xdrproc_t proc; };
static int calls;
static int counted(XDR *xdr, void *value, unsigned limit)
{
    calls++;
    return limit == ~0u && xdr_int_old(xdr, value);
}
struct node { int value; struct node *next; };
static int node(XDR *xdr, void *value)
{
    struct node *n = value;
    return xdr_int_old(xdr, &n->value) && xdr_pointer_old(xdr, (char **)&n->next, sizeof *n, (xdrproc_t)node);
}

static void texts(void)
{
    char memory[64], *text = "hello", *got = NULL;
    XDR xdr;
    for (unsigned most = 4; most < 7; most++) {
        memset(memory, 0xee, sizeof memory);
        xdrmem_create_old(&xdr, memory, 64, XDR_ENCODE);
        int put = xdr_string_old(&xdr, &text, most);
        printf("string %u: %d\n", most, put);
    }
    hex("text", memory, 12);
    for (unsigned most = 4; most < 7; most++) {
        got = NULL;
        xdrmem_create_old(&xdr, memory, 64, XDR_DECODE);
        int result = xdr_string_old(&xdr, &got, most);
        printf("%d %s\n", result, got ? got : "-");
        xdr_free_old((xdrproc_t)xdr_wrapstring_old, (char *)&got);
        printf("%d\n", got == NULL);
    }
    char room[16], *place = room;
    xdrmem_create_old(&xdr, memory, 64, XDR_DECODE);
    printf("%d", xdr_wrapstring_old(&xdr, &place));
    printf(" %s\n", room);
    char *none = NULL;
    xdrmem_create_old(&xdr, memory, 64, XDR_ENCODE);
    printf("null text %d\n", xdr_string_old(&xdr, &none, 9));
    // A length that is longer than what follows.
    memcpy(memory, "\0\0\1\0", 4);
    xdrmem_create_old(&xdr, memory, 64, XDR_DECODE);
    got = NULL;
    int result = xdr_string_old(&xdr, &got, 1000);
    printf("cut %d %d\n", result, got != NULL);
    free(got);

    unsigned size = 3;
    char *bytes = "abc";
    xdrmem_create_old(&xdr, memory, 64, XDR_ENCODE);
    result = xdr_bytes_old(&xdr, &bytes, &size, 2);
    printf("bytes %d", result);
    xdrmem_create_old(&xdr, memory, 64, XDR_ENCODE);
    result = xdr_bytes_old(&xdr, &bytes, &size, 3);
    printf(" %d", result);
    hex("", memory, 8);
    got = NULL, size = 0;
    xdrmem_create_old(&xdr, memory, 64, XDR_DECODE);
    result = xdr_bytes_old(&xdr, &got, &size, 10);
    printf("%d %u %.3s\n", result, size, got);
    xdr.x_op = XDR_FREE;
    result = xdr_bytes_old(&xdr, &got, &size, 1);
    printf("%d %d\n", result, got == NULL);
    struct { unsigned length; char *bytes; } object = {1024, calloc(1, 1025)};
    char *large = malloc(2000);
    xdrmem_create_old(&xdr, large, 2000, XDR_ENCODE);
    result = xdr_netobj_old(&xdr, &object);
    object.length = 1025;
    printf("netobj %d %d\n", result, xdr_netobj_old(&xdr, &object));
    for (unsigned count = 0; count < 6; count++) {
        memset(memory, 0xee, 16);
        xdrmem_create_old(&xdr, memory, 8, XDR_ENCODE);
        result = xdr_opaque_old(&xdr, "12345678", count);
        printf("opaque %u %d", count, result);
        hex("", memory, 12);
        char back[9] = "--------";
        xdrmem_create_old(&xdr, memory, 8, XDR_DECODE);
        result = xdr_opaque_old(&xdr, back, count);
        printf("%d %s %u\n", result, back, xdr.x_ops->x_getpostn(&xdr));
    }
}

static void compounds(void)
{
    char memory[128];
    int numbers[5] = {1, -2, 3, -4, 5}, *back = NULL;
    char *start = (char *)numbers;
    unsigned count = 5;
    XDR xdr;
    xdrmem_create_old(&xdr, memory, 128, XDR_ENCODE);
    int result = xdr_array_old(&xdr, &start, &count, 4, 4, (xdrproc_t)counted);
    printf("array %d %d", result, calls);
    xdrmem_create_old(&xdr, memory, 128, XDR_ENCODE);
    result = xdr_array_old(&xdr, &start, &count, 5, 4, (xdrproc_t)counted);
    printf(" %d %d", result, calls);
    hex("", memory, 24);
    count = 0;
    xdrmem_create_old(&xdr, memory, 128, XDR_DECODE);
    result = xdr_array_old(&xdr, (char **)&back, &count, 9, 4, (xdrproc_t)xdr_int_old);
    printf("%d %u %d %d\n", result, count, back[1], back[4]);
    xdr.x_op = XDR_FREE;
    result = xdr_array_old(&xdr, (char **)&back, &count, 9, 4, (xdrproc_t)xdr_int_old);
    printf("%d %d\n", result, back == NULL);
    xdrmem_create_old(&xdr, memory, 128, XDR_DECODE);
    result = xdr_array_old(&xdr, (char **)&back, &count, ~0u, 0x70000000, (xdrproc_t)xdr_int_old);
    printf("too large %d %d\n", result, back == NULL);
    memset(memory, 0, 4);
    xdrmem_create_old(&xdr, memory, 128, XDR_DECODE);
    result = xdr_array_old(&xdr, (char **)&back, &count, 9, 4, (xdrproc_t)xdr_int_old);
    printf("empty %d %u %d\n", result, count, back == NULL);
    xdrmem_create_old(&xdr, memory, 12, XDR_ENCODE);
    result = xdr_vector_old(&xdr, (char *)numbers, 3, 4, (xdrproc_t)xdr_int_old);
    int over = xdr_vector_old(&xdr, (char *)numbers, 1, 4, (xdrproc_t)xdr_int_old);
    printf("vector %d %d", result, over);
    hex("", memory, 12);

    struct node third = {3, NULL}, second = {2, &third}, first = {1, &second}, *list = NULL, *one = &first;
    xdrmem_create_old(&xdr, memory, 128, XDR_ENCODE);
    result = xdr_pointer_old(&xdr, (char **)&one, sizeof first, (xdrproc_t)node);
    printf("list %d %u", result, xdr.x_ops->x_getpostn(&xdr));
    hex("", memory, 32);
    xdrmem_create_old(&xdr, memory, 128, XDR_DECODE);
    result = xdr_reference_old(&xdr, (char **)&list, sizeof *list, (xdrproc_t)node);
    printf("as a reference %d\n", result);
    xdr.x_op = XDR_FREE;
    xdr_reference_old(&xdr, (char **)&list, sizeof *list, (xdrproc_t)node);
    xdrmem_create_old(&xdr, memory, 128, XDR_DECODE);
    list = NULL;
    result = xdr_pointer_old(&xdr, (char **)&list, sizeof *list, (xdrproc_t)node);
    printf("%d %d %d %d %d\n", result, list->value, list->next->value, list->next->next->value, list->next->next->next == NULL);
    xdr.x_op = XDR_FREE;
    result = xdr_pointer_old(&xdr, (char **)&list, sizeof *list, (xdrproc_t)node);
    printf("%d %d\n", result, list == NULL);
    printf("sizes %lu %lu %lu\n", xdr_sizeof_old((xdrproc_t)node, &first), xdr_sizeof_old((xdrproc_t)xdr_wrapstring_old, &(char *){"abcde"}),
           xdr_sizeof_old((xdrproc_t)xdr_wrapstring_old, &(char *){NULL}));

    struct discriminator choices[] = {{1, (xdrproc_t)xdr_int_old}, {2, (xdrproc_t)xdr_wrapstring_old}, {0, NULL}};
    for (int which = 1; which < 4; which++) {
        char *text = "two";
        int number = 77;
        xdrmem_create_old(&xdr, memory, 128, XDR_ENCODE);
        result = xdr_union_old(&xdr, &which, which == 2 ? (char *)&text : (char *)&number, choices, NULL);
        int other = xdr_union_old(&xdr, &which, which == 2 ? (char *)&text : (char *)&number, choices, (xdrproc_t)xdr_void_old);
        printf("union %d %d %u", result, other, xdr.x_ops->x_getpostn(&xdr));
        hex("", memory, xdr.x_ops->x_getpostn(&xdr));
    }
}

static void places(void)
{
    char memory[16] = "";
    XDR xdr;
    int one = 1;
    xdrmem_create_old(&xdr, memory, 16, XDR_ENCODE);
    for (unsigned place = 0; place < 24; place += 4) {
        int moved = xdr.x_ops->x_setpostn(&xdr, place);
        printf("%u %d %u; ", place, moved, xdr.x_ops->x_getpostn(&xdr));
    }
    xdr.x_ops->x_setpostn(&xdr, 8);
    printf("%d %d %d\n", xdr.x_ops->x_inline(&xdr, 12) == NULL, (char *)xdr.x_ops->x_inline(&xdr, 8) == memory + 8, xdr_int_old(&xdr, &one));
    FILE *file = tmpfile();
    xdrstdio_create_old(&xdr, file, XDR_ENCODE);
    for (int i = 0; i < 4; i++) xdr_int_old(&xdr, &i);
    double number = 0.1;
    printf("file %d %u %d\n", xdr_double_old(&xdr, &number), xdr.x_ops->x_getpostn(&xdr), xdr.x_ops->x_inline(&xdr, 4) == NULL);
    xdr.x_ops->x_destroy(&xdr);
    xdrstdio_create_old(&xdr, file, XDR_DECODE);
    printf("%d ", xdr.x_ops->x_setpostn(&xdr, 8));
    int value = 0;
    int got = xdr_int_old(&xdr, &value);
    printf("%d %d ", got, value);
    got = xdr_int_old(&xdr, &value), got += xdr_double_old(&xdr, &number);
    printf("%d %g %d\n", got, number, xdr_int_old(&xdr, &value));
    fclose(file);
}

int main(void)
{
    NUMBER(xdr_int, int, 0, 1, -1, 0x7fffffff, -0x7fffffff - 1) NUMBER(xdr_u_int, unsigned, 0, 0x12345678, ~0u)
    NUMBER(xdr_long, long, 0, -1, 0x7fffffff, 0x80000000, -0x80000000L, 1L << 40) NUMBER(xdr_u_long, unsigned long, 0, 0xffffffff, 0x100000000, ~0ul)
    NUMBER(xdr_short, short, 0, -1, -32768, 32767) NUMBER(xdr_u_short, unsigned short, 0, 65535) NUMBER(xdr_bool, int, 0, 1, 2, -1)
    NUMBER(xdr_enum, int, 0, 5, -5) NUMBER(xdr_char, char, 'a', -1) NUMBER(xdr_u_char, unsigned char, 'a', 255)
    NUMBER(xdr_hyper, long long, 0, -1, 0x123456789abcdef0, 1LL << 32) NUMBER(xdr_u_hyper, unsigned long long, ~0ull, 0x8000000000000001)
    NUMBER(xdr_longlong_t, long long, -2, 1LL << 62) NUMBER(xdr_u_longlong_t, unsigned long long, 3, ~1ull) NUMBER(xdr_int64_t, int64_t, -3, 1)
    NUMBER(xdr_uint64_t, uint64_t, ~0ull, 9) NUMBER(xdr_quad_t, int64_t, -7, 7) NUMBER(xdr_u_quad_t, uint64_t, ~7ull) NUMBER(xdr_int32_t, int32_t, -1, 9)
    NUMBER(xdr_uint32_t, uint32_t, ~0u) NUMBER(xdr_int16_t, int16_t, -1, 1) NUMBER(xdr_uint16_t, uint16_t, 65535) NUMBER(xdr_int8_t, int8_t, -1, 1)
    NUMBER(xdr_uint8_t, uint8_t, 255) NUMBER(xdr_float, float, 0, -1.5f, 3e38f) NUMBER(xdr_double, double, -0.0, 1e300, -1.5)
    texts();
    compounds();
    places();
}
