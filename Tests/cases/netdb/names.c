// domain names between text and wire form, compression, and the res_*ok predicates
#include <arpa/nameser.h>
#include <errno.h>
#include <netinet/in.h>
#include <resolv.h>
#include <stdio.h>
#include <string.h>
int main(void)
{
    static const char *const names[] = { "", ".", "a", "a.", "host.example.org", "Host.Example.ORG.", "a..b", ".a", "-a.b", "a-.b", "a_b.c", "*.x",
        "*", "a*.x", "user.dom.example", "us\\.er.dom", "\\065bc.d", "\\999", "a\\", "sp ace", "tab\tx", "\303\251.x", "1.2.3.4", "a@b", "x;y", "a.b\\.",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.b" };
    unsigned char wire[300], out[600], unpacked[300];
    char text[1100];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        memset(wire, 0xee, sizeof wire);
        int r = ns_name_pton(names[i], wire, sizeof wire), len = 0;
        printf("%s: pton %d", names[i], r);
        if (r >= 0) {
            while (wire[len] && wire[len] != 0xee) { printf(" %d", wire[len]); len += wire[len] + 1; }
            printf(" ntop %d %s", ns_name_ntop(wire, text, sizeof text), text);
        }
        printf(" hn %d own %d mail %d dn %d\n", res_hnok(names[i]), res_ownok(names[i]), res_mailok(names[i]), res_dnok(names[i]));
    }
    const unsigned char *list[10] = { out, NULL };
    unsigned char *p = out + 12;
    memset(out, 0, sizeof out);
    static const char *const packed[] = { "www.example.org", "mail.example.org", "WWW.EXAMPLE.ORG", "org", "x.y", "a.x.y", "." };
    for (int i = 0; i < 7; i++) {
        int r = ns_name_compress(packed[i], p, out + sizeof out - p, list, list + 10);
        int u = ns_name_unpack(out, out + sizeof out, p, unpacked, sizeof unpacked);
        ns_name_ntop(unpacked, text, sizeof text);
        const unsigned char *s = p;
        int k = ns_name_skip(&s, out + sizeof out);
        printf("%s %d %d %s %d %d\n", packed[i], r, u, text, k, (int)(s - p));
        p += r;
    }
    for (unsigned char *b = out; b < p; b++)
        printf("%02x", *b);
    puts("");
    static const unsigned char loop[] = { 0xc0, 0x02, 0xc0, 0x00, 3, 'a' };
    printf("%d\n", ns_name_unpack(loop, loop + 6, loop, unpacked, sizeof unpacked));
    printf("%d\n", ns_name_unpack(loop, loop + 6, loop + 4, unpacked, sizeof unpacked));
    printf("%d %d\n", ns_name_pton("abc", wire, 3), ns_name_pton("abc", wire, 5));
    ns_name_pton("abc.def", wire, sizeof wire);
    printf("%d %d\n", ns_name_ntop(wire, text, 7), ns_name_ntop(wire, text, 8));
    return 0;
}
