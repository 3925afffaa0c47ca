// <rpc/xdr.h>: a stream of records on a connection. Each record is sent in fragments; a fragment's first four bytes say how long it is and,
// in the uppermost bit, whether it is the record's last. Source: RFC 5531, 11; xdrrec_create in xdr(3).
#include <arpa/inet.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "xdr.h"

#define LAST 0x80000000u
enum { HEADER = 4, DEFAULT_SIZE = 4000, LEAST_SIZE = 100 };

struct records {
    char *connection;
    int (*read)(char *, char *, int), (*write)(char *, char *, int);
    // What goes out: the fragment begins at `fragment`, its header first, and ends at `out`.
    char *out_buffer, *out, *out_end, *fragment;
    bool begun;                     // part of the record is on its way already
    // What comes in.
    char *in_buffer, *in, *in_end;
    unsigned in_size, left;         // `left` bytes of the fragment are to come
    bool last;
};

static struct records *records_of(const struct xdr *xdr) { return (struct records *)(void *)xdr->private; }

static void mark(struct records *records, uint32_t bits)
{
    bits = htonl((uint32_t)(records->out - records->fragment - HEADER) | bits);
    memcpy(records->fragment, &bits, sizeof bits);
}

static bool flush(struct records *records, uint32_t bits)
{
    mark(records, bits);
    int size = (int)(records->out - records->out_buffer);
    if (records->write(records->connection, records->out_buffer, size) != size)
        return false;
    records->fragment = records->out_buffer;
    records->out = records->out_buffer + HEADER;
    return true;
}

/// `count` bytes as they come; with no place for them they are passed over.
static bool input(struct records *records, char *to, size_t count)
{
    while (count) {
        size_t here = (size_t)(records->in_end - records->in);
        if (here == 0) {
            int got = records->read(records->connection, records->in_buffer, (int)records->in_size);
            if (got <= 0 || (unsigned)got > records->in_size)
                return false;
            records->in = records->in_buffer;
            records->in_end = records->in + got;
            continue;
        }
        if (here > count)
            here = count;
        if (to) {
            memcpy(to, records->in, here);
            to += here;
        }
        records->in += here;
        count -= here;
    }
    return true;
}

static bool next_fragment(struct records *records)
{
    uint32_t header;
    if (!input(records, (char *)&header, sizeof header))
        return false;
    header = ntohl(header);
    // A fragment without anything would let the other side keep us busy for nothing; glibc refuses it too, even as the last.
    if (header == 0)
        return false;
    records->last = (header & LAST) != 0;
    records->left = header & ~LAST;
    return true;
}

static bool_t get_bytes(struct xdr *xdr, char *to, unsigned count)
{
    struct records *records = records_of(xdr);
    while (count) {
        if (records->left == 0) {
            if (records->last || !next_fragment(records))
                return 0;
            continue;
        }
        unsigned here = count < records->left ? count : records->left;
        if (!input(records, to, here))
            return 0;
        to += here;
        records->left -= here;
        count -= here;
    }
    return 1;
}

static bool_t put_bytes(struct xdr *xdr, const char *from, unsigned count)
{
    struct records *records = records_of(xdr);
    while (count) {
        size_t here = (size_t)(records->out_end - records->out);
        if (here > count)
            here = count;
        memcpy(records->out, from, here);
        records->out += here;
        from += here;
        count -= (unsigned)here;
        if (records->out == records->out_end && count) {
            records->begun = true;
            if (!flush(records, 0))
                return 0;
        }
    }
    return 1;
}

static bool_t get_int32(struct xdr *xdr, int32_t *number)
{
    uint32_t bits;
    if (!get_bytes(xdr, (char *)&bits, sizeof bits))
        return 0;
    *number = (int32_t)ntohl(bits);
    return 1;
}

static bool_t put_int32(struct xdr *xdr, const int32_t *number)
{
    struct records *records = records_of(xdr);
    uint32_t bits = htonl((uint32_t)*number);
    // A number is not torn between fragments.
    if (records->out_end - records->out < (ptrdiff_t)sizeof bits) {
        records->begun = true;
        if (!flush(records, 0))
            return 0;
    }
    memcpy(records->out, &bits, sizeof bits);
    records->out += sizeof bits;
    return 1;
}

static bool_t get_long(struct xdr *xdr, long *number)
{
    int32_t bits;
    return get_int32(xdr, &bits) ? *number = bits, 1 : 0;
}
static bool_t put_long(struct xdr *xdr, const long *number)
{
    int32_t bits = (int32_t)*number;
    return put_int32(xdr, &bits);
}

