// stateful encodings are read: every pair of bytes behind every escape sequence, damaged text, little room, //IGNORE, the reset
#include "coded.h"

static const char *const prefixes[] = {
    "", "\033$@", "\033$B", "\033(J", "\033(I", "\033$A", "\033$(C", "\033$(D", "\033$(O", "\033$(P", "\033.A", "\033.F\033$B",
    "\033$)C\016", "\033$)A\016", "\033$)G\016", "\033$)E\016", "\033$*H", "\033$+I\033O", "\033$+J\033O", "\033$+K\033O",
    "\033$+L\033O", "\033$+M\033O", "\016", "\033$*H\033N", "\033.A\033N", "\033.F\033N", "+", "&", "+AA", "&2", "+2AA", "\xa6",
    "\x8a", "\xa7\xb8",
};

int main(void)
{
    static const char *const targets[] = {"WCHAR_T", "UTF-8", "UTF-8//IGNORE"};
    for (int i = 0; i < NAMES; i++)
        for (int t = 0; t < 3; t++) {
            iconv_t reader = iconv_open(targets[t], names[i]);
            for (unsigned p = 0; p < sizeof prefixes / sizeof *prefixes; p++) {
                char text[64];
                size_t length = strlen(prefixes[p]);
                memcpy(text, prefixes[p], length);
                sum = 0;
                for (int a = 0; a < 256; a += a < 128 || i == TAMIL ? 1 : 9) {
                    // glibc reads on behind the text after an SO that means nothing.
                    if (t == 2 && i == EXTENDED && (a == 14 || p == 22)) continue;
                    text[length] = a;
                    convert(reader, text, length + 1, 40, 40);
                    for (int b = t ? a % 8 : a % 2; b < 256; b += t || i == TAMIL ? 8 : b < 128 ? 2 : 9) {
                        if (t == 2 && i == EXTENDED && b == 14) continue;
                        text[length + 1] = b;
                        convert(reader, text, length + 2, 40, 40);
                        if (b % 8 != a % 8) continue;
                        memcpy(text + length + 2, "!!ab\015\017\033(B-!", 11);
                        convert(reader, text, length + 12, 40, 40);
                        convert(reader, text, length + 12, t ? 1 : 4, 40);
                    }
                }
                printf("%s to %s, %u: %lx\n", names[i], targets[t], p, sum);
            }
            iconv_close(reader);
        }
    return 0;
}
