// base64 under libresolv's names: every length of rest, white space, malformed texts, small buffers
// flags: -lresolv
#include <netinet/in.h>
#include <resolv.h>
#include <stdio.h>
#include <string.h>
int main(void)
{
    char text[64];
    unsigned char out[64];
    for (int n = 0; n < 8; n++)
        printf("%d %s\n", b64_ntop((const unsigned char *)"\377\376abcdef", n, text, sizeof text), text);
    for (size_t room = 0; room < 7; room++)
        printf("%d ", b64_ntop((const unsigned char *)"abc", 3, text, room));
    static const char *const texts[] = { "", "YQ==", "YWI=", "YWJj", "Y Q = =", "YQ=", "YQ", "Y", "=", "YR==", "YWK=", "YW*j", "YWJj\n", "YWJjZA==x",
        "YWJj====", "YWJjZGVm" };
    for (int i = 0; i < 16; i++) {
        memset(out, 0, sizeof out);
        int n = b64_pton(texts[i], out, sizeof out);
        printf("%s: %d %s %d\n", texts[i], n, n < 0 ? "" : (char *)out, b64_pton(texts[i], NULL, 0));
    }
    for (size_t room = 0; room < 8; room++)
        printf("%d ", b64_pton("YWJjZGVm", out, room));
    puts("");
    return 0;
}
