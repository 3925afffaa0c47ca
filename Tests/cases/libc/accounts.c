// The entries of passwd, group, shadow and gshadow files with the caller's memory: walks, small buffers, single lines, bad lines.
#include <errno.h>
#include <grp.h>
#include <gshadow.h>
#include <pwd.h>
#include <shadow.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static FILE *text(const char *content)
{
    FILE *file = tmpfile();
    fputs(content, file);
    rewind(file);
    return file;
}

static void show_list(char **list)
{
    for (; *list; list++)
        printf(" %s", *list);
    puts("");
}

static void show_shadow(const struct spwd *e)
{
    if (!e) { printf("none\n"); return; }
    printf("%s %s %ld %ld %ld %ld %ld %ld %lu\n", e->sp_namp, e->sp_pwdp, e->sp_lstchg, e->sp_min, e->sp_max, e->sp_warn, e->sp_inact, e->sp_expire, e->sp_flag);
}

static void show_gshadow(const struct sgrp *e)
{
    if (!e) { printf("none\n"); return; }
    printf("%s %s\n", e->sg_namp, e->sg_passwd);
    show_list(e->sg_adm);
    show_list(e->sg_mem);
}

int main(void)
{
    char buffer[1024];
    struct passwd user, *found_user;
    struct group group, *found_group;
    setpwent();
    int users = 0, error;
    while ((error = getpwent_r(&user, buffer, sizeof buffer, &found_user)) == 0)
        users += found_user == &user;
    printf("%d %d\n", users > 0, error);
    setpwent();
    printf("%d", getpwent_r(&user, buffer, 3, &found_user));
    printf(" %d\n", getpwent_r(&user, buffer, sizeof buffer, &found_user));
    puts(user.pw_name);
    endpwent();
    FILE *file = text("one:x:1:2:One:/one:/bin/one\ntwo:x:3:4::/:\n");
    printf("%d", fgetpwent_r(file, &user, buffer, 5, &found_user));
    printf(" %d", fgetpwent_r(file, &user, buffer, sizeof buffer, &found_user));
    printf(" %s %u %u %s %s %s\n", user.pw_name, user.pw_uid, user.pw_gid, user.pw_gecos, user.pw_dir, user.pw_shell);
    printf("%d", fgetpwent_r(file, &user, buffer, sizeof buffer, &found_user));
    printf(" %s [%s]\n", user.pw_name, user.pw_shell);
    printf("%d %d\n", fgetpwent_r(file, &user, buffer, sizeof buffer, &found_user), found_user == NULL);
    file = text("wheel:x:10:a,b,c\nempty:x:11:\n");
    printf("%d", fgetgrent_r(file, &group, buffer, sizeof buffer, &found_group));
    printf(" %s %u", group.gr_name, group.gr_gid);
    show_list(group.gr_mem);
    printf("%d", fgetgrent_r(file, &group, buffer, sizeof buffer, &found_group));
    show_list(group.gr_mem);
    setgrent();
    printf("%d\n", getgrent_r(&group, buffer, sizeof buffer, &found_group));
    printf("%s\n", group.gr_name);
    endgrent();

    struct spwd shadow, *found_shadow;
    show_shadow(sgetspent("root:*:19000:0:99999:7:::"));
    show_shadow(sgetspent("u:$y$hash:1:2:3:4:5:6:7"));
    show_shadow(sgetspent("short:x"));
    show_shadow(sgetspent("bad:x:abc:::::"));
    printf("%d\n", sgetspent_r("root:*:19000:0:99999:7:::", &shadow, buffer, 8, &found_shadow));
    printf("%d\n", sgetspent_r("root:*:19000:0:99999:7:::", &shadow, buffer, sizeof buffer, &found_shadow));
    show_shadow(found_shadow);
    file = text("a:x:1:0:99999:7:::\nb:!::::::\n");
    show_shadow(fgetspent(file));
    printf("%d\n", fgetspent_r(file, &shadow, buffer, sizeof buffer, &found_shadow));
    show_shadow(found_shadow);
    printf("%d %d\n", fgetspent_r(file, &shadow, buffer, sizeof buffer, &found_shadow), found_shadow == NULL);

    struct sgrp gshadow, *found_gshadow;
    show_gshadow(sgetsgent("wheel:!:adm1,adm2:m1,m2,m3"));
    show_gshadow(sgetsgent("empty:*::"));
    printf("%d\n", sgetsgent_r("wheel:!:adm1,adm2:m1", &gshadow, buffer, 12, &found_gshadow));
    file = text("g:!:a:b\n# comment\n\nh:!::c\n");
    show_gshadow(fgetsgent(file));
    printf("%d\n", fgetsgent_r(file, &gshadow, buffer, sizeof buffer, &found_gshadow));
    show_gshadow(found_gshadow);
    fflush(stdout);
    printf("%d\n", putsgent(&gshadow, stdout));
    gshadow.sg_namp = "a:b";
    printf("%d\n", putsgent(&gshadow, stdout));
    printf("%d\n", getsgnam("no-such-group-at-all") == NULL);
    printf("%d\n", getspnam("no-such-user-at-all") == NULL);
    return 0;
}
