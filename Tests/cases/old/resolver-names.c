// The resolver's names of before 2.34 against a server of the test's own
// flags: -lresolv
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <arpa/nameser.h>
#include <resolv.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include "versions.h"
#include "../netdb/dns-server.h"
typedef unsigned char byte;
OLD(int, __res_mkquery, "2.2.5", (int, const char *, int, int, const byte *, int, const byte *, byte *, int));
OLD(int, __res_nmkquery, "2.2.5", (res_state, int, const char *, int, int, const byte *, int, const byte *, byte *, int));
OLD(int, __res_query, "2.2.5", (const char *, int, int, byte *, int)); OLD(int, __res_nquery, "2.2.5", (res_state, const char *, int, int, byte *, int));
OLD(int, __res_search, "2.2.5", (const char *, int, int, byte *, int)); OLD(int, __res_nsearch, "2.2.5", (res_state, const char *, int, int, byte *, int));
OLD(int, __res_querydomain, "2.2.5", (const char *, const char *, int, int, byte *, int));
OLD(int, __res_nquerydomain, "2.2.5", (res_state, const char *, const char *, int, int, byte *, int));
OLD(int, __res_send, "2.2.5", (const byte *, int, byte *, int)); OLD(int, __res_nsend, "2.2.5", (res_state, const byte *, int, byte *, int));

static void show(const char *what, int size, const byte *message)
{
    printf("%s: %d", what, size);
    // Past the number of the query.
    for (int i = 2; i < size; i++) printf(" %02x", message[i]);
    printf(" %d\n", size < 0 ? h_errno : 0);
}

// An address for "host...", nothing for others.
static int answer_address(byte *message, int length)
{
    static const byte record[] = { 0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 1, 2, 3, 4 };
    message[2] |= 0x80, message[3] = 0x80;
    if (message[13] == 'h') message[7] = 1, memcpy(message + length, record, sizeof record), length += sizeof record;
    else message[3] |= 3;
    return length;
}

int main(void)
{
    byte query[512], answer[512];
    pid_t child = serve_dns(answer_address);
    strcpy(_res.defdname, "dom.test"), _res.dnsrch[0] = _res.defdname, _res.dnsrch[1] = NULL;
    int length = __res_mkquery_old(QUERY, "host.example", C_IN, T_A, NULL, 0, NULL, query, sizeof query);
    show("mkquery", length, query);
    show("send", __res_send_old(query, length, answer, sizeof answer), answer);
    show("nmkquery", __res_nmkquery_old(&_res, QUERY, "host.test", C_IN, T_MX, NULL, 0, NULL, query, sizeof query), query);
    show("nsend", __res_nsend_old(&_res, query, 27, answer, sizeof answer), answer);
    show("small", __res_nmkquery_old(&_res, QUERY, "host.test", C_IN, T_MX, NULL, 0, NULL, query, 20), query);
    static const char *const names[] = { "host.example", "none.example", "host", "none" };
    for (int i = 0; i < 4; i++) {
        puts(names[i]);
        show("query", __res_query_old(names[i], C_IN, T_A, answer, sizeof answer), answer);
        show("nquery", __res_nquery_old(&_res, names[i], C_IN, T_A, answer, sizeof answer), answer);
        show("search", __res_search_old(names[i], C_IN, T_A, answer, sizeof answer), answer);
        show("nsearch", __res_nsearch_old(&_res, names[i], C_IN, T_A, answer, sizeof answer), answer);
        show("querydomain", __res_querydomain_old(names[i], "sub.test", C_IN, T_A, answer, sizeof answer), answer);
        show("nquerydomain", __res_nquerydomain_old(&_res, names[i], "sub.test", C_IN, T_A, answer, sizeof answer), answer);
    }
    kill(child, 9);
    return 0;
}
