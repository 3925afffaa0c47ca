// <netdb.h>, <arpa/inet.h>, <netinet/*>, <net/if.h>, <resolv.h>, <arpa/nameser.h>: addresses, names in /etc, messages.
// No name server is asked.
// link: -lresolv
#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/ether.h>
#include <netinet/in.h>
#include <resolv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <ifaddrs.h>
static char buffer[2000];

inet_addr, inet_aton, inet_network, inet_ntoa, inet_makeaddr, inet_lnaof, inet_netof, htonl, htons, ntohl, ntohs:
    extern uint32_t plain_htonl(uint32_t) __asm__("htonl"), plain_ntohl(uint32_t) __asm__("ntohl");
    extern uint16_t plain_htons(uint16_t) __asm__("htons"), plain_ntohs(uint16_t) __asm__("ntohs");
    const char *texts[] = {"", "1.2.3.4", "1.2.3", "1.2", "1", "0x7f.1", "0177.0.0.1", "256.1.1.1", "1.2.3.256",
        "1.2.65536", "1.16777216", "4294967295", "1.2.3.4 ", "1.2.3.4 x", "1.2.3.4x", "1..2", ".1", "1.2.3.4.5", "08",
        "0x", "-1", " 1.2.3.4", "255.255.255.255"};
    for (int i = 0; i < count(texts); i++) {
        struct in_addr a = {0x55555555};
        int ok = inet_aton(texts[i], &a);
        say("\"%s\": %d %x, %x, %x", texts[i], ok, ok ? a.s_addr : 0, inet_addr(texts[i]),
            strpbrk(texts[i], " x") || !*texts[i] ? 0 : inet_network(texts[i]));
    }
    const uint32_t numbers[] = {0, 0x7f000001, 0x0a0b0c0d, 0x80010203, 0xc0a80102, 0xe0000001, 0xffffffff};
    for (int i = 0; i < count(numbers); i++) {
        struct in_addr a = {plain_htonl(numbers[i])};
        say("%s %x %x %x", inet_ntoa(a), inet_lnaof(a), inet_netof(a),
            inet_makeaddr(inet_netof(a), inet_lnaof(a)).s_addr);
    }
    show(plain_htons(0x1234)), show(plain_ntohs(0x1234)), show(plain_ntohl(0x12345678));
    show(inet_makeaddr(5, 6).s_addr), show(inet_makeaddr(300, 6).s_addr), show(inet_makeaddr(70000, 6).s_addr);

inet_pton, inet_ntop, in6addr_any, in6addr_loopback:
    const char *texts[] = {"::", "::1", "1::", "2001:db8::1", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7", "1::2::3",
        "::ffff:1.2.3.4", "1:2:3:4:5:6:1.2.3.4", "12345::", "::g", ":1", "1:", "", "fe80::1%1", "::1.2.3",
        "0:0:1:0:0:0:0:1", "1:0:0:2:0:0:0:3", "::1.2.3.4", "1.2.3.4", "1.2.3", "01.2.3.4", "1.2.3.256"};
    for (int i = 0; i < count(texts); i++) {
        unsigned char six[16], four[4];
        char text[60] = "", text4[20] = "";
        int ok6 = inet_pton(AF_INET6, texts[i], six), ok4 = inet_pton(AF_INET, texts[i], four);
        say("%s: %d %s %d %s", texts[i], ok6, ok6 == 1 ? inet_ntop(AF_INET6, six, text, 60) : "", ok4,
            ok4 == 1 ? inet_ntop(AF_INET, four, text4, 20) : "");
    }
    char text[60];
    fails(inet_pton(99, "1", text)); fails(inet_ntop(99, text, text, 60));
    fails(inet_ntop(AF_INET, "\1\2\3\4", text, 7)); fails(inet_ntop(AF_INET6, &in6addr_any, text, 2));
    show(inet_ntop(AF_INET6, &in6addr_any, text, 60)), show(inet_ntop(AF_INET6, &in6addr_loopback, text, 60));

