// Japanese encodings of several bytes a character: what every byte sequence is read as, and how every character is written
#include "mapping.h"

int main(void)
{
    map("EUC-JP", "", 4);
    map("SJIS", "", 4);
    map("CP932", "", 4);
    map("EUC-JP-MS", "", 4);
    map("EUC-JISX0213", "", 4);
    map("SHIFT_JISX0213", "", 4);
    map("IBM932", "", 4);
    map("IBM943", "", 4);
    return 0;
}
