// <iconv.h>: what //TRANSLIT writes for a character that the target lacks. The thread's locale decides, as on glibc: C.UTF-8 has more, and
// characters beyond ASCII among it.
#include "locale-object.h"
#include "translit-table.h"
#include "translit-support.h"

const unsigned short *glibc_compat_transliterations(unsigned code)
{
    unsigned low = 0, high = sizeof translit_characters / sizeof *translit_characters, count = high;
    while (low < high) {
        unsigned middle = (low + high) / 2;
        if (translit_characters[middle].code < code) low = middle + 1;
        else high = middle;
    }
    if (low == count || translit_characters[low].code != code) return 0;
    unsigned place = glibc_compat_current_locale()->utf8 ? translit_characters[low].utf8 : translit_characters[low].c;
    return place ? translit_pool + place : 0;
}