ether_aton, ether_aton_r, ether_ntoa, ether_ntoa_r, ether_line, ether_hostton, ether_ntohost:
    const char *texts[] = {"00:11:22:33:44:55", "0:1:2:3:4:5", "aa:BB:cc:DD:ee:FF", "1:2:3:4:5", "1:2:3:4:5:6:7", "",
        "g:1:2:3:4:5", "100:1:2:3:4:5", "1:2:3:4:5:6 rest"};
    struct ether_addr a;
    char name[100];
    for (int i = 0; i < count(texts); i++) { struct ether_addr *r = ether_aton(texts[i]);
        say("%s: %s", texts[i], r ? ether_ntoa(r) : "null"); show(ether_aton_r(texts[i], &a) == (r ? &a : NULL)); }
    show(ether_line("1:2:3:4:5:6 host # comment", &a, name)), show(name), show(ether_ntoa_r(&a, name) == name);
    show(name), show(ether_line("bad", &a, name)), show(ether_hostton("nobody-has-this", &a) != 0);
    show(ether_ntohost(name, &a) != 0);

if_nametoindex, if_indextoname, if_nameindex, if_freenameindex, getifaddrs, freeifaddrs:
    char name[IF_NAMESIZE];
    show(if_nametoindex("lo")), fails(if_nametoindex("no-such-interface"));
    show(if_indextoname(1, name)), fails(if_indextoname(99999, name));
    struct if_nameindex *all = if_nameindex();
    show(all[0].if_name), show(all[0].if_index), if_freenameindex(all);
    struct ifaddrs *list, *at;
    show(getifaddrs(&list));
    for (at = list; at; at = at->ifa_next) if (at->ifa_addr && at->ifa_addr->sa_family == AF_INET
        && !strcmp(at->ifa_name, "lo")) say("%s", inet_ntoa(((struct sockaddr_in *)at->ifa_addr)->sin_addr));
    freeifaddrs(list);

gethostbyname, gethostbyname2, gethostbyname_r, gethostbyname2_r, gethostbyaddr, gethostbyaddr_r, __h_errno_location,
+ hstrerror, herror:
    struct hostent h, *r;
    int e = 77;
    struct in_addr a = {htonl(0x7f000001)};
    #define HOST(r) if (r) say("%s %d %d %s", r->h_name, r->h_addrtype, r->h_length, \
        inet_ntop(r->h_addrtype, r->h_addr, buffer + 1000, 100)); else say("none")
    r = gethostbyname("localhost"); HOST(r); r = gethostbyname("127.0.0.9"); HOST(r);
    r = gethostbyname2("localhost", AF_INET6); HOST(r); show(gethostbyname_r("localhost", &h, buffer, 900, &r, &e));
    HOST(r); show(gethostbyname2_r("::2", AF_INET6, &h, buffer, 900, &r, &e)); HOST(r);
    show(gethostbyname_r("localhost", &h, buffer, 3, &r, &e));
    r = gethostbyaddr(&a, 4, AF_INET); HOST(r); show(gethostbyaddr_r(&a, 4, AF_INET, &h, buffer, 900, &r, &e)); HOST(r);
    for (int i = -2; i < 7; i++) show(hstrerror(i));
    h_errno = 1, herror("prefix"), herror(NULL), h_errno = 99, herror("");

getaddrinfo, freeaddrinfo, gai_strerror, getnameinfo:
    struct addrinfo hints = {.ai_flags = AI_NUMERICHOST, .ai_socktype = SOCK_STREAM}, *r;
    char host[100], service[50];
    const char *hosts[] = {"127.0.0.1", "::1", "1.2", "not a number", "fe80::1", "1.2.3.4.5", NULL};
    const char *services[] = {"80", "0", "65535", "http", NULL};
    for (int i = 0; i < count(hosts); i++) for (int j = 0; j < count(services); j++) {
        int e = getaddrinfo(hosts[i], services[j], &hints, &r);
        say("%s %s: %s", hosts[i] ?: "null", services[j] ?: "null", e ? gai_strerror(e) : "ok");
        if (e) continue;
        e = getnameinfo(r->ai_addr, r->ai_addrlen, host, 100, service, 50, NI_NUMERICHOST | NI_NUMERICSERV);
        say("%d %d %d %s %s", r->ai_family, r->ai_socktype, r->ai_protocol, host, service), freeaddrinfo(r);
    }
    struct sockaddr_in a = {AF_INET, htons(80), {htonl(0x7f000001)}};
    show(getnameinfo((void *)&a, sizeof a, host, 3, NULL, 0, NI_NUMERICHOST));
    show(getnameinfo((void *)&a, 3, host, 100, NULL, 0, 0)), a.sin_family = 99;
    show(getnameinfo((void *)&a, sizeof a, host, 100, NULL, 0, NI_NUMERICHOST)), a.sin_family = AF_INET;
    show(getnameinfo((void *)&a, sizeof a, NULL, 0, NULL, 0, 0));
    hints = (struct addrinfo){.ai_family = 99}, show(getaddrinfo("::1", NULL, &hints, &r)),
        hints = (struct addrinfo){.ai_flags = 0x40000000}, show(getaddrinfo("::1", NULL, &hints, &r));
    for (int i = -110; i < 3; i++) say("%d %s", i, gai_strerror(i));

