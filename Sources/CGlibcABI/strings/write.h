// strcpy and what is made of it.

/// Copies with the terminating byte and returns where that is.
ALWAYS char *copy_text(char *to, const char *from)
{
    if (UNLIKELY(crosses(from))) {
        size_t count = length(from);
        copy(to, from, count + 1);
        return to + count;
    }
    vector v = load_any(from);
    mask m = zeros(v);
    if (m) {
        unsigned count = first(m);
        copy_small(to, from, count + 1);
        return to + count;
    }
    store_any(to, v);
    const char *at = floor_to(from, WIDTH) + WIDTH;
    to += at - from;
    // Aligned vectors, then aligned blocks.
    for (const char *blocks = floor_to(at + AT(10), BLOCK); at != blocks; at += WIDTH, to += WIDTH) {
        v = load(at);
        if ((m = zeros(v))) {
            // A vector that ends with the text; more than one was copied before.
            size_t end = first(m);
            store_any(to + end + 1 - WIDTH, load_any(at + end + 1 - WIDTH));
            return to + end;
        }
        store_any(to, v);
    }
    for (;; at += BLOCK, to += BLOCK) {
        size_t end = copy_block(to, at);
        if (end == BLOCK)
            continue;
        copy_any_block(to + end + 1 - BLOCK, at + end + 1 - BLOCK);
        return to + end;
    }
}

/// Source: stpcpy(3).
static char *copy_string_to_end(char *to, const char *from) { return copy_text(to, from); }

/// Source: strcpy(3).
static char *copy_string(char *to, const char *from)
{
    copy_text(to, from);
    return to;
}

/// A text of more than a vector, of which the first is copied: as far as it goes within `count` bytes. Returns how far.
ALWAYS size_t copy_rest_within(char *to, const char *from, size_t count)
{
    // Read aligned, so that nothing is touched behind the page in which the text ends.
    const char *at = floor_to(from, WIDTH) + WIDTH;
    size_t done = (size_t)(at - from);
    vector v;
    mask m;
    for (;;) {
        if (count - done < AT(5))
            break;
        if (((uintptr_t)at & (AT(4) - 1)) == 0) {
            vector a = load(at), b = load(at + AT(1)), c = load(at + AT(2)), d = load(at + AT(3));
            if (UNLIKELY(zeros(lesser(lesser(a, b), lesser(c, d)))))
                break;
            store_any(to + done, a), store_any(to + done + AT(1), b), store_any(to + done + AT(2), c), store_any(to + done + AT(3), d);
            at += AT(4);
            done += AT(4);
            continue;
        }
        v = load(at);
        if ((m = zeros(v)))
            goto last_part;
        store_any(to + done, v);
        at += WIDTH;
        done += WIDTH;
    }
    for (; count - done >= WIDTH; at += WIDTH, done += WIDTH) {
        v = load(at);
        if ((m = zeros(v)))
            goto last_part;
        store_any(to + done, v);
    }
    m = count > done ? zeros(load(at)) & lowest(count - done) : 0;
last_part:
    // A vector that ends with the text; more than one was copied before.
    done = m ? done + first(m) : count;
    store_any(to + done - WIDTH, load_any(from + done - WIDTH));
    return done;
}

/// Source: stpncpy(3).
static char *copy_within_to_end(char *to, const char *from, size_t count)
{
    size_t size;
    if (count >= WIDTH && !crosses(from)) {
        // The first vector is written whole; what of it is no text becomes zero with the rest.
        vector v = load_any(from);
        mask m = zeros(v);
        store_any(to, v);
        size = m ? first(m) : count == WIDTH ? count : copy_rest_within(to, from, count);
    } else {
        size = length_within(from, count);
        copy(to, from, size);
    }
    if (size < count)
        fill(to + size, 0, count - size);
    return to + size;
}

/// Source: strncpy(3).
static char *copy_within(char *to, const char *from, size_t count)
{
    copy_within_to_end(to, from, count);
    return to;
}

/// What is appended to is often empty, and made so by a store of one byte just before: a vector would have to wait for that, a byte need not.
ALWAYS char *end_of_text(char *text) { return *text ? text + length(text) : text; }

/// Source: strcat(3).
static char *append(char *to, const char *from)
{
    copy_text(end_of_text(to), from);
    return to;
}

/// Source: strncat(3).
static char *append_within(char *to, const char *from, size_t count)
{
    char *end = end_of_text(to);
    size_t size = length_within(from, count);
    copy(end, from, size);
    end[size] = 0;
    return to;
}
