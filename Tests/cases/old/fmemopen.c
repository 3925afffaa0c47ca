// fmemopen of 2.2.5: SEEK_END counts backwards, a zero always follows, the mode's second letter b means neither
#include "../streams/memory.h"
#include "versions.h"
OLD(FILE *, fmemopen, "2.2.5", (void *, size_t, const char *));

int main(void)
{
    all(fmemopen_old);
    return 0;
}
