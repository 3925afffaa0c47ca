// A stream for one call of scanf's family. Included by the two files that read streams.
#include "../streams/points.h"

// False where the stream is of the other orientation (1 wide, -1 bytes) or cannot be read.
static inline bool may_read(FILE *file, int orientation)
{
    int has = fwide(file, orientation);
    if (orientation > 0 ? has < 0 : has > 0)
        return false;
    if (!__freadable(file)) {
        errno = EBADF;
        return false;
    }
    return true;
}

// A call for a stream that has to be locked meanwhile.
struct scan_call {
    FILE *file;
    const void *format;
    va_list arguments;
    enum scan_dialect dialect;
};