// Positions are known only where the connection is the number of a file that can seek, which a socket cannot.
static unsigned position(const struct xdr *xdr)
{
    const struct records *records = records_of(xdr);
    off_t place = lseek((int)(intptr_t)records->connection, 0, SEEK_CUR);
    if (place != -1 && xdr->operation == XDR_ENCODE)
        return (unsigned)(place + (records->out - records->out_buffer));
    if (place != -1 && xdr->operation == XDR_DECODE)
        return (unsigned)(place - (records->in_end - records->in));
    return (unsigned)-1;
}

static bool_t set_position(struct xdr *xdr, unsigned to)
{
    struct records *records = records_of(xdr);
    unsigned now = position(xdr);
    long back = (long)now - (long)to;
    if (now == (unsigned)-1)
        return 0;
    if (xdr->operation == XDR_ENCODE) {
        if (back >= records->out - records->fragment || -back >= records->out_end - records->out)
            return 0;
        records->out -= back;
        return 1;
    }
    if (xdr->operation == XDR_DECODE) {
        if (back > records->in - records->in_buffer || -back > records->in_end - records->in || -back > (long)records->left)
            return 0;
        records->in -= back;
        records->left += (unsigned)back;
        return 1;
    }
    return 0;
}

static int32_t *inline_place(struct xdr *xdr, unsigned size)
{
    struct records *records = records_of(xdr);
    char *place = NULL;
    if (xdr->operation == XDR_ENCODE && size <= (size_t)(records->out_end - records->out)) {
        place = records->out;
        records->out += size;
    } else if (xdr->operation == XDR_DECODE && size <= records->left && size <= (size_t)(records->in_end - records->in)) {
        place = records->in;
        records->in += size;
        records->left -= size;
    }
    return (int32_t *)(void *)place;
}

static void destroy(struct xdr *xdr)
{
    struct records *records = records_of(xdr);
    free(records->out_buffer);
    free(records->in_buffer);
    free(records);
}

static const struct xdr_ops operations = {
    get_long, put_long, get_bytes, put_bytes, position, set_position, inline_place, destroy, get_int32, put_int32,
};

static unsigned usable(unsigned size) { return ((size < LEAST_SIZE ? DEFAULT_SIZE : size) + XDR_UNIT - 1) / XDR_UNIT * XDR_UNIT; }

/// A stream of records; the functions read from and write to the connection. Without memory for it the stream stays as it was: there is no
/// way to say so.
RPC(xdrrec_create) void glibc_compat_xdrrec_create(struct xdr *xdr, unsigned send, unsigned receive, char *connection,
                                                    int (*read)(char *, char *, int), int (*write)(char *, char *, int))
{
    struct records *records = calloc(1, sizeof *records);
    send = usable(send), receive = usable(receive);
    char *out = malloc(send), *in = malloc(receive);
    if (!records || !out || !in) {
        fputs("xdrrec_create: out of memory\n", stderr);
        free(records), free(out), free(in);
        return;
    }
    *records = (struct records){
        .connection = connection, .read = read, .write = write, .out_buffer = out, .out = out + HEADER, .out_end = out + send, .fragment = out,
        .in_buffer = in, .in = in, .in_end = in, .in_size = receive, .last = true,
    };
    xdr->operations = &operations;
    xdr->private = (char *)records;
}

// Passes over the rest of the record; false where the connection ends first.
static bool pass_record(struct records *records)
{
    while (records->left > 0 || !records->last) {
        if (!input(records, NULL, records->left))
            return false;
        records->left = 0;
        if (!records->last && !next_fragment(records))
            return false;
    }
    return true;
}

/// Goes to the beginning of the next record.
RPC(xdrrec_skiprecord) bool_t glibc_compat_xdrrec_skiprecord(struct xdr *xdr)
{
    struct records *records = records_of(xdr);
    if (!pass_record(records))
        return 0;
    records->last = false;
    return 1;
}

/// Whether nothing comes behind this record, as far as is known.
RPC(xdrrec_eof) bool_t glibc_compat_xdrrec_eof(struct xdr *xdr)
{
    struct records *records = records_of(xdr);
    return !pass_record(records) || records->in == records->in_end;
}

/// Ends a record, and sends it at once or when the buffer is full.
RPC(xdrrec_endofrecord) bool_t glibc_compat_xdrrec_endofrecord(struct xdr *xdr, bool_t now)
{
    struct records *records = records_of(xdr);
    if (now || records->begun || records->out_end - records->out <= HEADER) {
        records->begun = false;
        return flush(records, LAST);
    }
    mark(records, LAST);
    records->fragment = records->out;
    records->out += HEADER;
    return 1;
}