every T = serv proto net rpc
set$Tent, get$Tent, get$Tent_r, end$Tent:
    struct { char room[200]; } entry;
    void *r = NULL;
    int e = 0;
    extern int get_$T_r(void *, char *, size_t, void **, int *) __asm__("get$Tent_r");
    extern void *get_$T(void) __asm__("get$Tent");
    extern void set_$T(int) __asm__("set$Tent"), end_$T(void) __asm__("end$Tent");
    set_$T(1);
    char **first = get_$T();
    if (first) show(*first);
    set_$T(0);
    int result = get_$T_r(&entry, buffer, sizeof buffer, &r, &e);
    show(result != 0), show(r != NULL), end_$T();

getservbyname, getservbyport, getservbyname_r, getservbyport_r, getprotobyname, getprotobynumber, getprotobyname_r,
+ getprotobynumber_r, getnetbyname, getnetbyaddr, getnetbyname_r, getnetbyaddr_r, getrpcbyname, getrpcbynumber,
+ getrpcbyname_r, getrpcbynumber_r:
    struct servent s, *sr; struct protoent p, *pr; struct netent n, *nr; struct rpcent c, *cr;
    int e;
    #define SERVICE(r) if (r) say("%s %d %s", r->s_name, ntohs(r->s_port), r->s_proto); else say("none")
    sr = getservbyname("http", "tcp"); SERVICE(sr); sr = getservbyname("domain", NULL); SERVICE(sr);
    sr = getservbyport(htons(25), "tcp"); SERVICE(sr); sr = getservbyname("nope", "tcp"); SERVICE(sr);
    sr = getservbyport(htons(1), "nope"); SERVICE(sr);
    show(getservbyname_r("ssh", "tcp", &s, buffer, 2000, &sr)); SERVICE(sr);
    show(getservbyport_r(htons(53), "udp", &s, buffer, 2000, &sr)); SERVICE(sr);
    show(getservbyname_r("ssh", "tcp", &s, buffer, 2, &sr));
    pr = getprotobyname("tcp"), say("%s", pr ? pr->p_name : "none"), pr = getprotobynumber(17),
        say("%s", pr ? pr->p_name : "none"), pr = getprotobyname("nope"), say("%s", pr ? pr->p_name : "none"),
        show(getprotobyname_r("udp", &p, buffer, 2000, &pr)), show(getprotobynumber_r(6, &p, buffer, 2000, &pr));
    nr = getnetbyname("nope"), say("%d", nr != NULL), nr = getnetbyaddr(9999, AF_INET), say("%d", nr != NULL),
        show(getnetbyname_r("nope", &n, buffer, 2000, &nr, &e)),
        show(getnetbyaddr_r(9999, AF_INET, &n, buffer, 2000, &nr, &e));
    cr = getrpcbyname("nope"), say("%d", cr != NULL), cr = getrpcbynumber(99), say("%d", cr != NULL),
        show(getrpcbyname_r("nope", &c, buffer, 2000, &cr)), show(getrpcbynumber_r(99, &c, buffer, 2000, &cr));

