// The key server's, secure RPC's and NIS's structures as bytes, and names in secure RPC
// flags: -l:libnsl.so.1
#include <sys/time.h>
#include <unistd.h>
#include "xdr.h"
#define S(name) OLD(int, name, "2.2.5", (XDR *, void *))
S(xdr_netnamestr); S(xdr_mapname); S(xdr_peername); S(xdr_keystatus); S(xdr_yppush_status); S(xdr_keybuf); S(xdr_cryptkeyarg); S(xdr_cryptkeyarg2);
S(xdr_cryptkeyres); S(xdr_unixcred); S(xdr_getcredres); S(xdr_key_netstarg); S(xdr_key_netstres); S(xdr_authdes_cred); S(xdr_authdes_verf); S(xdr_yp_buf);
S(xdr_ypbind_binding); S(xdr_ypbind_resp); S(xdr_ypbind_setdom); S(xdr_ypdelete_args); S(xdr_ypupdate_args);
OLD(int, user2netname, "2.2.5", (char *, uid_t, const char *)); OLD(int, host2netname, "2.2.5", (char *, const char *, const char *));
OLD(int, getnetname, "2.2.5", (char *)); OLD(int, netname2host, "2.2.5", (const char *, char *, int));

// What the object is on the wire, whether what comes back is the same on the wire, and whether a cut one is refused.
static void check(const char *name, int (*function)(XDR *, void *), void *object, size_t size)
{
    char memory[512], again[512], back[400];
    XDR xdr;
    memset(back, 0, sizeof back);
    xdrmem_create_old(&xdr, memory, 512, XDR_ENCODE);
    int put = function(&xdr, object);
    unsigned at = xdr.x_ops->x_getpostn(&xdr);
    printf("%s %d %u", name, put, at);
    hex("", memory, at);
    if (!put) return;
    xdrmem_create_old(&xdr, memory, at, XDR_DECODE);
    int got = function(&xdr, back);
    xdrmem_create_old(&xdr, again, 512, XDR_ENCODE);
    put = function(&xdr, back);
    printf("%d %d %d", got, put, xdr.x_ops->x_getpostn(&xdr) == at && !memcmp(memory, again, at));
    xdr.x_op = XDR_FREE;
    printf(" %d", function(&xdr, back));
    memset(back, 0, sizeof back);
    xdrmem_create_old(&xdr, memory, at - 4, XDR_DECODE);
    printf(" %d\n", function(&xdr, back));
}
#define CHECK(name, object) check(#name, name##_old, &object, sizeof object)

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    char *text = "name", long_text[300], *long_pointer = long_text;
    CHECK(xdr_netnamestr, text); CHECK(xdr_mapname, text); CHECK(xdr_peername, text);
    static char large[1100], stream[1200];
    char *large_pointer = large;
    memset(large, 'x', sizeof large);
    static const int sizes[] = {64, 65, 255, 256, 1024, 1025};
    for (int i = 0; i < 6; i++) {
        XDR xdr;
        large[sizes[i]] = 0;
        xdrmem_create_old(&xdr, stream, 1200, XDR_ENCODE);
        printf("%d: %d", sizes[i], xdr_mapname_old(&xdr, &large_pointer));
        xdrmem_create_old(&xdr, stream, 1200, XDR_ENCODE);
        printf(" %d", xdr_peername_old(&xdr, &large_pointer));
        xdrmem_create_old(&xdr, stream, 1200, XDR_ENCODE);
        printf(" %d\n", xdr_netnamestr_old(&xdr, &large_pointer));
        large[sizes[i]] = 'x';
    }
    int status = 1;
    CHECK(xdr_keystatus, status); CHECK(xdr_yppush_status, status);
    char key[48] = "0123456789abcdef";
    CHECK(xdr_keybuf, key);
    struct { char *name; char key[8]; } session = {"who", "DESBLOCK"};
    CHECK(xdr_cryptkeyarg, session);
    struct { char *name; unsigned length; char *bytes; char key[8]; } session2 = {"who", 5, "12345", "DESBLOCK"};
    CHECK(xdr_cryptkeyarg2, session2);
    struct { int status; char key[8]; } result = {0, "DESBLOCK"};
    CHECK(xdr_cryptkeyres, result);
    result.status = 2;
    CHECK(xdr_cryptkeyres, result);
    unsigned groups[20] = {7, 8, 9};
    struct credentials { unsigned user, group, count, *groups; } credentials = {1, 2, 3, groups};
    CHECK(xdr_unixcred, credentials);
    credentials.count = 17;
    CHECK(xdr_unixcred, credentials);
    struct { int status; struct credentials c; } answer = {0, {1, 2, 3, groups}};
    CHECK(xdr_getcredres, answer);
    answer.status = 1;
    CHECK(xdr_getcredres, answer);
    struct pair { char private[48], public[48], *name; } pair = {"private", "public", "someone"};
    CHECK(xdr_key_netstarg, pair);
    struct { int status; struct pair pair; } pair_answer = {0, {"private", "public", "someone"}};
    CHECK(xdr_key_netstres, pair_answer);
    pair_answer.status = 3;
    CHECK(xdr_key_netstres, pair_answer);
    struct { int kind; struct { char *name; char key[8]; uint32_t window; } full; uint32_t nickname; } des = {0, {"full", "DESBLOCK", 0x01020304}, 0x05060708};
    for (des.kind = 0; des.kind < 3; des.kind++) CHECK(xdr_authdes_cred, des);
    struct { char block[8]; uint32_t number; } verifier = {"VERIFIER", 0x01020304};
    CHECK(xdr_authdes_verf, verifier);
    struct buffer { unsigned length; char *bytes; } buffer = {6, "buffer"};
    CHECK(xdr_yp_buf, buffer);
    struct binding { char address[4], port[2]; } binding = {{127, 0, 0, 1}, {1, 2}};
    CHECK(xdr_ypbind_binding, binding);
    struct { int status; union { unsigned error; struct binding binding; }; } response = {1, .binding = {{127, 0, 0, 1}, {1, 2}}};
    for (response.status = 0; response.status < 4; response.status++) CHECK(xdr_ypbind_resp, response);
    struct { char *domain; struct binding binding; unsigned version; } domain = {"domain", {{1, 2, 3, 4}, {5, 6}}, 2};
    CHECK(xdr_ypbind_setdom, domain);
    struct { char *map; struct buffer key, value; } change = {"map", {3, "key"}, {5, "value"}};
    CHECK(xdr_ypdelete_args, change); CHECK(xdr_ypupdate_args, change);

    char name[300], host[300];
    static const char *const domains[] = {"example.org", "dot.", "", NULL};
    for (int i = 0; i < 4; i++) {
        memset(name, 0, sizeof name);
        int done = user2netname_old(name, 1000, domains[i]);
        printf("user %d %s; ", done, name);
        memset(name, 0, sizeof name);
        done = host2netname_old(name, "box", domains[i]);
        printf("host %d %s; ", done, name);
        memset(name, 0, sizeof name);
        done = host2netname_old(name, "box.net", domains[i]);
        printf("host %d %s\n", done, name);
    }
    memset(long_text, 'd', 300);
    for (int size = 230; size < 260; size++) {
        long_text[size] = 0;
        int done = user2netname_old(name, 1000, long_text);
        printf("%d:%d ", size, done);
        done = host2netname_old(name, "h", long_text);
        printf("%d %zu ", done, strlen(name));
        long_text[size] = 'd';
    }
    puts("");
    memset(name, 0, sizeof name), memset(host, 0, sizeof host);
    int own = getnetname_old(name), same = geteuid() ? user2netname_old(host, geteuid(), NULL) : host2netname_old(host, NULL, NULL);
    printf("%d %d\n", own == same, !strcmp(name, host));
    static const char *const names[] = {"unix.box@example.org", "unix.1000@x", "unix.box", "other", "unix@box.y", "other.box@z", "unix.@z", ""};
    for (int i = 0; i < 8; i++)
        for (int room = 10; room < 40; room += 29) {
            // glibc writes into it.
            strcpy(name, names[i]), memset(host, 0, sizeof host);
            int is_host = netname2host_old(name, host, room);
            printf("%s %d: %d %s\n", names[i], room, is_host, is_host ? host : "");
        }
}
