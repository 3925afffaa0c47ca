// Login records with glibc's layout: written, found by id and by line, overwritten, appended, and read to the end.
// flags: -lutil
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <utmp.h>
#include <utmpx.h>

static void show(const struct utmp *u)
{
    if (!u) { printf("none, error %d\n", errno); return; }
    printf("%d %d %.32s %.4s %.32s %.256s %d\n", u->ut_type, u->ut_pid, u->ut_line, u->ut_id, u->ut_user, u->ut_host, (int)u->ut_tv.tv_sec);
}

static struct utmp make(int type, const char *id, const char *line, const char *user)
{
    struct utmp u;
    memset(&u, 0, sizeof u);
    u.ut_type = type, u.ut_pid = 7, u.ut_tv.tv_sec = 1234;
    strncpy(u.ut_id, id, 4), strncpy(u.ut_line, line, 32), strncpy(u.ut_user, user, 32), strcpy(u.ut_host, "host");
    return u;
}

int main(void)
{
    printf("%zu\n", sizeof(struct utmp));
    errno = 0;
    utmpname("no-such-file");
    setutent();
    show(getutent());
    close(open("records", O_CREAT | O_RDWR, 0600));
    utmpname("records");
    setutent();
    struct utmp a = make(USER_PROCESS, "1", "pts/1", "ann"), b = make(LOGIN_PROCESS, "2", "pts/2", "bob"), c = make(BOOT_TIME, "~~", "~", "reboot");
    show(pututline(&c)), show(pututline(&a)), show(pututline(&b));
    setutent();
    show(getutent()), show(getutent()), show(getutent());
    errno = 0;
    show(getutent());
    setutent();
    struct utmp key = make(USER_PROCESS, "2", "", "");
    show(getutid(&key));
    setutent();
    key = make(USER_PROCESS, "", "pts/1", "");
    show(getutline(&key));
    errno = 0;
    key = make(USER_PROCESS, "", "pts/9", "");
    show(getutline(&key));
    key = make(EMPTY, "", "", "");
    errno = 0;
    show(getutid(&key));
    setutent();
    key = make(BOOT_TIME, "", "", "");
    show(getutid(&key));
    setutent();
    strcpy(a.ut_user, "eve");
    show(pututline(&a));
    struct utmp buffer, *result;
    setutent();
    while (getutent_r(&buffer, &result) == 0)
        show(result);
    printf("%d\n", result == NULL);
    endutent();
    struct utmpx x, *found;
    setutxent();
    memset(&x, 0, sizeof x);
    strcpy(x.ut_line, "pts/2");
    found = getutxline(&x);
    printf("%s\n", found ? found->ut_user : "none");
    updwtmp("records", &b);
    FILE *file = fopen("records", "r");
    fseek(file, 0, SEEK_END);
    printf("%ld\n", ftell(file));
    printf("%d %d\n", logout("pts/1"), logout("pts/77"));
    setutent();
    while (getutent_r(&buffer, &result) == 0) {
        buffer.ut_tv.tv_sec = 0;
        show(result);
    }
    getutmpx(&a, &x);
    printf("%s\n", x.ut_user);
    unlink("records");
    return 0;
}
