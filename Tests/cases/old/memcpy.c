// memcpy of 2.2.5 takes blocks that overlap
// flags: -fno-builtin
#include <stdio.h>
#include <string.h>
#include "versions.h"
OLD(void *, memcpy, "2.2.5", (void *, const void *, size_t));

int main(void)
{
    char text[600];
    for (int distance = 1; distance < 70; distance += 7) {
        for (int i = 0; i < 600; i++) text[i] = 'a' + i % 23;
        memcpy_old(text + distance, text, 500);
        printf("%.*s\n", 500 + distance, text);
        memcpy_old(text, text + distance, 500);
        printf("%.500s\n", text);
    }
}
