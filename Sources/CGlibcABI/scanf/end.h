// What errno is at the end of the input. Included by the four files that say how a character is read.
//
// glibc reads nothing more behind the end, but sets errno again to what it was when the end was met; and where white space is skipped before the
// end is met, that is 0, or why the input could not be read.

struct end {
    int error;                             // what errno becomes again
    int read_error;                        // why no more could be read, or 0
    bool seen;
};

static __attribute__((noinline, cold)) int at_end(struct end *end)
{
    if (end->seen) {
        errno = end->error;
    } else {
        end->seen = true;
        if (end->read_error)
            errno = end->read_error;
        end->error = errno;
    }
    return SCAN_END;
}

// The end behind white space. False where a signal is why nothing more came.
static __attribute__((noinline, cold)) bool at_end_of_space(struct end *end)
{
    if (end->seen)
        return true;
    end->seen = true;
    end->error = end->read_error;
    if (end->error != EINTR)
        return true;
    errno = EINTR;
    return false;
}
