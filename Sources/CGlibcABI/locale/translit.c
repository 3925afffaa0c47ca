// <iconv.h>: what //TRANSLIT writes for a character that the target lacks. The thread's locale decides, as on glibc: in C.UTF-8 accented
// letters lose their accents, in the C locale they do not.
#include "locale-object.h"
#include "translit-table.h"
#include "translit-support.h"

const char *glibc_compat_transliteration(unsigned code)
{
    unsigned low = 0, high = sizeof translit_characters / sizeof *translit_characters, count = high;
    while (low < high) {
        unsigned middle = (low + high) / 2;
        if (translit_characters[middle].code < code) low = middle + 1;
        else high = middle;
    }
    if (low == count || translit_characters[low].code != code) return 0;
    unsigned text = glibc_compat_current_locale()->utf8 ? translit_characters[low].utf8 : translit_characters[low].c;
    return text ? translit_texts[text] : 0;
}
