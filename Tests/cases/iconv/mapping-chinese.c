// Chinese encodings of several bytes a character: what every byte sequence is read as, and how every character is written
#include "mapping.h"

int main(void)
{
    map("EUC-CN", "", 4);
    map("GBK", "", 4);
    map("BIG5", "", 4);
    map("BIG5-HKSCS", "", 4);
    map("EUC-TW", "", 4);
    map("GB18030", "", 2);
    return 0;
}
