// a user or a group by name or number: lines as getpwent reads them, the last one without a newline too, and errno
#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

static void put_file(const char *path, const char *name, const char *text)
{
    FILE *file = fopen(name, "w");
    fputs(text, file);
    fclose(file);
    if (mount(name, path, NULL, MS_BIND, NULL))
        printf("%s: cannot be mounted\n", path);
}

static void put_user(const struct passwd *user)
{
    int error = errno;
    if (user)
        printf("%s %s %u %u %s %s %s", user->pw_name, user->pw_passwd, user->pw_uid, user->pw_gid, user->pw_gecos, user->pw_dir, user->pw_shell);
    printf(" %d\n", error);
    errno = 77;
}

static void put_group(const struct group *group)
{
    int error = errno;
    if (group) {
        printf("%s %s %u", group->gr_name, group->gr_passwd, group->gr_gid);
        for (char **member = group->gr_mem; *member; member++)
            printf(" [%s]", *member);
    }
    printf(" %d\n", error);
    errno = 77;
}

static size_t groups_of(const char *user, int room)
{
    gid_t groups[100] = { 0 };
    int count = room, result = getgrouplist(user, 77, groups, &count);
    printf("%s %d: %d %d:", user, room, result, count);
    for (int i = 0; i < 8; i++)
        printf(" %u", groups[i]);
    puts("");
    return (size_t)count;
}

int main(void)
{
    static const char *const names[] = { "root", "blank", "nis", "+nis", "+", "-no", "bad", "short", "last", "none", "" };
    static const unsigned numbers[] = { 0, 5, 8, 7, 4, 99 };
    // Only this process sees these.
    unshare(CLONE_NEWNS);
    mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL);
    put_file("/etc/passwd", "users", "root:x:0:0:root:/root:/bin/bash\n\n# none\n  blank:x:5:6:g:/d:/s\nshort:x:1\nbad:x:y:1:g:/d:/s\n+nis:x:8:8:::\n"
        "-no::::::\nlast:p:4:5:g:/h:/bin/sh");
    put_file("/etc/group", "groups", "root:x:0:\n\n#c\n+nis:x:8:bill,tina\n-no:::\n  blank:x:5:a, b\nbad:x:y:\nshort:x\nlast:x:4:a,,bob");

    struct passwd user, *found;
    struct group group, *one;
    char room[300];
    errno = 77;
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
        put_user(getpwnam(names[i]));
        put_group(getgrnam(names[i]));
        for (size_t size = 5; size <= sizeof room; size += 295) {
            printf("%d ", getpwnam_r(names[i], &user, room, size, &found));
            put_user(found);
            printf("%d ", getgrnam_r(names[i], &group, room, size, &one));
            put_group(one);
        }
    }
    for (unsigned i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        put_user(getpwuid(numbers[i]));
        put_group(getgrgid(numbers[i]));
        for (size_t size = 5; size <= sizeof room; size += 295) {
            printf("%d ", getpwuid_r(numbers[i], &user, room, size, &found));
            put_user(found);
            printf("%d ", getgrgid_r(numbers[i], &group, room, size, &one));
            put_group(one);
        }
    }

    // More than any first buffer, and walking on is not disturbed.
    static char line[100000];
    strcpy(line, "walk:x:0:\nlong:x:9:");
    for (int i = 0; strlen(line) < sizeof line - 20; i += 500)
        sprintf(line + strlen(line), "%smember%d", i ? "," : "", i);
    strcat(line, "\nafter:x:10:");
    put_file("/etc/group", "long", line);
    setgrent();
    put_group(getgrent());
    int count = 0;
    for (char **member = (one = getgrnam("long")) ? one->gr_mem : (char *[]){ NULL }; *member; member++)
        count++;
    printf("%d\n", count);
    put_group(getgrnam("after"));
    printf("%zu\n", groups_of("member500", 99));
    printf("%zu\n", groups_of("member72900", 99));
    put_file("/etc/group", "more", "x:x:10: a, tina\n+nis:x:11:tina\n  y:x:12:tina\nw:x:10:tina\nown:x:77:tina\nbad:x:q:tina\nz:x:13:bob,tina");
    for (int room = 0; room < 7; room++)
        groups_of("tina", room);
    groups_of("nobody", 7);
    groups_of("bob", 7);
    groups_of("", 7);
    int result = initgroups("tina", 77);
    printf("%d %d\n", result, getgroups(0, NULL));
    one = getgrent();
    puts(one ? one->gr_name : "none");
    endgrent();
}
