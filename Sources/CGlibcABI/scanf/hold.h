// A stream for the time of one call of scanf's family. Included by the two files that read streams.

// False where the stream is of the other orientation (1 wide, -1 bytes) or cannot be read. *locked: whether it must be let go.
static inline bool hold(FILE *file, int orientation, bool *locked)
{
    int has = fwide(file, orientation);
    if (orientation > 0 ? has < 0 : has > 0)
        return false;
    if (!__freadable(file)) {
        errno = EBADF;
        return false;
    }
    *locked = !quick(file);
    if (*locked)
        flockfile(file);
    return true;
}

static inline void let_go(FILE *file, bool locked)
{
    if (locked)
        funlockfile(file);
}
