// EBCDIC encodings with two sets: what every byte sequence is read as, and how every character is written
#include "mapping.h"

int main(void)
{
    map("IBM930", "", 2);
    map("IBM930", "\x0e", 2);
    map("IBM933", "", 2);
    map("IBM933", "\x0e", 2);
    map("IBM935", "", 2);
    map("IBM935", "\x0e", 2);
    map("IBM937", "", 2);
    map("IBM937", "\x0e", 2);
    map("IBM939", "", 2);
    map("IBM939", "\x0e", 2);
    map("IBM1364", "", 2);
    map("IBM1364", "\x0e", 2);
    map("IBM1371", "", 2);
    map("IBM1371", "\x0e", 2);
    map("IBM1388", "", 2);
    map("IBM1388", "\x0e", 2);
    map("IBM1390", "", 2);
    map("IBM1390", "\x0e", 2);
    map("IBM1399", "", 2);
    map("IBM1399", "\x0e", 2);
    return 0;
}
