// <resolv.h>: questions to a name server. The server is a child of the entry and answers by the name that it is asked
// for; it runs in
// the test's own network namespace, and nobody else is asked.
// link: -lresolv
#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <resolv.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
static unsigned char answer[1500], query[300];
static char text[1025];

// Turns a question into the answer that its name asks for; the length, or 0 for none.
static int reply(unsigned char *m, int n, int tcp)
{
    char name[256] = "";
    int end = 12;
    ns_name_ntop(m + 12, name, sizeof name);
    while (m[end]) end += m[end] + 1;
    end += 5;
    m[2] |= 0x80, m[3] = 0x80;
    if (!strncmp(name, "good.", 5) || (tcp && !strncmp(name, "cut.", 4))) {
        static const unsigned char record[] = {0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 1, 2, 3, 4};
        m[7] = 1, memcpy(m + end, record, sizeof record);
        return end + sizeof record;
    }
    if (!strncmp(name, "silent.", 7)) return 0;
    if (!strncmp(name, "cut.", 4)) m[2] |= 2;
    else if (!strncmp(name, "fail.", 5)) m[3] |= 2;
    else if (!strncmp(name, "form.", 5)) m[3] |= 1;
    else if (!strncmp(name, "notimp.", 7)) m[3] |= 4;
    else if (!strncmp(name, "refused.", 8)) m[3] |= 5;
    else if (strncmp(name, "empty.", 6)) m[3] |= 3;
    return end;
}
static struct sockaddr_in address = {.sin_family = AF_INET};
static void serve(void)
{
    socklen_t size = sizeof address;
    int udp = socket(AF_INET, SOCK_DGRAM, 0), tcp = socket(AF_INET, SOCK_STREAM, 0);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bind(udp, (void *)&address, sizeof address), getsockname(udp, (void *)&address, &size);
    bind(tcp, (void *)&address, sizeof address), listen(tcp, 5);
    if (fork()) { close(udp), close(tcp); return; }
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (;;) {
        struct pollfd both[2] = {{udp, POLLIN}, {tcp, POLLIN}};
        unsigned char m[600], length[2];
        poll(both, 2, -1);
        if (both[0].revents) {
            struct sockaddr_in from;
            size = sizeof from;
            int n = recvfrom(udp, m, 512, 0, (void *)&from, &size);
            if ((n = reply(m, n, 0))) sendto(udp, m, n, 0, (void *)&from, size);
        }
        if (both[1].revents) {
            int one = accept(tcp, NULL, NULL);
            recv(one, length, 2, MSG_WAITALL);
            int n = recv(one, m, length[0] << 8 | length[1], MSG_WAITALL);
            n = reply(m, n, 1), length[0] = n >> 8, length[1] = n;
            send(one, length, 2, 0), send(one, m, n, 0), close(one);
        }
    }
}
// Puts the server into a state, with a search list of two domains.
static void ask_server(struct __res_state *state)
{
    static char first[] = "none.test", second[] = "dom.test";
    serve();
    state->nscount = 1, state->nsaddr_list[0] = address, state->retry = 1, state->retrans = 1, state->ndots = 1;
    memset(state->dnsrch, 0, sizeof state->dnsrch), state->dnsrch[0] = first, state->dnsrch[1] = second;
}
// How a call ended: length of the answer, its flags and code without the identifier, or the error.
static void ended(const char *what, int n)
{
    if (n < 0) say("%s: %d, h_errno %d", what, n, h_errno);
    else say("%s: %d, %02x %02x, answers %d", what, n, answer[2], answer[3], answer[6] << 8 | answer[7]);
}
static int question(const char *name)
{
    return res_mkquery(QUERY, name, C_IN, T_A, NULL, 0, NULL, query, sizeof query);
}

__res_init, res_mkquery, res_send, res_nsend, res_query:
    show(res_init()), ask_server(&_res);
    const char *names[] = {"good.example", "empty.example", "gone.example", "cut.example", "form.example"};
    for (int i = 0; i < count(names); i++) {
        int n = question(names[i]);
        show(n), memset(answer, 0, sizeof answer), n = res_send(query, n, answer, sizeof answer), ended(names[i], n);
        show(answer[0] == query[0] && answer[1] == query[1]);
        n = res_nsend(&_res, query, question(names[i]), answer, sizeof answer);
        ended(names[i], n), h_errno = 0, n = res_query(names[i], C_IN, T_A, answer, sizeof answer), ended(names[i], n);
    }
    int n = question("good.example");
    show(res_send(query, n, answer, 512));
    show(res_mkquery(QUERY, "too-small.example", C_IN, T_A, NULL, 0, NULL, query, 20));
    memset(text, 'a', 70), show(question(text)), show(question("a..b")), show(question("")), bytes(query + 2, 15);
    _res.options &= ~RES_RECURSE, show(question("a")), bytes(query + 2, 15), _res.options |= RES_TRUSTAD,
        show(question("b"));
    bytes(query + 2, 15);
    fails(res_send(query, n, answer, 5));
res_send / servers that do not help:
    // The next server is asked; without one more, the last answer counts or nothing came.
    res_init(), ask_server(&_res);
    const char *names[] = {"fail.example", "refused.example", "notimp.example"};
    for (int i = 0; i < count(names); i++) {
        int n = question(names[i]);
        errno = 0, n = res_send(query, n, answer, sizeof answer), ended(names[i], n);
        h_errno = 0, n = res_query(names[i], C_IN, T_A, answer, sizeof answer), ended(names[i], n);
    }
    int n = question("silent.example");
    fails(res_send(query, n, answer, sizeof answer));
    // A port at which nobody listens, then the good one.
    _res.nscount = 2, _res.nsaddr_list[1] = address, _res.nsaddr_list[0].sin_port = htons(9),
        n = question("good.example");
    show(res_send(query, n, answer, sizeof answer)), _res.nscount = 1, fails(res_send(query, n, answer, sizeof answer));
    h_errno = 0, show(res_query("good.example", C_IN, T_A, answer, sizeof answer)), show(h_errno);
