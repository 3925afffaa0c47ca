// encodings in which a character may become another with the next one: what every byte sequence is read as, and how every character is written
#include "mapping.h"

int main(void)
{
    map("CP1255", "", 4);
    map("CP1258", "", 4);
    map("TCVN", "", 4);
    map("ISO_6937", "", 4);
    map("ISO_6937-2", "", 4);
    map("T.61-8BIT", "", 4);
    map("ANSI_X3.110", "", 4);
    return 0;
}
