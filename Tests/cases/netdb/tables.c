// protocols, services, networks and rpc: by name, alias, number; reentrant forms, small buffers, the whole tables
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#define LIST(a) do { for (char **list = a; *list; list++) printf(" %s", *list); } while (0)
static void proto(struct protoent *p) { if (!p) { puts("none"); return; } printf("%s %d:", p->p_name, p->p_proto); LIST(p->p_aliases); puts(""); }
static void serv(struct servent *p) { if (!p) { puts("none"); return; } printf("%s %d %s:", p->s_name, ntohs(p->s_port), p->s_proto); LIST(p->s_aliases); puts(""); }
static void net(struct netent *p) { if (!p) { puts("none"); return; } printf("%s %x %d:", p->n_name, p->n_net, p->n_addrtype); LIST(p->n_aliases); puts(""); }
static void rpc(struct rpcent *p) { if (!p) { puts("none"); return; } printf("%s %d:", p->r_name, p->r_number); LIST(p->r_aliases); puts(""); }
int main(void)
{
    char b[1024];
    int r, h = 77;
    struct protoent p, *pr;
    struct servent s, *sr;
    struct netent n, *nr;
    struct rpcent c, *cr;
    proto(getprotobyname("tcp")), proto(getprotobyname("UDP")), proto(getprotobyname("nope")), proto(getprotobynumber(17));
    proto(getprotobynumber(9999)), proto(getprotobyname("udp"));
    for (size_t size = 0; size < 32; size += 8) {
        pr = &p;
        r = getprotobyname_r("tcp", &p, b, size, &pr);
        printf("%d %d|", r, pr != NULL);
    }
    r = getprotobyname_r("nope", &p, b, sizeof b, &pr), printf("%d %d\n", r, pr == NULL);
    r = getprotobynumber_r(6, &p, b, sizeof b, &pr), printf("%d ", r), proto(pr);
    serv(getservbyname("http", "tcp")), serv(getservbyname("http", "udp")), serv(getservbyname("domain", NULL)), serv(getservbyname("www", "tcp"));
    serv(getservbyport(htons(22), "tcp")), serv(getservbyport(htons(53), "udp")), serv(getservbyport(htons(53), NULL)), serv(getservbyport(htons(65000), NULL));
    r = getservbyname_r("https", "tcp", &s, b, sizeof b, &sr), printf("%d ", r), serv(sr);
    r = getservbyname_r("https", "xxx", &s, b, sizeof b, &sr), printf("%d ", r), serv(sr);
    r = getservbyport_r(htons(443), NULL, &s, b, sizeof b, &sr), printf("%d ", r), serv(sr);
    r = getservbyname_r("https", "tcp", &s, b, 10, &sr), printf("%d %d\n", r, sr == NULL);
    net(getnetbyname("loopback")), net(getnetbyname("nope")), net(getnetbyaddr(127, AF_INET)), net(getnetbyaddr(0x7f000000, AF_INET));
    r = getnetbyname_r("loopback", &n, b, sizeof b, &nr, &h), printf("%d %d ", r, h), net(nr);
    rpc(getrpcbyname("portmapper")), rpc(getrpcbyname("sunrpc")), rpc(getrpcbynumber(100003)), rpc(getrpcbynumber(1));
    r = getrpcbyname_r("nfs", &c, b, sizeof b, &cr), printf("%d ", r), rpc(cr);
    r = getrpcbynumber_r(100000, &c, b, sizeof b, &cr), printf("%d ", r), rpc(cr);
    setprotoent(1), setservent(0), setnetent(0), setrpcent(0);
    for (struct protoent *e; (e = getprotoent());)
        proto(e);
    int i = 0;
    for (struct servent *e; (e = getservent());)
        serv(e);
    for (struct netent *e; (e = getnetent());)
        net(e);
    for (struct rpcent *e; (e = getrpcent());)
        rpc(e);
    setprotoent(0);
    proto(getprotoent());
    r = getprotoent_r(&p, b, sizeof b, &pr), printf("%d ", r), proto(pr);
    r = getprotoent_r(&p, b, 12, &pr), printf("%d %d\n", r, pr == NULL);
    r = getprotoent_r(&p, b, sizeof b, &pr), printf("%d ", r), proto(pr);
    while ((r = getservent_r(&s, b, sizeof b, &sr)) == 0);
    printf("%d %d\n", r, sr == NULL);
    endprotoent(), endservent(), endnetent(), endrpcent();
    return 0;
}
