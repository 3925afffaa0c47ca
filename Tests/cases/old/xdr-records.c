// Streams of records: fragments by the size of the buffer, records one after the other, skipping, the end
#include "xdr.h"

static unsigned char wire[4096];
static unsigned written, taken, chunk = 4096, writes;
static int put(char *connection, char *bytes, int count)
{
    if (connection != (char *)wire || written + count > sizeof wire) return -1;
    memcpy(wire + written, bytes, count), written += count, writes++;
    return count;
}
static int get(char *connection, char *bytes, int count)
{
    unsigned left = written - taken;
    if (connection != (char *)wire || left == 0) return -1;
    if ((unsigned)count > left) count = left;
    if ((unsigned)count > chunk) count = chunk;
    memcpy(bytes, wire + taken, count), taken += count;
    return count;
}

int main(void)
{
    XDR out, in;
    xdrrec_create_old(&out, 100, 100, (char *)wire, get, put);
    out.x_op = XDR_ENCODE;
    int number = 1;
    char *text = "a text that is longer than what a buffer of a hundred bytes has room for, so that it is sent in two fragments, or in three";
    // Two records that stay in the buffer until the third is ended for good.
    int done = xdr_int_old(&out, &number);
    printf("%d %u\n", done, out.x_ops->x_getpostn(&out));
    done = xdrrec_endofrecord_old(&out, 0);
    number = 2;
    done += xdr_int_old(&out, &number);
    done += xdrrec_endofrecord_old(&out, 0);
    printf("%d %u\n", done, written);
    number = 3;
    done = xdr_int_old(&out, &number), done += xdr_string_old(&out, &text, 500), done += xdr_int_old(&out, &number);
    done += xdrrec_endofrecord_old(&out, 1);
    printf("%d %u %u\n", done, written, writes);
    hex("wire", wire, written);
    unsigned before = written;
    int32_t *place = out.x_ops->x_inline(&out, 8);
    if (place) place[0] = 0x01020304, place[1] = 0x05060708;
    done = out.x_ops->x_setpostn(&out, 8);
    int far = out.x_ops->x_setpostn(&out, 500), early = out.x_ops->x_setpostn(&out, 2);
    printf("%d %d %d %d %u\n", place != NULL, done, far, early, out.x_ops->x_getpostn(&out));
    xdrrec_endofrecord_old(&out, 1);
    hex("moved", wire + before, written - before);
    // Bytes that fill the buffer to its end.
    before = written;
    char many[300];
    memset(many, 'm', sizeof many);
    for (unsigned size = 90; size < 104; size += 3) {
        xdr_opaque_old(&out, many, size);
        printf("%u %u;", size, written - before);
        xdrrec_endofrecord_old(&out, 1);
        printf(" %u\n", written - before);
    }
    hex("full", wire + before, 120);

    for (unsigned i = 0; i < 3; i++) {
        chunk = i == 0 ? 4096 : i == 1 ? 7 : 1;
        taken = 0;
        xdrrec_create_old(&in, 0, 0, (char *)wire, get, put);
        in.x_op = XDR_DECODE;
        int a = 0, b = 0, c = 0;
        char *copy = NULL;
        int before_first = xdr_int_old(&in, &a);
        int skipped = xdrrec_skiprecord_old(&in);
        int first = xdr_int_old(&in, &a), beyond = xdr_int_old(&in, &b);
        printf("%d %d %d %d %d\n", before_first, skipped, first, a, beyond);
        skipped = xdrrec_skiprecord_old(&in), skipped += xdrrec_skiprecord_old(&in);
        int third = xdr_int_old(&in, &b) + xdr_wrapstring_old(&in, &copy) + xdr_int_old(&in, &c);
        printf("%d %d %d %d %d\n", skipped, third, b, c, copy && !strcmp(copy, text));
        free(copy);
        skipped = xdrrec_skiprecord_old(&in);
        int inside = xdr_int_old(&in, &a);
        printf("%d %d %x\n", skipped, inside, a);
        // Through the rest.
        int records = 0;
        while (xdrrec_skiprecord_old(&in) && xdr_int_old(&in, &a)) records++;
        printf("%d more, end %d\n", records, xdrrec_eof_old(&in));
        in.x_ops->x_destroy(&in);
    }
    // A fragment of no bytes that is not the last is refused.
    written = 8, taken = 0, chunk = 4096;
    memset(wire, 0, 4), memcpy(wire + 4, "\x80\0\0\0", 4);
    xdrrec_create_old(&in, 0, 0, (char *)wire, get, put);
    in.x_op = XDR_DECODE;
    int skipped = xdrrec_skiprecord_old(&in), got = xdr_int_old(&in, &number);
    printf("%d %d\n", skipped, got);
    // One that is the last is an empty record.
    taken = 4;
    xdrrec_create_old(&in, 0, 0, (char *)wire, get, put);
    in.x_op = XDR_DECODE;
    skipped = xdrrec_skiprecord_old(&in), got = xdr_int_old(&in, &number);
    printf("%d %d\n", skipped, got);
    // Nothing at all.
    written = 0, taken = 0;
    xdrrec_create_old(&in, 0, 0, (char *)wire, get, put);
    in.x_op = XDR_DECODE;
    printf("%d", xdrrec_eof_old(&in));
    printf(" %d\n", xdrrec_skiprecord_old(&in));
}
