// NIS's functions that need no server: texts, names, copies, what they say without a domain
// flags: -l:libnsl.so.1
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "xdr.h"
OLD(const char *, yperr_string, "2.2.5", (int));
OLD(const char *, ypbinderr_string, "2.2.5", (int));
OLD(int, ypprot_err, "2.2.5", (int));
OLD(int, yp_bind, "2.2.5", (const char *));
OLD(int, yp_match, "2.2.5", (const char *, const char *, const char *, int, char **, int *));
OLD(const char *, nis_sperrno, "2.2.5", (int));
OLD(char *, nis_leaf_of, "2.2.5", (const char *));
OLD(char *, nis_name_of, "2.2.5", (const char *));
OLD(char *, nis_domain_of, "2.2.5", (const char *));
OLD(char *, nis_leaf_of_r, "2.2.5", (const char *, char *, size_t));
OLD(int, nis_dir_cmp, "2.2.5", (const char *, const char *));
OLD(int, xdr_domainname, "2.2.5", (XDR *, char **));
OLD(int, xdr_ypstat, "2.2.5", (XDR *, int *));
struct keydat { unsigned length; char *bytes; };
OLD(int, xdr_keydat, "2.2.5", (XDR *, struct keydat *));

int main(void)
{
    for (int i = -1; i < 20; i++) printf("%d: %s; %s; %d\n", i, yperr_string_old(i), ypbinderr_string_old(i < 4 ? i : 20), ypprot_err_old(i));
    for (int i = 0; i < 50; i += 7) printf("%d: %s\n", i, nis_sperrno_old(i));
    static const char *const names[] = {"host.sub.domain.", "one", ".", "a.b", "\"q.r\".s."};
    for (int i = 0; i < 5; i++) {
        char room[20] = "";
        printf("%s: %s", names[i], nis_leaf_of_old(names[i]));
        printf(" %s", nis_domain_of_old(names[i]));
        char *leaf = nis_leaf_of_r_old(names[i], room, sizeof room), *small = nis_leaf_of_r_old(names[i], room, 2);
        printf(" %d %d\n", leaf != NULL, small != NULL);
        for (int j = 0; j < 5; j++) printf(" %d", nis_dir_cmp_old(names[i], names[j]));
        puts("");
    }
    char *value = NULL;
    int length = 0, bound = yp_bind_old(""), found = yp_match_old("", "map", "key", 3, &value, &length);
    printf("%d %d\n", bound, found);
    // What the library encodes goes through a stream of libc's.
    char memory[64] = "", *domain = "example";
    int status = -3;
    struct keydat data = {3, "key"};
    XDR xdr;
    xdrmem_create_old(&xdr, memory, 64, XDR_ENCODE);
    int a = xdr_domainname_old(&xdr, &domain), b = xdr_ypstat_old(&xdr, &status), c = xdr_keydat_old(&xdr, &data);
    printf("%d %d %d\n", a, b, c);
    hex("wire", memory, 28);
    struct keydat back = {0, NULL};
    xdrmem_create_old(&xdr, memory + 16, 64, XDR_DECODE);
    c = xdr_keydat_old(&xdr, &back);
    printf("%d %u %.3s\n", c, back.length, back.bytes);
}
