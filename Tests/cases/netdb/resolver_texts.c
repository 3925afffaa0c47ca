// libresolv's names, tables and texts: classes, types, times, networks, NSAP addresses, comparing names, looking into messages.
// flags: -lresolv -Wno-deprecated-declarations
#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <errno.h>
#include <netinet/in.h>
#include <resolv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern const char *_res_opcodes[];
extern const struct res_sym __p_class_syms[], __p_type_syms[];
char *inet_nsap_ntoa(int, const unsigned char *, char *);
extern unsigned inet_nsap_addr(const char *, unsigned char *, int);
unsigned _getlong(const unsigned char *), _getshort(const unsigned char *);

static void symbols(void)
{
    for (int i = 0; i < 300; i += 1) printf("%s %s %s|", p_type(i), p_class(i), p_rcode(i));
    printf("%s %s %s\n", p_type(70000), p_class(-1), p_rcode(-5));
    for (int i = 0; i < 32; i++) printf("%s ", p_option(1UL << i));
    printf("%s\n", p_option(3));
    int found = 9;
    printf("%d", sym_ston(__p_type_syms, "mx", &found)), printf(" %d", found), printf(" %d", sym_ston(__p_class_syms, "nothing", &found)), printf(" %d", found);
    printf(" %s", sym_ntop(__p_type_syms, 15, &found)), printf(" %d", found), printf(" %s", sym_ntop(__p_type_syms, 999, &found)), printf(" %d %s\n", found, sym_ntos(__p_class_syms, 4, NULL));
    for (int i = 0; __p_type_syms[i].name; i++) printf("%d=%s=%s ", __p_type_syms[i].number, __p_type_syms[i].name, __p_type_syms[i].humanname);
    for (int i = 0; i < 16; i++) printf("%s ", _res_opcodes[i]);
    puts("");
}

static void times(void)
{
    unsigned long values[] = {0, 1, 59, 60, 61, 3600, 86399, 86400, 604800, 604861, 1234567, 4294967295UL};
    for (int i = 0; i < 12; i++) {
        char text[50];
        int length = ns_format_ttl(values[i], text, sizeof text);
        printf("%d %s %s|", length, text, p_time(values[i]));
        for (int room = 0; room <= length + 1; room++) printf("%d", ns_format_ttl(values[i], text, room));
    }
    const char *texts[] = {"1", "1D", "1d12h", "3x", "", "12m5", "W", "1w2d3h4m5s", "007", "1 D", "4294967296", "5s5"};
    for (int i = 0; i < 12; i++) {
        unsigned long value = 77;
        errno = 0;
        printf(" [%s] %d", texts[i], ns_parse_ttl(texts[i], &value)), printf(" %lu %d", value, errno);
    }
    const char *dates[] = {"19900101000000", "20000229235959", "20240301120000", "19891231000000", "20001301000000", "2000010100000", "2000010100000x", "20380119031408", "21060207062816", "99991231235959", "20000100000000", "20000101240000"};
    for (int i = 0; i < 12; i++) {
        int bad = 0;
        unsigned seconds = ns_datetosecs(dates[i], &bad);
        printf("\n%s %u %d", dates[i], bad ? 0 : seconds, bad);
    }
    puts("");
}

static void names(void)
{
    const char *list[] = {"", ".", "a", "a.", "A.", "b.a", "b\\.a", "b\\\\.a", "x.b.a.", ".a", "xa", "a..", "a\\.", "a\\\\.", "B.A"};
    for (int i = 0; i < 15; i++) {
        char canonical[20];
        errno = 0;
        int result = ns_makecanon(list[i], canonical, sizeof canonical);
        printf("%s: %d %s labels %d |", list[i], result, canonical, __dn_count_labels(list[i]));
        for (size_t room = 0; room < 8; room++) printf("%d", ns_makecanon(list[i], canonical, room));
        for (int j = 0; j < 15; j++) printf(" %d%d%d", ns_samename(list[i], list[j]), ns_samedomain(list[i], list[j]), ns_subdomain(list[i], list[j]));
        puts("");
    }
    printf("%d %d\n", __dn_count_labels("*.a.b"), __dn_count_labels("*"));
    unsigned char wire[] = "\3WwW\7eXample\0", lower[20], compressed[] = "\3www\300\14";
    for (int room = 0; room < 16; room++) printf("%d ", ns_name_ntol(wire, lower, room));
    printf("%s %d\n", lower + 1, ns_name_ntol(compressed, lower, 20));
    const unsigned char *pointers[5] = {wire, wire + 4, wire + 6, NULL, NULL};
    ns_name_rollback(wire + 4, pointers, pointers + 5);
    printf("%d%d%d\n", !!pointers[0], !!pointers[1], !!pointers[2]);
}

