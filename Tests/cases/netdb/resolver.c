// res_nquery, res_nsearch and res_query against a server of the test's own: answers, errors, search list, cut answers over TCP
// flags: -lresolv
#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <resolv.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
static int answer(unsigned char *m, int n, int tcp)
{
    char name[256] = "";
    ns_name_ntop(m + 12, name, sizeof name);
    int end = 12;
    while (m[end])
        end += m[end] + 1;
    end += 5;
    m[2] |= 0x80;
    m[3] = 0x80;
    if (!strcmp(name, "good.example") || !strcmp(name, "host.dom.test") || (tcp && !strcmp(name, "cut.example"))) {
        static const unsigned char rr[] = { 0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 1, 2, 3, 4 };
        m[7] = 1;
        memcpy(m + end, rr, sizeof rr);
        return end + sizeof rr;
    }
    if (!strcmp(name, "cut.example"))
        m[2] |= 2;
    else if (!strcmp(name, "fail.example"))
        m[3] |= 2;
    else if (!strcmp(name, "refused.example"))
        m[3] |= 5;
    else if (strcmp(name, "empty.example"))
        m[3] |= 3;
    return end;
}
int main(void)
{
    struct sockaddr_in a = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t l = sizeof a;
    int u = socket(AF_INET, SOCK_DGRAM, 0), t = socket(AF_INET, SOCK_STREAM, 0);
    bind(u, (void *)&a, sizeof a), getsockname(u, (void *)&a, &l);
    bind(t, (void *)&a, sizeof a), listen(t, 5);
    pid_t pid = fork();
    if (pid == 0) {
        alarm(600);
        for (;;) {
            struct pollfd p[2] = { { u, POLLIN }, { t, POLLIN } };
            poll(p, 2, -1);
            unsigned char m[600];
            if (p[0].revents) {
                struct sockaddr_in from;
                socklen_t fl = sizeof from;
                int n = recvfrom(u, m, 512, 0, (void *)&from, &fl);
                sendto(u, m, answer(m, n, 0), 0, (void *)&from, fl);
            }
            if (p[1].revents) {
                int c = accept(t, NULL, NULL);
                unsigned char len[2];
                recv(c, len, 2, MSG_WAITALL);
                int n = recv(c, m, len[0] << 8 | len[1], MSG_WAITALL);
                n = answer(m, n, 1);
                len[0] = n >> 8, len[1] = n;
                send(c, len, 2, 0), send(c, m, n, 0), close(c);
            }
        }
    }
    struct __res_state s;
    memset(&s, 0, sizeof s);
    printf("%d %d\n", res_ninit(&s), (s.options & RES_INIT) != 0);
    s.nscount = 1, s.nsaddr_list[0] = a, s.retry = 1, s.retrans = 100;
    static char dom1[] = "none.test", dom2[] = "dom.test";
    memset(s.dnsrch, 0, sizeof s.dnsrch);
    s.dnsrch[0] = dom1, s.dnsrch[1] = dom2;
    unsigned char ans[512];
    static const char *const names[] = { "good.example", "empty.example", "fail.example", "refused.example", "nothing.example", "cut.example" };
    for (int i = 0; i < 6; i++) {
        int n = res_nquery(&s, names[i], C_IN, T_A, ans, sizeof ans);
        printf("%s %d %d\n", names[i], n, n < 0 ? s.res_h_errno : 0);
        if (n > 0) {
            ns_msg msg;
            ns_rr rr;
            ns_initparse(ans, n, &msg);
            ns_parserr(&msg, ns_s_an, 0, &rr);
            printf("%s %d %d %d.%d\n", ns_rr_name(rr), ns_rr_type(rr), ns_rr_ttl(rr), ns_rr_rdata(rr)[0], ns_rr_rdata(rr)[3]);
        }
    }
    printf("%d\n", res_nsearch(&s, "host", C_IN, T_A, ans, sizeof ans));
    printf("%d %d\n", res_nsearch(&s, "good.example", C_IN, T_A, ans, sizeof ans), res_nsearch(&s, "good.example.", C_IN, T_A, ans, sizeof ans));
    printf("%d\n", res_nsearch(&s, "nohost", C_IN, T_A, ans, sizeof ans));
    printf("%d\n", s.res_h_errno);
    printf("%d\n", res_nquerydomain(&s, "good", "example", C_IN, T_A, ans, sizeof ans));
    unsigned char q[300];
    int n = res_nmkquery(&s, QUERY, "a.b", C_IN, T_MX, NULL, 0, NULL, q, sizeof q);
    printf("%d %d %d %d %d\n", n, q[2], q[5], q[12], q[n - 3]);
    res_init();
    _res.nscount = 1, _res.nsaddr_list[0] = a, _res.retry = 1, _res.retrans = 100;
    printf("%d\n", res_query("good.example", C_IN, T_A, ans, sizeof ans));
    n = res_query("gone.example", C_IN, T_A, ans, sizeof ans);
    printf("%d %d\n", n, h_errno);
    kill(pid, SIGKILL);
    wait(NULL);
    res_nclose(&s);
    return 0;
}
