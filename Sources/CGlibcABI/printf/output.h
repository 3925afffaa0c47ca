// Where formatted characters of type CHAR go. Included by narrow.c and wide.c.

struct output {
    CHAR *start, *at, *end;
    long before;                           // characters that left the buffer
    int (*empty)(struct output *);         // makes room, or sets `counting`; -1 for an error
    int counting;                          // no room will come: count only
    int error;                             // an errno value
    void *target;
    int fd, locked;
};

static long written(const struct output *out) { return out->before + (out->at - out->start); }

static void fail(struct output *out, int error)
{
    if (!out->error)
        out->error = error ? error : EIO;
    out->counting = 1;
}

static void make_room(struct output *out)
{
    if (out->empty(out) < 0)
        fail(out, errno);
}

static void put_long(struct output *out, const CHAR *text, size_t count)
{
    while (count > 0) {
        if (out->counting) {
            out->before += (long)count;
            return;
        }
        size_t room = (size_t)(out->end - out->at);
        if (room == 0) {
            make_room(out);
            continue;
        }
        if (room > count)
            room = count;
        memcpy(out->at, text, room * sizeof *text);
        out->at += room;
        text += room;
        count -= room;
    }
}

static inline void put(struct output *out, const CHAR *text, size_t count)
{
    // Most pieces are a few characters: no call for them.
    if (count <= 16 && (size_t)(out->end - out->at) >= count && !out->counting) {
        for (size_t i = 0; i < count; i++)
            out->at[i] = text[i];
        out->at += count;
        return;
    }
    put_long(out, text, count);
}

static void put_one(struct output *out, CHAR c)
{
    if (out->at < out->end && !out->counting)
        *out->at++ = c;
    else
        put(out, &c, 1);
}

static void pad(struct output *out, CHAR c, long count)
{
    if (count <= 0)
        return;
    if (count > INT32_MAX - written(out)) {
        fail(out, EOVERFLOW);
        return;
    }
    while (count > 0) {
        if (out->counting) {
            out->before += count;
            return;
        }
        long room = out->end - out->at;
        if (room == 0) {
            make_room(out);
            continue;
        }
        if (room > count)
            room = count;
        for (long i = 0; i < room; i++)
            out->at[i] = c;
        out->at += room;
        count -= room;
    }
}

static void put_ascii(struct output *out, const char *text, size_t count)
{
#if IS_WIDE
    while (count--)
        put_one(out, (CHAR)(unsigned char)*text++);
#else
    put(out, text, count);
#endif
}

static void put_number(struct output *out, const struct printf_spec *spec, const struct printf_number *number)
{
    long length = (number->sign != 0) + number->prefix_length + number->zeros + (long)number->digit_count;
    long missing = spec->width - length;
    int zero_fill = spec->zero && !spec->left && number->zero_fill_allowed;
    if (!spec->left && !zero_fill)
        pad(out, ' ', missing);
    if (number->sign)
        put_one(out, (CHAR)number->sign);
    put_ascii(out, number->prefix, (size_t)number->prefix_length);
    pad(out, '0', number->zeros + (zero_fill && missing > 0 ? missing : 0));
    put_ascii(out, number->digits, number->digit_count);
    if (spec->left)
        pad(out, ' ', missing);
}

// The result of a whole call.
static int finish(struct output *out)
{
    if (!out->error && written(out) > INT32_MAX)
        fail(out, EOVERFLOW);
    if (out->error) {
        errno = out->error;
        return -1;
    }
    return (int)written(out);
}
