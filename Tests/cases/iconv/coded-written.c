// stateful encodings are written: characters from every state, two at a time and before a mark, little room, //IGNORE, the reset
#include "coded.h"

// Characters that put the writer into each state.
static const unsigned leads[] = {
    0, 'a', 0xa5, 0x3042, 0xff71, 0x4e02, 0x5427, 0xac00, 0x20089, 0x2a0b, 0x304b, 0x31f7, 0x4e00, 0x4e28, 0x2550, 0x4eb9, 0x3b4e, 0x609,
    0xe9, 0x3b1, '+', '&', '\n', 0x1f600, 0xb95, 0xb9f, 0xbb8, 0x4e99, 0x3400, 0x20ac, 0x2e99c, 0x3351,
};
static const unsigned tags[4][3] = {{0}, {0xe0001, 0xe006a, 0xe0061}, {0xe0001, 0xe006b, 0xe006f}, {0xe0001, 0xe007a, 0xe0068}};

int main(void)
{
    static const char *const sources[] = {"WCHAR_T", "UTF-32LE", "WCHAR_T"};
    for (int i = 0; i < NAMES; i++)
        for (int t = 0; t < 3; t++) {
            char target[40];
            sprintf(target, "%s%s", names[i], t == 2 ? "//IGNORE" : "");
            iconv_t writer = iconv_open(target, sources[t]);
            for (unsigned p = 0; p < sizeof leads / sizeof *leads * 4; p++) {
                // Only ISO-2022-JP-2 knows what the tags mean.
                if (p % 4 && i != 1) continue;
                unsigned text[8], length = 0;
                if (p % 4) memcpy(text, tags[p % 4], 12), length = 3;
                text[length++] = leads[p / 4];
                sum = 0;
                unsigned step = t == 0 && p % 4 == 0 ? 11 : 61;
                for (unsigned code = p % step; code < 0x30000; code += code < 0x500 || (code > 0xb80 && code < 0xc00) ? 1 : code < 0x10000 ? step : 97) {
                    text[length] = code;
                    convert(writer, text, length * 4 + 4, 40, 0);
                    if (code % 5 == p % 5 || (code > 0xb80 && code < 0xc00)) {
                        text[length + 1] = code % 7 ? 0x309a : code % 3 ? code : 0xbc1;
                        text[length + 2] = 'x';
                        convert(writer, text, length * 4 + 12, 40, 0);
                        convert(writer, text, length * 4 + 12, code % 11, 0);
                    }
                }
                printf("%s to %s, %u: %lx\n", sources[t], target, p, sum);
            }
            iconv_close(writer);
        }
    return 0;
}
