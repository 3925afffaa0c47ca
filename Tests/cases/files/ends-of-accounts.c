// What comes at the end of a stream of accounts is ENOENT; lines that are none are passed over
#include <errno.h>
#include <grp.h>
#include <gshadow.h>
#include <pwd.h>
#include <shadow.h>
#include <stdio.h>
#include <string.h>

static FILE *lines(const char *text) { return fmemopen((char *)text, strlen(text), "r"); }

int main(void)
{
    FILE *file = lines("root:x:0:0:root:/root:/bin/bash\n\n# none\n  blank:x:5:6:g:/d:/s\nshort:x:1\nbad:x:y:1:g:/d:/s\n+::::::\n-no::::::\n+@group:x:7:8:::\nlast:p:4:5:g:/h:/bin/sh");
    struct passwd *user;
    while (errno = 0, user = fgetpwent(file))
        printf("%s %s %u %u %s %s %s\n", user->pw_name, user->pw_passwd, user->pw_uid, user->pw_gid, user->pw_gecos, user->pw_dir, user->pw_shell);
    printf("%d\n", errno);
    rewind(file);
    struct passwd entry;
    char room[200];
    int error;
    while ((error = fgetpwent_r(file, &entry, room, sizeof room, &user)) == 0)
        printf("%s ", entry.pw_name);
    printf("%d %d\n", error, user != NULL);
    fclose(file);

    file = lines("root:x:0:\n\n#c\n+giant:::bill,tina\n-transport:::\n+:::\n  in:x:5:a, b\nbad:x:y:\nshort:x\nlast:x:7:a,b");
    struct group *group;
    while (errno = 0, group = fgetgrent(file)) {
        printf("%s %s %u", group->gr_name, group->gr_passwd, group->gr_gid);
        for (char **member = group->gr_mem; *member; member++)
            printf(" [%s]", *member);
        puts("");
    }
    printf("%d\n", errno);
    fclose(file);

    file = lines("root:*:19000:0:99999:7:::\n+::::::::\n\n#c\nshort:x\nlast:!:1:2:3:4:5:6:7");
    struct spwd *shadow;
    while (errno = 0, shadow = fgetspent(file))
        printf("%s %s %ld %ld %ld %ld %ld %ld %lx\n", shadow->sp_namp, shadow->sp_pwdp, shadow->sp_lstchg, shadow->sp_min, shadow->sp_max, shadow->sp_warn,
            shadow->sp_inact, shadow->sp_expire, shadow->sp_flag);
    printf("%d\n", errno);
    fclose(file);

    file = lines("root:*::\nlast:!:a,b:c,d\n");
    struct sgrp *hidden;
    while (errno = 0, hidden = fgetsgent(file))
        printf("%s %s %s\n", hidden->sg_namp, hidden->sg_passwd, hidden->sg_mem[0] ? hidden->sg_mem[0] : "-");
    printf("%d\n", errno);
    fclose(file);

    // The end of the system's own tables is no error.
    setpwent();
    do errno = 0; while (getpwent());
    printf("%d\n", errno);
    errno = 0;
    printf("%d %d\n", getpwent() != NULL, errno);
    endpwent();
    setgrent();
    do errno = 0; while (getgrent());
    printf("%d\n", errno);
    endgrent();
    errno = 0;
    printf("%d", getpwnam("nobody-of-that-name") != NULL);
    printf(" %d\n", errno);
    errno = 0;
    printf("%d", getgrgid(54321) != NULL);
    printf(" %d\n", errno);
}