ns_get16, ns_get32, ns_put16, ns_put32, ns_skiprr, ns_name_pack, ns_name_unpack, ns_name_uncompress, ns_name_compress,
+ ns_name_pton, ns_name_ntop, dn_comp, dn_expand, dn_skipname:
    unsigned char m[100] = {0}, packed[100];
    const unsigned char *names[5] = {m, NULL};
    char text[100];
    ns_put16(0x1234, m), ns_put32(0x56789abc, m + 2), show(ns_get16(m)), show(ns_get32(m + 2)), bytes(m, 6);
    show(ns_name_pton("www.example.com", packed, 100)), bytes(packed, 17);
    show(ns_name_pack(packed, m + 12, 80, names, names + 5));
    show(ns_name_compress("ftp.example.com", m + 40, 50, names, names + 5)), bytes(m + 40, 8);
    show(ns_name_unpack(m, m + 100, m + 40, packed, 100)), show(ns_name_ntop(packed, text, 100)), show(text);
    show(ns_name_uncompress(m, m + 100, m + 40, text, 100)), show(text);
    memset(m, 0, 100), show(dn_comp("a.b", m + 12, 50, (unsigned char **)names, (unsigned char **)names + 5)),
        show(dn_expand(m, m + 100, m + 12, text, 100)), show(text), show(dn_skipname(m + 12, m + 100)),
        show(dn_expand(m, m + 100, m + 12, text, 2)), show(dn_skipname(m + 12, m + 13)),
        show(ns_name_pton("a..b", packed, 100)), show(ns_name_pton("x", packed, 1));
    unsigned char rr[] = {1, 'x', 0, 0, 1, 0, 1, 0, 0, 0, 9, 0, 2, 7, 7, 0};
    show(ns_skiprr(rr, rr + 16, ns_s_an, 1)), show(ns_skiprr(rr, rr + 7, ns_s_qd, 1));
    show(ns_skiprr(rr, rr + 12, ns_s_an, 1));

gethostent, gethostent_r, sethostent, endhostent:
    struct hostent h, *r;
    int e = 77, n = 0;
    sethostent(1), show(gethostent_r(&h, buffer, sizeof buffer, &r, &e)), show(r == &h), show(h.h_name),
        show(h.h_addrtype);
    show(h.h_length), show(h.h_aliases[0]), show(inet_ntop(h.h_addrtype, h.h_addr_list[0], buffer + 1500, 100));
    show(h.h_addr_list[1]);
    show(gethostent_r(&h, buffer, 3, &r, &e)), show(r);
    while (gethostent_r(&h, buffer, sizeof buffer, &r, &e) == 0 && n < 100) n++;
    show(n), show(r), sethostent(0), show(gethostent()->h_name), endhostent(), show(gethostent()->h_name), endhostent();

setnetgrent, getnetgrent, getnetgrent_r, endnetgrent, innetgr:
    char *host = "h", *user = "u", *domain = "d";
    show(setnetgrent("no-such-group")), show(getnetgrent_r(&host, &user, &domain, buffer, sizeof buffer));
    show(getnetgrent(&host, &user, &domain));
    show(host), show(user), show(domain), runs(endnetgrent());
    show(getnetgrent_r(&host, &user, &domain, buffer, sizeof buffer));
    show(innetgr("no-such-group", "h", "u", "d")), show(innetgr("no-such-group", NULL, NULL, NULL));

// A server for one call of rcmd or rexec: it says which texts came, answers, and sends back what is left.
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
static int remote_server(int family, const char *answer)
{
    int listener = socket(family, SOCK_STREAM, 0);
    struct sockaddr_in6 six = {AF_INET6, 0, 0, IN6ADDR_LOOPBACK_INIT};
    struct sockaddr_in four = {AF_INET, 0, {htonl(INADDR_LOOPBACK)}};
    socklen_t size = family == AF_INET6 ? sizeof six : sizeof four;
    if (bind(listener, family == AF_INET6 ? (void *)&six : (void *)&four, size)) return -1;
    getsockname(listener, family == AF_INET6 ? (void *)&six : (void *)&four, &size), listen(listener, 1);
    if (!fork()) {
        int fd = accept(listener, NULL, NULL), texts = 0, used = 0;
        char line[300];
        while (texts < 4 && read(fd, line + used, 1) == 1) {
            if (line[used++]) continue;
            if (texts || !line[0]) say("server: %s", line);
            texts++, used = 0;
        }
        write(fd, answer, strlen(answer) + !*answer), write(fd, "output\n", 7), _exit(0);
    }
    close(listener);
    return family == AF_INET6 ? six.sin6_port : four.sin_port;
}
static void remote_ended(int fd, char *const *host)
{
    char line[100] = "";
    wait(NULL), say("%d %s", fd >= 0, *host);
    if (fd >= 0) read(fd, line, 99), show(line), close(fd);
}

