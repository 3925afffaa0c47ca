// <iconv.h>: ISO-IR-165, which ISO-2022-CN-EXT can change to, where it is not GB 2312.
#include "isoir165.h"
#include "isoir165-table.h"

static unsigned short find(const unsigned short (*pairs)[2], unsigned count, unsigned from)
{
    unsigned low = 0, high = count;
    while (low < high) {
        unsigned middle = (low + high) / 2;
        if (pairs[middle][0] < from) low = middle + 1;
        else high = middle;
    }
    return low < count && pairs[low][0] == from ? pairs[low][1] : 0;
}

unsigned short glibc_compat_isoir165_read(unsigned bytes)
{
    return find(isoir165_read, sizeof isoir165_read / sizeof *isoir165_read, bytes);
}

unsigned short glibc_compat_isoir165_write(unsigned code)
{
    return find(isoir165_write, sizeof isoir165_write / sizeof *isoir165_write, code);
}
