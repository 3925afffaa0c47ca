// The parts of RPC's messages and NIS's requests and answers as bytes, and what secure RPC and NIS say without a server
// flags: -l:libnsl.so.1
#include <sys/types.h>
#include "rpc.h"
#define S(name) OLD(int, name, "2.2.5", (XDR *, void *))
S(xdr_des_block); S(xdr_pmap); S(xdr_authunix_parms); S(xdr_accepted_reply); S(xdr_rejected_reply); S(xdr_rmtcall_args); S(xdr_rmtcallres);
S(xdr_valdat); S(xdr_ypreq_key); S(xdr_ypreq_nokey); S(xdr_ypmap_parms); S(xdr_ypreq_xfr); S(xdr_ypresp_val); S(xdr_ypresp_key_val);
S(xdr_ypresp_master); S(xdr_ypresp_order); S(xdr_ypmaplist); S(xdr_ypresp_maplist); S(xdr_yppushresp_xfr); S(xdr_ypresp_xfr); S(xdr_ypxfrstat);
S(xdr_ypbind_resptype);
OLD(int, netname2user, "2.2.5", (const char *, uid_t *, gid_t *, int *, gid_t *));
OLD(int, getpublickey, "2.2.5", (const char *, char *)); OLD(int, getsecretkey, "2.2.5", (const char *, char *, const char *));
OLD(char *, nis_domain_of_r, "2.2.5", (const char *, char *, size_t)); OLD(void, nis_perror, "2.2.5", (int, const char *));
OLD(char *, nis_sperror, "2.2.5", (int, const char *)); OLD(char *, nis_sperror_r, "2.2.5", (int, const char *, char *, size_t));
OLD(void, nis_print_rights, "2.2.5", (unsigned));

static void check(const char *name, int (*function)(XDR *, void *), void *object, int decode)
{
    char memory[512], again[512], back[200];
    XDR xdr;
    memset(memory, 0, sizeof memory), memset(back, 0, sizeof back);
    xdrmem_create_old(&xdr, memory, 512, XDR_ENCODE);
    int put = function(&xdr, object);
    unsigned at = xdr.x_ops->x_getpostn(&xdr);
    printf("%s %d %u", name, put, at);
    hex("", memory, at);
    if (!put || !decode) return;
    xdrmem_create_old(&xdr, memory, at, XDR_DECODE);
    int got = function(&xdr, back);
    xdrmem_create_old(&xdr, again, 512, XDR_ENCODE);
    put = function(&xdr, back);
    printf("%d %d %d", got, put, xdr.x_ops->x_getpostn(&xdr) == at && !memcmp(memory, again, at));
    memset(back, 0, sizeof back);
    xdrmem_create_old(&xdr, memory, at - 4, XDR_DECODE);
    printf(" %d\n", function(&xdr, back));
}
#define CHECK(name, ...) do { struct __VA_ARGS__; check(#name, name##_old, &o, 1); } while (0)
struct data { unsigned length; const char *bytes; };
struct list { const char *map; struct list *next; };

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    CHECK(xdr_des_block, { char c[8]; } o = { "12345678" });
    CHECK(xdr_pmap, { unsigned long program, version, protocol, port; } o = { 100000, 2, 17, 111 });
    static unsigned groups[] = { 5, 6, 7 };
    CHECK(xdr_authunix_parms, { unsigned long time; const char *host; unsigned user, group, count; unsigned *groups; } o = { 99, "host", 1, 2, 3, groups });
    for (int status = 0; status < 6; status++) {
        struct { struct opaque_auth verf; int status; unsigned long low, high; } o = { { 0, NULL, 0 }, status, 3, 4 };
        if (status) check("xdr_accepted_reply", xdr_accepted_reply_old, &o, 1);
        struct { int status; unsigned long low, high; } refused = { status, 3, 4 };
        check("xdr_rejected_reply", xdr_rejected_reply_old, &refused, status < 2);
    }
    int number = 77;
    struct { unsigned long program, version, procedure, length; void *arguments; xdrproc_t function; } call = { 1, 2, 3, 0, &number, (xdrproc_t)xdr_int_old };
    check("xdr_rmtcall_args", xdr_rmtcall_args_old, &call, 0);
    unsigned long port = 1234;
    struct { unsigned long *port, length; void *results; xdrproc_t function; } results = { &port, 4, &number, (xdrproc_t)xdr_int_old };
    check("xdr_rmtcallres", xdr_rmtcallres_old, &results, 0);
    char body[] = "credential";
    struct opaque_auth credential = { 3, body, 10 };
    check("xdr_opaque_auth", (int (*)(XDR *, void *))xdr_opaque_auth_old, &credential, 1);

    CHECK(xdr_valdat, { struct data d; } o = { { 3, "abc" } });
    CHECK(xdr_ypreq_key, { const char *domain, *map; struct data key; } o = { "domain", "map", { 3, "key" } });
    CHECK(xdr_ypreq_nokey, { const char *domain, *map; } o = { "domain", "map" });
    CHECK(xdr_ypmap_parms, { const char *domain, *map; unsigned order; const char *peer; } o = { "domain", "map", 5, "peer" });
    CHECK(xdr_ypreq_xfr, { const char *domain, *map; unsigned order; const char *peer; unsigned id, program, port; } o = { "d", "m", 5, "p", 6, 7, 8 });
    CHECK(xdr_ypresp_val, { int status; struct data value; } o = { 1, { 5, "value" } });
    CHECK(xdr_ypresp_key_val, { int status; struct data key, value; } o = { 1, { 3, "key" }, { 5, "value" } });
    CHECK(xdr_ypresp_master, { int status; const char *peer; } o = { 1, "peer" });
    CHECK(xdr_ypresp_order, { int status; unsigned order; } o = { 1, 9 });
    struct list second = { "two", NULL }, first = { "one", &second };
    check("xdr_ypmaplist", xdr_ypmaplist_old, &first, 1);
    CHECK(xdr_ypresp_maplist, { int status; struct list *list; } o = { 1, &first });
    CHECK(xdr_yppushresp_xfr, { unsigned id; int status; } o = { 4, 1 });
    CHECK(xdr_ypresp_xfr, { unsigned id; int status; } o = { 4, -2 });
    CHECK(xdr_ypxfrstat, { int status; } o = { -3 });
    CHECK(xdr_ypbind_resptype, { int type; } o = { 2 });

    uid_t user = 7;
    gid_t group = 8, more[16] = { 0 };
    int count = 9;
    printf("%d\n", netname2user_old("unix.1000@domain", &user, &group, &count, more));
    char key[100] = "";
    printf("%d %d\n", getpublickey_old("unix.1000@domain", key), getsecretkey_old("unix.1000@domain", key, "password"));
    static const char *const names[] = { "host.sub.domain.", "one", ".", "a.b" };
    for (int i = 0; i < 4; i++) {
        char room[40] = "", *fits = nis_domain_of_r_old(names[i], room, sizeof room);
        printf("%s: %s", names[i], fits);
        char *small = nis_domain_of_r_old(names[i], room, 2);
        printf(" %d\n", small != NULL);
    }
    for (int i = 0; i < 8; i++) {
        char room[100] = "", *text = nis_sperror_r_old(i, "label", room, sizeof room);
        printf("%s; ", nis_sperror_old(i, "label"));
        printf("%s\n", text);
    }
    fflush(stdout);
    nis_perror_old(3, "label");
    for (unsigned rights = 0; rights < 4; rights++) nis_print_rights_old(0x0f0f0f0f << rights), puts("");
    return 0;
}
