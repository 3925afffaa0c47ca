// Korean encodings of several bytes a character: what every byte sequence is read as, and how every character is written
#include "mapping.h"

int main(void)
{
    map("EUC-KR", "", 4);
    map("UHC", "", 4);
    map("JOHAB", "", 4);
    return 0;
}
