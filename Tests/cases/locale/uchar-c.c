// In the C locale mbrtoc16, mbrtoc32, c32rtomb know the characters of ASCII and no others
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <uchar.h>

int main(void)
{
    for (int byte = 0; byte < 256; byte += byte < 120 ? 13 : 1) {
        char text[2] = {byte, 'a'}, out[16] = "";
        mbstate_t state = {0};
        char16_t c16 = 0x7777;
        char32_t c32 = 0x7777;
        errno = 0, printf("%x: %zd", byte, mbrtoc16(&c16, text, 2, &state)), printf(" %d %x", errno, c16);
        memset(&state, 0, sizeof state), errno = 0;
        printf(", %zd", mbrtoc32(&c32, text, 2, &state)), printf(" %d %x", errno, c32);
        memset(&state, 0, sizeof state), errno = 0;
        printf(", %zd", c32rtomb(out, byte, &state)), printf(" %d %x\n", errno, (unsigned char)out[0]);
    }
    mbstate_t state = {0};
    char32_t c32 = 5;
    char16_t c16 = 5;
    printf("%zd %zd", mbrtoc32(&c32, "", 0, &state), mbrtoc16(&c16, "", 0, &state));
    printf(" %zd %zd", mbrtoc32(NULL, NULL, 0, &state), mbrtoc16(NULL, NULL, 0, &state));
    printf(" %zd %zd\n", mbrtoc32(NULL, "a", 1, &state), mbrtoc16(NULL, "a", 1, &state));
    char32_t large[] = {0xdf80, 0xdfff, 0x20ac, 0x110000, 0x80000000};
    for (int i = 0; i < 5; i++) {
        char out[16];
        errno = 0, printf("%x %zd", large[i], c32rtomb(out, large[i], &state)), printf(" %d\n", errno);
    }
    return 0;
}