res_send / over TCP:
    res_init(), ask_server(&_res), _res.options |= RES_USEVC;
    const char *names[] = {"good.example", "empty.example", "cut.example"};
    for (int i = 0; i < count(names); i++) {
        int n = question(names[i]);
        n = res_send(query, n, answer, sizeof answer), ended(names[i], n);
    }
    _res.options &= ~RES_USEVC, _res.options |= RES_IGNTC;
    int n = question("cut.example");
    n = res_send(query, n, answer, sizeof answer), ended("cut and kept", n);

res_querydomain, res_nquerydomain:
    res_init(), ask_server(&_res);
    const char *pairs[][2] = {{"good", "example"}, {"gone", "example"}, {"good.example", NULL}, {"good.example.", NULL},
                              {"empty", "a.b.c"}, {"good", ""}, {"", "good.example"}, {"good.", "example"},
                                  {"good", "example."}};
    for (int i = 0; i < count(pairs); i++) {
        h_errno = 0;
        int n = res_querydomain(pairs[i][0], pairs[i][1], C_IN, T_A, answer, sizeof answer);
        say("%s + %s", pairs[i][0], pairs[i][1] ?: "null"), ended("  thread's state", n);
        h_errno = 0, n = res_nquerydomain(&_res, pairs[i][0], pairs[i][1], C_IN, T_A, answer, sizeof answer),
            ended("  own state", n);
    }
    memset(text, 'a', 1024), h_errno = 0, show(res_querydomain(text, "b", C_IN, T_A, answer, sizeof answer)),
        show(h_errno);
    h_errno = 0, show(res_querydomain(text, NULL, C_IN, T_A, answer, sizeof answer)), show(h_errno);

res_search, res_nsearch:
    res_init(), ask_server(&_res);
    const char *names[] = {"good", "good.example", "good.example.", "good.", "gone", "gone.example", "gone.example.",
        "empty",
                           "empty.example", "fail", "refused.example", "form", "good.a.b.c.d", "."};
    for (int dots = 0; dots < 3; dots++)
        for (int i = 0; i < count(names); i++) {
            _res.ndots = dots, h_errno = 0;
            int n = res_search(names[i], C_IN, T_A, answer, sizeof answer);
            say("%s, %d dots", names[i], dots), ended("  thread's state", n);
            h_errno = 0, n = res_nsearch(&_res, names[i], C_IN, T_A, answer, sizeof answer), ended("  own state", n);
            if (n > 0) show(ns_name_uncompress(answer, answer + n, answer + 12, text, sizeof text)), show(text);
        }
    _res.ndots = 1, _res.options &= ~RES_DNSRCH,
        ended("no search", res_search("good.example", C_IN, T_A, answer, sizeof answer));
    ended("only the first", res_search("good", C_IN, T_A, answer, sizeof answer)), _res.options &= ~RES_DEFNAMES,
        h_errno = 0;
    ended("none", res_search("gone", C_IN, T_A, answer, sizeof answer));

__res_randomid:
    extern unsigned __res_randomid(void);
    unsigned same = 0, beyond = 0, first = __res_randomid();
    for (int i = 0; i < 200; i++) {
        unsigned number = __res_randomid();
        beyond |= number >> 16, same += number == first;
    }
    show(beyond), show(same < 20);

__res_close:
    // An old name that closes what the thread's state holds; the state is filled again by the next question.
    extern void __res_close(void);
    res_init(), ask_server(&_res), _res.options |= RES_USEVC | RES_STAYOPEN;
    ended("before", res_query("good.example", C_IN, T_A, answer, sizeof answer));
    runs(__res_close()), show((_res.options & RES_INIT) != 0), runs(__res_close()), show(res_init());
    show((_res.options & RES_INIT) != 0);

__res_ninit, __res_nclose:
    struct __res_state state;
    memset(&state, 0, sizeof state), show(res_ninit(&state)), show((state.options & RES_INIT) != 0),
        show(state.nscount);
    show(state.ndots + 0), show(state.retrans), show(state.retry), ask_server(&state), state.ndots = 3;
    ended("asked", res_nquery(&state, "good.example", C_IN, T_A, answer, sizeof answer)), runs(res_nclose(&state));
    show((state.options & RES_INIT) != 0), show(state.nscount), show(state.ndots + 0), runs(res_nclose(&state));
    show(res_ninit(&state)), show((state.options & RES_INIT) != 0), show(state.nscount), show(state.ndots + 0);
    res_nclose(&state);

_res_hconf:
    // What /etc/host.conf says, which is read with the first name: `multi on` is the only line of Debian's.
    extern struct { int initialized, unused1, unused2[4], trimmed; const char *domains[4]; unsigned flags; } _res_hconf;
    show(_res_hconf.trimmed), show(_res_hconf.domains[0]), show(_res_hconf.domains[3]), gethostbyname("localhost");
    show(_res_hconf.trimmed), show(_res_hconf.domains[0]), show(_res_hconf.flags & ~0x10u);

h_errlist, h_nerr:
    extern const char *const h_errlist[];
    extern const int h_nerr;
    show(h_nerr);
    for (int i = 0; i < h_nerr; i++) show(h_errlist[i]), show(strcmp(h_errlist[i], hstrerror(i)));
    show(hstrerror(h_nerr)), show(hstrerror(-1)), show(hstrerror(-2));
