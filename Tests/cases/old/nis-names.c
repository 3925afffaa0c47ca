// NIS and NIS+ without a server: the names of this machine, the names that are looked for, and what asking says
// flags: -l:libnsl.so.1
#include <stdio.h>
#include <stdlib.h>
#include "versions.h"
OLD(char *, nis_local_directory, "2.2.5", (void));
OLD(char *, nis_local_host, "2.2.5", (void));
OLD(char *, nis_local_group, "2.2.5", (void));
OLD(char *, nis_name_of_r, "2.2.5", (const char *, char *, size_t));
OLD(char **, nis_getnames, "2.2.5", (const char *));
OLD(void, nis_freenames, "2.2.5", (char **));
OLD(void *, nis_read_obj, "2.2.5", (const char *));
OLD(int, yp_first, "2.2.5", (const char *, const char *, char **, int *, char **, int *));
OLD(int, yp_next, "2.2.5", (const char *, const char *, const char *, int, char **, int *, char **, int *));
OLD(int, yp_master, "2.2.5", (const char *, const char *, char **));
OLD(int, yp_order, "2.2.5", (const char *, const char *, unsigned *));
OLD(int, yp_maplist, "2.2.5", (const char *, void *));
OLD(int, yp_all, "2.2.5", (const char *, const char *, const void *));
OLD(void, yp_unbind, "2.2.5", (const char *));

int main(void)
{
    printf("%d", nis_local_directory_old() != NULL);
    printf(" %d", nis_local_host_old() != NULL);
    printf(" %d\n", nis_local_group_old() != NULL);
    static const char *const names[] = {"host.sub.domain.", "one.", "a.b.c."};
    for (int i = 0; i < 3; i++) {
        char room[40] = "", *name = nis_name_of_r_old(names[i], room, sizeof room);
        printf("%s: %s\n", names[i], name ? name : "-");
        char **list = nis_getnames_old(names[i]);
        for (int j = 0; list && list[j]; j++) printf("  %s\n", list[j]);
        if (list) nis_freenames_old(list);
    }
    printf("%d\n", nis_read_obj_old("none") == NULL);
    char *key = NULL, *value = NULL;
    int key_length = 0, value_length = 0;
    unsigned order = 0;
    printf("%d", yp_first_old("", "map", &key, &key_length, &value, &value_length));
    printf(" %d", yp_next_old("", "map", "k", 1, &key, &key_length, &value, &value_length));
    printf(" %d", yp_master_old("", "map", &key));
    printf(" %d", yp_order_old("", "map", &order));
    printf(" %d", yp_maplist_old("", &key));
    printf(" %d\n", yp_all_old("", "map", &key));
    yp_unbind_old("none");
    return 0;
}