rexec, rexec_af, rexecoptions:
    extern int rexecoptions;
    const int families[] = {AF_INET, AF_INET6, AF_UNSPEC};
    show(rexecoptions), setenv("HOME", ".", 1);
    for (int i = 0; i < 3; i++) {
        char *host = families[i] == AF_INET6 ? "::1" : "127.0.0.1";
        int port = remote_server(families[i] == AF_INET6 ? AF_INET6 : AF_INET, "");
        remote_ended(rexec_af(&host, port, "name", "secret", "command", NULL, families[i]), &host);
    }
    char *host = "127.0.0.1";
    remote_ended(rexec_af(&host, remote_server(AF_INET, "\1Login incorrect.\n"), "name", "wrong", "command", NULL,
        AF_INET), &host);
    rexecoptions = 1, remote_ended(rexec(&host, remote_server(AF_INET, ""), "name", "secret", "command", NULL), &host);
    // Name and password from ~/.netrc, where none is given.
    FILE *f = fopen(".netrc", "w");
    fputs("machine 127.0.0.1 login alice password fromfile\n", f), fclose(f), chmod(".netrc", 0600);
    remote_ended(rexec_af(&host, remote_server(AF_INET, ""), NULL, NULL, "command", NULL, AF_INET), &host);
    host = "no.such.host.invalid", show(rexec_af(&host, htons(1), "a", "b", "c", NULL, AF_INET)), host = "127.0.0.1";
    show(rexec_af(&host, htons(1), "a", "b", "c", NULL, 99));

rcmd, rcmd_af:
    char *host = "127.0.0.1";
    const int families[] = {AF_INET, AF_INET6, AF_UNSPEC};
    for (int i = 0; i < 3; i++) {
        host = families[i] == AF_INET6 ? "::1" : "127.0.0.1";
        int port = remote_server(families[i] == AF_INET6 ? AF_INET6 : AF_INET, "");
        remote_ended(rcmd_af(&host, port, "me", "you", "a command", NULL, families[i]), &host);
    }
    host = "127.0.0.1",
        remote_ended(rcmd_af(&host, remote_server(AF_INET, "\1Permission denied.\n"), "me", "you", "c", NULL, AF_INET),
        &host);
    fails(rcmd_af(&host, htons(1), "me", "you", "c", NULL, 99));
    fails(rcmd_af(&host, htons(1), "me", "you", "c", NULL, AF_UNIX));
    remote_ended(rcmd(&host, remote_server(AF_INET, ""), "me", "you", "plain", NULL), &host);

ruserok, ruserok_af, iruserok, iruserok_af:
    extern int iruserok_af(const void *, int, const char *, const char *, sa_family_t);
    struct in_addr four = {htonl(INADDR_LOOPBACK)}, far = {htonl(0x0a000001)};
    struct in6_addr six = IN6ADDR_LOOPBACK_INIT;
    const char *lines[] = {"localhost you\n", "127.0.0.1 you\n", "::1 you\n", "+ you\n", "+ +\n", "-localhost\n+ +\n",
        "# nothing\n", "localhost -you\n+ +\n"};
    for (int i = 0; i < count(lines); i++) {
        FILE *f = fopen("/root/.rhosts", "w");
        fputs(lines[i], f), fclose(f), chmod("/root/.rhosts", 0600), say("%s", lines[i]);
        show(ruserok_af("localhost", 1, "you", "root", AF_INET)), show(ruserok_af("::1", 1, "you", "root", AF_INET6));
        show(ruserok_af("localhost", 1, "other", "root", AF_UNSPEC));
        show(iruserok_af(&four, 1, "you", "root", AF_INET));
        show(iruserok_af(&six, 1, "you", "root", AF_INET6)), show(iruserok_af(&far, 1, "you", "root", AF_INET));
        show(ruserok("localhost", 0, "you", "root")), show(iruserok(four.s_addr, 0, "you", "root"));
    }
    chmod("/root/.rhosts", 0622), show(ruserok_af("localhost", 1, "you", "root", AF_INET)), remove("/root/.rhosts");
    show(ruserok_af("localhost", 1, "you", "root", AF_INET));
    show(ruserok_af("localhost", 0, "you", "no such user", AF_INET));
    show(ruserok_af("no.such.host.invalid", 0, "you", "root", AF_INET)), show(iruserok_af(&four, 0, "you", "root", 99));