static void networks(void)
{
    in_addr_t numbers[] = {0, 0x7f000000, 0x0a010200, 0xc0a80001, 0x00000005, 0x80000000, 0xffffffff, 0x01000001};
    char text[40];
    for (int i = 0; i < 8; i++)
        for (int room = 0; room < 20; room++) {
            char *result = inet_neta(numbers[i], text, room);
            printf("%s ", result ? result : "-");
        }
    puts("");
    unsigned char address[] = {192, 168, 77, 255};
    for (int bits = -1; bits < 34; bits++)
        for (int room = 0; room < 22; room += bits % 8 == 5 ? 1 : 7) {
            errno = 0;
            char *result = inet_net_ntop(AF_INET, address, bits, text, room);
            printf("%s%d ", result ? result : "-", result ? 0 : errno);
        }
    errno = 0;
    printf("%d", !inet_net_ntop(AF_INET6, address, 8, text, 40)), printf(" %d\n", errno);
    const char *list[] = {"10", "10.1", "10.1.2.3", "10.1.2.3.4", "128.1", "192.0.2", "224", "224.1", "240.1", "10/8", "10/0", "10.1/33", "10.1/4", "0x0a", "0x0a01", "0xA", "0xabc", "0x", "0x0a/12", "", "a", "10.", "10..1", "256", "10 ", "10/", "/8",
        "10.1.2/32", "10/24x", "0X7f000001/8", "1.2.3.4/31", "0010.1", "10.x"};
    for (int i = 0; i < sizeof list / sizeof *list; i++)
        for (int room = 0; room < 6; room++) {
            unsigned char to[8];
            memset(to, 0xee, 8);
            errno = 0;
            int bits = inet_net_pton(AF_INET, list[i], to, room);
            printf("[%s] %d %d", list[i], bits, bits < 0 ? errno : 0);
            for (int k = 0; bits >= 0 && k < (bits + 7) / 8; k++) printf(".%d", to[k]);
            printf(" ");
        }
    errno = 0;
    printf("%d", inet_net_pton(AF_INET6, "10", text, 9)), printf(" %d\n", errno);
    const char *nsaps[] = {"47.0005.80.005a00", "4700+05/80", "4", "47.8", "4.7", "47 00", "47.0005.80.005a00.0000000001.e133.ffffff00.0164.00", "47.g", "0x47.0005.80.005a00", "0X4700+05/80", "47", "0x4", "0x4g", "0x", "0x.4.7", "0x4.7", "0x47.0005.80.005a00.0000000001.e133.ffffff00.0164.00"};
    for (int i = 0; i < 17; i++)
        for (int room = 0; room < 24; room += 5) {
            unsigned char octets[30];
            unsigned length = inet_nsap_addr(nsaps[i], octets, room);
            printf("%u %s|", length, inet_nsap_ntoa(length, octets, i % 2 ? text : NULL));
            if (length > 9) break;
        }
    puts("");
}

static void messages(void)
{
    unsigned char a[512], b[512];
    res_init();
    int size = res_mkquery(0, "www.Example.org", 1, 28, NULL, 0, NULL, a, sizeof a), other = res_mkquery(0, "mail.example.org", 1, 28, NULL, 0, NULL, b, sizeof b);
    a[2] = 0x87, a[3] = 0xb3;
    ns_msg message;
    printf("%d", ns_initparse(a, size, &message));
    for (int flag = -1; flag < 12; flag++) if (flag >= 0 && flag < 10) printf(" %d", ns_msg_getflag(message, flag));
    printf(" match %d %d %d", res_queriesmatch(a, a + size, a, a + size), res_queriesmatch(a, a + size, b, b + other), res_queriesmatch(a, a + 5, a, a + size));
    printf(" asks %d %d %d %d\n", res_nameinquery("WWW.example.ORG", 28, 1, a, a + size), res_nameinquery("www.example.org", 1, 1, a, a + size), res_nameinquery("example.org", 28, 1, a, a + size), res_nameinquery("x", 1, 1, a, a + 14));
    char name[100];
    const unsigned char *next = p_fqnname(a + 12, a, size, name, 100);
    printf("%td %s %d ", next - a, name, !p_fqnname(a + 12, a, size, name, 16));
    next = p_cdnname(a + 12, a, size, stdout), printf(" %td ", next - a);
    next = p_cdname(a + 12, a, stdout), printf(" %td ", next - a);
    next = p_fqname(a + 12, a, stdout), printf(" %td ", next - a);
    next = p_cdnname(a + size - 5, a, size, stdout), printf(" %td %d\n", next - a, !p_cdnname(a + size, a, size, stdout));
    unsigned char number[4];
    __putlong(0x81828384, number), printf("%x %x ", _getlong(number), _getshort(number + 1));
    __putshort(0x4142, number), printf("%x\n", _getlong(number));
    struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons(53), .sin_addr.s_addr = htonl(0x7f000001)}, none = {.sin_family = AF_INET, .sin_port = htons(54), .sin_addr.s_addr = htonl(0x7f000001)};
    _res.nscount = 1, _res.nsaddr_list[0] = server;
    printf("server %d %d\n", res_isourserver(&server), res_isourserver(&none));
    FILE *file = fopen("aliases", "w");
    fputs("first one.example\nSecond   two.example extra\nonly\nlast never\n", file), fclose(file);
    setenv("HOSTALIASES", "aliases", 1);
    const char *asked[] = {"first", "SECOND", "last", "absent", "only"};
    for (int i = 0; i < 5; i++) {
        const char *one = hostalias(asked[i]), *two = res_hostalias(&_res, asked[i], name, 6);
        printf("%s %s|", one ? one : "-", two ? two : "-");
    }
    _res.options |= RES_NOALIASES;
    printf("%d\n", !hostalias("first"));
}

int main(void)
{
    symbols(), times(), names(), networks(), messages();
    return 0;
}
